"""SQLite: a case as one file."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import apsw

from rashomon.model.errors import CaseError, DamagedCaseError
from rashomon.store.connection import Row, load_statements, with_filters
from rashomon.store.migrating import Migrations
from rashomon.store.words import Term

APPLICATION = 0x52415348
"""What a file is known by as a case: ``RASH``."""

_UNWRITABLE = re.compile("[\0-\x1f\x7f\ud800-\udfff]")
_MAGIC = b"SQLite format 3\0"
_COLUMNS = ("content", "speaker", "publisher")
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)
_WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_autocheckpoint = 4000",
)


class SqliteConnection:
    """A case in a file, open; see ``Connection``.

    Args:
        path: the file.
        create: whether to make it where there is none.
        read_only: whether it is only read.
        wait: how many seconds to wait for another process that writes.

    Raises:
        CaseError: it cannot be opened.
    """

    def __init__(self, path: Path, *, create: bool, read_only: bool, wait: float) -> None:
        self.where = str(path)
        self._statements = load_statements("sqlite")
        _look_at(path, create=create and not read_only)
        with self._refusals():
            self._db = _opened(path, read_only, round(wait * 1000))
            try:
                self._set_up(create and not read_only, read_only)
            except BaseException:
                self._db.close()
                raise

    def _set_up(self, create: bool, read_only: bool) -> None:
        self._db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        for one in _SETTINGS:
            self._db.execute(one)
        application, schema = self._marks()
        migrations = Migrations("sqlite", self.where)
        if application != APPLICATION and (schema or not self._is_empty()):
            raise _no_case(self.where)
        if read_only or not (schema or create):
            migrations.check(schema)
            return
        for one in _WRITING:
            self._db.execute(one)
        if migrations.is_needed(schema):
            with self.writing():
                _, schema = self._marks()  # another process may have been faster
                if migrations.is_needed(schema):
                    migrations.run(self, schema, self._db.execute)
                self._db.execute(f"PRAGMA application_id = {APPLICATION:d}")
                self._db.execute(f"PRAGMA user_version = {migrations.newest:d}")

    def _marks(self) -> tuple[int, int]:
        return self._db.pragma("application_id"), self._db.pragma("user_version")

    def _is_empty(self) -> bool:
        return not self._db.execute("SELECT count(*) FROM sqlite_schema").get

    def rows(self, name: str, values: Sequence[Any] = (), filters: Sequence[str] = ()) -> list[Row]:
        """Return what a statement gives."""
        sql = with_filters(self._statements, name, filters)
        with self._refusals():
            return self._db.execute(sql, tuple(values)).fetchall()

    def write(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row of values."""
        with self._refusals():
            self._db.executemany(self._statements[name], rows)

    def writing(self) -> AbstractContextManager[None]:
        """Return a transaction that writes: one at a time, whole or not at all."""
        return self._transaction("BEGIN IMMEDIATE", "COMMIT")

    def reading(self) -> AbstractContextManager[None]:
        """Return a transaction that sees one state of the case throughout."""
        # in a damaged file there may be nothing that can be committed
        return self._transaction("BEGIN", "ROLLBACK")

    @contextmanager
    def _transaction(self, begin: str, end: str) -> Iterator[None]:
        with self._refusals():
            self._db.execute(begin)
        try:
            yield
            with self._refusals():
                self._db.execute(end)
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def matching(self, conditions: Sequence[tuple[str, Sequence[Term]]]) -> str:
        """Return an FTS5 expression; terms are letters and digits, so none of its syntax."""
        return " AND ".join(
            f"{field if field in _COLUMNS else 'traits'} : {_phrase(term)}"
            for field, terms in conditions
            for term in terms
        )

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Return the form under which the index knows each word."""
        tokenizer = self._db.fts5_tokenizer("porter", ["ascii"])
        ordered = list(words)
        tokens = tokenizer(
            " ".join(ordered).encode(), apsw.FTS5_TOKENIZE_DOCUMENT, None, include_offsets=False
        )
        return {word: str(token[0]) for word, token in zip(ordered, tokens, strict=True)}

    def faults(self) -> Iterator[str]:
        """Yield what SQLite finds broken: pages, references, full-text and range indexes."""
        with self._refusals():
            for (found,) in self._db.execute("PRAGMA integrity_check(20)"):
                if found != "ok":
                    # some findings stand below a line that names the database
                    yield f"SQLite's check of the file: {' '.join(found.split())}"
            for table, row, parent, _ in self._db.execute("PRAGMA foreign_key_check"):
                yield f"row {row} of {table} refers to what is not in {parent}"

    def close(self) -> None:
        """Give the file back."""
        with self._refusals():
            self._db.close()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn what SQLite refuses into the error that says so, with what to do."""
        try:
            yield
        except apsw.Error as error:
            raise _refusal(error, self.where) from error
        except UnicodeDecodeError as error:
            raise _damaged(str(error), self.where) from error


