"""Sets of documents that links join, and the links that are shown: the best that reach all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Edge = tuple[int, int]


class Sets:
    """Disjoint sets of numbers, each number in one of its own at first."""

    def __init__(self) -> None:
        self._root: dict[int, int] = {}

    def find(self, one: int) -> int:
        """Return the number that stands for the set of ``one``."""
        while (above := self._root.get(one, one)) != one:
            self._root[one] = self._root.get(above, above)  # halves the path
            one = above
        return one

    def join(self, a: int, b: int) -> bool:
        """Put the sets of two numbers together; return whether they were two."""
        first, second = self.find(a), self.find(b)
        self._root[second] = first
        return first != second


def inner_edges(groups: Sequence[Sequence[int]], edges: Iterable[Edge]) -> list[list[Edge]]:
    """Return for each group the edges between its members."""
    of = {member: number for number, group in enumerate(groups) for member in group}
    found: list[list[Edge]] = [[] for _ in groups]
    for a, b in edges:
        if of[a] == of[b]:
            found[of[a]].append((a, b))
    return found


def best_links(edges: Iterable[Edge], scores: Mapping[Edge, float]) -> list[Edge]:
    """Return the spanning forest of the highest scores (Kruskal), in order."""
    joined = Sets()
    ordered = sorted(edges, key=lambda edge: (-scores[edge], edge))
    return sorted((a, b) for a, b in ordered if joined.join(a, b))


def middle(group: Sequence[int], edges: Iterable[Edge], scores: Mapping[Edge, float]) -> int:
    """Return the member with the highest scores to the others together; of equals the first."""
    total: dict[int, float] = defaultdict(float)
    for edge in edges:
        for one in edge:
            total[one] += scores[edge]
    return min(group, key=lambda one: (-round(total[one], 6), one))
