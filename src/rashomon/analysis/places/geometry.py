"""What kind of area a place is, and how two places lie to each other."""

from rashomon.model.gazetteer import GazetteerEntry
from rashomon.model.geometry import great_circle_km

COUNTRY, FIRST, SECOND, AREA, POINT = 1, 2, 3, 4, 5
"""What kind of area a place is: a country, a division of the first or second level, another area
with an extent (a sea, a region), or none."""

_LEVEL = {"A.ADM1": FIRST, "A.ADM2": SECOND}
_AREAS = ("L.", "T.", "H.", "A.")

IN_THE_NEWS = "rashomon"
"""The source of the places of our own table, which holds what is in the news."""


def level(entry: GazetteerEntry) -> int:
    """Return what kind of area a place is."""
    if entry.feature.startswith("A.PCL") and entry.country:
        return COUNTRY
    if entry.feature in _LEVEL:
        return _LEVEL[entry.feature]
    return AREA if entry.radius_km and entry.feature.startswith(_AREAS) else POINT


def distance_km(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """Return the great-circle distance between two places."""
    return great_circle_km(one.lat, one.lon, other.lat, other.lon)


def lies_in(inner: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """Return whether a place lies in a country or division; of other areas it is not asked."""
    of = level(outer)
    if of >= level(inner) or not outer.country or inner.country != outer.country:
        return False
    if of == COUNTRY:
        return True
    if of > SECOND or inner.admin1 != outer.admin1:
        return False
    return of == FIRST or inner.admin2 == outer.admin2
