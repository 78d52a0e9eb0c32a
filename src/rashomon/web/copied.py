"""The documents that copy the words of an item, as a form shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.case import DocumentRow
from rashomon.model.review import Item, ItemKind
from rashomon.model.spans import Span, covering
from rashomon.pipeline.copying import find_copies
from rashomon.review.copies import Copy
from rashomon.review.fields import write_spans
from rashomon.web.desk import Desk


@dataclass(frozen=True, slots=True)
class CopyShown:
    """A document that copies the words of an item.

    Attributes:
        row: what is known of it.
        span: where they stand in it.
        how: how they are read there, as a clause.
        is_left: whether it is left alone, because people decided there.
    """

    row: DocumentRow
    span: Span
    how: str
    is_left: bool


def copies_shown(desk: Desk, document: str, item: Item) -> Sequence[CopyShown]:
    """Return the documents that copy the words of an item, kept while the case stays as it is.

    Args:
        desk: the desk.
        document: the ``id`` of the document that has the item.
        item: the item.

    Raises:
        CaseError: the case cannot be read.
    """

    def found() -> Sequence[CopyShown]:
        contents = desk.contents()
        with desk.opened() as case:
            copies = find_copies(case, document, item, contents.origins)
        rows = contents.rows
        return [
            _shown(item, one, rows[one.document.id]) for one in copies if one.document.id in rows
        ]

    key = ("copies", document, item.what, item.id, item.span)
    return desk.made(key, lambda _: found())


def new_item(what: ItemKind, words: Span) -> Item:
    """Return an item that is to be put in, of which its words alone are known."""
    name = "content" if what == "claim" else "words"
    return Item(what, "", words, {name: write_spans((words,))})


def _shown(item: Item, copy: Copy, row: DocumentRow) -> CopyShown:
    is_there = not item.id and copy.item is not None
    how = "left alone: it is read there already" if is_there else _how(copy, is_new=not item.id)
    return CopyShown(row, covering(copy.words), how, bool(copy.decided) or is_there)


def _how(copy: Copy, *, is_new: bool) -> str:
    if copy.decided:
        return f"left alone: decision {copy.decided[-1]} is on it there"
    if is_new:
        return "not read there"
    if copy.item is None:
        return "not read there: a correction puts it in"
    if copy.differing:
        named = ", ".join(one.replace("_", " ") for one in copy.differing)
        return f"read otherwise there ({named}): accepting leaves it alone"
    return "read the same there"
