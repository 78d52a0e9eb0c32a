"""Looking up a place for a person who corrects one: what the gazetteer knows by a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from rashomon.analysis.places.extent import precision_of, radius_of
from rashomon.model.gazetteer import Gazetteer, GazetteerEntry, NameMatch
from rashomon.model.reading import Precision
from rashomon.pipeline.resources import load_tables

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place as the gazetteer knows it, with what a reading says of places.

    Attributes:
        name: its usual name.
        lat: latitude of its middle in degrees.
        lon: longitude of its middle in degrees.
        radius_km: how far it reaches from there.
        country: ISO 3166-1 alpha-2; empty where it lies in none.
        admin1: the name of its first-level division; empty where it has none.
        precision: what kind of area it is.
        geonames_id: its number in GeoNames; ``None`` where it has none.
    """

    name: str
    lat: float
    lon: float
    radius_km: float
    country: str
    admin1: str
    precision: Precision
    geonames_id: int | None


def places_called(name: str, gazetteer: Gazetteer, most: int = 12) -> tuple[KnownPlace, ...]:
    """Return the places of a name, the likeliest first: of that name, then of ones like it.

    Args:
        name: what is looked for; of a very long one nothing is found.
        gazetteer: where it is looked for.
        most: how many are returned at most.
    """
    if not name.strip() or len(name) > _LONGEST_NAME:
        return ()
    entries = (match.entry for match in chain(gazetteer.find(name), _like(name, gazetteer)))
    return tuple(islice((_known(one) for one in dict.fromkeys(entries)), most))


def _like(name: str, gazetteer: Gazetteer) -> Iterator[NameMatch]:
    """Yield what is found under names like it, looked for only where it is wanted."""
    yield from gazetteer.find_like(name)


def _known(entry: GazetteerEntry) -> KnownPlace:
    extent = _extent()
    return KnownPlace(
        entry.name,
        entry.lat,
        entry.lon,
        radius_of(entry, extent),
        entry.country,
        entry.admin1,
        precision_of(entry, extent),
        entry.geonames_id,
    )


@cache
def _extent() -> dict[str, float]:
    return dict(load_tables().places.extent)
