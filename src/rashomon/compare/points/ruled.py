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

    def heeded(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """Return points, contested where they are when decisions are heeded."""
        if not self._rulings:
            return tuple(points)
        return tuple(replace(one, is_contested=self._is_contested(one)) for one in points)

    def are_rivals(self, point: Point, one: Position, other: Position) -> bool | None:
        """Return whether two positions cannot both be true; ``None`` where nobody decided so."""
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
    for ruling in rulings:
        firsts = list(_saying(given, ruling.is_first))
        seconds = list(_saying(given, ruling.is_second)) if firsts else []
        for one, other in product(firsts, seconds):
            if one[0] != other[0] and one[1] != other[1]:
                yield frozenset((one, other))


def _given(positions: Iterable[Position]) -> _Given:
    """Return who gives which answers, with the words."""
    found: _Given = defaultdict(dict)
    for number, position in enumerate(positions):
        for is_denied, holdings in ((False, position.held_by), (True, position.denied_by)):
            for one in holdings:
                found[one.holder].setdefault((number, is_denied), []).append(one)
    return found


def _saying(given: _Given, is_meant: Callable[[Holding], bool]) -> Iterator[_Said]:
    """Yield who gives which answer in words that are meant."""
    for holder, answers in given.items():
        for answer, holdings in answers.items():
            if any(map(is_meant, holdings)):
                yield holder, answer


def _positions(point: Point, given: _Given) -> tuple[Position, ...]:
    """Return the positions of a point as some alone hold and deny them."""
    kept = {
        (holding, *answer)
        for answers in given.values()
        for answer, holdings in answers.items()
        for holding in holdings
    }
    made = (
        replace(
            position,
            held_by=tuple(one for one in position.held_by if (one, number, False) in kept),
            denied_by=tuple(one for one in position.denied_by if (one, number, True) in kept),
        )
        for number, position in enumerate(point.positions)
    )
    return tuple(one for one in made if one.held_by or one.denied_by)
