"""Schemas of a case: numbered scripts, each of which makes the next schema of the one before."""

import re
from collections.abc import Sequence
from importlib.resources import files

from rashomon.model.errors import CaseError


class Migrations:
    """The scripts that make and renew a case.

    Args:
        dialect: ``sqlite`` or ``postgresql``.
        where: the case, for errors.
    """

    def __init__(self, dialect: str, where: str) -> None:
        folder = files("rashomon.store").joinpath("migrations", dialect)
        names = sorted(
            one.name for one in folder.iterdir() if re.fullmatch(r"\d{4}\.sql", one.name)
        )
        self._scripts = [folder.joinpath(name).read_text("utf-8") for name in names]
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

    def scripts(self, schema: int) -> Sequence[str]:
        """Return the scripts that lead from a schema to the newest."""
        return self._scripts[schema:]

    def check(self, schema: int) -> None:
        """Refuse to read a case whose schema is not the newest.

        Raises:
            CaseError: says how it is renewed.
        """
        if not self.is_needed(schema):
            return
        if not schema:
            raise CaseError(
                "the case is empty", where=self._where, remedy="'rashomon add' fills it"
            )
        raise CaseError(
            f"the case has schema {schema}, of an older version of Rashomon; {self.newest} is read",
            where=self._where,
            remedy="any command that writes to it, such as 'rashomon add', renews it",
        )
