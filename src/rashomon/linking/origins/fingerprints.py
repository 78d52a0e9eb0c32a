"""Fingerprints of runs of words: winnowing (Schleimer, Wilkerson and Aiken 2003) and MinHash."""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import rensa

from rashomon.linking.origins.words import Hashes, Places

RUN = 8
"""Words of a run that has a fingerprint."""

WINDOW = 8
"""Of so many runs that follow each other one is kept: 15 shared words share a fingerprint."""

PERMUTATIONS = 128
BANDS = 32
_SHINGLE = 5
_SEED = 20170619

Marks: TypeAlias = npt.NDArray[np.uint32]
Signature: TypeAlias = npt.NDArray[np.uint16]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def runs(numbers: Hashes, length: int) -> Hashes:
    """Return a hash of every run of ``length`` words, in order; none for a shorter text."""
    count = len(numbers) - length + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for offset in range(length):
        mixed = mixed * _STEP + numbers[offset : offset + count]
    mixed ^= mixed >> np.uint64(31)
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(29)
    return mixed


def winnow(hashes: Hashes, window: int) -> Places:
    """Return which runs are kept: of every ``window`` that follow each other the least, the last.

    Where there are fewer, the least of all.
    """
    if not len(hashes):
        return np.zeros(0, np.int64)
    window = min(window, len(hashes))
    backwards = np.lib.stride_tricks.sliding_window_view(hashes, window)[:, ::-1]
    least = np.arange(len(backwards)) + window - 1 - np.argmin(backwards, axis=1)
    return np.unique(least)


def short(hashes: Hashes) -> Marks:
    """Return the upper 32 bits of hashes."""
    return (hashes >> np.uint64(32)).astype(np.uint32)


def signature(numbers: Hashes) -> Signature:
    """Return the MinHash of the runs of five words: 128 numbers, or none for a shorter text."""
    shingles = np.unique(runs(numbers, _SHINGLE))
    if not len(shingles):
        return np.zeros(0, np.uint16)
    bounds = np.array([0, len(shingles)], np.uint64)
    matrix = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
        shingles, bounds, PERMUTATIONS, _SEED
    )
    # sixteen bits of each: four of them are one band of 64, and chance agreements are rare
    return (np.array(matrix.to_rows()[0], np.uint64) & np.uint64(0xFFFF)).astype(np.uint16)
