"""Parts of the earth, and how far apart two points of it are."""

import math
from dataclasses import dataclass

EARTH_KM = 6371.0
"""The mean radius of the earth."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A part of the earth.

    Attributes:
        lat: latitude of its middle in degrees.
        lon: longitude of its middle in degrees.
        km: its radius.
    """

    lat: float
    lon: float
    km: float


def great_circle_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points in degrees (haversine formula)."""
    north, other_north = math.radians(lat), math.radians(other_lat)
    east = math.radians(other_lon - lon)
    half = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin(east / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
