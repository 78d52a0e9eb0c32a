"""How likely it is that two documents tell of one incident, and what is kept of that."""

import math
import struct
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
import xxhash

from rashomon.linking.incidents.features import Side, compare, side
from rashomon.linking.incidents.rules import by_rule
from rashomon.linking.incidents.sketches import unpack
from rashomon.linking.incidents.tables import Model
from rashomon.model.case import Pair

_KEPT = struct.Struct("<IIIf")
_BATCH = 20_000
_HELD = 8_000
"""Documents that are held unpacked at a time."""


class Sides:
    """Documents by their numbers, unpacked when they are asked for; the last ones are held."""

    def __init__(self, sketches: Sequence[bytes], model: Model) -> None:
        self._sketches = sketches
        self._rarity = model.rarity
        self._held: OrderedDict[int, Side] = OrderedDict()

    def __getitem__(self, number: int) -> Side:
        """Return a document, ready to be compared."""
        found = self._held.pop(number, None)
        if found is None:
            found = side(unpack(self._sketches[number]), self._rarity)
            if len(self._held) >= _HELD:
                self._held.popitem(last=False)
        self._held[number] = found
        return found


def stamp(sketch: bytes) -> int:
    """Return a number that changes with a sketch."""
    return xxhash.xxh32_intdigest(sketch)


def kept(first: int, second: int, model: Model, score: float) -> bytes:
    """Return what is kept of a pair: the stamps of both sketches, that of the model, the score."""
    return _KEPT.pack(first, second, stamp(model.version.encode()), score)


def known_scores(
    pairs: Iterable[Pair], stamps: Mapping[str, int], model: Model
) -> tuple[dict[tuple[str, str], float], set[tuple[str, str]]]:
    """Return the scores that still hold, by the ids of their documents, and the pairs that do not.

    A score holds as long as both sketches and the model are those that gave it.
    """
    holding: dict[tuple[str, str], float] = {}
    stale: set[tuple[str, str]] = set()
    version = stamp(model.version.encode())
    for pair in pairs:
        ids = (pair.first, pair.second)
        wanted = (stamps.get(pair.first), stamps.get(pair.second), version)
        if len(pair.data) == _KEPT.size and _KEPT.unpack(pair.data)[:3] == wanted:
            holding[ids] = _KEPT.unpack(pair.data)[3]
        else:
            stale.add(ids)
    return holding, stale


def score_pairs(
    pairs: Sequence[tuple[int, int]], sides: Sides, model: Model
) -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the log-odds of pairs; ``pairs`` are best in an order in which documents stay near."""
    for start in range(0, len(pairs), _BATCH):
        batch = pairs[start : start + _BATCH]
        rows = [compare(sides[a], sides[b], model.words, model.rarity) for a, b in batch]
        rules = [by_rule(sides[a], sides[b], model.words) for a, b in batch]
        scores = model.pairs.score(np.array(rows, np.float64)) + np.array(rules)
        scores = scores.astype(np.float32)
        yield from zip(batch, scores.tolist(), strict=True)


def probability(score: float) -> float:
    """Return the probability for log-odds."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))
