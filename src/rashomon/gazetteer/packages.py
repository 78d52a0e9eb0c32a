"""Countries, towns and airports, as the data packages give them; places of our own table."""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rashomon.gazetteer.centres import Nearest, reach_km
from rashomon.gazetteer.divisions import Division, second_levels
from rashomon.gazetteer.names import spelling
from rashomon.gazetteer.store import Row
from rashomon.gazetteer.tables import (
    Inputs,
    english_names,
    lines,
    own_table,
    point,
    split,
    usable,
)

_CAPITAL = "P.PPLC"
_TOWN = "P.PPL"
_COUNTRY = "A.PCLI"

_WITH_HAMLETS = frozenset(("AU", "GB", "NZ", "US"))
_EXACT = frozenset("3456")
"""How exact the coordinates of a postal code are: those of the place, not of its region."""

_MILITARY = ("Air Base", "Air Force", "Afb", "Airbase", "Army", "Naval", "Military")
_LEFT_OUT = ("International", "Regional", "Municipal", "Domestic")
_BARE = ("Airport", "Air Base", "Air Force Base", "Airfield")

_LARGEST_SITE_KM = 60
"""What reaches further is not said to lie in the division of the nearest town."""


def country_rows(inputs: Inputs) -> Iterator[Row]:
    """Yield the countries."""
    known = _json(inputs.countries)
    names = {
        fields[1]: (*fields[4:6], *split(fields[6])) for fields in lines(inputs.names_of_countries)
    }
    for own in own_table("countries.csv"):
        country = known[own["country"]]
        yield Row(
            *(country["geonameid"], country["name"], *point(own), own["country"]),
            feature=_COUNTRY,
            population=country["population"],
            radius_km=round(math.sqrt(country["areakm2"] / math.pi), 1),
            usual=split(own["alternate_names"]),
            alternate=usable(filter(None, names.get(own["country"], ()))),
        )


def continent_rows(inputs: Inputs) -> Iterator[Row]:
    """Yield the continents."""
    for one in _json(inputs.continents).values():
        centre = float(one["lat"]), float(one["lng"])
        box = one["bbox"]
        corners = [(box["north"], box["west"]), (box["south"], box["east"])]
        yield Row(
            *(one["geonameId"], one["toponymName"], *centre),
            feature="L.CONT",
            population=one["population"],
            radius_km=round(reach_km(centre, corners) / 2, 1),
        )


def town_rows(inputs: Inputs, divisions: Mapping[str, Division]) -> Iterator[Row]:
    """Yield the places of 500 inhabitants and more."""
    second = second_levels(inputs, divisions)
    towns = _json(inputs.towns).values()
    capitals = _capitals(_json(inputs.countries), towns)
    english = english_names()
    for one in towns:
        number = one["geonameid"]
        name, *usual = (*english.get(str(number), ()), one["name"])
        yield Row(
            *(number, name, one["latitude"], one["longitude"]),
            country=one["countrycode"],
            admin1=one["admin1code"],
            admin2=second.get(str(number), ""),
            feature=_CAPITAL if number in capitals else _TOWN,
            population=one["population"],
            usual=tuple(usual),
            alternate=usable(one["alternatenames"]),
        )


def postal_rows(inputs: Inputs, nearest: Nearest) -> Iterator[Row]:
    """Yield places that have a postal code and are no town of 500 inhabitants.

    They are hamlets and quarters of towns; of a name with several codes the first in the table.
    Only countries are taken whose press is in English: others write them in other scripts, or
    have a code for every street.
    """
    seen: set[tuple[str, str, str]] = set()
    for country, _, name, *rest in lines(inputs.postal):
        if country in _WITH_HAMLETS and rest[-1] in _EXACT:
            point = float(rest[-3]), float(rest[-2])
            key = (country, rest[1], spelling(name).key)
            if key not in seen and not nearest.knows(name, country, point):
                seen.add(key)
                divisions = nearest.divisions(country, point)
                yield Row(None, name, *point, country, *divisions, feature=_TOWN)


def airport_rows(inputs: Inputs, nearest: Nearest) -> Iterator[Row]:
    """Yield the airports that airlines fly to, and air bases; not the thousands of airstrips."""
    with inputs.airports.open(encoding="utf-8", newline="") as file:
        for one in csv.DictReader(file):
            is_base = any(word in one["name"] for word in _MILITARY)
            if is_base or one["iata"]:
                name = one["name"].replace("Afb Airport", "Air Force Base")
                lat, lon, country = float(one["lat"]), float(one["lon"]), one["country"]
                yield Row(
                    *(None, name, lat, lon, country, *nearest.divisions(country, (lat, lon))),
                    feature="S.AIRB" if is_base else "S.AIRP",
                    usual=tuple(_shorter(name, one["city"])),
                    source="airportsdata",
                )


def own_rows(nearest: Nearest) -> Iterator[Row]:
    """Yield the places of our own table: seas, rivers, regions, sites that are in the news."""
    for one in own_table("places.csv"):
        country, radius = one["country"], float(one["radius_km"])
        is_site = radius <= _LARGEST_SITE_KM
        yield Row(
            *(None, one["name"], *point(one), country),
            *(nearest.divisions(country, point(one)) if is_site else ("", "")),
            feature=one["feature"],
            radius_km=radius,
            usual=split(one["alternate_names"]),
            source="rashomon",
        )


def _capitals(countries: Mapping[str, Any], towns: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    """Return the numbers of the capitals: of a country's towns of that name the largest."""
    wanted = {(code, one["capital"]) for code, one in countries.items()}
    largest: dict[tuple[str, str], Mapping[str, Any]] = {}
    for one in towns:
        for name in {one["name"], *one["alternatenames"]}:
            key = (one["countrycode"], name)
            held = largest.get(key)
            if key in wanted and (not held or one["population"] > held["population"]):
                largest[key] = one
    return frozenset(one["geonameid"] for one in largest.values())


def _shorter(name: str, city: str) -> Iterator[str]:
    """Yield what an airport is also called: "Heathrow Airport" for "London Heathrow Airport"."""
    short = name
    for word in _LEFT_OUT:
        short = short.replace(f" {word}", "")
    yield short
    yield short.replace(" Air Base", " Airbase")
    rest = short.removeprefix(f"{city} ")
    if city and rest not in _BARE:
        yield rest


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found
