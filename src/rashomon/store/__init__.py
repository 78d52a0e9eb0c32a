"""The case file: what was read, found and decided, and the log of it."""

from pathlib import Path

from rashomon.store.case import Case
from rashomon.store.sqlite import SqliteConnection
from rashomon.store.stored import StoredCase

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
    """
    return StoredCase(
        SqliteConnection(Path(location), create=create, read_only=read_only, wait=wait)
    )
