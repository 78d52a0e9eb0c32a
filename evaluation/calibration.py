"""How well the confidence of attributions keeps what it promises."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.matching import Quotation, matched_all

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions of like confidence.

    Attributes:
        count: how many there are.
        confidence: their mean confidence.
        right: the share of them that is right.
    """

    count: int
    confidence: float
    right: float


def bins(confidence: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """Return ten bins of as many attributions each, the least sure first."""
    order = np.argsort(confidence, kind="stable")
    values, hits = np.asarray(confidence)[order], np.asarray(right)[order]
    parts = np.array_split(np.arange(len(order)), min(BINS, len(order)))
    return [Bin(len(part), float(values[part].mean()), float(hits[part].mean())) for part in parts]


def error(made: Sequence[Bin]) -> float:
    """Return the expected calibration error: the mean distance of promise and outcome."""
    total = sum(one.count for one in made)
    return sum(one.count * abs(one.confidence - one.right) for one in made) / total


def which_are_right(
    text: str, marked: Sequence[Quotation], found: Sequence[Quotation]
) -> list[bool]:
    """Return which of the found attributions match a marked one in all three elements."""
    taken = matched_all(text, marked, found)
    return [i in taken for i in range(len(found))]
