"""Groups of documents: average linkage over compared pairs, with what people decided.

The two groups with the highest mean score are put together, again and again, as long as that mean
is above a threshold. Of the scores those that speak against count less: reports of one incident
that look at it from different sides are often unlike each other; but those that leave no doubt
count in full, so that a report on two events does not tie them together. Pairs that were not
compared count as a weak no, at most as many of them as were compared. What people decided holds
whatever the scores.
"""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.incidents.tree import Edge, Sets

_AGAINST = 0.3
"""How much a score below zero counts, chosen on dev among 0.2, 0.3, 0.5 and 1."""
_NO_DOUBT = -8.0
"""Log-odds below which a score counts in full; from -4 accounts among others lose a report."""
_ENOUGH = -0.5
"""Log-odds from which two groups belong together. On shootings, dev, from -1 to 0 all are within
half a point; above this large incidents lose reports, below it hard neighbours flow together.
"""
_UNSEEN = -1.0
"""Log-odds of a pair that was not compared."""


@dataclass(frozen=True, slots=True)
class _Between:
    """What stands between two groups: the sum of weighed scores, of weights, and how many."""

    score: float
    weight: float
    pairs: int

    def __add__(self, other: "_Between") -> "_Between":
        return _Between(
            self.score + other.score, self.weight + other.weight, self.pairs + other.pairs
        )


def _between(score: float) -> _Between:
    weight = _AGAINST if _NO_DOUBT <= score <= _ENOUGH else 1.0
    score -= _ENOUGH
    return _Between(weight * score, weight, 1)


class _Groups:
    """Groups of numbers, each under its smallest member."""

    def __init__(self, count: int, scores: Mapping[Edge, float], apart: Iterable[Edge]) -> None:
        self.of = list(range(count))
        self.members = {one: [one] for one in range(count)}
        self._near: dict[int, dict[int, _Between]] = {one: {} for one in range(count)}
        self._apart: dict[int, set[int]] = {one: set() for one in range(count)}
        self._heap: list[tuple[float, int, int]] = []
        for (a, b), score in scores.items():
            self._near[a][b] = self._near[b][a] = _between(score)
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def may_join(self, a: int, b: int) -> bool:
        """Return whether nobody keeps two groups apart."""
        return b not in self._apart[a]

    def join(self, a: int, b: int) -> None:
        """Put two groups together, under the smaller number."""
        keep, gone = min(a, b), max(a, b)
        for one in self.members[gone]:
            self.of[one] = keep
        self.members[keep] += self.members.pop(gone)
        for other in self._apart.pop(gone):
            self._apart[other].remove(gone)
            self._apart[other].add(keep)
            self._apart[keep].add(other)
        near = self._near[keep]
        near.pop(gone, None)
        for other, between in self._near.pop(gone).items():
            if other != keep:
                del self._near[other][gone]
                both = near[other] + between if other in near else between
                near[other] = self._near[other][keep] = both

    def cluster(self) -> None:
        """Put groups together, the best first, until none are left that belong together."""
        for a, near in self._near.items():
            for b in near:
                if a < b:
                    self._push(a, b)
        while self._heap:
            negated, a, b = heapq.heappop(self._heap)
            # what was pushed may have changed since; then it was pushed again
            if b not in self._near.get(a, ()) or -negated != self._mean(a, b):
                continue
            if self.may_join(a, b):
                self.join(a, b)
                for other in self._near[a]:
                    self._push(min(a, other), max(a, other))

    def _push(self, a: int, b: int) -> None:
        if (mean := self._mean(a, b)) > 0:
            heapq.heappush(self._heap, (-mean, a, b))

    def _mean(self, a: int, b: int) -> float:
        between = self._near[a][b]
        unseen = len(self.members[a]) * len(self.members[b]) - between.pairs
        weight = _AGAINST * min(unseen, between.pairs)
        return (between.score + _UNSEEN * weight) / (between.weight + weight)


def telling_scores(
    count: int,
    pairs: NDArray[np.int64],
    scores: NDArray[np.float32],
    together: Iterable[Edge] = (),
) -> dict[Edge, float]:
    """Return the scores that may change groups: those between what may end in one at all.

    Two groups are put together for a score that speaks for it, or because people did. Documents
    that no chain of these joins never share a group; of many documents those are nearly all.

    Args:
        count: how many documents there are.
        pairs: the compared pairs, ``[pairs, 2]``.
        scores: their log-odds.
        together: pairs that people put together.
    """
    tied = Sets()
    for a, b in (*pairs[scores > _ENOUGH].tolist(), *together):
        tied.join(a, b)
    part = np.fromiter(map(tied.find, range(count)), np.int64, count)
    inner = part[pairs[:, 0]] == part[pairs[:, 1]]
    edges = map(tuple, pairs[inner].tolist())
    return dict(zip(edges, scores[inner].tolist(), strict=True))


def cluster(
    count: int,
    scores: Mapping[Edge, float],
    together: Iterable[Edge] = (),
    apart: Iterable[Edge] = (),
) -> list[list[int]]:
    """Return groups of the numbers below ``count``, each sorted, in the order of their first.

    Args:
        count: how many documents there are; they are numbered in an order that does not depend on
            when they came.
        scores: the log-odds of compared pairs, the smaller number first.
        together: pairs that people put together.
        apart: pairs that people keep apart; they win over pairs put together by way of others.
    """
    groups = _Groups(count, scores, apart)
    for a, b in together:
        first, second = groups.of[a], groups.of[b]
        if first != second and groups.may_join(first, second):
            groups.join(first, second)
    groups.cluster()
    return [sorted(groups.members[one]) for one in sorted(groups.members)]
