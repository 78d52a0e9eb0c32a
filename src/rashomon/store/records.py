"""The audit log as a case keeps it."""

import json
from collections.abc import Iterator, Sequence

from rashomon.model.case import LogEntry
from rashomon.store.codec import damage
from rashomon.store.columns import from_column, now, to_column
from rashomon.store.connection import Connection
from rashomon.store.log import FIRST, Act, chained

_PAGE = 5_000


def append(db: Connection, acts: Sequence[Act]) -> None:
    """Write down what was done, within the transaction that does it."""
    last, previous = head(db)
    rows = [
        (
            *(one.number, one.at, one.action, to_column(one.subject)),
            *(json.dumps(dict(one.details), sort_keys=True), one.hash),
        )
        for one in chained(acts, now(), last, previous)
    ]
    db.write("add log entry", rows)


def head(db: Connection) -> tuple[int, str]:
    """Return the number and the hash of the last entry."""
    [(last, own)] = db.rows("log head") or [(0, FIRST)]
    return int(last), str(own)


def entries(db: Connection, after: int = 0) -> Iterator[LogEntry]:
    """Yield the entries of the log that come after a number, the first first.

    Raises:
        DamagedCaseError: an entry is none.
    """
    last, previous = max(after - 1, 0), FIRST
    while page := db.rows("log page", (last, _PAGE)):
        for number, at, action, subject, written, own in page:
            with damage():
                details = dict(json.loads(written))
            if number > after:
                yield LogEntry(number, at, action, from_column(subject), details, previous, own)
            last, previous = number, own
