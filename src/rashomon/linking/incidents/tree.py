"""Which links of a group are shown: the best ones that reach every document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Edge = tuple[int, int]


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
    root: dict[int, int] = {}

    def find(one: int) -> int:
        while (above := root.get(one, one)) != one:
            root[one] = root.get(above, above)  # halves the path
            one = above
        return one

    chosen = []
    for a, b in sorted(edges, key=lambda edge: (-scores[edge], edge)):
        first, second = find(a), find(b)
        if first != second:
            root[second] = first
            chosen.append((a, b))
    return sorted(chosen)


def middle(group: Sequence[int], edges: Iterable[Edge], scores: Mapping[Edge, float]) -> int:
    """Return the member with the highest scores to the others together; of equals the first."""
    total: dict[int, float] = defaultdict(float)
    for edge in edges:
        for one in edge:
            total[one] += scores[edge]
    return min(group, key=lambda one: (-round(total[one], 6), one))
