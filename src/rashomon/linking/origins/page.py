"""What belongs to the page, or stands under every report of a kind, and is not compared."""

import re
from collections.abc import Sequence

from rashomon.linking.origins.tables import OriginTables
from rashomon.linking.origins.words import Word
from rashomon.model.spans import Span, Spans, merge

_END = re.compile(r"[.!?](?=\s|[A-Z]|$)|\n")
_WINDOW = 300
"""Characters to either side of a phrase within which its sentence is masked."""


def find_page(text: str, words: Sequence[Word], tables: OriginTables) -> Spans:
    """Return the sentences of a text that hold a phrase of ``[page]``.

    Args:
        text: the text.
        words: its words.
        tables: the phrases.
    """
    found: list[Span] = []
    for first, word in enumerate(words):
        for phrase in tables.page.get(word.plain, ()):
            here = words[first : first + len(phrase)]
            if tuple(one.plain for one in here) == phrase:
                found.append(_sentence(text, Span(word.start, here[-1].end)))
    return merge(found)


def _sentence(text: str, at: Span) -> Span:
    before = max(0, at.start - _WINDOW)
    starts = [end.end() for end in _END.finditer(text, before, at.start)]
    end = _END.search(text, at.end, min(len(text), at.end + _WINDOW))
    stop = end.end() if end else min(len(text), at.end + _WINDOW)
    return Span(starts[-1] if starts else before, stop)
