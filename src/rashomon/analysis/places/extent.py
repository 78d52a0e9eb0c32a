"""How precisely a place is known, and how far it reaches from its middle."""

import math
from collections.abc import Mapping

from rashomon.analysis.places.geometry import COUNTRY, FIRST, SECOND, level
from rashomon.model.gazetteer import GazetteerEntry
from rashomon.model.reading import Precision

_SITES = ("S.", "R.")
_SETTLED = "P."
_QUARTER = "P.PPLX"


def precision_of(entry: GazetteerEntry, extent: Mapping[str, float]) -> Precision:
    """Return what kind of area a place is: the larger, the less precise.

    Sites are exact, and so are other places as small (a dam, a peak); quarters of towns and
    second-level divisions are districts; seas, mountains and regions count by how far they reach.

    Args:
        entry: the place.
        extent: the numbers of ``places.toml``.
    """
    kind = level(entry)
    if kind == COUNTRY or entry.feature.startswith("A.PCL"):
        return "country"
    if kind == FIRST:
        return "region"
    if kind == SECOND or entry.feature == _QUARTER:
        return "district"
    if entry.feature.startswith(_SITES):
        return "exact"
    if entry.feature.startswith(_SETTLED) or not entry.feature:
        return "town"
    radius = radius_of(entry, extent)
    if radius <= extent["exact_km"]:
        return "exact"
    return "town" if radius <= extent["town_size_km"] else "region"


def radius_of(entry: GazetteerEntry, extent: Mapping[str, float]) -> float:
    """Return how far a place reaches from its middle, in km.

    As the gazetteer says; where it does not, sites and towns of unknown size reach as far as the
    table says, and other towns ``per_root`` times the root of their population: 1.2 km for 10,000
    inhabitants, 12 for a million.

    Args:
        entry: the place.
        extent: the numbers of ``places.toml``.
    """
    if entry.radius_km:
        return entry.radius_km
    if entry.feature.startswith(_SITES):
        return extent["site_km"]
    if entry.feature and not entry.feature.startswith(_SETTLED):
        return extent["area_km"]
    if not entry.population:
        return extent["town_km"]
    return round(max(1.0, extent["per_root"] * math.sqrt(entry.population)), 1)
