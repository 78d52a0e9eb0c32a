"""Which of many documents to compare: those that share fingerprints that few documents have."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.linking.origins.alignment import SHORTEST
from rashomon.linking.origins.fingerprints import BANDS, RUN, WINDOW
from rashomon.linking.origins.grouping import Groups
from rashomon.linking.origins.sketches import Sketch

MOST_DOCUMENTS = 64
"""Documents that a fingerprint may stand in, copies apart: one that more have says nothing."""

HOUSE_MOST = 6
"""Documents of one publisher, copies apart, that make a fingerprint the publisher's own."""

MOST_WEEKS = 5
"""Weeks in whose documents a fingerprint may stand: what always is written, or is the page's."""

_NEAR = 0.3
"""Estimated Jaccard similarity from which documents of one band are compared."""

_COPY = 0.6
"""The same, from which they are one for the counts."""

_LEAST_RUN = 9
"""Words around a single shared fingerprint that must agree for documents to be compared."""

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is to be compared.

    Attributes:
        pairs: ``[p, 2]``, numbers of documents, the lesser first, in order.
    """

    pairs: _Ints
    _telling: npt.NDArray[np.bool_]
    _bounds: _Ints

    def telling(self, document: int) -> npt.NDArray[np.bool_]:
        """Return which fingerprints of a document are neither everybody's nor its publisher's."""
        return self._telling[self._bounds[document] : self._bounds[document + 1]]


@dataclass(frozen=True, slots=True)
class _Prints:
    """Fingerprints of all documents, one behind the other."""

    value: npt.NDArray[np.uint32]
    document: npt.NDArray[np.int32]
    word: _Ints  # counted through all documents


def find_candidates(
    sketches: Sequence[Sketch], houses: Sequence[int], weeks: Sequence[int]
) -> Candidates:
    """Return which documents to compare.

    Args:
        sketches: of all documents.
        houses: for each document a number of its publisher; -1 where it is not known.
        weeks: for each document the number of the week of its publication; -1 likewise.
    """
    same = _same_words(sketches)
    near, alike = _near(sketches)
    groups = _groups(len(sketches), np.concatenate((same, alike)))
    starts = np.cumsum([0, *(len(one.words) for one in sketches)])
    bounds = np.cumsum([0, *(len(one.prints) for one in sketches)])
    prints, where = _repeated(sketches, starts)
    kept = _telling(prints, groups, np.asarray(houses, np.int64), np.asarray(weeks, np.int64))
    telling = np.ones(bounds[-1], bool)
    telling[where] = kept
    shared = _sharing(prints, kept, groups, sketches, starts)
    return Candidates(_unique(np.concatenate((same, near, shared))), telling, bounds)


def _repeated(sketches: Sequence[Sketch], starts: _Ints) -> tuple[_Prints, _Ints]:
    """Return the fingerprints that more than one document has, and which they are of all.

    Most have one alone; nothing more needs to be known of those.
    """
    if not sketches:
        none = np.zeros(0, np.int64)
        return _Prints(np.zeros(0, np.uint32), np.zeros(0, np.int32), none), none
    values = np.concatenate([one.prints for one in sketches])
    order = np.argsort(values, kind="stable")
    sizes = np.diff(_bounds(values[order]))
    where = np.sort(order[np.repeat(sizes > 1, sizes)])
    counts = [len(one.prints) for one in sketches]
    documents = np.repeat(np.arange(len(sketches), dtype=np.int32), counts)[where]
    places = np.concatenate([one.places for one in sketches])[where]
    return _Prints(values[where], documents, places + starts[documents]), where


def _same_words(sketches: Sequence[Sketch]) -> _Ints:
    """Return each document that has all words of another, with the first that has them."""
    first: dict[bytes, int] = {}
    pairs = []
    for number, one in enumerate(sketches):
        known = first.setdefault(one.digest, number)
        if known != number and one.words:
            pairs.append((known, number))
    return np.array(pairs, np.int64).reshape(-1, 2)


def _near(sketches: Sequence[Sketch]) -> tuple[_Ints, _Ints]:
    """Return documents that share a band of their MinHash, and those of them that are copies."""
    having = np.array([n for n, one in enumerate(sketches) if len(one.signature)], np.int64)
    if not len(having):
        return np.zeros((0, 2), np.int64), np.zeros((0, 2), np.int64)
    signatures = np.stack([sketches[n].signature for n in having.tolist()])
    bands = np.ascontiguousarray(signatures).view(np.uint64)
    found = [_within_groups(bands[:, band]) for band in range(BANDS)]
    pairs = _unique(np.concatenate(found))
    alike = np.concatenate(
        [
            np.mean(signatures[some[:, 0]] == signatures[some[:, 1]], axis=1)
            for some in np.array_split(pairs, len(pairs) // 50_000 + 1)
        ]
    )
    return having[pairs[alike >= _NEAR]], having[pairs[alike >= _COPY]]


def _within_groups(keys: npt.NDArray[np.uint64]) -> _Ints:
    """Return pairs of rows with one key: all of a small group; in a large one with its first."""
    order = np.argsort(keys, kind="stable")
    bounds = _bounds(keys[order])
    sizes = np.diff(bounds)
    small = _all_pairs(order, bounds[:-1][sizes <= MOST_DOCUMENTS], sizes[sizes <= MOST_DOCUMENTS])
    large = [
        np.stack((np.repeat(order[start], size - 1), order[start + 1 : start + size]), axis=1)
        for start, size in zip(bounds[:-1], sizes, strict=True)
        if size > MOST_DOCUMENTS
    ]
    return np.concatenate((small, *large))


def _bounds(ordered: npt.NDArray[np.generic]) -> _Ints:
    """Return where the runs of equal values begin, and where the last one ends."""
    if not len(ordered):
        return np.zeros(1, np.int64)
    changes = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    return np.concatenate(([0], changes, [len(ordered)]))


def _all_pairs(items: _Ints, starts: _Ints, sizes: _Ints) -> _Ints:
    """Return all pairs within groups of ``items``, by the size of the groups."""
    found = [np.zeros((0, 2), np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        rows = items[starts[sizes == size][:, None] + np.arange(size)]
        left, right = np.triu_indices(size, 1)
        found.append(np.stack((rows[:, left], rows[:, right]), axis=2).reshape(-1, 2))
    return np.concatenate(found)


def _unique(pairs: _Ints) -> _Ints:
    """Return pairs with the lesser number first, each once, in order."""
    ordered = np.sort(pairs, axis=1)
    ordered = ordered[ordered[:, 0] != ordered[:, 1]]
    return np.unique(ordered, axis=0)


def _groups(count: int, pairs: _Ints) -> _Ints:
    """Return for each document the first of those that are copies of each other."""
    groups = Groups(count, map(tuple, pairs.tolist()))
    return np.array([groups.first(number) for number in range(count)], np.int64)


def _telling(prints: _Prints, groups: _Ints, houses: _Ints, weeks: _Ints) -> npt.NDArray[np.bool_]:
    """Return which fingerprints tell where a text comes from.

    Those do not that stand in many documents, in many of one publisher, copies of each other
    counted as one, or in documents of many weeks.
    """
    group, house, week = (by[prints.document] for by in (groups, houses, weeks))
    everywhere = np.zeros(len(house), np.int64)
    common = _of_many(prints.value, everywhere, group, MOST_DOCUMENTS)
    standing = _of_many(prints.value, everywhere, week, MOST_WEEKS)
    own = _of_many(prints.value, house, group, HOUSE_MOST - 1) & (house >= 0)
    return ~(common | standing | own)


def _of_many(
    values: npt.NDArray[np.uint32], within: _Ints, members: _Ints, most: int
) -> npt.NDArray[np.bool_]:
    """Return which values have more than ``most`` different members, counted within something."""
    order = np.lexsort((members, within, values))
    keys = (values[order].astype(np.uint64) << np.uint64(32)) | (
        (within[order] + 1).astype(np.uint64)
    )
    found = np.zeros(len(order), bool)
    found[order] = _counts_over(keys, members[order], most)
    return found


def _counts_over(
    keys: npt.NDArray[np.unsignedinteger], members: _Ints, most: int
) -> npt.NDArray[np.bool_]:
    """Return for each of the ordered rows whether its key has more than ``most`` members."""
    if not len(keys):
        return np.zeros(0, bool)
    bounds = _bounds(keys)
    is_new = np.append(True, (keys[1:] != keys[:-1]) | (members[1:] != members[:-1]))
    counts = np.add.reduceat(is_new, bounds[:-1], dtype=np.int64)
    return np.repeat(counts > most, np.diff(bounds))


def _sharing(
    prints: _Prints,
    telling: npt.NDArray[np.bool_],
    groups: _Ints,
    sketches: Sequence[Sketch],
    starts: _Ints,
) -> _Ints:
    """Return the pairs of documents that share telling fingerprints."""
    kept = np.flatnonzero(telling)
    order = kept[np.lexsort((prints.document[kept], prints.value[kept]))]
    order = _thinned(prints, order, groups)
    bounds = _bounds(prints.value[order])
    shared = _all_pairs(order, bounds[:-1], np.diff(bounds))
    documents = prints.document[shared].astype(np.int64)
    differ = documents[:, 0] != documents[:, 1]
    shared, documents = shared[differ], documents[differ]
    codes = documents[:, 0] * len(sketches) + documents[:, 1]
    pairs, which, counts = np.unique(codes, return_inverse=True, return_counts=True)
    single = counts[which] == 1
    alone = shared[single]
    words = np.frombuffer(b"".join(one.words for one in sketches), np.uint8)
    is_long = _run(prints, alone, words, starts) >= _LEAST_RUN
    good = np.concatenate((pairs[counts > 1], codes[single][is_long]))
    count = max(1, len(sketches))
    return np.stack((good // count, good % count), axis=1)


def _thinned(prints: _Prints, order: _Ints, groups: _Ints) -> _Ints:
    """Leave out copies where a fingerprint stands in too many documents to compare all."""
    bounds = _bounds(prints.value[order])
    crowded = np.repeat(np.diff(bounds) > MOST_DOCUMENTS, np.diff(bounds))
    document = prints.document[order]
    thinned = order[~crowded | (groups[document] == document)]
    bounds = _bounds(prints.value[thinned])
    sizes = np.diff(bounds)
    found: _Ints = thinned[np.repeat(sizes <= 2 * MOST_DOCUMENTS, sizes)]
    return found


def _run(prints: _Prints, pairs: _Ints, words: npt.NDArray[np.uint8], starts: _Ints) -> _Ints:
    """Return how many words agree around shared fingerprints, up to 7 to either side."""
    at = prints.word[pairs]
    floors, limits = (starts[prints.document[pairs] + side] for side in (0, 1))
    length = np.full(len(pairs), RUN)
    on = np.ones(len(pairs), bool)
    for step in range(RUN):
        on &= _agree(words, at + step, at < limits)
    length[~on] = 0
    ahead, back = on.copy(), on.copy()
    for step in range(SHORTEST - WINDOW):
        ahead &= _agree(words, at + RUN + step, at + RUN + step < limits)
        back &= _agree(words, at - 1 - step, at - 1 - step >= floors)
        length += ahead.astype(np.int64) + back
    return length


def _agree(
    words: npt.NDArray[np.uint8], at: _Ints, inside: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    there = words[np.clip(at, 0, max(0, len(words) - 1))]
    agreed: npt.NDArray[np.bool_] = (there[:, 0] == there[:, 1]) & inside.all(axis=1)
    return agreed
