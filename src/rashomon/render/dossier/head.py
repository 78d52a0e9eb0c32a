"""What stands above a dossier: what happened, how much is told of it, what is agreed, what not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import Comparison, Count, Holding, Point, Position
from rashomon.render.case.comparison_marks import deniers, is_doubt, names, size_of
from rashomon.render.case.comparison_odds import at_odds, excludes, most_telling
from rashomon.render.cutting import cut
from rashomon.render.dossier.counts import range_words
from rashomon.render.dossier.decisions import record_of
from rashomon.render.dossier.evidence import anchor_of
from rashomon.render.dossier.facts import facts_of
from rashomon.render.dossier.names import answer_words, listing, name, question_words
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.vague import Vague
from rashomon.render.dossier.view import View
from rashomon.render.html.days import long_days
from rashomon.render.html.signs import GRADES, Sign
from rashomon.render.plain import plain
from rashomon.render.words import as_title, counted

_LONGEST = 220
_SEVERAL = 2
_MOST_ANSWERS = 5
"""So many answers are shown where there are few more: *1 other answer* would say less than it."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer with who gives it.

    Attributes:
        words: the answer.
        told: the words of a count that name no such number; empty for all else.
        href: leads to the words behind it.
        who: who gives it.
        origins: how many independent roots stand behind it, in words; empty for one claim alone.
        grade: how well it is supported, or ``None``.
        denied: who denies it; empty for nobody.
        verb: ``denied by`` or ``doubted by``.
    """

    words: str
    told: str
    href: str
    who: Markup
    origins: str
    grade: Sign | None
    denied: Markup
    verb: str


@dataclass(frozen=True, slots=True)
class Question:
    """A point with the answers that tell most.

    Attributes:
        id: of the point.
        label: the question, with a capital.
        answers: these.
        more: how many answers are left out.
        range: of counts that differ, from the lowest to the highest; empty for all else.
        is_rising: whether later accounts count more.
    """

    id: str
    label: str
    answers: tuple[Said, ...]
    more: int
    range: str
    is_rising: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The first screen of a dossier.

    Attributes:
        title: what the incident is called.
        headline: the document whose headline that is; ``None`` where it is nobody's.
        facts: what is known of it, each with its name.
        documents: how many documents.
        outlets: how many publishers that are known.
        origins: how many independent roots.
        published: between which days they appeared.
        points: how many points accounts answer.
        cited: how many more roots answers come from: agencies and others that documents cite.
        decided: how many decisions of people this rests on.
        contested: the points on which accounts stand against each other.
        agreed: the points on which several roots agree.
        differing: the counts that differ from account to account, and of which nobody denies any.
        alone: the points of which each answer rests on one root.
        background: how many documents speak of it beside what they are about.
    """

    title: str
    headline: Source | None
    facts: tuple[tuple[str, str, str], ...]
    documents: int
    outlets: int
    origins: int
    published: str
    points: int
    cited: int
    decided: int
    contested: tuple[Question, ...]
    agreed: tuple[Question, ...]
    differing: tuple[Question, ...]
    alone: tuple[Question, ...]
    background: int


def head_of(view: View, sources: Mapping[str, Source]) -> Head:
    """Return what stands above a dossier."""
    comparison = view.comparison
    found = _Findings(view)
    days = sorted(one.published for one in sources.values() if one.published)
    record = record_of(view, sources)
    title = plain(comparison.incident.title)
    return Head(
        title=title,
        headline=next((one for one in sources.values() if one.title == title), None),
        facts=tuple(facts_of(view)),
        documents=len(sources),
        outlets=len({row.publisher for row in view.rows.values() if row.publisher}),
        origins=comparison.independent_origins,
        published=long_days(days[0], days[-1]) if days else "",
        points=len(comparison.points),
        cited=_cited(comparison, sources),
        decided=record.total,
        contested=found.contested,
        agreed=found.agreed,
        differing=found.differing,
        alone=found.alone,
        background=sum(one.role == "background" for one in sources.values()),
    )


def _cited(comparison: Comparison, sources: Mapping[str, Source]) -> int:
    """Return from how many roots answers come that are the root of no document."""
    behind = {
        root
        for point in comparison.points
        for position in point.positions
        for root in position.origins
    }
    return len(behind - {one.origin for one in sources.values()})


