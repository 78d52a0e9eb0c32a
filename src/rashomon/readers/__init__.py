"""Readers: from files and tables to documents. A bad input costs only itself."""

from collections.abc import Iterator

from rashomon.model.document import Document
from rashomon.model.errors import InputError
from rashomon.model.failure import Failure
from rashomon.readers.dates import parse_date
from rashomon.readers.kinds import KINDS, kind_named
from rashomon.readers.locate import locate
from rashomon.readers.source import Metadata, Source
from rashomon.settings import ReaderSettings

__all__ = ["KINDS", "Metadata", "Source", "holds_rows", "locate", "parse_date", "read_source"]


def read_source(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield the documents of one input; what cannot be read is a failure in its place."""
    try:
        yield from kind_named(source.kind or "text").read(source, settings)
    except InputError as error:
        yield Failure(source.name, error)


def holds_rows(source: Source) -> bool:
    """Return whether the input may hold many documents, a row each."""
    return kind_named(source.kind or "text").rows
