"""Where the middle of an area lies, how far it reaches, and what lies in which: by towns."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from rashomon.gazetteer.store import Row

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees."""

_EARTH_KM = 6371.0
_LEAST_KM = 5.0
_HALF_TURN = 180
_CELLS = (5, 1)
"""How many cells to a degree the nearest town is looked for in, the finer ones first."""
_SAME_KM = 20.0
"""Two places of one name that are nearer are one."""


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance between two points."""
    lat, lon = math.radians(one[0]), math.radians(one[1])
    other_lat, other_lon = math.radians(other[0]), math.radians(other[1])
    half = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def middle(towns: Sequence[Point]) -> Point:
    """Return the middle of the area that some towns lie in: half-way between the outermost.

    Against GeoNames' own points of 79 first-level divisions it is 34 km off in the median and more
    than 161 km for seven; the mean of the towns, drawn to where most people live, for eleven.

    Args:
        towns: at least one.
    """
    lats = [lat for lat, _ in towns]
    lons = _on_one_side([lon for _, lon in towns])
    return (min(lats) + max(lats)) / 2, ((min(lons) + max(lons)) / 2 + 180) % 360 - 180


def reach_km(centre: Point, towns: Sequence[Point]) -> float:
    """Return how far the outermost towns of an area lie from its middle; at least five km."""
    return max(_LEAST_KM, *(distance_km(centre, town) for town in towns))


def _on_one_side(lons: Sequence[float]) -> Sequence[float]:
    """Return longitudes that count on over the date line where they lie around it."""
    is_around = max(lons) - min(lons) > _HALF_TURN
    return [lon % (2 * _HALF_TURN) for lon in lons] if is_around else lons


class Nearest:
    """Says what lies near a point: in which divisions it is, as those of the nearest town."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, str, int, int], list[Row]] = {}
        self._named: dict[tuple[str, str], list[Row]] = {}

    def watched(self, towns: Iterable[Row]) -> Iterator[Row]:
        """Yield towns on, remembering each."""
        for row in towns:
            for fine in _CELLS:
                cell = (fine, row.country, round(row.lat * fine), round(row.lon * fine))
                self._cells.setdefault(cell, []).append(row)
            for name in {row.name, *row.alternate}:
                self._named.setdefault((row.country, name.lower()), []).append(row)
            yield row

    def divisions(self, country: str, point: Point) -> tuple[str, str]:
        """Return the codes of the two divisions of a point; empty where no town is near."""
        for fine in _CELLS:
            lat, lon = round(point[0] * fine), round(point[1] * fine)
            around = [
                row
                for north in (-1, 0, 1)
                for east in (-1, 0, 1)
                for row in self._cells.get((fine, country, lat + north, lon + east), ())
            ]
            if around:
                nearest = min(around, key=lambda row: distance_km((row.lat, row.lon), point))
                return nearest.admin1, nearest.admin2
        return "", ""

    def knows(self, name: str, country: str, point: Point) -> bool:
        """Return whether a town of some name is near a point."""
        return any(
            distance_km((row.lat, row.lon), point) < _SAME_KM
            for row in self._named.get((country, name.lower()), ())
        )
