"""Reading reports: from what a user names to who says what in it."""

import logging
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from rashomon.analysis.analyser import Analyser
from rashomon.model.document import Document
from rashomon.model.errors import ReadingError
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading
from rashomon.readers import Source, holds_rows, read_source
from rashomon.settings import Settings

log = logging.getLogger(__name__)

Input: TypeAlias = Source | Document | Failure
"""A file that is still to be opened, a row that is already a document, or what went wrong."""

Result: TypeAlias = Reading | Failure


def find_inputs(sources: Iterable[Source | Failure], settings: Settings) -> Iterator[Input]:
    """Yield what there is to read, in order: files unopened, tables row by row.

    Args:
        sources: what stands behind the paths that a user names (``rashomon.readers.locate``).
        settings: how they are read.
    """
    for source in sources:
        if isinstance(source, Source) and is_read_here(source):
            try:
                yield from read_source(source, settings.readers)
            except Exception as error:
                log.exception("%s: the reading broke off", source.name)
                yield broken_off(source.name, error)
        else:
            yield source


def is_read_here(source: Source) -> bool:
    """Whether an input is opened by the process that deals out the work, and row by row."""
    return holds_rows(source) or source.is_stream


def broken_off(name: str, error: Exception) -> Failure:
    """Return the failure of a document over which something unforeseen happened."""
    what = f"the reading broke off ({type(error).__name__}: {error})"
    remedy = "this is a fault of Rashomon: please report it with the document"
    return Failure(name, ReadingError(what, where=name, remedy=remedy))


def read_input(item: Input, settings: Settings, analyser: Analyser) -> list[Result]:
    """Return the reading of every document behind an input, or its failure, in order."""
    found = read_source(item, settings.readers) if isinstance(item, Source) else [item]
    return [analyser.read(one) if isinstance(one, Document) else one for one in found]


def name_of(item: Input) -> str:
    """Return what an input is called in messages."""
    if isinstance(item, Source):
        return item.name
    return item.path or item.id if isinstance(item, Document) else item.path
