"""Sentences, also where full stops, capitals and spaces between them are lost.

The encoder's head says where sentences begin; it was trained on damaged text as well.
"""

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.words import PARAGRAPH, Words
from rashomon.model.spans import Span

_BEGINS = np.log(0.5)


def find_sentences(begins: Floats, words: Words) -> tuple[Span, ...]:
    """Return the sentences of a text, in order.

    Args:
        begins: ``[n]``, the log-probability that a sentence begins with each word.
        words: the words of the text; a paragraph always begins a sentence.
    """
    if not len(words):
        return ()
    is_first = (begins > _BEGINS) | (words.gap == PARAGRAPH)
    is_first[0] = True
    first = np.flatnonzero(is_first)
    last = np.append(first[1:], len(words)) - 1
    starts, ends = words.start[first], words.end[last]
    return tuple(Span(int(a), int(b)) for a, b in zip(starts, ends, strict=True))
