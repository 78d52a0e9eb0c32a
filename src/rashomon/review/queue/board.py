"""What a comparison shows, and what of it would change without some of its words.

It is told from what is shown alone, without comparing again: an answer that nobody is left to hold
is gone; a point is contested as long as two who are left give answers that exclude each other.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from rashomon.model.comparison import Comparison, Count, Holding, Point, Position, When

_HELD_AGAINST = 64
"""How many answers to a point are held against each other: those with most roots."""
_TOLLS = ("killed", "injured")

_GONE, _CONTEST, _ORIGIN, _TOLL, _PARTY, _CELL = 1.0, 2.0, 1.0, 1.0, 0.25, 0.05
"""What changes weigh: an answer gone; a point no longer contested; the share of the independent
roots behind an answer; that of the range of a toll; a party that is silent then; any words."""


class Cell(NamedTuple):
    """Where words stand in a comparison.

    Attributes:
        point: the number of the point, from 0.
        position: the number of the answer, from 0.
        is_denied: whether they deny it.
        holding: the words, with who says them.
    """

    point: int
    position: int
    is_denied: bool
    holding: Holding


@dataclass(frozen=True, slots=True)
class Change:
    """What would be otherwise in what is shown of one point, or of all.

    Attributes:
        gone: the answers that nobody would hold, as the point and the answer.
        uncontested: the points that would not be contested.
        origins: how many independent roots more or less would stand behind answers that stay.
        share: of how much of those that there are: one of two is more than one of ten.
        tolls: the tolls that would have another range: the point, and lowest and highest, before
            and after; ``None`` where nobody would give a number.
        silent: who would answer nothing to a point.
        cells: how many words would go.
    """

    gone: tuple[tuple[Point, Position], ...] = ()
    uncontested: tuple[Point, ...] = ()
    origins: int = 0
    share: float = 0.0
    tolls: tuple[tuple[Point, tuple[int, int], tuple[int, int] | None], ...] = ()
    silent: tuple[str, ...] = ()
    cells: int = 0

    @property
    def weight(self) -> float:
        """How much it is."""
        ranges = sum(_of_range(before, after) for _, before, after in self.tolls)
        return (
            _GONE * len(self.gone)
            + _CONTEST * len(self.uncontested)
            + _ORIGIN * self.share
            + _TOLL * ranges
            + _PARTY * len(self.silent)
            + _CELL * self.cells
        )

    def __add__(self, other: "Change") -> "Change":
        return Change(
            (*self.gone, *other.gone),
            (*self.uncontested, *other.uncontested),
            self.origins + other.origins,
            self.share + other.share,
            (*self.tolls, *other.tolls),
            (*self.silent, *other.silent),
            self.cells + other.cells,
        )


NO_CHANGE = Change()


def _of_range(before: tuple[int, int], after: tuple[int, int] | None) -> float:
    """Return how much of a range is lost, 0 to 1."""
    if after is None:
        return 1.0
    lost = (before[1] - before[0]) - (after[1] - after[0])
    return max(0, lost) / max(before[1], 1)


class Board:
    """A comparison by its cells.

    Args:
        comparison: what is shown.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.points = comparison.points
        self.cells = tuple(_cells(comparison.points))
        self._held: Counter[tuple[int, int]] = Counter()
        self._roots: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
        self._denied: Counter[tuple[int, int]] = Counter()
        self._answering: Counter[tuple[int, str]] = Counter()
        for one in self.cells:
            at = one.point, one.position
            if one.is_denied:
                self._denied[at] += 1
            else:
                self._held[at] += 1
                self._roots[at][one.holding.origin] += 1
            self._answering[one.point, one.holding.party] += 1

    def without(self, cells: Iterable[Cell]) -> dict[int, Change]:
        """Return what would change without some cells, by the numbers of the points."""
        by_point: dict[int, list[Cell]] = defaultdict(list)
        for one in dict.fromkeys(cells):
            by_point[one.point].append(one)
        return {number: self._on(number, some) for number, some in by_point.items()}

    def parted(self, cells: Iterable[Cell]) -> dict[int, Change]:
        """Return what would change if some cells had a root of their own, by points."""
        by_answer: dict[tuple[int, int], list[Holding]] = defaultdict(list)
        for one in dict.fromkeys(cells):
            if not one.is_denied:
                by_answer[one.point, one.position].append(one.holding)
        found: dict[int, Change] = {}
        for at, some in by_answer.items():
            often, here = self._roots[at], Counter(one.origin for one in some)
            more = int(any(often[origin] > number for origin, number in here.items()))
            change = Change(origins=more, share=more / (len(often) + more), cells=len(some))
            found[at[0]] = found.get(at[0], NO_CHANGE) + change
        return found

    def _on(self, number: int, cells: Sequence[Cell]) -> Change:
        point = self.points[number]
        held: dict[int, list[Holding]] = defaultdict(list)
        denied: Counter[int] = Counter()
        for one in cells:
            if one.is_denied:
                denied[one.position] += 1
            else:
                held[one.position].append(one.holding)
        gone = {at for at, some in held.items() if len(some) == self._held[number, at]}
        is_less = gone or any(times == self._denied[number, at] for at, times in denied.items())
        left = [one for at, one in enumerate(point.positions) if at not in gone] if is_less else []
        lost = {at: self._lost(number, at, some) for at, some in held.items() if at not in gone}
        parties = Counter(one.holding.party for one in cells)
        return Change(
            gone=tuple((point, point.positions[at]) for at in sorted(gone)),
            uncontested=(point,)
            if is_less and point.is_contested and not _is_contested(point, left, denied, gone)
            else (),
            origins=sum(fewer for fewer, _ in lost.values()),
            share=sum(fewer / before for fewer, before in lost.values()),
            tolls=_tolls(point, left) if gone else (),
            silent=tuple(
                one for one, times in parties.items() if times == self._answering[number, one]
            ),
            cells=len(cells),
        )

    def _lost(self, number: int, position: int, cells: Collection[Holding]) -> tuple[int, int]:
        """Return how many roots stand behind an answer by some cells alone, and how many in all."""
        often, here = self._roots[number, position], Counter(one.origin for one in cells)
        return sum(often[origin] == times for origin, times in here.items()), len(often)


