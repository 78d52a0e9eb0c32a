"""How far apart places are."""

import math

_EARTH = 6371.0


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return how many km lie between two points, each latitude and longitude in degrees."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    half_lat = math.sin((lat_b - lat_a) / 2)
    half_lon = math.sin(math.radians(b[1] - a[1]) / 2)
    inner = half_lat * half_lat + math.cos(lat_a) * math.cos(lat_b) * half_lon * half_lon
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(inner)))
