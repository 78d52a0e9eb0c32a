"""How claims relate, against marked pairs: what was kept apart of each source, and RTE-3."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np

from evaluation.calibration import bins, error
from evaluation.nearest import nearest_class
from evaluation.related import ClaimPair, parts, rte3
from evaluation.show import table
from evaluation.splits import Split, SplitOption
from rashomon.model.comparison import Relation
from rashomon.pipeline.numbers import NumberedRelater
from rashomon.pipeline.resources import load_pair_relater

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Figures:
    """How well relations are found.

    Attributes:
        pairs: how many pairs were asked.
        accuracy: the share that is right, in per cent.
        macro: the mean F1 of the relations that are marked, in per cent.
        contradiction: F1 of contradictions, in per cent.
        calibration: the expected calibration error, in points; ``None`` where no probability is
            given.
    """

    pairs: int
    accuracy: float
    macro: float
    contradiction: float
    calibration: float | None


def measure(split: Split) -> dict[str, Figures]:
    """Return the figures for each source and for RTE-3, of the package and of a floor.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    by_source: dict[str, list[ClaimPair]] = defaultdict(list)
    for one in parts()[split]:
        by_source[one.source].append(one)
    asked = {**dict(sorted(by_source.items())), "all of these": list(parts()[split])}
    asked["RTE-3 dev"] = list(rte3())
    relater = load_pair_relater(threads=2)
    found = {name: figures(pairs, *relations(relater, pairs)) for name, pairs in asked.items()}
    learned = [(_features(one), one.relation) for one in parts()["train"]]
    for name in ("all of these", "RTE-3 dev"):
        floor = nearest_class(learned, [_features(one) for one in asked[name]])
        found[f"{name}: TF-IDF, nearest class"] = figures(asked[name], floor, None)
    return found


def relations(
    relater: NumberedRelater, pairs: Sequence[ClaimPair]
) -> tuple[list[Relation], Sequence[float]]:
    """Return the likeliest relation of each pair, and its probability."""
    found = relater.relate([(one.a, one.b) for one in pairs])
    return [one.relation for one in found], [one.probability for one in found]


def figures(
    pairs: Sequence[ClaimPair], found: Sequence[str], sure: Sequence[float] | None
) -> Figures:
    """Return how well found relations agree with the marked ones."""
    right = [one.relation == other for one, other in zip(pairs, found, strict=True)]
    marked = [one.relation for one in pairs]
    f1 = {one: _f1(one, marked, found) for one in get_args(Relation) if one in marked}
    return Figures(
        pairs=len(pairs),
        accuracy=100 * float(np.mean(right)),
        macro=100 * float(np.mean(list(f1.values()))),
        contradiction=100 * f1.get("contradicts", 0.0),
        calibration=100 * error(bins(sure, right)) if sure is not None else None,
    )


def _f1(relation: str, marked: Sequence[str], found: Sequence[str]) -> float:
    both = sum(one == other == relation for one, other in zip(marked, found, strict=True))
    total = sum(one == relation for one in marked) + sum(one == relation for one in found)
    return 2 * both / total if total else 0.0


def _features(pair: ClaimPair) -> list[str]:
    """Return the words of a pair: which both have, and which only one of them."""
    first, second = (set(_WORD.findall(one.casefold())) for one in (pair.a, pair.b))
    return [
        *(f"both {one}" for one in first & second),
        *(f"first {one}" for one in first - second),
        *(f"second {one}" for one in second - first),
    ]


def command(split: SplitOption = "dev") -> None:
    """How two claims relate: accuracy, F1 of contradictions, calibration."""
    table(
        f"Relations of claims, {split}",
        ("", "pairs", "accuracy %", "macro F1", "contradiction F1", "calibration error"),
        [
            (
                name,
                one.pairs,
                one.accuracy,
                one.macro,
                one.contradiction,
                "" if one.calibration is None else f"{one.calibration:.1f}",
            )
            for name, one in measure(split).items()
        ],
    )
