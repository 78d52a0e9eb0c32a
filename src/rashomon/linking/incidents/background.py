"""What documents tell of beside what they are about: other incidents, known or not.

An event told in passing belongs to an incident where day and place fit and the type does not speak
against it. Those told in passing alone are put together by the same rule.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from rashomon.linking.incidents.features import beyond
from rashomon.linking.incidents.kinds import fitting
from rashomon.linking.incidents.sketches import Range, Sketch, Spot, Told
from rashomon.linking.incidents.tables import Words
from rashomon.model.geometry import EARTH_KM

_NARROW = 3
"""Days of a stretch that still says which of several events is meant."""
_NEAR = 15.0
"""Km between two towns that may be one place."""
_WIDE = 40.0
"""Km of a radius from which a place says too little."""
_AREAS = ("region", "country")
_CUBE = (2 * _WIDE + _NEAR) / EARTH_KM
"""The side of cubes in which places are looked up, in radii of the earth: places whose radii lie
within ``_NEAR`` of each other are in one or in two that touch.
"""

Cell = tuple[int, int, int]
"""A cube of the world."""

_LEAST = 1.0
"""Log-odds above which an event told in passing is taken for an incident; set by hand, as what
speaks for and against is: no corpus marks them."""
_SAME_DAY, _SOME_DAY = 1.0, 0.5
_SAME_PLACE, _NEAR_PLACE = 1.0, 0.5
_SAME_TYPE, _FITTING_TYPE, _OTHER_TYPE = 1.0, 0.0, -3.0
_SAME_TOLL, _OTHER_TOLL = 1.0, -2.0
_SAME_PARTY = 0.5


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of one event: by one document in passing, or by the accounts of an incident.

    Attributes:
        number: the number of the document, or of the incident.
        events: the ids of the event mentions, in the order of the text.
        types: the types of these.
        first: the first day on which it may have taken place, as an ordinal.
        last: the last.
        spot: where.
        killed: how many were killed, or ``None``.
        parties: the names of those who act in it or suffer it.
        trigger: the words that name it.
        is_like_subject: whether the document is about an event of that type there, so that it may
            be the same with its day misread.
    """

    number: int
    events: tuple[str, ...]
    types: tuple[str, ...]
    first: int
    last: int
    spot: Spot
    killed: Range | None
    parties: tuple[str, ...]
    trigger: str
    is_like_subject: bool = False


def in_passing(number: int, sketch: Sketch, words: Words) -> Iterator[Telling]:
    """Yield what a document tells of in passing, with a time and a place of its own.

    Args:
        number: the number of the document.
        sketch: its sketch.
        words: the word table.

    What is told as its subject counts as told in passing where its days or its place are not those
    of the rest: a strike in a report on the retaliation for it.
    """
    groups: dict[tuple[int, int, int], list[list[Told]]] = defaultdict(list)
    for one in sketch.told:
        if (key := _when_and_where(one, sketch)) is None:
            continue
        alike = (group for group in groups[key] if fitting(group[0].type, one.type, words))
        if (group := next(alike, None)) is not None:
            group.append(one)
        else:
            groups[key].append([one])
    for (first, last, where), parted in groups.items():
        for told in parted:
            spot = sketch.spots[where]
            yield Telling(
                number=number,
                events=tuple(one.id for one in told),
                types=tuple(dict.fromkeys(one.type for one in told)),
                first=first,
                last=last,
                spot=spot,
                killed=next((one.killed for one in told if one.killed), None),
                parties=tuple(dict.fromkeys(name for one in told for name in one.parties)),
                trigger=told[0].trigger,
                is_like_subject=_is_like_subject(sketch, told[0].type, spot, words),
            )


def _when_and_where(one: Told, sketch: Sketch) -> tuple[int, int, int] | None:
    """Return days and place of an event that is told in passing and can be told from others."""
    if one.days is None or one.spot is None or not one.is_told_as_fact:
        return None
    first, last = sketch.days_told[one.days]
    spot = sketch.spots[one.spot]
    if last - first > _NARROW or not _is_precise(spot):
        return None
    if one.is_main and _is_subject(sketch, first, last, spot):
        return None
    return first, last, one.spot


def _is_precise(spot: Spot) -> bool:
    return spot.lat is not None and spot.radius <= _WIDE and spot.precision not in _AREAS


def _is_subject(sketch: Sketch, first: int, last: int, spot: Spot) -> bool:
    """Return whether an event of these days there can be the one that a document is about."""
    days = sketch.days[0] if sketch.days else None
    if days and (first > days.last + 1 or last < days.first - 1):
        return False
    where = next(filter(_is_precise, sketch.spots), None)
    return where is None or apart(spot, where) <= _NEAR


def _is_like_subject(sketch: Sketch, type_: str, spot: Spot, words: Words) -> bool:
    where = next(filter(_is_precise, sketch.spots), None)
    return (where is None or apart(spot, where) <= _NEAR) and any(
        fitting(type_, one, words) for one, _ in sketch.types
    )


