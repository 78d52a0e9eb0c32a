"""Reading reports: from what a user names to who says what in it."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from rashomon.model.document import Document
from rashomon.model.errors import ReadingError
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_analyser
from rashomon.readers import Source, holds_many, open_source, read_source
from rashomon.settings import Settings

log = logging.getLogger(__name__)

Input: TypeAlias = Source | Document | Failure
"""An input of one document, still to be read; a row that is one already; or what went wrong."""

Result: TypeAlias = Reading | Failure


def find_inputs(sources: Iterable[Source | Failure], settings: Settings) -> Iterator[Input]:
    """Yield what there is to read, in order: files unopened, archives and tables piece by piece.

    What makes a text of bytes is left to those who read the inputs; here addresses are fetched,
    archives and tables opened and streams read to their end.

    Args:
        sources: what stands behind the paths that a user names (``rashomon.readers.locate``).
        settings: how they are read.
    """
    for source in sources:
        if isinstance(source, Source) and _is_read_here(source):
            try:
                yield from open_source(source, settings.readers)
            except Exception as error:
                log.exception("%s: the reading broke off", source.name)
                yield broken_off(source.name, error)
        else:
            yield source


def _is_read_here(source: Source) -> bool:
    """Whether an input is opened by the process that deals out the work."""
    return holds_many(source) or source.is_stream


def broken_off(name: str, error: Exception) -> Failure:
    """Return the failure of a document over which something unforeseen happened."""
    what = f"the reading broke off ({type(error).__name__}: {error})"
    remedy = "this is a fault of Rashomon: please report it with the document"
    return Failure(name, ReadingError(what, where=name, remedy=remedy))


def documents_of(item: Input, settings: Settings) -> Iterator[Document | Failure]:
    """Yield every document behind an input, or its failure, in order."""
    if isinstance(item, Source):
        yield from read_source(item, settings.readers)
    else:
        yield item


def load_reader(settings: Settings, threads: int) -> Callable[[Input], list[Result]]:
    """Return what makes of an input the readings of its documents, in order.

    Args:
        settings: how they are read.
        threads: processor threads that the encoder may use.

    Raises:
        ModelError: the package's model cannot be loaded.
    """
    analyser = load_analyser(settings.analysis, threads=threads)

    def read(item: Input) -> list[Result]:
        return [
            analyser.read(one) if isinstance(one, Document) else one
            for one in documents_of(item, settings)
        ]

    return read


def bytes_at_hand(item: Input) -> int:
    """Return how many bytes an input holds in memory, as far as that matters."""
    if isinstance(item, Source):
        return len(item.raw or b"")
    if isinstance(item, Document):
        return len(item.text) + (len(item.provenance.raw) if item.provenance else 0)
    return 0


def name_of(item: Input) -> str:
    """Return what an input is called in messages."""
    if isinstance(item, Source):
        return item.name
    return item.path or item.id if isinstance(item, Document) else item.path
