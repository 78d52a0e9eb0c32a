"""A gazetteer that is asked for each name once."""

from collections.abc import Sequence
from functools import cache

from rashomon.model.gazetteer import Gazetteer, NameMatch


class Remembering:
    """Asks another gazetteer, and remembers what it said: for one document.

    Args:
        gazetteer: the one that is asked.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._find = cache(gazetteer.find)
        self._find_like = cache(gazetteer.find_like)

    def find(self, name: str) -> Sequence[NameMatch]:
        """Return the places of a name."""
        return self._find(name)

    def find_like(self, name: str) -> Sequence[NameMatch]:
        """Return places whose names are written nearly so."""
        return self._find_like(name)
