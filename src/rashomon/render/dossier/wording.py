"""How each outlet words the same thing, and which words it uses in its own voice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.comparison import Comparison, Holding, OwnStatement, Point, PointKind, Position
from rashomon.model.reading import Attribution, Framing, Reading
from rashomon.render.case.comparison_marks import is_own_voice
from rashomon.render.dossier.evidence import Evidence, anchor_of
from rashomon.render.dossier.loaded import Loaded
from rashomon.render.dossier.names import answer_words
from rashomon.render.dossier.sources import Source
from rashomon.render.html.signs import FRAMINGS, STANCES, Sign
from rashomon.render.plain import plain

_MOST_POINTS = 8
_MOST_ANSWERS = 3
_MOST_LINES = 8
_FEWEST_OUTLETS = 2
_MOST_LOADED = 10
_MOST_CUES = 4
_LONGEST = 120
_PLAIN: frozenset[PointKind] = frozenset(("time", "place"))
"""Points of which the manner says nothing."""
_TOLD: frozenset[Framing] = frozenset(("distancing", "endorsing"))


@dataclass(frozen=True, slots=True)
class Manner:
    """How an answer is put.

    Attributes:
        party: whom it is put to; empty for an own voice.
        cue: the words that do; empty for an own voice.
        framing: how the source is presented; ``None`` for an own voice.
        stance: what the source does with it; ``None`` for an own voice.
        hedged: whether it is marked as uncertain.
        loaded: the loaded words around it.
    """

    party: str
    cue: str
    framing: Sign | None
    stance: Sign | None
    hedged: bool
    loaded: tuple[str, ...]

    @property
    def rank(self) -> int:
        """What orders manners: those that say something of the outlet first."""
        if self.loaded or self.hedged:
            return 0
        if self.framing is None:
            return 2
        return 3 if self.framing is FRAMINGS["neutral"] else 1


@dataclass(frozen=True, slots=True)
class Wording:
    """A manner with those who use it.

    Attributes:
        manner: how the answer is put.
        sources: the documents that put it so.
    """

    manner: Manner
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One answer as several outlets tell it.

    Attributes:
        label: the answer.
        href: leads to all words behind it.
        lines: the manners in which it is told.
        more: how many of them are left out.
    """

    label: str
    href: str
    lines: tuple[Wording, ...]
    more: int


