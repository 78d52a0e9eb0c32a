"""What lies around the places of a map: land, coasts, borders, and towns for orientation."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.geometry import Circle
from rashomon.render.figures.basemap import BaseMap
from rashomon.render.figures.clipping import Box

KM_OF_A_DEGREE = 111.195
"""Of latitude: 6,371 km times pi, by 180."""
_LEAST_KM = 12.0
_ROOM = 1.35
_SHAPE = 1.6
_LEAST_COSINE = 0.05
_MOST_LAT = 85.0
_WIDEST = 359.0


@dataclass(frozen=True, slots=True)
class Town:
    """A place that a reader may know.

    Attributes:
        name: its usual name.
        lat: latitude in degrees.
        lon: longitude in degrees.
        population: how many people live there; 0 where it is not known.
    """

    name: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies within the box of a map.

    Attributes:
        base: land, coasts and borders.
        towns: the largest first.
    """

    base: BaseMap
    towns: tuple[Town, ...]

    @property
    def box(self) -> Box:
        """The part of the world."""
        return self.base.box


def box_around(circles: Sequence[Circle]) -> Box | None:
    """Return the part of the world that shows circles with some room; ``None`` for none.

    It is wider than high. Circles on both sides of the antimeridian are kept together.
    """
    if not circles:
        return None
    lons = _together([one.lon for one in circles])
    lat = _middle(one.lat for one in circles)
    lon = _middle(lons)
    lat = max(-_MOST_LAT, min(_MOST_LAT, lat))
    narrow = cosine(lat)
    high = max(abs(one.lat - lat) * KM_OF_A_DEGREE + one.km for one in circles)
    wide = max(
        abs(east - lon) * KM_OF_A_DEGREE * narrow + one.km
        for one, east in zip(circles, lons, strict=True)
    )
    half = max(_LEAST_KM, high, wide / _SHAPE) * _ROOM / KM_OF_A_DEGREE
    across = min(_WIDEST / 2, half * _SHAPE / narrow)
    west = (lon - across + 180.0) % 360.0 - 180.0
    return Box(west, max(-90.0, lat - half), west + 2 * across, min(90.0, lat + half))


def cosine(lat: float) -> float:
    """Return how much shorter a degree of longitude is than one of latitude."""
    return max(_LEAST_COSINE, math.cos(math.radians(lat)))


def _middle(values: Iterable[float]) -> float:
    found = list(values)
    return (min(found) + max(found)) / 2


def _together(lons: Sequence[float]) -> list[float]:
    """Return longitudes that go on beyond 180 where that brings them nearer to each other."""
    beyond = [one + 360.0 if one < 0 else one for one in lons]
    return list(lons) if max(lons) - min(lons) <= max(beyond) - min(beyond) else beyond
