"""Words that a person types for a stretch of a text, found in the text."""

import re

from rashomon.model.spans import Span, Spans

_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
_MOST_WORDS = 400
_MOST_PARTS = 20


def typed_words(text: str, spans: Spans) -> str:
    """Return stretches of a text as a person may type them: on one line, ``…`` between them."""
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def find_typed(text: str, typed: str, near: Span) -> Spans | None:
    """Return where typed words stand in a text: of several such stretches the nearest.

    White space and case make no difference. ``…`` parts stretches, which follow each other.

    Args:
        text: the text.
        typed: the words.
        near: a stretch of the text near which they are looked for.

    Returns:
        The stretches; none for no words, and ``None`` where the text does not have the words.
    """
    parts = [one for one in _GAP.split(typed.strip()) if one]
    if not parts:
        return ()
    if len(parts) > _MOST_PARTS:
        return None
    found: list[Span] = []
    for part in parts:
        span = _nearest(text, part, near, found[-1].end if found else 0)
        if span is None:
            return None
        found.append(span)
    return tuple(found)


def _nearest(text: str, words: str, near: Span, least: int) -> Span | None:
    """Return the stretch nearest to another, which begins no earlier than ``least``."""
    pieces = words.split()
    if len(pieces) > _MOST_WORDS:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)), re.IGNORECASE)
    spans = (Span(*one.span()) for one in pattern.finditer(text, least))
    return min(spans, key=lambda one: _distance(one, near), default=None)


def _distance(one: Span, other: Span) -> tuple[int, int]:
    """Return how far two stretches lie apart, and how far their beginnings."""
    gap = max(one.start - other.end, other.start - one.end, 0)
    return gap, abs(one.start - other.start)
