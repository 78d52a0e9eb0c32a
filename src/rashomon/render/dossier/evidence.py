"""Every answer with the words behind it: who holds it, who denies it, in which articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import Grade, Holding, Point, Position
from rashomon.model.reading import Attribution
from rashomon.model.spans import Span, Spans
from rashomon.render.case.comparison_marks import (
    Mark,
    is_own_voice,
    point_marks,
    position_marks,
)
from rashomon.render.case.comparison_table import kind_words
from rashomon.render.dossier.excerpts import AROUND, excerpt
from rashomon.render.dossier.names import answer_words, question_words
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.vague import Vague
from rashomon.render.dossier.view import Links, View
from rashomon.render.html import marks as html
from rashomon.render.html.signs import GRADES, STANCES, Sign
from rashomon.render.plain import plain

_LONGEST = 400
_MANY = 800
_LEAST_AROUND = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand.

    Attributes:
        source: the document.
        origin: the ``id`` of the root that the words come from.
        href: where they are shown in the whole text; empty for nowhere.
        decide: where a person decides on them; empty for nowhere.
    """

    source: Source
    origin: str
    href: str
    decide: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in context, and every document that has them.

    Attributes:
        context: the words, set off, with those around them.
        places: where they stand, the first first.
    """

    context: Markup
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who gives an answer or denies it.

    Attributes:
        anchor: the ``id`` of its element.
        party: the name; empty for all who say it in their own voice.
        known: what is known of it: kind and side.
        stance: what it does with what it says; ``None`` where it just asserts it.
        quotes: its words.
    """

    anchor: str
    party: str
    known: str
    stance: Sign | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a point.

    Attributes:
        anchor: the ``id`` of its element.
        label: the answer for people.
        told: the words of a count that name no such number; empty for all else.
        marks: what is to be said of who holds it.
        grade: how well it is supported, or ``None``.
        sign: the sign of the grade, or ``None``.
        origins: how many independent roots stand behind it.
        held: who gives it.
        denied: who denies it.
        decide: where a person grades it; empty for nowhere.
    """

    anchor: str
    label: str
    told: str
    marks: tuple[Mark, ...]
    grade: Grade | None
    sign: Sign | None
    origins: int
    held: tuple[Holder, ...]
    denied: tuple[Holder, ...]
    decide: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A point with its answers.

    Attributes:
        id: the ``id`` of the point.
        label: the question.
        marks: what is to be said of it as a whole.
        answers: the answers.
        silent: who speaks on the incident and answers nothing to this.
    """

    id: str
    label: str
    marks: tuple[Mark, ...]
    answers: tuple[Answer, ...]
    silent: tuple[str, ...]


def anchor_of(point: Point, number: int) -> str:
    """Return the ``id`` of the element of an answer, by its number from 1."""
    return f"{point.id}-{number}"


def holder_anchors(point: Point, number: int) -> Mapping[tuple[str, bool], str]:
    """Return the ``id`` of the element of each holder: by the name, and whether it denies.

    Those who say it in their own voice, and are named by nobody else, share one.
    """
    position = point.positions[number - 1]
    base = anchor_of(point, number)
    found: dict[tuple[str, bool], str] = {}
    for holdings, denies, letter in (
        (position.held_by, False, ""),
        (position.denied_by, True, "d"),
    ):
        for at, (party, same) in enumerate(_by_holder(holdings), start=1):
            for each in (party,) if party else {one.party for one in same}:
                found[each, denies] = f"{base}-{letter}{at}"
    return found


def _by_holder(holdings: Iterable[Holding]) -> list[tuple[str, list[Holding]]]:
    """Return holdings by who holds them; own voices together, last, under no name."""
    by: dict[str, list[Holding]] = {}
    for one in holdings:
        by.setdefault(one.party, []).append(one)
    own = [each for same in by.values() if _is_own(same) for each in same]
    named = [(party, same) for party, same in by.items() if not _is_own(same)]
    return [*named, *([("", own)] if own else [])]


def _is_own(holdings: Iterable[Holding]) -> bool:
    return all(map(is_own_voice, holdings))