def _look_at(path: Path, *, create: bool) -> None:
    """Refuse a file that cannot be opened as asked, as far as that can be seen from outside."""
    where = str(path)
    if _UNWRITABLE.search(where):
        raise CaseError(
            "a case's name holds only what UTF-8 can write, and on one line",
            where=repr(where),
            remedy="give it another name",
        )
    try:
        if path.exists():
            _look_into(path, create)
            return
        is_folder_there = path.parent.is_dir()
    except OSError as error:
        remedy = "see to its permissions"
        raise CaseError(f"cannot be read ({error.strerror})", where=where, remedy=remedy) from error
    if not create:
        raise CaseError("there is no such case", where=where, remedy="'rashomon add' makes one")
    if not is_folder_there:
        raise CaseError("there is no such folder", where=str(path.parent), remedy="make it first")


def _look_into(path: Path, create: bool) -> None:
    if not path.is_file():
        raise CaseError("this is no file", where=str(path), remedy="give the file of a case")
    with path.open("rb") as file:
        beginning = file.read(len(_MAGIC))
    if beginning != _MAGIC and (beginning or not create):
        raise _no_case(str(path))


def _opened(path: Path, read_only: bool, wait: int) -> apsw.Connection:
    """Return a file, open; it waits so many milliseconds for others."""
    if read_only:
        return _opened_to_read(path, wait)
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    db = apsw.Connection(str(path), flags=flags)
    if db.readonly("main"):  # what SQLite makes of a file that may not be written to
        db.close()
        raise _read_only(str(path))
    db.set_busy_timeout(wait)
    return db


def _opened_to_read(path: Path, wait: int) -> apsw.Connection:
    # what can only read makes the files beside the case, but cannot remove them when it is closed
    db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    # who closes a file last puts it in order, and lets nobody in meanwhile
    db.set_busy_timeout(wait)
    try:
        db.execute("PRAGMA query_only = ON")
        db.pragma("application_id")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # to read beside others that write, something must be put beside the file
        db.close()
        if path.with_name(f"{path.name}-wal").exists():
            raise CaseError(
                "the case was not closed, and nothing can be put beside it",
                where=str(path),
                remedy="open it where its folder may be written to",
            ) from None
        address = f"{path.resolve().as_uri()}?immutable=1"
        return apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    except BaseException:
        db.close()
        raise
    return db


def _may_be_written_to(folder: Path) -> bool:
    is_as_now = os.access in os.supports_effective_ids
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=is_as_now)


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.is_prefix else ""}'


def _no_case(where: str) -> CaseError:
    return CaseError(
        "this file is no case",
        where=where,
        remedy="give one that 'rashomon add' made, or a new name",
    )


def _read_only(where: str) -> CaseError:
    return CaseError("the case can only be read", where=where, remedy="see to its permissions")


def _damaged(what: str, where: str) -> CaseError:
    remedy = "take it from a backup"
    return DamagedCaseError(f"the file is damaged ({what})", where=where, remedy=remedy)


def _not_put(error: apsw.Error, path: Path) -> CaseError:
    """Return the error for a case, or what belongs beside it, that cannot be put where it goes."""
    if not _may_be_written_to(path.parent):
        return CaseError(
            "this folder cannot be written to",
            where=str(path.parent),
            remedy="see to its permissions, or take another folder",
        )
    if isinstance(error, apsw.ReadOnlyError):
        return _read_only(str(path))
    return CaseError(f"SQLite refuses: {error}", where=str(path))


def _refusal(error: apsw.Error, where: str) -> CaseError:
    """Return the error of ours that says what SQLite refused."""
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return CaseError(
            "another program is writing to the case",
            where=where,
            remedy="try again when it has finished",
        )
    if isinstance(error, apsw.CorruptError | apsw.NotADBError | apsw.FormatError):
        return _damaged(str(error), where)
    if isinstance(error, apsw.CantOpenError | apsw.ReadOnlyError):
        return _not_put(error, Path(where))
    if isinstance(error, apsw.FullError):
        return CaseError("no room is left on the disk", where=where, remedy="make room")
    return CaseError(f"SQLite refuses: {error}", where=where)
