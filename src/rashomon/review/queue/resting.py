"""Which items of readings what is shown rests on."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from rashomon.model.comparison import Count, Holding, When, Where
from rashomon.model.reading import Reading
from rashomon.model.review import Item, ItemKind
from rashomon.review.items import items_of
from rashomon.review.queue.board import Board, Cell

_ON_ITEMS: Mapping[str, ItemKind] = {
    "killed": "count",
    "injured": "count",
    "time": "time",
    "place": "place",
}
"""Kinds of points that items give the value of answers to."""

Key = tuple[str, ItemKind, str]
"""By what an item is known: the ``id`` of its document, what it is, its own ``id``."""


def resting_on_items(
    board: Board, readings: Mapping[str, Reading]
) -> dict[Key, tuple[Item, list[Cell]]]:
    """Return the items that something shown rests on, with what does.

    The words of a source rest on its claim, and a number, day or place on that item as well.

    Args:
        board: what is shown.
        readings: what was read in the documents, by their ids.
    """
    known = {document: _Items(reading) for document, reading in readings.items()}
    found: dict[Key, tuple[Item, list[Cell]]] = {}
    for cell in board.cells:
        document = cell.holding.document
        items = known[document].claim(cell.holding), known[document].at(cell, board)
        for item in items:
            if item is not None:
                found.setdefault((document, item.what, item.id), (item, []))[1].append(cell)
    return found


class _Items:
    """The items of one document, by where they stand."""

    def __init__(self, reading: Reading) -> None:
        self._claims: dict[str, Item] = {}
        self._others: dict[str, list[Item]] = defaultdict(list)
        for item in items_of(reading):
            if item.what == "claim":
                self._claims[item.id] = item
            else:
                self._others[item.what].append(item)
        for some in self._others.values():
            some.sort(key=lambda one: one.span)

    def claim(self, one: Holding) -> Item | None:
        """Return the claim that words are said in, if they are in any."""
        return self._claims.get(one.voice.attribution or "")

    def at(self, cell: Cell, board: Board) -> Item | None:
        """Return the item that gives an answer its value: within the words, with that value."""
        point = board.points[cell.point]
        some = self._others.get(_ON_ITEMS.get(point.kind, ""), ())
        span = cell.holding.span
        first = bisect_left(some, span.start, key=lambda one: one.span.start)
        last = bisect_left(some, span.end, key=lambda one: one.span.start)
        return next(
            (
                one
                for one in some[first:last]
                if _fits(one, point.positions[cell.position].value, point.kind, point.who)
            ),
            None,
        )


def _fits(item: Item, value: object, kind: str, who: str | None) -> bool:
    """Return whether an item has the value of an answer."""
    values = item.values
    if isinstance(value, Count):
        low, high = ("" if one is None else str(one) for one in (value.min, value.max))
        is_of_kind = (values["kind"] == "killed") == (kind == "killed")
        is_whom = (values["who"] or "total") == who
        return is_of_kind and is_whom and values["max"] == high and low in ("", values["min"])
    if isinstance(value, When):
        return values["edtf"] == value.edtf
    return isinstance(value, Where) and values["name"] == value.name
