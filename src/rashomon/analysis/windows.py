"""How a text is cut for the encoder: sections that are read one by one, windows that fit it.

A cut falls where it harms least: at the last paragraph that ends in the later part of the
stretch, else at the last line, else after the last sentence, else after the last word.
"""

from dataclasses import dataclass

import numpy as np

from rashomon.analysis.words import LINE, NO_GAP, PARAGRAPH, Words

SECTION_PIECES = 8_000
"""Wordpieces of a section: what bounds the memory that a long text needs."""

_LATER_PART = 0.6
_SENTENCE_ENDS = frozenset(".!?”\"'’")


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` are what the encoder sees; it answers for ``first`` to ``last``.

    All four are indices of words, the ends exclusive. The others are context.
    """

    start: int
    first: int
    last: int
    end: int


def sections(text: str, words: Words) -> list[tuple[int, int]]:
    """Return the stretches ``(start, end)``, in words, in which a text is read one by one."""
    return _stretches(text, words, 0, len(words), SECTION_PIECES)


def plan(text: str, words: Words, start: int, end: int, *, size: int, context: int) -> list[Window]:
    """Cut words ``start`` to ``end`` into windows.

    Args:
        text: the document's text.
        words: its words.
        start: the first word.
        end: the word after the last.
        size: wordpieces that the encoder answers for at most.
        context: wordpieces before and after these that it sees as well.
    """
    windows = []
    for first, last in _stretches(text, words, start, end, size):
        before = int(np.searchsorted(words.first, words.first[first] - context))
        after = int(np.searchsorted(words.first, words.first[last] + context, "right")) - 1
        windows.append(Window(max(before, start), first, last, max(min(after, end), last)))
    return windows


def _stretches(text: str, words: Words, start: int, end: int, size: int) -> list[tuple[int, int]]:
    """Cut into stretches of at most ``size`` wordpieces (one word at least)."""
    cuts = []
    while start < end:
        to = int(np.searchsorted(words.first, words.first[start] + size, "right")) - 1
        to = min(max(to, start + 1), end)
        if to < end:
            later = words.first[start] + int(size * _LATER_PART)
            earliest = max(int(np.searchsorted(words.first, later)), start + 1)
            to = _best_cut(text, words, earliest, to)
        cuts.append((start, to))
        start = to
    return cuts


def _best_cut(text: str, words: Words, earliest: int, latest: int) -> int:
    """Return the word before which to cut, ``earliest`` to ``latest``."""
    gaps = words.gap[earliest : latest + 1]
    for gap in (PARAGRAPH, LINE):
        found = np.flatnonzero(gaps == gap)
        if len(found):
            return earliest + int(found[-1])
    for word in range(latest, earliest - 1, -1):
        ended = text[words.end[word - 1] - 1] in _SENTENCE_ENDS
        if ended and words.gap[word] != NO_GAP:
            return word
    return latest
