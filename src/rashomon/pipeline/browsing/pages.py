"""A list a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """A stretch of a list.

    Attributes:
        items: what stands in it.
        number: which page it is, from 1.
        pages: how many there are, 1 at least.
        total: how many items the whole list has.
        first: the number of the first item of the page in the list, from 1; 0 where there is none.
    """

    items: tuple[Item, ...]
    number: int
    pages: int
    total: int
    first: int

    @property
    def last(self) -> int:
        """The number of the last item of the page in the list."""
        return self.first + len(self.items) - 1 if self.items else 0


def page_of(items: Sequence[Item], number: int, size: int) -> Page[Item]:
    """Return a page of a list: the nearest that there is to the one that was asked for."""
    pages = max(1, -(-len(items) // size))
    chosen = min(max(number, 1), pages)
    start = (chosen - 1) * size
    kept = tuple(items[start : start + size])
    return Page(kept, chosen, pages, len(items), start + 1 if kept else 0)
