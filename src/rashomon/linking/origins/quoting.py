"""How much of a shared passage both documents quote: those are the words of a third."""

from rashomon.linking.origins.alignment import Passage
from rashomon.linking.origins.sketches import Sketch


def own_words(earlier: Sketch, later: Sketch, passage: Passage) -> int:
    """Return how many words of a passage stand outside quotation marks in both documents."""
    quoted = max(
        _quoted(earlier, passage.first, passage.first_end),
        _quoted(later, passage.second, passage.second_end),
    )
    return passage.same - quoted


def _quoted(sketch: Sketch, first: int, last: int) -> int:
    return sum(max(0, min(one.last, last) - max(one.first, first)) for one in sketch.quotes)
