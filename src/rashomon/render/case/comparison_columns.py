"""Who stands across in a comparison: parties, and those of one side together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model.comparison import Comparison, Holding, Point
from rashomon.model.reading import PartyKind

_BEHIND: Mapping[PartyKind | None, int] = {"unnamed": 1, "publisher": 2}
_ACTING: frozenset[PartyKind | None] = frozenset(
    ("government", "military", "armed_group", "person", "unnamed")
)
"""Kinds of parties that stand with others of their side."""


def kinds_of(comparison: Comparison) -> Mapping[str, PartyKind | None]:
    """Return what each party of a comparison is, by its name."""
    found: dict[str, PartyKind | None] = {}
    for one in _holdings(comparison.points):
        if found.get(one.party) is None:
            found[one.party] = one.voice.kind
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """Who stands in one column: a party, or all that act and speak for one side.

    Attributes:
        name: of the party, or of the side of several.
        parties: their names, those who answer most first.
        points: to how many points they answer.
    """

    name: str
    parties: tuple[str, ...]
    points: int


def columns(comparison: Comparison) -> list[Column]:
    """Return all who answer, those who answer most first.

    Governments, armies, armed groups and people of one side stand together; monitors, papers and
    bodies of states are parties by themselves, wherever they sit. A contested point counts twice.
    Who has no name stands behind who has, for two documents may mean others by it; publishers
    stand behind all others.
    """
    kinds, sides = kinds_of(comparison), _sides_of(comparison)
    answered: dict[str, set[str]] = defaultdict(set)
    for point in comparison.points:
        for one in _holdings((point,)):
            answered[one.party].add(point.id)
    contested = {one.id for one in comparison.points if one.is_contested}
    place = {name: at for at, name in enumerate(comparison.parties)}
    together: dict[str, list[str]] = defaultdict(list)
    for party in sorted(answered, key=lambda one: (-len(answered[one]), place.get(one, 0), one)):
        together[sides.get(party, party)].append(party)

    def rank(name: str) -> tuple[int, int, int, str]:
        parties = together[name]
        points = {point for one in parties for point in answered[one]}
        behind = min(_BEHIND.get(kinds[one], 0) for one in parties)
        first = min(place.get(one, len(place)) for one in parties)
        return behind, -len(points) - len(points & contested), first, name

    return [
        Column(
            name if len(some) > 1 else some[0],
            tuple(some),
            len({point for one in some for point in answered[one]}),
        )
        for name, some in sorted(together.items(), key=lambda one: rank(one[0]))
    ]


def _sides_of(comparison: Comparison) -> Mapping[str, str]:
    """Return the side of each party that acts or speaks for one, by its name."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for one in _holdings(comparison.points):
        if one.voice.side and one.voice.kind in _ACTING:
            found[one.party][one.voice.side] += 1
    return {party: max(sorted(some), key=lambda one: some[one]) for party, some in found.items()}


def _holdings(points: Iterable[Point]) -> Iterable[Holding]:
    for point in points:
        for position in point.positions:
            yield from position.held_by
            yield from position.denied_by
