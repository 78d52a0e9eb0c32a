"""What two documents share without one having it from the other: quotations, names."""

from rashomon.linking.origins.alignment import Passage
from rashomon.linking.origins.sketches import Sketch

_NAMES = 0.6
"""The share of words written like names from which a passage is a list of them."""


def own_words(earlier: Sketch, later: Sketch, passage: Passage) -> int:
    """Return how many words of a passage stand outside quotation marks in both documents."""
    quoted = max(
        _quoted(earlier, passage.first, passage.first_end),
        _quoted(later, passage.second, passage.second_end),
    )
    return passage.same - quoted


def _quoted(sketch: Sketch, first: int, last: int) -> int:
    return sum(max(0, min(one.last, last) - max(one.first, first)) for one in sketch.quotes)


def is_list_of_names(later: Sketch, passage: Passage) -> bool:
    """Return whether a passage is little but names: who holds an office is nobody's wording."""
    names = later.names(passage.second, passage.second_end)
    is_titled = later.names(0, len(later.words)).mean() > _NAMES  # every word has a capital
    return not is_titled and bool(names.mean() > _NAMES)