class _Findings:
    """The points of a comparison, by how its accounts stand to each other."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._vague = Vague(view.readings)
        self._ranges: dict[tuple[str, str | None], str] = {
            (one.kind, one.who): range_words(one.lowest, one.highest)
            for one in view.comparison.tolls
            if one.lowest != one.highest
        }
        contested, agreed, differing, alone = [], [], [], []
        for one in view.comparison.points:
            if one.kind == "other":
                contested.append(self._opposed(one))
            elif one.is_contested:
                contested.append(self._contested(one))
            elif _differs(one):
                differing.append(self._settled(one, 1))
            elif max(len(each.origins) for each in one.positions) >= _SEVERAL:
                agreed.append(self._settled(one, _SEVERAL))
            else:
                alone.append(self._settled(one, 1))
        self.contested = tuple(contested)
        self.agreed = tuple(agreed)
        self.differing = tuple(differing)
        self.alone = tuple(alone)

    def _contested(self, point: Point) -> Question:
        opposed = at_odds(point)
        denied_first = sorted(opposed, key=lambda one: not _is_count(one) and not deniers(one))
        return self._question(point, denied_first, len(opposed))

    def _opposed(self, point: Point) -> Question:
        """Return claims that seem opposed, each in the words of who says it.

        What puts several of them on one side does not make them say the same.
        """
        said = [
            self._claim(point, at, one)
            for at, position in enumerate(point.positions, start=1)
            for one in position.held_by
        ]
        shown = tuple(said[:_MOST_ANSWERS])
        label = as_title(question_words(point))
        return Question(point.id, label, shown, len(said) - len(shown), "", is_rising=False)

    def _claim(self, point: Point, number: int, one: Holding) -> Said:
        words = plain(one.span.of(self._view.readings[one.document].document.text))
        return Said(
            words=cut(words, _LONGEST),
            told="",
            href=f"#{anchor_of(point, number)}",
            who=name(one.party),
            origins="",
            grade=None,
            denied=Markup(),
            verb="",
        )

    def _settled(self, point: Point, fewest: int) -> Question:
        """Return a point with the answers that so many roots or more give, the best first."""
        held = [one for one in point.positions if one.held_by]
        fit = [one for one in held if len(one.origins) >= fewest]
        fit.sort(key=lambda one: -len(one.origins))
        return self._question(point, fit, len(held))

    def _question(self, point: Point, fit: Sequence[Position], held: int) -> Question:
        shown = list(fit) if len(fit) <= _MOST_ANSWERS else most_telling(fit)
        if shown and all(map(_is_count, shown)):
            shown.sort(key=size_of)
        return Question(
            id=point.id,
            label=as_title(question_words(point)),
            answers=tuple(_said(point, one, self._vague.words(one)) for one in shown),
            more=held - len(shown),
            range=self._ranges.get((point.kind, point.who), ""),
            is_rising=point.is_update,
        )


def _is_count(position: Position) -> bool:
    return isinstance(position.value, Count)


def _differs(point: Point) -> bool:
    """Return whether two counts cannot both be true."""
    counts = [one.value for one in point.positions if one.held_by]
    return any(
        isinstance(one, Count) and excludes(one, other) for one in counts for other in counts
    )


def _said(point: Point, position: Position, told: str) -> Said:
    number = next(at for at, one in enumerate(point.positions, start=1) if one is position)
    who = deniers(position)
    return Said(
        words=_in_a_sentence(point, position),
        told=told,
        href=f"#{anchor_of(point, number)}",
        who=listing(names(position.held_by)),
        origins=counted(len(position.origins), "independent origin"),
        grade=GRADES[position.grade.airwars] if position.grade else None,
        denied=listing(who) if who else Markup(),
        verb="doubted by" if who and is_doubt(position.denied_by) else "denied by",
    )


def _in_a_sentence(point: Point, position: Position) -> str:
    """Return an answer as it can stand in a sentence: a count with what it counts."""
    words = answer_words(position, _LONGEST)
    if isinstance(position.value, Count):
        label = plain(point.label)
        is_one_of_some = words == "1" and point.who != "total"
        return f"{label}: 1" if is_one_of_some else f"{words} {label}"
    return "it happened" if point.kind == "occurrence" and words == "happened" else words
