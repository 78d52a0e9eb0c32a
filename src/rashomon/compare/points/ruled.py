"""Which points are contested, where people decided how claims that answer them relate."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from rashomon.compare.claims.ruled import RelationRuling
from rashomon.model.comparison import ClaimRelation, Holding, Point, Position

AtOdds = Callable[[Point, Sequence[Position]], bool]
"""Returns whether two who answer a point cannot both be right, or one denies what another says."""

_Answer: TypeAlias = tuple[int, bool]
"""The number of a position, and whether it is denied."""
_Said: TypeAlias = tuple[str, _Answer]
"""Who gives an answer, and the answer."""
_Given: TypeAlias = dict[str, dict[_Answer, list[Holding]]]


class RuledPoints:
    """What is contested when decisions of people are heeded.

    Claims that contradict each other make what they answer contested. Claims that do not make two
    who say them agree on that, whatever the rules say; others may still differ.

    Args:
        rulings: how people said that claims relate.
        at_odds: tells what is contested by the rules.
    """

    def __init__(self, rulings: Sequence[RelationRuling], at_odds: AtOdds) -> None:
        self._rulings = rulings
        self._at_odds = at_odds
        self._ruled = frozenset(one for each in rulings for one in (each.document, each.other))
        self._touched: dict[int, tuple[Position, bool]] = {}

    def heeded(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """Return points, contested where they are when decisions are heeded, and by whose."""
        return tuple(map(self._heeded, points)) if self._rulings else tuple(points)

    def _heeded(self, point: Point) -> Point:
        is_contested = self._is_contested(point)
        if is_contested == point.is_contested:
            return point
        given = _given(point.positions)
        by = {one.reviewer for one in self._rulings if any(_paired(given, [one]))}
        return replace(point, is_contested=is_contested, reviewer=", ".join(sorted(by)))

    def are_rivals(self, point: Point, one: Position, other: Position) -> bool | None:
        """Return whether two positions cannot both be true; ``None`` where nobody decided so."""
        if not (self._is_touched(one) and self._is_touched(other)):
            return None
        both = replace(point, positions=(one, other), is_contested=True)
        given = _given(both.positions)
        if any(_contradicted(given, self._rulings)):
            return True
        return None if self._still(both, given) else False

    def unanswered(
        self, points: Sequence[Point], decided: Iterable[ClaimRelation]
    ) -> list[ClaimRelation]:
        """Return the contradictions that people saw and that no point asks of.

        Args:
            points: the points of the incident.
            decided: the relations that people decided.
        """
        given = [_given(one.positions) for one in points] if self._rulings else []
        asked = [
            one for one in self._rulings if any(any(_contradicted(each, [one])) for each in given)
        ]
        return [
            one
            for one in decided
            if one.relation == "contradicts"
            and not any(each.is_of(one.first, one.second) for each in asked)
        ]

    def _is_touched(self, position: Position) -> bool:
        """Return whether an answer is given in a document of which something is decided."""
        # each is asked for once for every other position
        if id(position) not in self._touched:
            said = (*position.held_by, *position.denied_by)
            is_touched = any(one.document in self._ruled for one in said)
            self._touched[id(position)] = position, is_touched
        return self._touched[id(position)][1]

    def _is_contested(self, point: Point) -> bool:
        given = _given(point.positions)
        if any(_contradicted(given, self._rulings)):
            return True
        return point.is_contested and self._still(point, given)

    def _still(self, point: Point, given: _Given) -> bool:
        """Return whether a point is contested by others than those who agree by decision."""
        agreed = frozenset(_agreed(given, self._rulings))
        involved = {holder for pair in agreed for holder, _ in pair}
        if not involved:
            return True
        others = {one: answers for one, answers in given.items() if one not in involved}
        if self._at_odds(point, _positions(point, others)):
            return True
        pairs = {frozenset((one, other)) for one in involved for other in given if one != other}
        return any(
            self._at_odds(point, _positions(point, {one: given[one] for one in pair}))
            and self._differ(point, given, agreed, pair)
            for pair in pairs
        )

    def _differ(
        self,
        point: Point,
        given: _Given,
        agreed: Collection[frozenset[_Said]],
        pair: Iterable[str],
    ) -> bool:
        """Return whether two who differ do so in what nobody decided that they agree on."""
        one, other = pair
        combined = list(product(given[one], given[other]))
        open_ = [
            (first, second)
            for first, second in combined
            if frozenset(((one, first), (other, second))) not in agreed
        ]
        return len(open_) == len(combined) or any(
            self._at_odds(
                point,
                _positions(
                    point,
                    {one: {first: given[one][first]}, other: {second: given[other][second]}},
                ),
            )
            for first, second in open_
        )


def _contradicted(given: _Given, rulings: Iterable[RelationRuling]) -> Iterator[frozenset[_Said]]:
    """Yield the pairs of different answers that contradict each other by decision."""
    return _paired(given, (one for one in rulings if one.relation == "contradicts"))


def _agreed(given: _Given, rulings: Iterable[RelationRuling]) -> Iterator[frozenset[_Said]]:
    """Yield the pairs of different answers that do not contradict each other by decision."""
    return _paired(given, (one for one in rulings if one.relation != "contradicts"))


def _paired(given: _Given, rulings: Iterable[RelationRuling]) -> Iterator[frozenset[_Said]]:
    by_document: dict[str, list[tuple[_Said, Holding]]] = defaultdict(list)
    for holder, answers in given.items():
        for answer, holdings in answers.items():
            for one in holdings:
                by_document[one.document].append(((holder, answer), one))
    for ruling in rulings:
        firsts = [
            said for said, one in by_document.get(ruling.document, ()) if ruling.is_first(one)
        ]
        seconds = [said for said, one in by_document.get(ruling.other, ()) if ruling.is_second(one)]
        for first, second in product(firsts, seconds):
            if first[0] != second[0] and first[1] != second[1]:
                yield frozenset((first, second))


def _given(positions: Iterable[Position]) -> _Given:
    """Return who gives which answers, with the words."""
    found: _Given = defaultdict(dict)
    for number, position in enumerate(positions):
        for is_denied, holdings in ((False, position.held_by), (True, position.denied_by)):
            for one in holdings:
                found[one.holder].setdefault((number, is_denied), []).append(one)
    return found


def _positions(point: Point, given: _Given) -> tuple[Position, ...]:
    """Return the positions of a point as some alone hold and deny them."""
    held: dict[int, list[Holding]] = defaultdict(list)
    denied: dict[int, list[Holding]] = defaultdict(list)
    for answers in given.values():
        for (number, is_denied), holdings in answers.items():
            (denied if is_denied else held)[number].extend(holdings)
    return tuple(
        replace(
            point.positions[number],
            held_by=tuple(held.get(number, ())),
            denied_by=tuple(denied.get(number, ())),
        )
        for number in sorted(held.keys() | denied.keys())
    )
