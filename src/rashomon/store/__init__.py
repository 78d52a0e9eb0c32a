"""The case file: what was read, found and decided, and the log of it."""

from pathlib import Path

from rashomon.model.errors import MissingExtraError
from rashomon.store.case import Case
from rashomon.store.connection import Connection
from rashomon.store.sqlite import SqliteConnection
from rashomon.store.stored import StoredCase

_SERVERS = ("postgresql://", "postgres://")

__all__ = ["Case", "open_case"]


def open_case(
    location: str, *, create: bool = False, read_only: bool = False, wait: float = 10.0
) -> Case:
    """Return a case, open.

    Args:
        location: a file, or ``postgresql://...``.
        create: whether to make it where there is none.
        read_only: whether it is only read; writing to it is refused.
        wait: how many seconds to wait for another program that is writing to it.

    Raises:
        CaseError: there is no such case, it is none, or it cannot be opened.
        MissingExtraError: what speaks to PostgreSQL is not installed.
    """
    if location.startswith(_SERVERS):
        return StoredCase(_on_server(location, create, read_only, wait))
    return StoredCase(
        SqliteConnection(Path(location), create=create, read_only=read_only, wait=wait)
    )


def _on_server(location: str, create: bool, read_only: bool, wait: float) -> Connection:
    try:
        from rashomon.store.postgresql import PostgresqlConnection
    except ImportError as error:  # also where libpq is missing
        raise MissingExtraError(
            "cases on PostgreSQL need psycopg",
            where=location.partition("://")[0],
            remedy="pip install 'rashomon[postgresql]'",
        ) from error
    return PostgresqlConnection(location, create=create, read_only=read_only, wait=wait)
