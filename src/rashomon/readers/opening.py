"""From an input to its documents: what holds others is opened, down to what holds one."""

import hashlib
from collections.abc import Iterator

from rashomon.model.document import Document
from rashomon.model.errors import InputError, MissingExtraError, UnsupportedInputError
from rashomon.model.failure import Failure
from rashomon.readers.fetch import fetch
from rashomon.readers.kinds import kind_named
from rashomon.readers.source import Source
from rashomon.settings import ReaderSettings

_DEEPEST = 4
_CHUNK = 1 << 20


def read_source(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield the documents of one input; what cannot be read is a failure in its place."""
    for found in open_source(source, settings):
        if isinstance(found, Source):
            yield from _read_one(found, settings)
        else:
            yield found


def open_source(source: Source, settings: ReaderSettings) -> Iterator[Source | Document | Failure]:
    """Yield what an input holds, without making a text of it where that costs time.

    An address is fetched, an archive or table opened, a stream read to its end. What comes out
    are sources that hold one document each and can be read anywhere, rows that are documents
    already, and failures. Archives are streamed: only what was yielded is in memory.
    """
    yield from _open(source, settings, depth=0)


def _open(
    source: Source, settings: ReaderSettings, *, depth: int
) -> Iterator[Source | Document | Failure]:
    try:
        if depth > _DEEPEST:
            raise UnsupportedInputError(
                f"archives within archives, more than {_DEEPEST} deep",
                where=source.name,
                remedy="unpack them, and read the files",
            )
        for found in _within(source, settings):
            if isinstance(found, Source) and holds_many(found):
                yield from _open(found, settings, depth=depth + 1)
            else:
                yield found
    except (InputError, MissingExtraError) as error:
        yield Failure(source.name, error)


def _within(source: Source, settings: ReaderSettings) -> Iterator[Source | Document | Failure]:
    if source.is_address:
        yield fetch(source, settings)
    elif holds_many(source):
        yield from kind_named(source.kind or "text").read(source, settings)
    elif source.is_stream:
        yield source.at_hand(settings.max_bytes)
    else:
        yield source


def _read_one(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    try:
        for found in kind_named(source.kind or "text").read(source, settings):
            assert not isinstance(found, Source)
            yield found
    except InputError as error:
        yield Failure(source.name, error)


def holds_many(source: Source) -> bool:
    """Return whether the input may hold many documents, or is not known before it is fetched."""
    return source.is_address or kind_named(source.kind or "text").rows


def source_identity(source: Source, settings: ReaderSettings) -> str | None:
    """Return the identity of the one document of an input, without reading it.

    Returns:
        The hash of its bytes; ``None`` for a stream, an address, or what may hold many documents,
        and for what is over the size limit.

    Raises:
        InputError: the bytes cannot be had.
    """
    if holds_many(source) or source.is_stream:
        return None
    digest = hashlib.sha256()
    size = 0
    with source.open() as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > settings.max_bytes:
                return None
            digest.update(chunk)
    return f"sha256:{digest.hexdigest()}"
