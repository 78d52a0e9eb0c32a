"""What stands above a dossier: what happened, how much is told of it, what is agreed, what not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import Comparison, Count, Point, Position
from rashomon.render.case.comparison_marks import deniers, is_doubt, names, size_of
from rashomon.render.case.comparison_odds import MOST_TELLING, at_odds, most_telling
from rashomon.render.dossier.evidence import anchor_of
from rashomon.render.dossier.names import answer_words, listing
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import View
from rashomon.render.html.days import long_days
from rashomon.render.html.signs import GRADES, Sign
from rashomon.render.plain import plain
from rashomon.render.words import as_title, counted, type_words

_LONGEST = 220
_SEVERAL = 2
_WHERE: Mapping[int | None, str] = {
    1: "the very place",
    2: "within 25 km of a known place",
    3: "the district",
    4: "the province",
    5: "an area without clear bounds",
    6: "the country",
    7: "at sea, or between countries",
}
_WHEN: Mapping[int | None, str] = {
    1: "the day",
    2: "two to six days",
    3: "the week",
    4: "the month",
    5: "the year",
}
"""What UCDP's codes of precision mean (UCDP GED codebook, where_prec and date_prec)."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer with who gives it.

    Attributes:
        words: the answer.
        href: leads to the words behind it.
        who: who gives it.
        origins: how many independent roots stand behind it, in words.
        grade: how well it is supported, or ``None``.
        denied: who denies it; empty for nobody.
        verb: ``denied by`` or ``doubted by``.
    """

    words: str
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
        is_rising: whether later accounts know more.
    """

    id: str
    label: str
    answers: tuple[Said, ...]
    more: int
    is_rising: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The first screen of a dossier.

    Attributes:
        title: what the incident is called.
        facts: what is known of it, each with its name.
        documents: how many documents.
        outlets: how many publishers that are known.
        origins: how many independent roots.
        published: between which days they appeared.
        points: how many points accounts answer.
        contested: the points on which accounts stand against each other.
        agreed: the points on which several roots agree.
        alone: the points that rest on one root.
        background: how many documents speak of it beside what they are about.
    """

    title: str
    facts: tuple[tuple[str, str, str], ...]
    documents: int
    outlets: int
    origins: int
    published: str
    points: int
    contested: tuple[Question, ...]
    agreed: tuple[Question, ...]
    alone: tuple[Question, ...]
    background: int


def head_of(view: View, sources: Mapping[str, Source]) -> Head:
    """Return what stands above a dossier."""
    comparison = view.comparison
    contested, agreed, alone = _sorted(comparison.points)
    days = sorted(one.published for one in sources.values() if one.published)
    return Head(
        title=plain(comparison.incident.title),
        facts=tuple(_facts(view)),
        documents=len(sources),
        outlets=len({row.publisher for row in view.rows.values() if row.publisher}),
        origins=comparison.independent_origins,
        published=long_days(days[0], days[-1]) if days else "",
        points=len(comparison.points),
        contested=tuple(_contested(one) for one in contested),
        agreed=tuple(_settled(one, _SEVERAL) for one in agreed),
        alone=tuple(_settled(one, 1) for one in alone),
        background=sum(one.role == "background" for one in sources.values()),
    )


def _sorted(points: Iterable[Point]) -> tuple[list[Point], list[Point], list[Point]]:
    """Return the points that are contested, agreed by several roots, and told by one alone."""
    contested, agreed, alone = [], [], []
    for one in points:
        if one.is_contested:
            contested.append(one)
        elif len(_best(one).origins) >= _SEVERAL:
            agreed.append(one)
        else:
            alone.append(one)
    return contested, agreed, alone


def _best(point: Point) -> Position:
    return max(point.positions, key=lambda one: len(one.origins))


def _facts(view: View) -> Iterable[tuple[str, str, str]]:
    """Yield what is known: its name, the words, and how precise that is."""
    comparison: Comparison = view.comparison
    incident = comparison.incident
    if incident.type:
        yield "What", as_title(type_words(incident.type)), ""
    if days := long_days(incident.time.earliest, incident.time.latest):
        yield "When", days, _code("date", _WHEN, comparison.date_precision)
    if incident.place:
        country = f", {view.country}" if view.country else ""
        words = f"{plain(incident.place.name)}{country}"
        yield "Where", words, _code("place", _WHERE, comparison.where_precision)


def _code(name: str, meanings: Mapping[int | None, str], code: int | None) -> str:
    """Return UCDP's code with what it means; nothing for none."""
    return f"{meanings[code]} is known (UCDP {name} precision {code})" if code in meanings else ""


def _contested(point: Point) -> Question:
    opposed = at_odds(point)
    shown = most_telling(opposed)
    return _question(point, shown, len(opposed) - len(shown))


def _settled(point: Point, fewest: int) -> Question:
    """Return a point with the answers that so many roots or more give, the best supported first."""
    held = [one for one in point.positions if one.held_by]
    fit = sorted(
        (one for one in held if len(one.origins) >= fewest), key=lambda one: -len(one.origins)
    )
    shown = fit[:MOST_TELLING]
    if shown and isinstance(shown[0].value, Count):
        shown.sort(key=size_of)
    return _question(point, shown, len(held) - len(shown))


def _question(point: Point, shown: Sequence[Position], more: int) -> Question:
    return Question(
        point.id,
        as_title(plain(point.label)),
        tuple(_said(point, one) for one in shown),
        more,
        point.is_update,
    )


def _said(point: Point, position: Position) -> Said:
    number = next(at for at, one in enumerate(point.positions, start=1) if one is position)
    who = deniers(position)
    return Said(
        words=_in_a_sentence(point, position),
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
        return f"{words} {plain(point.label)}"
    return "it happened" if point.kind == "occurrence" and words == "happened" else words