@dataclass(frozen=True, slots=True)
class WordedPoint:
    """A point with answers that several outlets tell.

    Attributes:
        id: of the point.
        label: the question.
        answers: told side by side.
    """

    id: str
    label: str
    answers: tuple[SideBySide, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """How an outlet words what it tells, over all its documents here.

    Attributes:
        outlet: its name.
        claims: how many claims it attributes.
        framed: by framing its sign, how many claims are presented so, and words that do it.
        statements: how many sentences it says in its own voice.
        hedged: how many of them it marks as uncertain.
        loaded: its loaded words, those used most first.
        more: how many such words are left out.
    """

    outlet: str
    claims: int
    framed: tuple[tuple[Sign, int, tuple[str, ...]], ...]
    statements: int
    hedged: int
    loaded: tuple[str, ...]
    more: int


def side_by_side(
    comparison: Comparison, evidence: Evidence, sources: Mapping[str, Source], loaded: Loaded
) -> tuple[WordedPoint, ...]:
    """Return the answers that two outlets or more word otherwise, to contested points first."""
    worder = _Worder(comparison, evidence, sources, loaded)
    told = [one for one in comparison.points if one.kind not in _PLAIN]
    points = sorted(told, key=lambda one: not one.is_contested)
    found = (worder.point(one) for one in points)
    return tuple(one for one in found if one.answers)[:_MOST_POINTS]


class _Worder:
    def __init__(
        self,
        comparison: Comparison,
        evidence: Evidence,
        sources: Mapping[str, Source],
        loaded: Loaded,
    ) -> None:
        self._evidence = evidence
        self._loaded = loaded
        self._sources = sources
        self._own: dict[str, list[OwnStatement]] = {}
        for one in comparison.own_voice:
            self._own.setdefault(one.document, []).append(one)

    def point(self, point: Point) -> WordedPoint:
        """Return a point with the answers that several outlets put in different manners."""
        told = [
            self._answer(point, number, position)
            for number, position in enumerate(point.positions, start=1)
        ]
        fit = tuple(one for one in told if one.lines)[:_MOST_ANSWERS]
        return WordedPoint(point.id, plain(point.label), fit)

    def _answer(self, point: Point, number: int, position: Position) -> SideBySide:
        by: dict[Manner, dict[str, Source]] = {}
        for one in (*position.held_by, *position.denied_by):
            if manner := self._manner(one):
                by.setdefault(manner, {})[one.document] = self._sources[one.document]
        lines = [
            Wording(manner, tuple(sorted(some.values(), key=lambda one: one.number)))
            for manner, some in sorted(by.items(), key=lambda item: item[0].rank)
        ]
        shown = lines[:_MOST_LINES] if _differs(lines) else []
        return SideBySide(
            answer_words(position, _LONGEST),
            f"#{anchor_of(point, number)}",
            tuple(shown),
            len(lines) - len(shown),
        )

    def _manner(self, one: Holding) -> Manner | None:
        attribution = self._evidence.attribution(one)
        if attribution:
            cue = self._evidence.words(one.document, attribution.cue)
            stance = STANCES[one.voice.stance]
            return Manner(one.party, cue, FRAMINGS[attribution.framing], stance, False, ())
        return self._own_manner(one) if is_own_voice(one) else None

    def _own_manner(self, one: Holding) -> Manner:
        around = [each for each in self._own.get(one.document, ()) if each.span.overlaps(one.span)]
        loaded = dict.fromkeys(
            self._evidence.words(one.document, (span,))
            for each in around
            for span in self._loaded.telling(one.document, each.loaded)
        )
        hedged = any(each.hedged for each in around)
        return Manner("", "", None, None, hedged, tuple(loaded))


def _differs(lines: Sequence[Wording]) -> bool:
    """Return whether two outlets or more tell it, and not all in one manner."""
    outlets = {source.outlet for one in lines for source in one.sources}
    manners = {
        (one.manner.framing, bool(one.manner.party), one.manner.hedged, bool(one.manner.loaded))
        for one in lines
    }
    return len(outlets) >= _FEWEST_OUTLETS and len(manners) > 1


def voices_of(
    readings: Mapping[str, Reading], sources: Mapping[str, Source], loaded: Loaded
) -> tuple[Voice, ...]:
    """Return how each outlet words what it tells, those that say most first."""
    by: dict[str, list[Reading]] = {}
    for document, source in sources.items():
        by.setdefault(source.outlet, []).append(readings[document])
    found = [_voice(outlet, some, loaded) for outlet, some in by.items()]
    return tuple(sorted(found, key=lambda one: (-one.claims - one.statements, one.outlet)))


def _voice(outlet: str, readings: Sequence[Reading], telling: Loaded) -> Voice:
    claims = [(reading, one) for reading in readings for one in reading.attributions]
    statements = [(reading, one) for reading in readings for one in reading.statements]
    loaded = Counter(
        plain(span.of(reading.document.text)).casefold()
        for reading, one in statements
        for span in telling.telling(reading.document.id, one.loaded)
    )
    return Voice(
        outlet=outlet,
        claims=len(claims),
        framed=tuple(_framed(claims)),
        statements=len(statements),
        hedged=sum(one.hedged for _, one in statements),
        loaded=tuple(word for word, _ in loaded.most_common(_MOST_LOADED)),
        more=max(0, len(loaded) - _MOST_LOADED),
    )


def _framed(
    claims: Iterable[tuple[Reading, Attribution]],
) -> Iterator[tuple[Sign, int, tuple[str, ...]]]:
    """Yield the framings that are not neutral, with the words that an outlet uses for them."""
    cues: dict[Framing, Counter[str]] = {}
    for reading, one in claims:
        if one.framing in _TOLD:
            cue = plain(reading.document.quote(one.cue)).casefold()
            cues.setdefault(one.framing, Counter())[cue] += 1
    for framing, found in sorted(cues.items()):
        common = tuple(word for word, _ in found.most_common(_MOST_CUES))
        yield FRAMINGS[framing], found.total(), common
