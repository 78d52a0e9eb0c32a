"""Boosted trees as plain numbers: what was learned, without the library that learned it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose answers are added up to log-odds.

    Nodes of all trees stand one after the other; a leaf has itself for both children.

    Attributes:
        bias: what is added to the answers.
        roots: the first node of each tree.
        feature: for each node the number of the feature that it asks for.
        threshold: up to which value one goes left.
        left: the node on the left.
        right: the node on the right.
        missing_left: whether one goes left where the feature is not known (NaN).
        value: for each node the answer, zero but for leaves.
        depth: how many steps lead to the deepest leaf.
    """

    bias: float
    roots: NDArray[np.int32]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    missing_left: NDArray[np.bool_]
    value: NDArray[np.float64]
    depth: int

    def score(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds for rows of features."""
        rows = np.arange(len(features))
        total = np.full(len(features), self.bias)
        for root in self.roots:
            at = np.full(len(features), root, np.int32)
            for _ in range(self.depth):
                asked = features[rows, self.feature[at]]
                left = np.where(np.isnan(asked), self.missing_left[at], asked <= self.threshold[at])
                at = np.where(left, self.left[at], self.right[at])
            total += self.value[at]
        return total


def parse_forest(values: Mapping[str, Any]) -> Forest:
    """Return the trees that JSON holds: a list of nodes for each tree.

    A node is ``[feature, threshold, left, right, missing goes left]`` with children counted
    within the tree, or ``[answer]``.

    Raises:
        KeyError, TypeError, ValueError, IndexError: the values are not of this form.
    """
    roots: list[int] = []
    rows: list[tuple[float, ...]] = []
    depth = 0
    for tree in values["trees"]:
        start = len(rows)
        roots.append(start)
        depth = max(depth, _depth(tree, 0))
        for number, node in enumerate(tree):
            at = start + number
            if len(node) == 1:
                rows.append((0, 0.0, at, at, True, float(node[0])))
            else:
                feature, threshold, left, right, missing = node
                rows.append((feature, threshold, start + left, start + right, missing, 0.0))
    columns = list(zip(*rows, strict=True)) if rows else [()] * 6
    return Forest(
        bias=float(values["bias"]),
        roots=np.array(roots, np.int32),
        feature=np.array(columns[0], np.int32),
        threshold=np.array(columns[1], np.float64),
        left=np.array(columns[2], np.int32),
        right=np.array(columns[3], np.int32),
        missing_left=np.array(columns[4], np.bool_),
        value=np.array(columns[5], np.float64),
        depth=depth,
    )


def _depth(tree: list[list[float]], at: int) -> int:
    node = tree[at]
    if len(node) == 1:
        return 0
    return 1 + max(_depth(tree, int(node[2])), _depth(tree, int(node[3])))
