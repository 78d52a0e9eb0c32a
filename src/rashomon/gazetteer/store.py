"""How places are stored: one SQLite file a list, written once and then only read.

A list is written beside its place and moved there when it is whole, so that nothing ever reads a
half of one. Rows are sorted on their way in: a file is written from its start to its end, in memory
that does not grow with the list.
"""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from rashomon.gazetteer.names import spelling

VERSION = "1"
"""The version of the tables; a file of another one is not read."""

DEGREE = 100_000
"""Coordinates are stored as whole numbers: so many to a degree, a metre or less apart."""

# a file that is not whole is thrown away, so that nothing need be kept to mend one
_UNSAFE = """
PRAGMA main.journal_mode = OFF;
PRAGMA raw.journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
"""
_TABLES = """
CREATE TABLE raw.names (key TEXT, place INTEGER, is_main INTEGER, skeleton INTEGER);
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE divisions (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY, geonames_id INTEGER, name TEXT NOT NULL,
    lat INTEGER NOT NULL, lon INTEGER NOT NULL, country TEXT NOT NULL,
    admin1 TEXT NOT NULL, admin2 TEXT NOT NULL, feature TEXT NOT NULL,
    population INTEGER NOT NULL, radius_km REAL, source TEXT
);
CREATE TABLE names (
    key TEXT, place INTEGER, is_main INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE skeletons (skeleton INTEGER, key TEXT, PRIMARY KEY (skeleton, key)) WITHOUT ROWID;
"""
_SORTED = """
INSERT INTO names SELECT key, place, max(is_main) FROM raw.names GROUP BY key, place;
INSERT INTO skeletons SELECT DISTINCT skeleton, key FROM raw.names WHERE skeleton ORDER BY 1, 2;
"""
_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """A place as a list gives it.

    Attributes:
        geonames_id: its number in GeoNames, or ``None``.
        name: its usual name.
        lat: latitude in degrees.
        lon: longitude in degrees.
        country: ISO 3166-1 alpha-2; empty where it lies in none.
        admin1: the code of its first-level division, or its name where the list has no codes.
        admin2: the code of its second-level division; empty where it has none.
        feature: the GeoNames feature class and code.
        population: 0 where it is not known.
        radius_km: how far it extends, where the list knows.
        usual: other names that are as usual as the first.
        alternate: names that are less so.
        source: the list it comes from, where that is not the file as a whole.
    """

    geonames_id: int | None
    name: str
    lat: float
    lon: float
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    feature: str = ""
    population: int = 0
    radius_km: float | None = None
    usual: tuple[str, ...] = ()
    alternate: tuple[str, ...] = ()
    source: str | None = None


class Writer:
    """Writes a list of places. A context manager: whole at its end, or not there at all.

    Args:
        path: where the list will stand; what stands there is replaced at the end.
        about: what is known of the list; ``source`` is its name.
    """

    def __init__(self, path: Path, about: Mapping[str, str]) -> None:
        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        self._raw = path.with_name(f"{path.name}.raw")
        self._about = {**about, "version": VERSION}
        self._count = 0
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int, int]] = []

    def __enter__(self) -> "Writer":
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._remove()
        self._db = sqlite3.connect(self._part, isolation_level=None)
        try:
            self._db.execute("ATTACH ? AS raw", (str(self._raw),))
            self._db.executescript(_UNSAFE + _TABLES)
            self._db.execute("BEGIN")
        except BaseException:
            self._db.close()
            self._remove()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._db.close()
            self._remove()

    def add(self, row: Row) -> None:
        """Add a place with all its names."""
        self._count += 1
        usual = (row.name, *row.usual)
        keys: dict[str, tuple[int, int]] = {}
        for name in dict.fromkeys((*usual, *row.alternate)):
            spelled = spelling(name)
            keys.setdefault(spelled.key, (int(name in usual), spelled.skeleton))
            keys.setdefault(spelled.bare, (0, spelled.skeleton))
        self._names += [(key, self._count, *rest) for key, rest in keys.items() if key]
        self._places.append(
            (
                *(self._count, row.geonames_id, row.name),
                *(round(row.lat * DEGREE), round(row.lon * DEGREE)),
                *(row.country, row.admin1, row.admin2, row.feature, row.population),
                *(row.radius_km, row.source),
            )
        )
        if len(self._places) >= _BATCH:
            self._flush()

    def add_divisions(self, names: Iterable[tuple[str, str]]) -> None:
        """Add names of divisions by code: ``SY.04``, ``US.TX.001``. The first of a code stays."""
        self._db.executemany("INSERT OR IGNORE INTO divisions VALUES (?, ?)", names)

    def _flush(self) -> None:
        marks = ", ".join("?" * 12)
        self._db.executemany(f"INSERT INTO places VALUES ({marks})", self._places)
        self._db.executemany("INSERT INTO raw.names VALUES (?, ?, ?, ?)", self._names)
        self._places.clear()
        self._names.clear()

    def _finish(self) -> None:
        self._flush()
        about = sorted({**self._about, "places": str(self._count)}.items())
        self._db.executemany("INSERT INTO about VALUES (?, ?)", about)
        for statement in filter(str.strip, _SORTED.split(";")):
            self._db.execute(statement)
        self._db.execute("COMMIT")
        self._db.close()
        with self._part.open("rb+") as file:
            os.fsync(file.fileno())
        self._part.replace(self._path)

    def _remove(self) -> None:
        self._part.unlink(missing_ok=True)
        self._raw.unlink(missing_ok=True)


def read_about(path: Path) -> dict[str, str]:
    """Return what a file says of itself; empty where it is no list of places."""
    with suppress(sqlite3.DatabaseError), closing(open_read_only(path)) as db:
        return dict(db.execute("SELECT key, value FROM about"))
    return {}


def open_read_only(path: Path) -> sqlite3.Connection:
    """Return a connection that can only read, shared by threads.

    Raises:
        sqlite3.OperationalError: there is no such file.
    """
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)