class Evidence:
    """Finds the words behind answers.

    Args:
        view: what the dossier shows.
        sources: the documents, by their ``id``.
        links: where the page leads.

    Attributes:
        vague: finds the words of counts that name no such number.
    """

    def __init__(self, view: View, sources: Mapping[str, Source], links: Links) -> None:
        self._view = view
        self._sources = sources
        self._links = links
        self._attributions: dict[str, dict[str, Attribution]] = {}
        self._around = _around(view.comparison.points)
        self.vague = Vague(view.readings)

    def points(self) -> tuple[Asked, ...]:
        """Return all points with the words behind their answers."""
        return tuple(map(self._asked, self._view.comparison.points))

    def attribution(self, one: Holding) -> Attribution | None:
        """Return the attribution that a holding rests on; ``None`` for a document's own voice."""
        if one.voice.attribution is None:
            return None
        if one.document not in self._attributions:
            reading = self._view.readings[one.document]
            self._attributions[one.document] = {each.id: each for each in reading.attributions}
        return self._attributions[one.document].get(one.voice.attribution)

    def words(self, document: str, spans: Spans) -> str:
        """Return words of a document in one line."""
        return plain(self._view.readings[document].document.quote(spans))

    def words_of(self, one: Holding) -> str:
        """Return the words that a holding rests on, in one line."""
        return plain(one.span.of(self._view.readings[one.document].document.text))

    def _asked(self, point: Point) -> Asked:
        return Asked(
            id=point.id,
            label=question_words(point),
            marks=point_marks(point),
            answers=tuple(
                self._answer(point, number, one) for number, one in enumerate(point.positions, 1)
            ),
            silent=point.silent,
        )

    def _answer(self, point: Point, number: int, position: Position) -> Answer:
        anchors = holder_anchors(point, number)
        return Answer(
            anchor=anchor_of(point, number),
            label=answer_words(position, _LONGEST),
            told=self.vague.words(position),
            marks=position_marks(position),
            grade=position.grade,
            sign=GRADES[position.grade.airwars] if position.grade else None,
            origins=len(position.origins),
            held=tuple(self._holders(position.held_by, anchors, denies=False)),
            denied=tuple(self._holders(position.denied_by, anchors, denies=True)),
            decide=self._links.grade(point.id, number),
        )

    def _holders(
        self, holdings: Sequence[Holding], anchors: Mapping[tuple[str, bool], str], *, denies: bool
    ) -> Iterable[Holder]:
        for party, same in _by_holder(holdings):
            voice = same[0].voice
            side = voice.side if voice.side != party else ""
            known = ", ".join(filter(None, (kind_words(voice.kind), plain(side or ""))))
            is_asserted = not party or voice.stance == "asserts"
            anchor = anchors[party or same[0].party, denies]
            yield Holder(
                anchor=anchor,
                party=party,
                known=known if party else "",
                stance=None if is_asserted else STANCES[voice.stance],
                quotes=tuple(self._quotes(same)),
            )

    def _quotes(self, holdings: Iterable[Holding]) -> Iterable[Quote]:
        """Yield the words of one holder; the same words in several documents once."""
        same: dict[str, list[Holding]] = {}
        for one in holdings:
            same.setdefault(self.words_of(one).casefold(), []).append(one)
        for group in same.values():
            yield Quote(self._context(group[0]), tuple(map(self._place, group)))

    def _context(self, one: Holding) -> Markup:
        marks: list[html.Mark] = []
        if attribution := self.attribution(one):
            marks += _marks(attribution.source, "source") + _marks(attribution.cue, "cue")
        text = self._view.readings[one.document].document.text
        return excerpt(text, one.span, marks, self._around)

    def _place(self, one: Holding) -> Place:
        return Place(
            self._sources[one.document],
            one.origin,
            self._links.document(one.document, one.span),
            self._links.decide(one.document, one.span),
        )


def _around(points: Sequence[Point]) -> int:
    """Return how many characters around words are shown: fewer where there are very many words."""
    many = sum(len(one.held_by) + len(one.denied_by) for each in points for one in each.positions)
    return max(_LEAST_AROUND, AROUND * _MANY // max(_MANY, many))


def _marks(spans: Spans, kind: str) -> list[html.Mark]:
    return [html.Mark(Span(*one), kind) for one in spans]
