"""Groups of documents: average linkage over compared pairs, with what people decided.

The two groups with the highest mean score are put together, again and again, as long as that mean
is above zero. Pairs that were never compared count as a weak no, a few of them for each pair that
was: so no single likeness ties two groups together. What people decided holds whatever the scores.
"""

import heapq
from collections.abc import Iterable, Mapping

Edge = tuple[int, int]

_UNSEEN = -1.0
"""Log-odds of a pair that was not worth comparing."""
_UNSEEN_MOST = 1.0
"""How many such pairs count at most, for each pair that was compared."""


class _Groups:
    def __init__(
        self, count: int, scores: Mapping[Edge, float], apart: Iterable[Edge], threshold: float
    ) -> None:
        self.of = list(range(count))
        self.members = {one: [one] for one in range(count)}
        self._near: dict[int, dict[int, tuple[float, int]]] = {}
        self._apart: dict[int, set[int]] = {}
        self._threshold = threshold
        self._heap: list[tuple[float, int, int]] = []
        for (a, b), score in scores.items():
            self._near.setdefault(a, {})[b] = self._near.setdefault(b, {})[a] = (score, 1)
        for a, b in apart:
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def join(self, a: int, b: int) -> None:
        """Put two groups together, under the smaller number."""
        keep, gone = min(a, b), max(a, b)
        for one in self.members[gone]:
            self.of[one] = keep
        self.members[keep] = sorted(self.members[keep] + self.members.pop(gone))
        for other in self._apart.pop(gone, ()):
            self._apart[other].discard(gone)
            self._apart[other].add(keep)
            self._apart.setdefault(keep, set()).add(other)
        near = self._near.setdefault(keep, {})
        near.pop(gone, None)
        for other, (score, count) in self._near.pop(gone, {}).items():
            if other == keep:
                continue
            del self._near[other][gone]
            before = near.get(other, (0.0, 0))
            near[other] = self._near[other][keep] = (before[0] + score, before[1] + count)

    def may_join(self, a: int, b: int) -> bool:
        return b not in self._apart.get(a, ())

    def cluster(self) -> None:
        for a in sorted(self._near):
            for b in self._near[a]:
                if a < b:
                    self._push(a, b)
        while self._heap:
            negated, a, b = heapq.heappop(self._heap)
            if b in self._near.get(a, ()) and -negated == self._mean(a, b) and self.may_join(a, b):
                self.join(a, b)
                keep = min(a, b)
                for other in self._near[keep]:
                    self._push(min(keep, other), max(keep, other))

    def _push(self, a: int, b: int) -> None:
        if (mean := self._mean(a, b)) > self._threshold:
            heapq.heappush(self._heap, (-mean, a, b))

    def _mean(self, a: int, b: int) -> float:
        score, count = self._near[a][b]
        unseen = min(len(self.members[a]) * len(self.members[b]) - count, _UNSEEN_MOST * count)
        return (score + _UNSEEN * unseen) / (count + unseen)


def cluster(
    count: int,
    scores: Mapping[Edge, float],
    together: Iterable[Edge] = (),
    apart: Iterable[Edge] = (),
    threshold: float = 0.0,
) -> list[list[int]]:
    """Return groups of the numbers below ``count``, each sorted, in the order of their first.

    Args:
        count: how many documents there are; they are numbered in an order that does not depend on
            when they came.
        scores: the log-odds of compared pairs, the smaller number first.
        together: pairs that people put together.
        apart: pairs that people keep apart; they win over pairs put together by way of others.
        threshold: the mean log-odds above which two groups are put together.
    """
    groups = _Groups(count, scores, apart, threshold)
    for a, b in together:
        first, second = groups.of[a], groups.of[b]
        if first != second and groups.may_join(first, second):
            groups.join(first, second)
    groups.cluster()
    return [groups.members[one] for one in sorted(groups.members)]
