"""What a gazetteer knows of a place, and how it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of a gazetteer.

    Attributes:
        geonames_id: its number in GeoNames; ``None`` for a place of a user's own list.
        name: its usual name.
        lat: latitude in degrees.
        lon: longitude in degrees.
        country: ISO 3166-1 alpha-2; empty where it lies in none.
        admin1: the name of its first-level division; empty where it has none.
        feature: the GeoNames feature class and code: ``P.PPL``, ``A.ADM1``, ``A.PCLI``, ``S.AIRB``.
        population: how many people live there; 0 where it is not known.
        source: which list it comes from: ``geonames``, or the name of an imported file.
    """

    geonames_id: int | None
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    feature: str
    population: int
    source: str


class Gazetteer(Protocol):
    """Finds places by name."""

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        """Return the places of a name, whatever its case, accents and spelling of "al-"."""
        ...

    def find_like(self, name: str) -> Sequence[tuple[GazetteerEntry, float]]:
        """Return places whose names are written nearly so, with their likeness, 0 to 1."""
        ...
