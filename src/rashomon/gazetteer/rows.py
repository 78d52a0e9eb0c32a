"""What a row of a GeoNames dump, or of a user's own table, says of a place."""

import csv
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from rashomon.gazetteer.names import spelling
from rashomon.gazetteer.store import Row
from rashomon.gazetteer.tables import usable

COLUMNS = 19
"""The columns of a GeoNames dump."""

NEEDED = ("name", "lat", "lon")
"""The columns that a user's table must have."""

_MOST = 10**12
"""No number of people, and no number in GeoNames, is larger."""
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_PARTED = re.compile(r"[;|]")
_DELIMITERS = ",;\t"

Parser: TypeAlias = Callable[[str], Row]
"""Returns the place of a line, or raises a ``ValueError`` that says why it holds none."""


def parse_dump_line(line: str) -> Row:
    """Return the place of a line of a GeoNames dump (``allCountries.txt``, ``SY.txt``).

    Raises:
        ValueError: it holds none; the message says why.
    """
    fields = line.split("\t")
    if len(fields) != COLUMNS:
        raise ValueError(f"it has {len(fields)} columns, not {COLUMNS}")
    number, name, _, alternate, lat, lon, kind, code, country = fields[:9]
    admin1 = fields[10]
    return Row(
        geonames_id=_whole(number, "geonameid"),
        name=_name(name),
        lat=_degrees(lat, 90, "the latitude"),
        lon=_degrees(lon, 180, "the longitude"),
        country=country,
        admin1="" if admin1 == "00" else admin1,
        admin2=fields[11],
        feature=f"{kind}.{code}" if code else kind,
        population=_whole(fields[14], "the population"),
        alternate=usable(alternate.split(",")) if alternate else (),
    )


def table_parser(header: str) -> Parser:
    """Return what reads the rows of a user's table.

    Args:
        header: its first line: ``name``, ``lat``, ``lon``, and where wanted ``alternate_names``
            (parted by ``;`` or ``|``), ``feature`` (GeoNames' class and code), ``country`` (ISO
            3166-1 alpha-2), ``admin1``, ``population``; in any order, other columns are passed
            over. Columns are parted by commas, semicolons or tabs.

    Raises:
        ValueError: a column that must be there is not.
    """
    delimiter = max(_DELIMITERS, key=header.count)
    columns = [column.strip().lower() for column in _cells(header, delimiter)]
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise ValueError(f"its first line names no column {', '.join(missing)}")

    def parse(line: str) -> Row:
        cells = _cells(line, delimiter)
        if len(cells) != len(columns):
            raise ValueError(f"it has {len(cells)} columns, not {len(columns)}")
        return _row(dict(zip(columns, map(str.strip, cells), strict=True)))

    return parse


def _row(cells: Mapping[str, str]) -> Row:
    country = cells.get("country", "")
    if country and not _COUNTRY.fullmatch(country):
        raise ValueError(f"the country {country!r} is no ISO 3166-1 code of two letters")
    return Row(
        geonames_id=None,
        name=_name(cells["name"]),
        lat=_degrees(cells["lat"], 90, "the latitude"),
        lon=_degrees(cells["lon"], 180, "the longitude"),
        country=country.upper(),
        admin1=cells.get("admin1", ""),
        feature=cells.get("feature", ""),
        population=_whole(cells.get("population", ""), "the population"),
        usual=tuple(filter(None, map(str.strip, _PARTED.split(cells.get("alternate_names", ""))))),
    )


def _cells(line: str, delimiter: str) -> Sequence[str]:
    """Return the cells of one line: a quotation mark that is not closed costs no other line."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise ValueError(f"it is no row of a table ({error})") from error


def _name(text: str) -> str:
    name = text.strip()
    if not spelling(name).key:
        raise ValueError("the name is empty, too long or without a letter")
    return name


def _degrees(text: str, most: int, what: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{what} {text[:40]!r} is no number") from None
    if not math.isfinite(value) or abs(value) > most:
        raise ValueError(f"{what} {text[:40]!r} lies not between -{most} and {most}")
    return value


def _whole(text: str, what: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()) or len(text) > len(str(_MOST)):
        raise ValueError(f"{what} {text[:40]!r} is no whole number, or too large")
    return int(text)
