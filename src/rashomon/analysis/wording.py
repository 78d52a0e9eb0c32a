"""How a statement is worded: hedged, loaded. The encoder's heads mark the words."""

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.words import QUOTATIONS, Words
from rashomon.model.spans import Span, Spans

_LIKELY = 0.5


def words_within(span: Span, words: Words) -> tuple[int, int]:
    """Return the words ``[first, last)`` that lie in ``span``."""
    first = int(np.searchsorted(words.start, span.start))
    last = int(np.searchsorted(words.end, span.end, "right"))
    return first, last


def is_hedged(statement: Span, hedges: Floats, words: Words) -> bool:
    """Return whether a statement is marked as uncertain.

    Args:
        statement: where it stands.
        hedges: ``[n]``, the probability that each word hedges.
        words: the words of the text.
    """
    first, last = words_within(statement, words)
    return bool((hedges[first:last] > _LIKELY).any())


def find_loaded(statement: Span, loaded: Floats, words: Words) -> Spans:
    """Return the loaded words of a statement, neighbours joined.

    Words inside quotation marks are somebody else's and are left out.

    Args:
        statement: where it stands.
        loaded: ``[n]``, the probability that each word is loaded.
        words: the words of the text.
    """
    first, last = words_within(statement, words)
    own = words.look[first:last] % QUOTATIONS == 0
    marked = np.flatnonzero((loaded[first:last] > _LIKELY) & own) + first
    runs = np.split(marked, np.flatnonzero(np.diff(marked) > 1) + 1)
    return tuple(
        Span(int(words.start[run[0]]), int(words.end[run[-1]])) for run in runs if len(run)
    )
