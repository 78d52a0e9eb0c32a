"""What people put together, and what they keep apart: names of parties, documents of one root.

Decisions of two things that belong together join whatever belongs with either. What people keep
apart is never joined, whatever others are put together by.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruling:
    """That two things belong together, or do not, as a person decided.

    Attributes:
        first: one of them: a name, the ``id`` of a document.
        second: the other.
        is_one: whether they belong together.
        reviewer: who decided.
        number: the number of the decision in the case; 0 where it has none.
    """

    first: str
    second: str
    is_one: bool
    reviewer: str = ""
    number: int = 0

    @property
    def pair(self) -> tuple[str, str]:
        """The two of them, in the order of the alphabet."""
        return min(self.first, self.second), max(self.first, self.second)


def last_words(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return of the rulings on each pair the last, in the order of the pairs.

    Args:
        rulings: the first decision first; those on one thing alone say nothing.
    """
    last = {one.pair: one for one in rulings if one.first != one.second}
    return tuple(last[pair] for pair in sorted(last))


class Groups:
    """What belongs together by rulings, and by what is joined after them.

    Rulings are heeded in the order of their pairs, so that the groups do not depend on who decided
    first. Of rulings that cannot all hold, those that keep apart do.

    Args:
        rulings: what people decided, the last word on a pair last.
    """

    def __init__(self, rulings: Iterable[Ruling]) -> None:
        self._above: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        ruled = last_words(rulings)
        for one in ruled:
            if not one.is_one:
                self._apart.setdefault(one.first, set()).add(one.second)
                self._apart.setdefault(one.second, set()).add(one.first)
        for one in ruled:
            if one.is_one:
                self.join(*one.pair)

    def of(self, one: str) -> str:
        """Return what the group of a thing is known by: the first of it in the alphabet."""
        top = one
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(one, one)) != top:
            self._above[one], one = top, above
        return top

    def are_apart(self, one: str, other: str) -> bool:
        """Return whether people keep the groups of two things apart."""
        return self.of(other) in self._apart.get(self.of(one), ())

    def join(self, one: str, other: str) -> bool:
        """Put the groups of two things together; return whether they are, now or before."""
        keep, gone = sorted((self.of(one), self.of(other)))
        if keep == gone:
            return True
        if gone in self._apart.get(keep, ()):
            return False
        self._above[gone] = keep
        for barred in self._apart.pop(gone, ()):
            self._apart[barred].discard(gone)
            self._apart[barred].add(keep)
            self._apart.setdefault(keep, set()).add(barred)
        return True
