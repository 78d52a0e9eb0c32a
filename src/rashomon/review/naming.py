"""What items are called that people put into a reading."""

from rashomon.model.review import ItemKind
from rashomon.review.fields import parse_spans
from rashomon.review.resolving import Resolved

FIRST = 100_000
"""Behind this number the ids of what people put in begin: that of the decision is added, so that
no other decision changes them."""

_LETTERS: dict[ItemKind, str] = {"claim": "a", "time": "t", "place": "l"}


def name_of(one: Resolved) -> str:
    """Return the ``id`` of an item: that of the machine reading, or one of its own."""
    values = one.values
    if one.thread.what == "count":
        if not one.is_there and one.thread.item:
            return one.thread.item.id
        words = parse_spans(values.get("words", "")) or ()
        where = "-".join(f"{span.start}-{span.end}" for span in words)
        who = "".join(f"-{word}" for word in values.get("who", "").split())
        return f"c{where}-{values.get('kind', '')}{who}"
    if one.thread.item:
        return one.thread.item.id
    return f"{_LETTERS[one.thread.what]}{FIRST + first_number(one)}"


def first_number(one: Resolved) -> int:
    """Return the number of the first decision on an item, taken back or not."""
    return one.thread.decisions[0].number
