"""Reading reports: from what a user names to who says what in it."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from rashomon.analysis.analyser import Analyser
from rashomon.model.document import Document
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading
from rashomon.readers import Metadata, Source, holds_rows, locate, read_source
from rashomon.settings import Settings

Input: TypeAlias = Source | Document | Failure
"""A file that is still to be opened, a row that is already a document, or what went wrong."""

Result: TypeAlias = Reading | Failure


def find_inputs(
    paths: Iterable[str],
    settings: Settings,
    *,
    kind: str | None = None,
    given: Metadata | None = None,
) -> Iterator[Input]:
    """Yield what there is to read, in order: files unopened, tables row by row.

    Args:
        paths: files, folders, or ``-`` for standard input.
        settings: how they are read.
        kind: the name of the reader for all of them; ``None`` to recognise each.
        given: what the user says of the documents.

    Raises:
        UnsupportedInputError: no reader is called ``kind``.
    """
    for source in locate(paths, kind=kind, given=given):
        if isinstance(source, Source) and (holds_rows(source) or source.is_standard_input):
            yield from read_source(source, settings.readers)
        else:
            yield source


def count_documents(paths: Iterable[str], *, kind: str | None = None) -> int | None:
    """Return how many documents there are behind ``paths``, or ``None`` where only reading tells.

    Raises:
        UnsupportedInputError: no reader is called ``kind``.
    """
    count = 0
    for source in locate(paths, kind=kind):
        if isinstance(source, Source) and (holds_rows(source) or source.is_standard_input):
            return None
        count += 1
    return count


def read_input(item: Input, settings: Settings, analyser: Analyser) -> list[Result]:
    """Return the reading of every document behind an input, or its failure, in order."""
    found = read_source(item, settings.readers) if isinstance(item, Source) else [item]
    return [analyser.read(one) if isinstance(one, Document) else one for one in found]


def name_of(item: Input) -> str:
    """Return what an input is called in messages."""
    return item.path or item.id if isinstance(item, Document) else item.path
