"""How each outlet words the same thing, and which words it uses in its own voice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.comparison import Comparison, Holding, OwnStatement, Point, Position
from rashomon.model.reading import Attribution, Framing, Reading
from rashomon.render.case.comparison_marks import is_own_voice
from rashomon.render.dossier.evidence import Evidence, anchor_of
from rashomon.render.dossier.names import answer_words
from rashomon.render.dossier.sources import Source
from rashomon.render.html.signs import FRAMINGS, STANCES, Sign
from rashomon.render.plain import plain

_MOST_POINTS = 8
_MOST_ANSWERS = 3
_MOST_LINES = 14
_FEWEST_OUTLETS = 2
_MOST_LOADED = 10
_MOST_CUES = 4
_LONGEST = 120
_TOLD: frozenset[Framing] = frozenset(("distancing", "endorsing"))


@dataclass(frozen=True, slots=True)
class Wording:
    """How one outlet tells an answer.

    Attributes:
        outlet: its name.
        source: the document.
        party: whom it names; empty for its own voice.
        cue: the words with which it attributes; empty for its own voice.
        framing: how it presents what the source says; ``None`` for its own voice.
        stance: what the source does with it; ``None`` for its own voice.
        hedged: whether it marks it as uncertain.
        loaded: its loaded words.
    """

    outlet: str
    source: Source
    party: str
    cue: str
    framing: Sign | None
    stance: Sign | None
    hedged: bool
    loaded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One answer as several outlets tell it.

    Attributes:
        label: the answer.
        href: leads to all words behind it.
        lines: the outlets.
        more: how many lines are left out.
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
    comparison: Comparison, evidence: Evidence, sources: Mapping[str, Source]
) -> tuple[WordedPoint, ...]:
    """Return the answers that two outlets or more word otherwise, to contested points first."""
    worder = _Worder(comparison, evidence, sources)
    points = sorted(comparison.points, key=lambda one: not one.is_contested)
    found = (worder.point(one) for one in points)
    return tuple(one for one in found if one.answers)[:_MOST_POINTS]


class _Worder:
    def __init__(
        self, comparison: Comparison, evidence: Evidence, sources: Mapping[str, Source]
    ) -> None:
        self._evidence = evidence
        self._sources = sources
        self._own: dict[str, list[OwnStatement]] = {}
        for one in comparison.own_voice:
            self._own.setdefault(one.document, []).append(one)

    def point(self, point: Point) -> WordedPoint:
        """Return a point with the answers that several outlets word otherwise."""
        told = (self._answer(point, *one) for one in enumerate(point.positions, start=1))
        fit = [one for one in told if _differs(one.lines)]
        return WordedPoint(point.id, plain(point.label), tuple(fit[:_MOST_ANSWERS]))

    def _answer(self, point: Point, number: int, position: Position) -> SideBySide:
        lines = list(dict.fromkeys(self._lines((*position.held_by, *position.denied_by))))
        lines.sort(key=_tells_least)
        shown = sorted(lines[:_MOST_LINES], key=lambda one: (one.source.number, one.party))
        label = answer_words(position, _LONGEST)
        href = f"#{anchor_of(point, number)}"
        return SideBySide(label, href, tuple(shown), max(0, len(lines) - _MOST_LINES))

    def _lines(self, holdings: Iterable[Holding]) -> Iterator[Wording]:
        for one in holdings:
            source = self._sources[one.document]
            attribution = self._evidence.attribution(one)
            if attribution:
                yield self._attributed(one, attribution, source)
            elif is_own_voice(one):
                yield self._said(one, source)

    def _attributed(self, one: Holding, attribution: Attribution, source: Source) -> Wording:
        cue = self._evidence.words(one.document, attribution.cue)
        return Wording(
            outlet=source.outlet,
            source=source,
            party=one.party,
            cue=cue,
            framing=FRAMINGS[attribution.framing],
            stance=STANCES[one.voice.stance],
            hedged=False,
            loaded=(),
        )

    def _said(self, one: Holding, source: Source) -> Wording:
        around = [each for each in self._own.get(one.document, ()) if each.span.overlaps(one.span)]
        loaded = dict.fromkeys(
            self._evidence.words(one.document, (span,)) for each in around for span in each.loaded
        )
        return Wording(
            outlet=source.outlet,
            source=source,
            party="",
            cue="",
            framing=None,
            stance=None,
            hedged=any(each.hedged for each in around),
            loaded=tuple(loaded),
        )


def _differs(lines: Sequence[Wording]) -> bool:
    """Return whether two outlets or more tell it, and not all in the same manner."""
    outlets = {one.outlet for one in lines}
    manners = {(one.framing, bool(one.party), one.hedged, bool(one.loaded)) for one in lines}
    return len(outlets) >= _FEWEST_OUTLETS and len(manners) > 1


def _tells_least(one: Wording) -> tuple[bool, bool]:
    is_plain = one.framing is not None and one.framing.word == "neutral"
    return is_plain and not one.loaded and not one.hedged, is_plain


def voices_of(readings: Mapping[str, Reading], sources: Mapping[str, Source]) -> tuple[Voice, ...]:
    """Return how each outlet words what it tells, those that say most first."""
    by: dict[str, list[Reading]] = {}
    for document, source in sources.items():
        by.setdefault(source.outlet, []).append(readings[document])
    found = [_voice(outlet, some) for outlet, some in by.items()]
    return tuple(sorted(found, key=lambda one: (-one.claims - one.statements, one.outlet)))


def _voice(outlet: str, readings: Sequence[Reading]) -> Voice:
    claims = [(reading, one) for reading in readings for one in reading.attributions]
    statements = [(reading, one) for reading in readings for one in reading.statements]
    loaded = Counter(
        plain(span.of(reading.document.text)).casefold()
        for reading, one in statements
        for span in one.loaded
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
