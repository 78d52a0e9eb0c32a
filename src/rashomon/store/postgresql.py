"""PostgreSQL: a case as a schema of a database on a server that several share."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

import psycopg
from psycopg import errors, sql

from rashomon.model.errors import CaseError, DamagedCaseError
from rashomon.store.connection import Row, load_statements, with_filters
from rashomon.store.migrating import Migrations
from rashomon.store.words import Term

_WEIGHTS = {"content": "A", "speaker": "B", "publisher": "C"}  # traits have D


class PostgresqlConnection:
    """A case on a server, open; see ``Connection``.

    Args:
        location: ``postgresql://user@host/database``, as libpq has it; ``?schema=NAME`` names the
            schema that holds the case, by default the first of the connection's search path.
        create: whether to make it where there is none.
        read_only: whether it is only read.
        wait: how many seconds to wait for another program that writes.

    Raises:
        CaseError: it cannot be opened.
    """

    def __init__(self, location: str, *, create: bool, read_only: bool, wait: float) -> None:
        server, _, query = location.partition("?")
        asked = dict(parse_qsl(query))
        schema = asked.pop("schema", None)
        scheme, _, rest = server.partition("://")
        self.where = f"{scheme}://{rest.rpartition('@')[2]}"  # errors name no password
        self._wait = wait
        self._statements = {
            name: text.replace("?", "%s") for name, text in load_statements("postgresql").items()
        }
        address = f"{server}?{urlencode(asked, quote_via=quote)}"
        with self._refusals():
            self._db: psycopg.Connection[Row] = psycopg.connect(address, autocommit=True)
        try:
            with self._refusals():
                self._set_up(schema, create and not read_only, read_only)
        except BaseException:
            self._db.close()
            raise

    def _set_up(self, schema: str | None, create: bool, read_only: bool) -> None:
        self._db.execute("SET client_min_messages = error")
        self._choose_schema(schema, create)
        migrations = Migrations("postgresql", self.where)
        if read_only:
            self._db.execute("SET default_transaction_read_only = on")
            migrations.check(self._schema_of_case(create=False))
        elif migrations.is_needed(self._schema_of_case(create)):
            with self.writing():
                number = self._schema_of_case(create)  # another process may have been faster
                if migrations.is_needed(number):
                    migrations.run(self, number, lambda script: self._db.execute(script.encode()))
                    self.write("set schema of case", [(migrations.newest,)])

    def _choose_schema(self, schema: str | None, create: bool) -> None:
        if schema and create:
            made = sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema))
            with self.writing():
                self._db.execute(made)
        if schema:
            self._db.execute("SELECT set_config('search_path', quote_ident(%s), false)", (schema,))
        [(current,)] = self._db.execute("SELECT current_schema()").fetchall()
        if current is None:
            raise CaseError(
                "there is no such schema", where=self.where, remedy="'rashomon add' makes one"
            )
        self._db.execute("SELECT set_config('search_path', quote_ident(%s), false)", (current,))

    def _schema_of_case(self, create: bool) -> int:
        """Return the number of the schema that the tables have; 0 where there are none."""
        tables = {name for (name,) in self.rows("tables")}
        if "rashomon_case" in tables:
            return int(self.rows("schema of case")[0][0])
        if tables:
            raise CaseError(
                "this schema holds what is no case",
                where=self.where,
                remedy="name one for the case: add ?schema=NAME",
            )
        if not create:
            raise CaseError(
                "there is no case here", where=self.where, remedy="'rashomon add' makes one"
            )
        return 0

    def rows(self, name: str, values: Sequence[Any] = (), filters: Sequence[str] = ()) -> list[Row]:
        """Return what a statement gives."""
        text = with_filters(self._statements, name, filters)
        with self._refusals():
            return self._db.execute(text.encode(), values).fetchall()

    def write(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row of values."""
        with self._refusals(), self._db.cursor() as cursor:
            cursor.executemany(self._statements[name].encode(), rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Return a transaction that writes: one at a time, whole or not at all."""
        with self._transaction("BEGIN"):
            self.rows("lock timeout", (f"{self._wait * 1000:.0f}",))
            self.rows("lock")
            yield

    def reading(self) -> AbstractContextManager[None]:
        """Return a transaction that sees one state of the case throughout."""
        return self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        with self._refusals():
            self._db.execute(begin.encode())
        try:
            yield
            with self._refusals():
                self._db.execute("COMMIT")
        except BaseException:
            if not self._db.closed:
                self._db.rollback()
            raise

    def matching(self, conditions: Sequence[tuple[str, Sequence[Term]]]) -> str:
        """Return a tsquery; terms are letters and digits, so none of its syntax."""
        return " & ".join(
            _phrase(term, _WEIGHTS.get(field, "D")) for field, terms in conditions for term in terms
        )

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Return the form under which the index knows each word."""
        return {word: stem or word for word, stem in self.rows("stems", (list(words),))}

    def faults(self) -> Iterator[str]:
        """Yield nothing: the server itself keeps to references and finds what is broken."""
        return iter(())

    def close(self) -> None:
        """Give the connection back."""
        self._db.close()

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn what PostgreSQL refuses into the error that says so, with what to do."""
        try:
            yield
        except psycopg.Error as error:
            raise _refusal(error, self.where) from error


def _phrase(term: Term, weight: str) -> str:
    *firsts, last = (f"{word}:{weight}" for word in term.words)
    return f"({' <-> '.join((*firsts, f'{last}*' if term.is_prefix else last))})"


def _refusal(error: psycopg.Error, where: str) -> CaseError:
    """Return the error of ours that says what PostgreSQL refused."""
    said = str(error).strip().partition("\n")[0]
    if isinstance(error, errors.LockNotAvailable):
        return CaseError(
            "another program is writing to the case",
            where=where,
            remedy="try again when it has finished",
        )
    if isinstance(error, errors.ReadOnlySqlTransaction | errors.InsufficientPrivilege):
        return CaseError(
            f"writing is not allowed ({said})", where=where, remedy="ask for the right"
        )
    if isinstance(error, errors.DataCorrupted | errors.IndexCorrupted):
        return DamagedCaseError(
            f"the database is damaged ({said})", where=where, remedy="take it from a backup"
        )
    if isinstance(error, errors.DiskFull):
        return CaseError("no room is left on the server's disk", where=where, remedy="make room")
    if isinstance(error, psycopg.OperationalError):
        return CaseError(
            f"the server cannot be reached ({said})", where=where, remedy="see to the address"
        )
    return CaseError(f"PostgreSQL refuses: {said}", where=where)
