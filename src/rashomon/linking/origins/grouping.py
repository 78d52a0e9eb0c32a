"""Things put together by twos: the groups that follow."""

from collections.abc import Iterable


class Groups:
    """Groups of numbers from 0, each called by its least.

    Args:
        count: how many numbers there are.
        pairs: numbers that belong together.
    """

    def __init__(self, count: int, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._above = list(range(count))
        for one, other in pairs:
            self.join(one, other)

    def join(self, one: int, other: int) -> None:
        """Put the groups of two numbers together."""
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low

    def first(self, number: int) -> int:
        """Return the least number of a number's group."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number
