"""How likely it is that two documents tell of one incident, and what is kept of that."""

import math
import struct
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import overload

import numpy as np
import xxhash
from numpy.typing import NDArray

from rashomon.linking.incidents.features import Side, compare, side
from rashomon.linking.incidents.rules import by_rule
from rashomon.linking.incidents.sketches import Sketch, unpack
from rashomon.linking.incidents.tables import Model
from rashomon.model.case import Pair

_KEPT = struct.Struct("<IIIf")
_BATCH = 5_000
_HELD = 8_000
"""Documents that are held unpacked at a time: all, in most cases, for the whole of a linking."""


class Sides:
    """Documents by their numbers, unpacked when they are asked for; the last ones are held."""

    def __init__(self, sketches: Sequence[bytes], model: Model) -> None:
        self._rarity = model.rarity
        self._held: OrderedDict[int, Side] = OrderedDict()
        self._unpacked = lru_cache(_HELD)(lambda number: unpack(sketches[number]))

    def __getitem__(self, number: int) -> Side:
        """Return a document, ready to be compared."""
        found = self._held.pop(number, None)
        if found is None:
            found = side(self.sketch(number), self._rarity)
            if len(self._held) >= _HELD:
                self._held.popitem(last=False)
        self._held[number] = found
        return found

    def sketch(self, number: int) -> Sketch:
        """Return the sketch of a document."""
        return self._unpacked(number)


def stamp(sketch: bytes) -> int:
    """Return a number that changes with a sketch."""
    return xxhash.xxh32_intdigest(sketch)


@dataclass(frozen=True, slots=True, eq=False)
class Fresh(Sequence[Pair]):
    """The pairs that were compared now, as they are kept; each is made when it is asked for.

    Attributes:
        ids: the ids of the documents.
        stamps: the stamps of their sketches.
        pairs: the pairs, ``[pairs, 2]``.
        scores: their log-odds.
        version: the stamp of the model.
    """

    ids: Sequence[str]
    stamps: Sequence[int]
    pairs: NDArray[np.int64]
    scores: NDArray[np.float32]
    version: int

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.pairs)

    @overload
    def __getitem__(self, at: int) -> Pair: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Pair]: ...
    def __getitem__(self, at: int | slice) -> Pair | Sequence[Pair]:
        """Return one pair, or several."""
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        a, b = self.pairs[at].tolist()
        data = _KEPT.pack(self.stamps[a], self.stamps[b], self.version, self.scores[at])
        return Pair(self.ids[a], self.ids[b], data)


def known_scores(
    pairs: Iterable[Pair],
    ids: Sequence[str],
    stamps: Sequence[int],
    wanted: NDArray[np.int64],
    version: int,
) -> tuple[NDArray[np.float32], list[tuple[str, str]]]:
    """Return the scores of wanted pairs, as far as they are known, and the pairs to be forgotten.

    A score holds as long as both sketches and the model are those that gave it.

    Args:
        pairs: what is known.
        ids: the ids of the documents, in order.
        stamps: the stamps of their sketches.
        wanted: the pairs to be scored, ``[pairs, 2]``, by the numbers of their documents.
        version: the stamp of the model.

    Returns:
        ``[pairs]`` log-odds, NaN where they are not known or do not hold; and the ids of pairs
        that are known but not wanted.
    """
    numbers = {one: number for number, one in enumerate(ids)}
    packed = wanted[:, 0] * len(ids) + wanted[:, 1]
    order = np.argsort(packed)
    scores = np.full(len(wanted), np.nan, np.float32)
    gone = []
    rest = iter(pairs)
    while batch := list(islice(rest, _BATCH)):
        both = [(numbers.get(one.first), numbers.get(one.second)) for one in batch]
        keys = [-1 if a is None or b is None else a * len(ids) + b for a, b in both]
        at = np.searchsorted(packed, keys, sorter=order)
        for pair, key, place in zip(batch, keys, at.tolist(), strict=True):
            if place == len(order) or packed[order[place]] != key:
                gone.append((pair.first, pair.second))
            elif len(pair.data) == _KEPT.size:
                *made_by, score = _KEPT.unpack(pair.data)
                a, b = divmod(key, len(ids))
                if made_by == [stamps[a], stamps[b], version]:
                    scores[order[place]] = score
    return scores, sorted(gone)


def score_pairs(pairs: NDArray[np.int64], sides: Sides, model: Model) -> NDArray[np.float32]:
    """Return the log-odds of pairs; they are best in an order in which documents stay near."""
    scores = np.empty(len(pairs), np.float32)
    for start in range(0, len(pairs), _BATCH):
        both = [(sides[a], sides[b]) for a, b in pairs[start : start + _BATCH].tolist()]
        rows = np.array([compare(a, b, model.words) for a, b in both], np.float64)
        rules = np.array([by_rule(a, b, model.words) for a, b in both])
        scores[start : start + _BATCH] = model.pairs.score(rows) + rules
    return scores


def probability(score: float) -> float:
    """Return the probability for log-odds."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))
