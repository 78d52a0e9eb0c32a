"""Decisions that were made in documents that copy the words of one, for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.case import DocumentRow
from rashomon.model.review import LeftAlone
from rashomon.render.case.tables import short
from rashomon.render.plain import plain
from rashomon.render.words import counted


def copies_words(
    numbers: Sequence[int], left: Sequence[LeftAlone], rows: Mapping[str, DocumentRow]
) -> Iterator[str]:
    """Yield in how many documents that copy words the same was decided, and which were left alone.

    Args:
        numbers: the numbers of the decisions there.
        left: those that were left alone.
        rows: what is known of documents, by their ids.
    """
    if numbers:
        first, last = str(numbers[0]), f" to {numbers[-1]}" if numbers[1:] else ""
        copying = "copies" if len(numbers) == 1 else "copy"
        named = f"decision{'s' if last else ''} {first}{last}"
        yield f"also in {counted(len(numbers), 'document')} that {copying} these words: {named}"
    elif not left:
        yield "no other document copies these words"
    for one in left:
        row = rows.get(one.document)
        name = (row.publisher or row.title or row.path) if row else None
        yield f"left alone: {short(one.document)} {plain(name or '')}: {plain(one.why)}"
