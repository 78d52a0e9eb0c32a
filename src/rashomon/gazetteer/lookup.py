"""Places by name, from one list or several: exactly, or by spellings that come near."""

import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from rashomon.gazetteer.names import sound, spelling, weight_of
from rashomon.gazetteer.store import DEGREE, VERSION, open_read_only, read_about
from rashomon.model.errors import ModelError
from rashomon.model.gazetteer import GazetteerEntry, NameMatch

SHIPPED = Path(__file__).with_name("gazetteer.sqlite")
"""The list that ships with the package; it is made when the package is installed."""

LEAST_LIKENESS = 0.75
"""Names that are less alike are not returned."""

_FEWEST_CONSONANTS = 2
_MOST_PLACES = 100
_MOST_KEYS = 5
_MOST_COMPARED = 20

_PLACES = """
SELECT p.geonames_id, p.name, p.lat, p.lon, p.country, p.admin1, p.admin2, p.feature,
       p.population, p.radius_km, p.source, n.is_main
FROM names n JOIN places p ON p.id = n.place
WHERE n.key = ? ORDER BY n.is_main DESC, p.population DESC, p.id LIMIT ?
"""
_KEYS = "SELECT key FROM skeletons WHERE skeleton = ?"
_DIVISION = "SELECT name FROM divisions WHERE code = ?"
_CODES = 100_000
_TOWNS = """
SELECT geonames_id, name, lat, lon, country, admin1, admin2, feature, population, radius_km, source,
       1
FROM places
WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND population > 0
  AND feature LIKE 'P.PPL%' AND feature NOT IN ('P.PPLX', 'P.PPLH', 'P.PPLQ', 'P.PPLW')
ORDER BY population DESC, id LIMIT ?
"""
"""Towns that are: no parts of one, and none of the past."""


class SqliteGazetteer:
    """Lists of places as the package ships and users import them.

    Args:
        shipped: the list of the package.
        own: the lists of the user; their places come first.

    Raises:
        ModelError: a file is missing, damaged or of another version.
    """

    def __init__(self, shipped: Path = SHIPPED, own: Sequence[Path] = ()) -> None:
        self._lists = [*(_List(path, True) for path in own), _List(shipped, False)]
        self._division = lru_cache(maxsize=_CODES)(self._look_up_division)

    def find(self, name: str) -> Sequence[NameMatch]:
        """Return the places of a name, whatever its case, accents and spelling of "al-".

        Those of the user's own lists come first, then those that bear the name as their usual
        one, the largest first; of one list a hundred at most.
        """
        spelled = spelling(name)
        keys = dict.fromkeys((spelled.key, spelled.bare))
        found = [match for key in keys for match in self._places(key, 1.0)]
        return _first_of_each(sorted(found, key=lambda match: not match.is_own))

    def find_like(self, name: str) -> Sequence[NameMatch]:
        """Return places whose names are written nearly so, the likest first.

        Names are compared that differ in vowels, articles, doubled letters and consonants that
        transliterations take for each other (:mod:`rashomon.gazetteer.names`): the likeness is the
        mean of the Levenshtein similarities of their keys and of how they sound. Names with fewer
        than two consonants have none.
        """
        spelled = spelling(name)
        if weight_of(spelled.skeleton) < _FEWEST_CONSONANTS:
            return ()
        keys = sorted({key for one in self._lists for key in one.keys(spelled.skeleton)})
        nearest = process.extract(
            spelled.bare, keys, scorer=Levenshtein.normalized_similarity, limit=_MOST_COMPARED
        )
        heard = sound(spelled.bare)
        alike = sorted(
            (
                (likeness + Levenshtein.normalized_similarity(heard, sound(other))) / 2,
                other,
            )
            for other, likeness, _ in nearest
        )
        return _first_of_each(
            match
            for likeness, other in alike[: -_MOST_KEYS - 1 : -1]
            if likeness >= LEAST_LIKENESS
            for match in self._places(other, round(likeness, 3))
        )

    def largest(
        self, south: float, west: float, north: float, east: float, most: int
    ) -> Sequence[GazetteerEntry]:
        """Return the largest towns that lie between some degrees, the largest first.

        Args:
            south: from this latitude on.
            west: from this longitude on.
            north: up to this latitude.
            east: up to this longitude.
            most: how many at most.
        """
        ends = [int(one * DEGREE) for one in (south, north, west, east)]
        found = [
            self._entry(row, one) for one in self._lists for row in one.rows(_TOWNS, *ends, most)
        ]
        return sorted(found, key=lambda entry: -entry.population)[:most]

    def _places(self, key: str, likeness: float) -> Iterator[NameMatch]:
        for one in self._lists:
            for row in one.places(key):
                yield NameMatch(self._entry(row, one), bool(row[-1]), likeness, one.is_own)

    def _entry(self, row: Sequence[Any], of: "_List") -> GazetteerEntry:
        number, name, lat, lon, country, admin1, admin2, feature, population, radius, source, _ = (
            row
        )
        code = f"{country}.{admin1}"
        return GazetteerEntry(
            geonames_id=number,
            name=name,
            lat=lat / DEGREE,
            lon=lon / DEGREE,
            country=country,
            admin1=(self._division(code) or admin1) if admin1 else "",
            admin2=(self._division(f"{code}.{admin2}") or "") if admin2 else "",
            feature=feature,
            population=population,
            radius_km=radius,
            source=source or of.source,
        )

    def _look_up_division(self, code: str) -> str | None:
        names: Iterable[str | None] = (one.division(code) for one in self._lists)
        return next(filter(None, names), None)


def _first_of_each(matches: Iterable[NameMatch]) -> list[NameMatch]:
    """Return the first match of each place."""
    found: dict[GazetteerEntry, NameMatch] = {}
    for match in matches:
        found.setdefault(match.entry, match)
    return list(found.values())


class _List:
    """One file of places."""

    def __init__(self, path: Path, is_own: bool) -> None:
        about = read_about(path)
        if about.get("version") != VERSION:
            raise ModelError(
                "this is no list of places, or one of another version",
                where=str(path),
                remedy="import it again" if is_own else "install the package again",
            )
        self.source = about["source"]
        self.is_own = is_own
        self._path = path
        self._db = open_read_only(path)
        weakref.finalize(self, self._db.close)

    def places(self, key: str) -> list[tuple[Any, ...]]:
        return self.rows(_PLACES, key, _MOST_PLACES) if key else []

    def keys(self, number: int) -> list[str]:
        return [key for (key,) in self.rows(_KEYS, number)]

    def division(self, code: str) -> str | None:
        row = next(iter(self.rows(_DIVISION, code)), None)
        return str(row[0]) if row else None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise ModelError(
                f"the list of places is damaged ({error})",
                where=str(self._path),
                remedy="import it again" if self.is_own else "install the package again",
            ) from error
