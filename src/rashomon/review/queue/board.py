"""What a comparison shows, and what of it would change without some of its words.

It is told from what is shown alone, without comparing again: an answer that nobody is left to hold
is gone; words that are no source's are the document's own; a point is contested as long as two who
are left give answers that exclude each other.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rashomon.model.comparison import Comparison, Count, Holding, Point, Position, When
from rashomon.review.queue.changes import NO_CHANGE, Change

_HELD_AGAINST = 64
"""How many answers to a point are held against each other: those with most roots."""
_TOLLS = ("killed", "injured")


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
        return {number: self._on(number, some) for number, some in _by_point(cells).items()}

    def unclaimed(self, cells: Iterable[Cell]) -> dict[int, Change]:
        """Return what would change if some cells were no source's, by the numbers of the points.

        What they answer stays as the document's own; what they contradict as claims does not.
        """
        return {
            number: self._on(number, some)
            if self.points[number].kind == "other"
            else self._moved(number, some)
            for number, some in _by_point(cells).items()
        }

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
        held, denied = _parted(cells)
        gone = {at for at, some in held.items() if len(some) == self._held[number, at]}
        lost = {at: self._lost(number, at, some) for at, some in held.items() if at not in gone}
        left = [one for at, one in enumerate(point.positions) if at not in gone] if gone else []
        is_less = bool(gone) or self._is_denied_less(number, denied)
        return Change(
            gone=tuple((point, point.positions[at]) for at in sorted(gone)),
            undenied=_undenied(point, cells),
            undenied_share=self._denied_share(number, denied),
            uncontested=self._uncontested(number, denied, gone, frozenset()) if is_less else (),
            origins=sum(fewer for fewer, _ in lost.values()),
            share=sum(fewer / before for fewer, before in lost.values()),
            tolls=_tolls(point, left) if gone else (),
            silent=self._silent(number, cells),
            cells=len(cells),
        )

    def _moved(self, number: int, cells: Sequence[Cell]) -> Change:
        point = self.points[number]
        held, denied = _parted(cells)
        alone = {at for at, some in held.items() if len(some) == self._held[number, at]}
        is_less = bool(alone) or self._is_denied_less(number, denied)
        moved = frozenset(one.holding for one in cells)
        answers = {(at, one.party): None for at, some in held.items() for one in some}
        return Change(
            moved=tuple((point, point.positions[at], party) for at, party in answers),
            moved_share=sum(len(some) / self._held[number, at] for at, some in held.items()),
            undenied=_undenied(point, cells),
            undenied_share=self._denied_share(number, denied),
            uncontested=self._uncontested(number, denied, (), moved) if is_less else (),
            silent=self._silent(number, cells),
            cells=len(cells),
        )

    def _denied_share(self, number: int, denied: Counter[int]) -> float:
        """Return how much of all denials of answers some are, as of one denial each."""
        return sum(times / self._denied[number, at] for at, times in denied.items())

    def _is_denied_less(self, number: int, denied: Counter[int]) -> bool:
        return any(times == self._denied[number, at] for at, times in denied.items())

    def _silent(self, number: int, cells: Iterable[Cell]) -> tuple[str, ...]:
        parties = Counter(one.holding.party for one in cells)
        return tuple(one for one, times in parties.items() if times == self._answering[number, one])

    def _uncontested(
        self,
        number: int,
        denied: Counter[int],
        gone: Collection[int],
        moved: Collection[Holding],
    ) -> tuple[Point, ...]:
        """Return a contested point that would not be, without answers and with others' words."""
        point = self.points[number]
        left = [
            (one, frozenset(_holder(each, moved) for each in one.held_by))
            for at, one in enumerate(point.positions)
            if at not in gone and one.held_by
        ]
        is_denied = any(
            at not in gone and one.held_by and len(one.denied_by) > denied[at]
            for at, one in enumerate(point.positions)
        )
        is_still = is_denied or any(
            len(holders | others) > 1 and _exclude(one, other)
            for (one, holders), (other, others) in combinations(left[:_HELD_AGAINST], 2)
        )
        return (point,) if point.is_contested and not is_still else ()

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


def _by_point(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    found: dict[int, list[Cell]] = defaultdict(list)
    for one in dict.fromkeys(cells):
        found[one.point].append(one)
    return found


def _parted(cells: Iterable[Cell]) -> tuple[dict[int, list[Holding]], Counter[int]]:
    """Return who holds which answers, and how many deny which."""
    held: dict[int, list[Holding]] = defaultdict(list)
    denied: Counter[int] = Counter()
    for one in cells:
        if one.is_denied:
            denied[one.position] += 1
        else:
            held[one.position].append(one.holding)
    return held, denied


def _undenied(point: Point, cells: Iterable[Cell]) -> tuple[tuple[Point, Position, str], ...]:
    """Return which answers some cells deny, with who does."""
    denials = {(one.position, one.holding.party): None for one in cells if one.is_denied}
    return tuple((point, point.positions[at], party) for at, party in denials)


def _holder(one: Holding, moved: Collection[Holding]) -> str:
    """Return who holds an answer: of words that are no source's the document."""
    return f"\n{one.document}" if one in moved else one.holder


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
