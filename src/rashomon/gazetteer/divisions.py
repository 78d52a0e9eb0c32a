"""Divisions of countries, and where they lie: in the middle of their towns."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.gazetteer.centres import Point, middle, reach_km
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

_KIND = re.compile(
    r"^(?:Canton|Municipality|Autonomous Republic|Republic) of |"
    r" (?:Department|District|Governorate|Krai|Oblast|Prefecture|Province|Region|Republic|State)$"
)
"""What a division of the first level is also named without."""


@dataclass(slots=True)
class Division:
    """A division of the first or second level.

    Attributes:
        code: GeoNames' code: ``SY.04``, ``US.TX.001``.
        name: its usual name.
        geonames_id: its number in GeoNames.
        level: 1 or 2.
        usual: other names that are as usual.
        alternate: names that are less so.
        parents: the lines of the divisions that it lies in.
        centre: where its middle lies, where our own table says.
        towns: where its towns lie.
        population: that of its towns.
    """

    code: str
    name: str
    geonames_id: int
    level: int
    usual: tuple[str, ...]
    alternate: tuple[str, ...]
    parents: tuple[str, ...]
    centre: Point | None
    towns: list[Point] = field(default_factory=list)
    population: int = 0


def read_divisions(inputs: Inputs) -> dict[str, Division]:
    """Return the divisions that have a code, by their line in the table, with their towns."""
    found: dict[str, Division] = {}
    own = {row["code"]: row for row in own_table("divisions.csv")}
    english = english_names()
    for number, fields in enumerate(lines(inputs.divisions), start=1):
        name, _, code, geonames_id, _, alternate, level, parents, _ = fields
        if code and geonames_id:
            corrected = own.get(code)
            first, *others = (*english.get(code, ()), name)
            found[str(number)] = Division(
                *(code, first, int(geonames_id), int(level)),
                usual=split(corrected["alternate_names"]) if corrected else (),
                # "Idlib" is a town before it is a governorate
                alternate=(*others, _KIND.sub("", first), *usable(split(alternate))),
                parents=split(parents),
                centre=point(corrected) if corrected else None,
            )
    for fields in lines(inputs.divisions_of_towns):
        lat, lon = fields[-2:]
        for line in _with_parents(split(fields[2]), found):
            found[line].towns.append((float(lat), float(lon)))
            found[line].population += int(fields[4] or 0)
    return found


def second_levels(inputs: Inputs, divisions: Mapping[str, Division]) -> dict[str, str]:
    """Return the codes of the second-level divisions of towns, by the towns' GeoNames numbers.

    The code is without those of the country and the first level.
    """
    found: dict[str, str] = {}
    for fields in lines(inputs.divisions_of_towns):
        for number in split(fields[2]):
            code = divisions[number].code.split(".") if number in divisions else ()
            if len(code) > 2:
                found.setdefault(fields[1], code[2])
    return found


def division_rows(divisions: Iterable[Division]) -> Iterator[Row]:
    """Yield the divisions in which a town lies; of others it is not known where they are."""
    for one in divisions:
        centre = one.centre or (middle(one.towns) if one.towns else None)
        if centre:
            country, admin1, *rest = one.code.split(".")
            yield Row(
                *(one.geonames_id, one.name, *centre, country, admin1),
                admin2=rest[0] if rest else "",
                feature=f"A.ADM{one.level}",
                population=one.population,
                radius_km=round(reach_km(centre, one.towns), 1),
                usual=one.usual,
                alternate=one.alternate,
            )


def _with_parents(numbers: Iterable[str], divisions: Mapping[str, Division]) -> set[str]:
    """Return some divisions and all that these lie in."""
    held: set[str] = set()
    ahead = [number for number in numbers if number in divisions]
    while ahead:
        number = ahead.pop()
        if number not in held:
            held.add(number)
            ahead += [parent for parent in divisions[number].parents if parent in divisions]
    return held