def _cells(points: Sequence[Point]) -> Iterator[Cell]:
    for number, point in enumerate(points):
        for at, position in enumerate(point.positions):
            for one in position.held_by:
                yield Cell(number, at, False, one)
            for one in position.denied_by:
                yield Cell(number, at, True, one)


def _is_contested(
    point: Point, left: Sequence[Position], denied: Counter[int], gone: Collection[int]
) -> bool:
    """Return whether a contested point stays so with the answers that are left."""
    for at, position in enumerate(point.positions):
        if at not in gone and position.held_by and len(position.denied_by) > denied[at]:
            return True
    return any(
        _exclude(one, other) and len({each.holder for each in (*one.held_by, *other.held_by)}) > 1
        for one, other in combinations([one for one in left if one.held_by][:_HELD_AGAINST], 2)
    )


def _exclude(one: Position, other: Position) -> bool:
    """Return whether two answers may exclude each other: names are taken to."""
    first, second = one.value, other.value
    if isinstance(first, Count) and isinstance(second, Count):
        return not first.may_be(second)
    if isinstance(first, When) and isinstance(second, When):
        return not first.may_be(second)
    return True


def _tolls(
    point: Point, left: Iterable[Position]
) -> tuple[tuple[Point, tuple[int, int], tuple[int, int] | None], ...]:
    """Return the toll of a point before and after, where its range would be another."""
    if point.kind not in _TOLLS:
        return ()
    before, after = _range(point.positions), _range(left)
    return ((point, before, after),) if before and before != after else ()


def _range(positions: Iterable[Position]) -> tuple[int, int] | None:
    numbers = [
        number
        for one in positions
        if one.held_by and isinstance(one.value, Count)
        for number in (one.value.min, one.value.max)
        if number is not None
    ]
    return (min(numbers), max(numbers)) if numbers else None
