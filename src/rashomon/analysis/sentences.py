"""Sentences, also where full stops, capitals and spaces between them are lost.

The encoder's head says where sentences begin; it was trained on damaged text as well. In a text
that has its full stops it is heard only behind them: without one it takes clauses for sentences.
"""

import numpy as np
import numpy.typing as npt

from rashomon.analysis.encoder import Floats
from rashomon.analysis.words import LINE, PARAGRAPH, Words
from rashomon.model.spans import Span

_BEGINS = np.log(0.5)
_LONGEST = 60
"""Words to a full stop, at most, in a text that has its full stops."""

_CLOSING = frozenset("\"'’”»)]")


def find_sentences(text: str, begins: Floats, words: Words) -> tuple[Span, ...]:
    """Return the sentences of a text, in order.

    Args:
        text: the text.
        begins: ``[n]``, the log-probability that a sentence begins with each word.
        words: the words of the text; a paragraph always begins a sentence.
    """
    if not len(words):
        return ()
    is_first = begins > _BEGINS
    if np.count_nonzero(words.ends_sentence) * _LONGEST >= len(words):
        is_first &= _follows_stop(text, words) | (words.gap >= LINE)
    is_first |= words.gap == PARAGRAPH
    is_first[0] = True
    first = np.flatnonzero(is_first)
    last = np.append(first[1:], len(words)) - 1
    starts, ends = words.start[first], words.end[last]
    return tuple(Span(int(a), int(b)) for a, b in zip(starts, ends, strict=True))


def _follows_stop(text: str, words: Words) -> npt.NDArray[np.bool_]:
    """Return ``[n]``, which words stand behind a full stop, with what it closes between them."""
    follows = np.zeros(len(words), bool)
    is_open = False
    for number, start in enumerate(words.start):
        follows[number] = is_open
        is_open = bool(words.ends_sentence[number]) or (is_open and text[start] in _CLOSING)
    return follows
