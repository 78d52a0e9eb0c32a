"""Answers by name that cannot both be true."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from rashomon.compare.phrases import any_of
from rashomon.compare.speakers.roster import Roster
from rashomon.model.comparison import UNKNOWN, PointKind, Position, When, Where
from rashomon.model.geometry import great_circle_km

_MOST = 200
"""How many times or places are held against each other: those that most roots stand behind."""
_FORCES = re.compile(r"(?<=\w)\s+(?:forces|troops)$")
"""Behind those whose they are: *regime forces*."""
_AFIELD_KM = 50.0
"""How far beyond what their precision allows two places must lie apart: a report names the next
town that its readers know."""


@dataclass(frozen=True, slots=True)
class Exclusive:
    """What ``exclusive.toml`` and ``points.toml`` say of answers that exclude each other.

    Attributes:
        answers: by kind, groups of the beginnings of answers; those of two groups exclude each
            other.
        ways: for what means are called the way; two ways exclude each other.
        armed: finds words for targets of fighters.
        civil: finds words for targets that are none.
        anybody: words for who did it that may be whoever else is named.
        irregular: words for fighters of no state that may be the same.
    """

    answers: Mapping[str, Sequence[Sequence[str]]]
    ways: Mapping[str, str]
    armed: re.Pattern[str]
    civil: re.Pattern[str]
    anybody: frozenset[str]
    irregular: frozenset[str]


def build_exclusive(table: Mapping[str, Any], ways: Mapping[str, str]) -> Exclusive:
    """Return what the table ``exclusive.toml`` says, with the ways of ``points.toml``."""
    armed, civil = (_any_of(table["targets"][one]) for one in ("armed", "civil"))
    anybody, irregular = (frozenset(table["who"][one]) for one in ("anybody", "irregular"))
    return Exclusive(table["answers"], ways, armed, civil, anybody, irregular)


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words, {})}(?:e?s)?\b", re.I)


def are_contested(
    kind: PointKind, positions: Sequence[Position], exclusive: Exclusive, roster: Roster
) -> bool:
    """Return whether two parties give answers that cannot both be true.

    Who did it is contested where two parties name nobody in common; *gunmen* may be anybody, and
    *rebels* the same as *terrorists*. By what means, where the ways
    that two give have nothing in common: an air strike and a car bomb, not a bomb and a car bomb.
    What was hit, where one names only what is of fighters and the other only what is not, or both
    name fighters, of sides that have nothing in common. When and
    where, where days, or the areas that places stand for, have nothing in common. The rest by the
    groups of the table.

    Args:
        kind: what is asked; not a number of people.
        positions: the answers.
        exclusive: which answers exclude each other.
        roster: who acts in the incident.
    """
    if kind == "time":
        return _any_apart(positions, _are_other_days)
    if kind == "place":
        return _any_apart(positions, _are_elsewhere)
    if kind == "target" and _have_nothing_in_common(
        positions, lambda one: roster.named_in(one) if exclusive.armed.search(one) else frozenset()
    ):
        return True
    return _have_nothing_in_common(positions, lambda one: _class(kind, one, exclusive))


def _class(kind: PointKind, value: str, exclusive: Exclusive) -> frozenset[Hashable]:
    """Return what of an answer may exclude others; nothing where it goes with any."""
    if kind == "responsibility":
        if value == UNKNOWN or value in exclusive.anybody:
            return frozenset()
        return frozenset(("irregular" if value in exclusive.irregular else _FORCES.sub("", value),))
    if kind == "means":
        way = exclusive.ways.get(value)
        return frozenset((way,) if way else ())
    if kind == "target":
        found = (("armed", exclusive.armed), ("civil", exclusive.civil))
        return frozenset(name for name, pattern in found if pattern.search(value))
    groups = exclusive.answers.get(kind, ())
    return frozenset(i for i, some in enumerate(groups) if value.startswith(tuple(some)))


def _have_nothing_in_common(
    positions: Sequence[Position], classes: Callable[[str], frozenset[Hashable]]
) -> bool:
    by_party: dict[str, set[Hashable]] = defaultdict(set)
    for position in positions:
        found = classes(str(position.value))
        for holding in position.held_by if found else ():
            by_party[holding.holder] |= found
    distinct = {frozenset(one) for one in by_party.values()}
    if not distinct or frozenset.intersection(*distinct):
        return False
    return any(not some & others for some, others in combinations(distinct, 2))


def _any_apart(
    positions: Sequence[Position], are_apart: Callable[[Position, Position], bool]
) -> bool:
    held = [one for one in positions if one.held_by][:_MOST]
    return any(
        are_apart(one, other) and len({each.holder for each in (*one.held_by, *other.held_by)}) > 1
        for one, other in combinations(held, 2)
    )


def _are_other_days(one: Position, other: Position) -> bool:
    first, second = one.value, other.value
    return isinstance(first, When) and isinstance(second, When) and not first.may_be(second)


def _are_elsewhere(one: Position, other: Position) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, Where) or not isinstance(second, Where):
        return False
    if "country" in (first.precision, second.precision):
        return first.country != second.country
    far = great_circle_km(first.lat, first.lon, second.lat, second.lon)
    return far > first.radius_km + second.radius_km + _AFIELD_KM
