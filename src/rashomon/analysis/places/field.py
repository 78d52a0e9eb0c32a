"""The candidates of all toponyms of a document as arrays, and how they lie to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.analysis.places.candidates import Candidate
from rashomon.analysis.places.geometry import AREA, COUNTRY, FIRST, SECOND, level
from rashomon.model.geometry import EARTH_KM

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]


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
        is_alike: ``[n]``, whether its name is only written nearly so.
    """

    group: Ints
    level: Ints
    country: Ints
    admin1: Ints
    admin2: Ints
    unit: Floats
    radius: Floats
    is_alike: Flags

    def distance(self, some: Ints, others: Ints) -> Floats:
        """Return the distances in km between two sets of candidates, ``[some, others]``."""
        cosines = np.clip(self.unit[some] @ self.unit[others].T, -1.0, 1.0)
        return np.asarray(EARTH_KM * np.arccos(cosines))

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


def field_of(groups: Sequence[Sequence[Candidate]]) -> Field:
    """Return the candidates of each toponym as arrays."""
    candidates = [one for group in groups for one in group]
    entries = [one.entry for one in candidates]
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
        is_alike=np.array([one.likeness < 1 for one in candidates], bool),
    )


def _numbered(keys: Sequence[tuple[str, ...]]) -> Ints:
    """Return a number for each key, the same for the same one; 0 where the last part is empty."""
    numbers: dict[tuple[str, ...], int] = {}
    return np.array(
        [numbers.setdefault(key, len(numbers) + 1) if key[-1] else 0 for key in keys], np.int64
    )
