"""The documents that copy the words of an item, as a form shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model.case import DocumentRow
from rashomon.model.review import Item
from rashomon.model.spans import Span, covering
from rashomon.pipeline.copying import find_copies
from rashomon.review.copies import Copy
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
        return [_shown(one, rows[one.document.id]) for one in copies if one.document.id in rows]

    key = ("copies", document, item.what, item.id, item.span)
    return desk.made(key, lambda _: found())


def _shown(copy: Copy, row: DocumentRow) -> CopyShown:
    return CopyShown(row, covering(copy.words), _how(copy), bool(copy.decided))


def _how(copy: Copy) -> str:
    if copy.decided:
        return f"left alone: decision {copy.decided[-1]} is on it there"
    if copy.item is None:
        return "not read there: a correction puts it in"
    if copy.differing:
        named = ", ".join(one.replace("_", " ") for one in copy.differing)
        return f"read otherwise there ({named}): accepting leaves it alone"
    return "read the same there"