def apart(a: Spot, b: Spot) -> float:
    """Return the km between two places beyond their radii; 0 where one has no coordinates."""
    km = beyond(a, b)
    return 0.0 if math.isnan(km) else km


def score(a: Telling, b: Telling, words: Words) -> float:
    """Return the log-odds that two tellings are of one event; far below zero where they cannot."""
    km = apart(a.spot, b.spot)
    if a.first > b.last or b.first > a.last or km > _NEAR:
        return -9.0
    same_days = (a.first, a.last) == (b.first, b.last)
    found = _SAME_DAY if same_days else _SOME_DAY
    found += _SAME_PLACE if a.spot.name == b.spot.name or km == 0 else _NEAR_PLACE
    fit = max(fitting(one, other, words) for one in a.types for other in b.types)
    found += _SAME_TYPE if fit == 1 else _FITTING_TYPE if fit else _OTHER_TYPE
    if a.killed and b.killed:
        found += _SAME_TOLL if _may_be_same(a.killed, b.killed) else _OTHER_TOLL
    if {one.casefold() for one in a.parties} & {one.casefold() for one in b.parties}:
        found += _SAME_PARTY
    return found - _LEAST


def _may_be_same(a: Range, b: Range) -> bool:
    return (b[1] is None or a[0] <= b[1]) and (a[1] is None or b[0] <= a[1])


class Places:
    """Tellings by their days and where, so that few are held against each other."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._by_cell: dict[tuple[int, Cell], list[Telling]] = defaultdict(list)
        self._wide: dict[int, list[Telling]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        """Let a telling be found."""
        for day in range(telling.first, telling.last + 1):
            if _is_precise(telling.spot):
                self._by_cell[day, _cell(telling.spot)].append(telling)
            else:
                self._wide[day].append(telling)

    def near(self, telling: Telling) -> list[Telling]:
        """Return those added whose days and place may be those of a precise telling."""
        return [one for one in self._around(telling) if apart(one.spot, telling.spot) <= _NEAR]

    def best(self, telling: Telling) -> tuple[float, Telling] | None:
        """Return which of those added is likeliest the event of a precise telling, if any is.

        With the log-odds.
        """
        scored = ((score(telling, one, self._words), one) for one in self._around(telling))
        best = max(scored, key=lambda one: (one[0], -one[1].number), default=None)
        return best if best and best[0] > 0 else None

    def _around(self, telling: Telling) -> Iterable[Telling]:
        cells = list(_touching(_cell(telling.spot)))
        return dict.fromkeys(
            one
            for day in range(telling.first, telling.last + 1)
            for held in (
                *(self._by_cell.get((day, cell), ()) for cell in cells),
                self._wide.get(day, ()),
            )
            for one in held
        )


def _cell(spot: Spot) -> Cell:
    """Return the cube that a precise place lies in; places in cubes that do not touch are far."""
    lat, lon = math.radians(spot.lat or 0.0), math.radians(spot.lon or 0.0)
    x, y, z = math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
    return math.floor(x / _CUBE), math.floor(y / _CUBE), math.floor(z / _CUBE)


def _touching(cell: Cell) -> Iterator[Cell]:
    """Return a cube and those that touch it."""
    x, y, z = ((one - 1, one, one + 1) for one in cell)
    return product(x, y, z)


def may_be_misplaced(telling: Telling, own: Telling, types: Iterable[str], words: Words) -> bool:
    """Return whether what a document tells in passing may be what it is about, elsewhere.

    One event is often read at a town that stands beside it. What takes place on the same days, in
    the same country, and is of a kind that fits is held to be one event, unless it is somebody
    else's subject.

    Args:
        telling: what it tells in passing.
        own: what the accounts of the incident that it is about agree on.
        types: the types of what it is about.
        words: the word table.
    """
    return (
        own.first <= telling.last
        and telling.first <= own.last
        and own.spot.country == telling.spot.country
        and any(fitting(one, other, words) for one in types for other in telling.types)
    )


def told_together(
    tellings: Iterable[Telling], words: Words
) -> list[tuple[Telling, list[tuple[Telling, float]]]]:
    """Return groups of tellings that are of one event: the first, and the others with log-odds.

    Args:
        tellings: precise ones, in an order that depends on nothing but themselves.
        words: the word table.

    What is told so often that it says little (clashes, moves of forces) is left out.
    """
    groups: dict[int, tuple[Telling, list[tuple[Telling, float]]]] = {}
    known = Places(words)
    for telling in tellings:
        if found := known.best(telling):
            groups[id(found[1])][1].append((telling, found[0]))
        elif not words.diffuse.issuperset(telling.types):
            groups[id(telling)] = (telling, [])
            known.add(telling)
    return list(groups.values())
