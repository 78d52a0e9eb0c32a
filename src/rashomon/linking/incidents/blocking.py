"""Which documents are compared at all: those that stand near each other under a common key.

The keys of a document are its rarest words and names, and its place with its day. Under each key
the documents are put into the order of their days and ids, and each is compared with some that
follow. So the pairs are the same whatever order documents came in, and an incident of thousands
of reports needs thousands of comparisons, not millions. The further apart in time, the more two
must share: under the name of a town stands all that ever happened there.
"""

from collections.abc import Iterable, Iterator

import numpy as np
import xxhash
from numpy.typing import NDArray

from rashomon.linking.incidents.sketches import Sketch
from rashomon.linking.incidents.tables import Words
from rashomon.linking.incidents.terms import Rarity

WINDOW = 8
"""How many that follow a document under a key it is compared with."""
_KEYS = 40
_NAME_KEYS = 12
_RARE = 3.0
_CELL = 0.25
"""Degrees of a cell of the map: some 28 km."""
_PLACE = 4.0
_TOLD = 3.0
_ENOUGH = 6.0
"""How rare together the keys must be that two documents share."""
_MORE = 4.0
"""How much rarer at most where they were published far apart, reached after some four months. Of
123,000 pairs of shootings 49,000 are left to compare, for a tenth of a point of B-cubed F1.
"""
_SOON = 8.0
"""Days between publications from which on they must be rarer, by one with each doubling."""
_UNKNOWN = -1


def keys(sketch: Sketch, words: Words, rarity: Rarity) -> Iterator[tuple[str, float]]:
    """Yield the keys of a document, each with how much sharing it says."""
    ordered = (*sketch.heads, *(one for one, _ in sketch.terms))
    chosen = [one for one in dict.fromkeys(ordered) if rarity.weigh(one) >= _RARE]
    for one in chosen[:_KEYS]:
        yield one, rarity.weigh(one)
    for one, weight in sketch.names[:_NAME_KEYS]:
        yield one, weight
    if heads := sorted(one for one in sketch.heads if not one.isdigit()):
        yield f"title {' '.join(heads)}", _ENOUGH
    yield from _where_and_when(sketch, words)


def _where_and_when(sketch: Sketch, words: Words) -> Iterator[tuple[str, float]]:
    """Yield cells of the map with pairs of days, two of these, so that no edge parts them."""
    day = sketch.days[0].last if sketch.days else sketch.published
    country = next((one.country for one in sketch.spots if one.country), "")
    for one in sketch.main:
        if one.days is not None and one.is_told_as_fact:
            first, last = sketch.days_told[one.days]
            if first == last:
                weight = _ENOUGH if one.type in words.seldom else _TOLD
                yield f"told {first} {one.type} {country}", weight
    if day is None:
        return
    for spot in sketch.spots[:2]:
        if spot.lat is None or spot.lon is None or spot.precision in ("region", "country"):
            continue
        row, column = round(spot.lat / _CELL), round(spot.lon / _CELL)
        for when in (day // 2, (day + 1) // 2):
            yield f"place {row} {column} {when}", _PLACE


def candidates(sketches: Iterable[Sketch], words: Words, rarity: Rarity) -> NDArray[np.int64]:
    """Return the pairs to compare: ``[pairs, 2]``, the smaller number first.

    Pairs of one time stand together, so that few documents are needed at a time.

    Args:
        sketches: of documents in the order of their ids; they are numbered in it.
        words: the word table.
        rarity: how rare terms are.
    """
    codes, owners, weights, days = [], [], [], []
    for number, sketch in enumerate(sketches):
        days.append(_day(sketch))
        for key, weight in dict(keys(sketch, words, rarity)).items():
            codes.append(xxhash.xxh3_64_intdigest(key.encode("utf-8", "replace")))
            owners.append(number)
            weights.append(weight)
    if not codes:
        return np.empty((0, 2), np.int64)
    code, owner, day = np.array(codes, np.uint64), np.array(owners, np.int64), np.array(days)
    order = np.lexsort((owner, day[owner], code))
    first, second = _near(code[order], owner[order], np.array(weights)[order], day)
    by_day = np.lexsort((second, first, np.minimum(day[first], day[second])))
    return np.stack((first[by_day], second[by_day]), axis=1)


def _day(sketch: Sketch) -> int:
    if sketch.published is not None:
        return sketch.published
    return sketch.days[0].last if sketch.days else _UNKNOWN


def _near(
    code: NDArray[np.uint64],
    owner: NDArray[np.int64],
    weight: NDArray[np.float64],
    day: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of documents that stand near each other under keys that say enough."""
    count = len(day)
    pairs, shared = [], []
    for step in range(1, WINDOW + 1):
        same = np.flatnonzero(code[:-step] == code[step:])
        a, b = owner[same], owner[same + step]
        pairs.append(np.minimum(a, b) * count + np.maximum(a, b))
        shared.append(weight[same])
    packed, where = np.unique(np.concatenate(pairs), return_inverse=True)
    total = np.bincount(where, np.concatenate(shared), len(packed))
    first, second = packed // count, packed % count
    enough = total >= _enough(day[first], day[second])
    return first[enough], second[enough]


def _enough(some: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how rare together the keys of documents of these days must be."""
    apart = np.where((some == _UNKNOWN) | (others == _UNKNOWN), 0, np.abs(some - others))
    more: NDArray[np.float64] = np.minimum(_MORE, np.log2(np.maximum(1, apart / _SOON)))
    return _ENOUGH + more
