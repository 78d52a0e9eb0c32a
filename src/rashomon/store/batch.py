"""Rows on their way into a case, gathered so that each statement runs once for all of them."""

from collections.abc import Sequence
from typing import Any

from rashomon.store.connection import Connection
from rashomon.store.indexing import Indexed


class Batch:
    """Rows of one transaction, numbered; written in the order in which statements came first.

    Args:
        db: where they go.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._rows: dict[str, list[Sequence[Any]]] = {}
        [last] = db.rows("last numbers")
        self._document, self._claim, self._time, self._place = map(int, last)

    def add(self, statement: str, *values: Any) -> None:
        """Add a row of values for a statement."""
        self._rows.setdefault(statement, []).append(values)

    def next_document(self) -> int:
        """Return the number of the next document."""
        self._document += 1
        return self._document

    def index(self, document: int, indexed: Indexed) -> None:
        """Add what search needs of a document."""
        publisher = indexed.publisher
        self.add("add document words", document, indexed.content, publisher, indexed.traits)
        first = self._claim + 1
        for one in indexed.claims:
            self._claim += 1
            self.add("add claim", self._claim, document, one.attribution)
            words = (one.content, one.speaker, publisher, one.traits)
            self.add("add claim words", self._claim, *words)
        for claim, *days in indexed.times:
            self._time += 1
            self.add("add time", self._time, document, _numbered(first, claim), *days)
            self.add("add time days", self._time, *days)
        for claim, lat, lon in indexed.places:
            self._place += 1
            self.add("add place", self._place, document, _numbered(first, claim), lat, lon)
            self.add("add place point", self._place, lat, lat, lon, lon)

    def write(self) -> None:
        """Write all rows."""
        for statement, rows in self._rows.items():
            self._db.write(statement, rows)
        self._rows.clear()


def _numbered(first: int, claim: int | None) -> int | None:
    return None if claim is None else first + claim


_INDEXES = (
    *("document words", "claim words", "claims"),
    *("time days", "times", "place points", "places"),
)


def remove_from_index(db: Connection, documents: Sequence[int]) -> None:
    """Take documents out of what search looks at."""
    for rows in _INDEXES:
        db.write(f"remove {rows}", [(document,) for document in documents])
