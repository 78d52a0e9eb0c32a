"""What a gazetteer knows of a place, and how it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of a gazetteer.

    Attributes:
        geonames_id: its number in GeoNames; ``None`` where the list that it is from has none.
        name: its usual name.
        lat: latitude in degrees.
        lon: longitude in degrees.
        country: ISO 3166-1 alpha-2; empty where it lies in none.
        admin1: the name of its first-level division; empty where it has none.
        admin2: the name of its second-level division; empty where it has none.
        feature: the GeoNames feature class and code: ``P.PPL``, ``A.ADM1``, ``A.PCLI``, ``S.AIRB``.
        population: how many people live there; 0 where it is not known.
        radius_km: how far it extends from its middle; ``None`` where the list does not say.
        source: which list it comes from: ``geonames``, ``airportsdata``, ``rashomon``, or the name
            of an imported file.
    """

    geonames_id: int | None
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: str
    feature: str
    population: int
    radius_km: float | None
    source: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A place and how a name fits it.

    Attributes:
        entry: the place.
        is_main: whether the name is its usual one, and not one of its others.
        likeness: 1 for a name of its own; else how nearly one of them is written so, 0 to 1.
        is_own: whether the place is of a list that the user imported.
    """

    entry: GazetteerEntry
    is_main: bool
    likeness: float
    is_own: bool


class Gazetteer(Protocol):
    """Finds places by name."""

    def find(self, name: str) -> Sequence[NameMatch]:
        """Return the places of a name, whatever its case, accents and spelling of "al-".

        Those of the user's own lists come first, then the largest.
        """
        ...

    def find_like(self, name: str) -> Sequence[NameMatch]:
        """Return places whose names are written nearly so, the likest first."""
        ...
