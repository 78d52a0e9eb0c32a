"""What the store needs of a database; SQLite and PostgreSQL each are one.

Statements have names; their SQL stands in ``sql/``, what both understand in ``common.sql``, the
rest in a file for each. Values are always bound, never written into a statement.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib.resources import files
from typing import Any, Protocol

from rashomon.store.words import Term

Row = tuple[Any, ...]
_NAME = re.compile(r"^-- (\w[\w ]*)\n", re.MULTILINE)


class Connection(Protocol):
    """An open database. Its methods raise ``CaseError`` for whatever the database refuses."""

    where: str

    def rows(self, name: str, values: Sequence[Any] = (), filters: Sequence[str] = ()) -> list[Row]:
        """Return what a statement gives.

        Args:
            name: the statement.
            values: what its marks stand for.
            filters: names of conditions that take the place of ``/* filters */``.
        """
        ...

    def write(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row of values."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Return a transaction that writes: one at a time, whole or not at all."""
        ...

    def reading(self) -> AbstractContextManager[None]:
        """Return a transaction that sees one state of the case throughout."""
        ...

    def matching(self, conditions: Sequence[tuple[str, Sequence[Term]]]) -> str:
        """Return an expression of the database's own for terms that all must match.

        Args:
            conditions: pairs of a field (``content``, ``speaker``, ``publisher``; any other is a
                trait) and the terms in it.
        """
        ...

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Return the form under which the database knows each word."""
        ...

    def faults(self) -> Iterator[str]:
        """Yield what the database itself finds broken in it, as clauses."""
        ...

    def close(self) -> None:
        """Give the file or connection back."""
        ...


def with_filters(statements: Mapping[str, str], name: str, filters: Sequence[str]) -> str:
    """Return the SQL of a statement, with that of its conditions where they belong."""
    if not filters:
        return statements[name]
    return statements[name].replace("/* filters */", "\n".join(statements[one] for one in filters))


def load_statements(dialect: str) -> dict[str, str]:
    """Return the SQL of every statement by its name, for ``sqlite`` or ``postgresql``."""
    statements: dict[str, str] = {}
    for name in ("common", dialect):
        text = files("rashomon.store").joinpath("sql", f"{name}.sql").read_text("utf-8")
        parts = iter(_NAME.split(text)[1:])
        statements.update(zip(parts, parts, strict=True))
    return {name: sql.strip() for name, sql in statements.items()}
