"""Who has a column in the matrix, and who stands beside whom."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.model.comparison import Comparison, Point
from rashomon.model.reading import PartyKind
from rashomon.render.case.comparison_columns import Column, columns, kinds_of
from rashomon.render.case.comparison_marks import names
from rashomon.render.case.comparison_table import kind_words

_MOST_COLUMNS = 6
_MOST_OF_A_SIDE = 3
_FEWEST_POINTS = 2
_UNNAMED: frozenset[PartyKind | None] = frozenset(("unnamed", "group", "publisher"))


@dataclass(frozen=True, slots=True)
class Heading:
    """Who stands in a column.

    Attributes:
        name: of the party.
        kind: what it is, in words.
        side: the side that it stands in with others; empty where it stands alone.
    """

    name: str
    kind: str
    side: str


def headings_of(comparison: Comparison) -> tuple[Heading, ...]:
    """Return who has a column: all where there is room.

    Else those with a name who take part in what is contested, then those who answer to most points;
    of one side some at most, beside each other.
    """
    kinds = kinds_of(comparison)
    answered = _answered(comparison)
    every = columns(comparison)
    if sum(len(one.parties) for one in every) <= _MOST_COLUMNS + 1:
        found = [(one, column) for column in every for one in column.parties]
    else:
        found = list(_chosen(every, answered, kinds))[:_MOST_COLUMNS]
    often = Counter(column.name for _, column in found)
    return tuple(
        Heading(party, _kind(kinds.get(party)), column.name if often[column.name] > 1 else "")
        for party, column in found
    )


def _kind(kind: PartyKind | None) -> str:
    """Return what a party is, in words; nothing of words that name nobody, which tell it."""
    return "" if kind == "unnamed" else kind_words(kind)


def _answered(comparison: Comparison) -> Mapping[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for point in comparison.points:
        for party in answering(point):
            found[party].append(point)
    return found


def answering(point: Point) -> list[str]:
    """Return the names of those who answer to a point, or deny an answer."""
    return names(
        one for position in point.positions for one in (*position.held_by, *position.denied_by)
    )


def _chosen(
    every: list[Column],
    answered: Mapping[str, list[Point]],
    kinds: Mapping[str, PartyKind | None],
) -> Iterator[tuple[str, Column]]:
    """Yield who may have a column, with the side or party that it belongs to; the first first."""

    def is_at_odds(party: str) -> bool:
        has_name = kinds.get(party) not in _UNNAMED
        return has_name and any(one.is_contested for one in answered[party])

    def weight(party: str) -> int:
        return sum(1 + one.is_contested for one in answered[party])

    for column in sorted(every, key=lambda one: not any(map(is_at_odds, one.parties))):
        parties = sorted(column.parties, key=lambda one: not is_at_odds(one))
        fit = [one for one in parties if weight(one) >= _FEWEST_POINTS]
        yield from ((one, column) for one in fit[:_MOST_OF_A_SIDE])
