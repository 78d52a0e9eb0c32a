"""Schemas of a case: numbered scripts, each of which makes the next schema of the one before.

A script that was released is never changed: cases that it made are out there.
"""

import re
from collections.abc import Callable
from importlib.resources import files

from rashomon.model.errors import CaseError, OutdatedCaseError
from rashomon.store import records
from rashomon.store.connection import Connection
from rashomon.store.log import Act

_SCRIPT = re.compile(r"\d{4}\.sql")


def load_scripts(dialect: str) -> list[str]:
    """Return the scripts for ``sqlite`` or ``postgresql``, that of schema 1 first."""
    folder = files("rashomon.store").joinpath("migrations", dialect)
    names = sorted(one.name for one in folder.iterdir() if _SCRIPT.fullmatch(one.name))
    return [folder.joinpath(name).read_text("utf-8") for name in names]


class Migrations:
    """What makes and renews a case.

    Args:
        dialect: ``sqlite`` or ``postgresql``.
        where: the case, for errors.
    """

    def __init__(self, dialect: str, where: str) -> None:
        self._scripts = load_scripts(dialect)
        self._where = where

    @property
    def newest(self) -> int:
        """The number of the schema that this version of the package reads and writes."""
        return len(self._scripts)

    def is_needed(self, schema: int) -> bool:
        """Return whether a case of a schema must be renewed (0: made) before it is written to.

        Raises:
            CaseError: the schema is one of a newer version.
        """
        if schema > self.newest:
            raise CaseError(
                f"the case has schema {schema}, of a newer version of Rashomon",
                where=self._where,
                remedy="renew Rashomon: pip install --upgrade rashomon",
            )
        return schema < self.newest

    def run(self, db: Connection, schema: int, execute: Callable[[str], object]) -> None:
        """Make the newest schema of another, and write that into the log.

        Args:
            db: the case, in the transaction that all of it is part of.
            schema: the number of the one that it has; 0 for none.
            execute: runs a script.
        """
        for script in self._scripts[schema:]:
            execute(script)
        if schema:
            records.append(
                db, [Act("renewed", None, {"from": str(schema), "to": str(self.newest)})]
            )

    def check(self, schema: int) -> None:
        """Refuse to read a case whose schema is not the newest.

        Raises:
            OutdatedCaseError: says how it is renewed.
            CaseError: there is nothing in it, or a newer version made it.
        """
        if not self.is_needed(schema):
            return
        if not schema:
            raise CaseError(
                "the case is empty", where=self._where, remedy="'rashomon add' fills it"
            )
        raise OutdatedCaseError(
            f"the case has schema {schema}, of an older version of Rashomon",
            where=self._where,
            remedy="any command that writes to it, such as 'rashomon add', renews it",
        )
