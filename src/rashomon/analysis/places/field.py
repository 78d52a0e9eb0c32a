"""The candidates of all toponyms of a document as arrays, and how they lie to each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.model.gazetteer import GazetteerEntry

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_EARTH_KM = 6371.0
COUNTRY, FIRST, SECOND, AREA, POINT = 1, 2, 3, 4, 5
"""What kind of area a place is: a country, a division of the first or second level, another area
with an extent (a sea, a region), or none."""

_LEVEL = {"A.ADM1": FIRST, "A.ADM2": SECOND}
_AREAS = ("L.", "T.", "H.", "A.")


def level(entry: GazetteerEntry) -> int:
    """Return what kind of area a place is."""
    if entry.feature.startswith("A.PCL") and entry.country:
        return COUNTRY
    if entry.feature in _LEVEL:
        return _LEVEL[entry.feature]
    return AREA if entry.radius_km and entry.feature.startswith(_AREAS) else POINT


def distance_km(one: GazetteerEntry, other: GazetteerEntry) -> float:
    """Return the great-circle distance between two places."""
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    east = math.radians(other.lon - one.lon)
    half = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin(east / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


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


@dataclass(frozen=True, slots=True)
class Field:
    """Candidates, one after the other; those of one toponym stand together.

    Attributes:
        group: ``[n]``, which toponym each is a candidate of.
        level: ``[n]``, what kind of area each is.
        country: ``[n]``, a number for its country, 0 for none; ``admin1`` and ``admin2`` likewise
            for its divisions.
        unit: ``[n, 3]``, where it lies on a sphere of radius 1.
        radius: ``[n]``, its extent in km, 0 where it is not known.
    """

    group: Ints
    level: Ints
    country: Ints
    admin1: Ints
    admin2: Ints
    unit: Floats
    radius: Floats

    def distance(self, some: Ints, others: Ints) -> Floats:
        """Return the distances in km between two sets of candidates, ``[some, others]``."""
        cosines = np.clip(self.unit[some] @ self.unit[others].T, -1.0, 1.0)
        return np.asarray(_EARTH_KM * np.arccos(cosines))

    def lies_in(self, some: Ints, others: Ints, distance: Floats) -> Flags:
        """Return which of ``some`` lie in which of ``others``, ``[some, others]``."""
        level = self.level[others][None, :]
        inside = (
            (level == AREA)
            & (distance <= self.radius[others])
            & (self.radius[some][:, None] < self.radius[others][None, :])
        )
        is_smaller = self.level[some][:, None] > level
        for kind, of in ((COUNTRY, self.country), (FIRST, self.admin1), (SECOND, self.admin2)):
            is_same = (of[some][:, None] == of[others][None, :]) & (of[others] > 0)
            inside |= (level == kind) & is_same & is_smaller
        return np.asarray(inside, bool)


def field_of(groups: Sequence[Sequence[GazetteerEntry]]) -> Field:
    """Return the candidates of each toponym as arrays."""
    entries = [entry for group in groups for entry in group]
    counts = [len(group) for group in groups]
    lat = np.radians([entry.lat for entry in entries])
    lon = np.radians([entry.lon for entry in entries])
    return Field(
        group=np.repeat(np.arange(len(groups)), counts),
        level=np.array([level(entry) for entry in entries], np.int64),
        country=_numbered([(entry.country,) for entry in entries]),
        admin1=_numbered([(entry.country, entry.admin1) for entry in entries]),
        admin2=_numbered([(entry.country, entry.admin1, entry.admin2) for entry in entries]),
        unit=np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], 1),
        radius=np.array([entry.radius_km or 0.0 for entry in entries]),
    )


def _numbered(keys: Sequence[tuple[str, ...]]) -> Ints:
    """Return a number for each key, the same for the same one; 0 where the last part is empty."""
    numbers: dict[tuple[str, ...], int] = {}
    return np.array(
        [numbers.setdefault(key, len(numbers) + 1) if key[-1] else 0 for key in keys], np.int64
    )
