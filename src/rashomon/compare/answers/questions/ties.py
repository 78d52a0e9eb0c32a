"""Whether a day or a place that stands in the sentence of an act is that of the act."""

import re

from rashomon.model.spans import Span

_FAR = 140
"""Characters between the two."""
_OTHER = re.compile(r"[.!?;:\"“”]|[—–]|--|\n")
_NAMED = 3
"""Words between a name and the act that it stands before: *the Oro bus station attack*."""
_SMALL = re.compile(
    r"\b(?:an?|and|at|by|for|his|her|in|into|is|its|near|of|on|or|the|their|to|was|were|with)\b",
    re.I,
)


def are_tied(text: str, act: Span, other: Span, apart: re.Pattern[str]) -> bool:
    """Return whether nothing between the words for an act and others parts them.

    Args:
        text: the text that both stand in.
        act: the words that name an event.
        other: a day or a place.
        apart: finds words behind which, or before which, it is of something else.
    """
    if act.overlaps(other):
        return True
    between = text[min(act.end, other.end) : max(act.start, other.start)]
    return len(between) <= _FAR and not _OTHER.search(between) and not apart.search(between)


def is_name_of(text: str, place: Span, act: Span) -> bool:
    """Return whether a place stands before the words for an act as a part of its name."""
    if not place.end <= act.start:
        return False
    between = text[place.end : act.start]
    if len(between) > _FAR or "," in between or _SMALL.search(between):
        return False
    return len(between.split()) <= _NAMED
