"""Parquet: a row a document, read a few rows at a time, in a process of its own.

The library that reads Parquet ends its process where some damaged files are read. That must not be
the process that deals out the work for all others.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from tempfile import TemporaryFile
from typing import IO, Any

from rashomon.model.document import Document
from rashomon.model.errors import (
    BrokenArchiveError,
    BrokenRowError,
    EmptyInputError,
    InputError,
    InputTooLargeError,
    MissingExtraError,
    UndecodableInputError,
)
from rashomon.model.failure import Failure
from rashomon.readers.rows import to_document
from rashomon.readers.source import Source, too_large
from rashomon.settings import ReaderSettings

_ERRORS: dict[str, type[InputError]] = {
    error.code: error
    for error in (
        BrokenArchiveError,
        BrokenRowError,
        EmptyInputError,
        InputTooLargeError,
        UndecodableInputError,
    )
}
_READER = "rashomon.readers.parquet_rows"


def read_parquet(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield a document a row; the columns are those of other tables.

    A value that is not there is left out of its row, so that the row is the same document as in
    a table whose rows may leave values out. Times are written as ISO 8601, in UTC where they have
    a zone; midnights without one are days. A damaged group of rows costs only itself; what is wrong
    with the file as a whole is a failure in its place.

    Raises:
        MissingExtraError: ``pyarrow`` is not installed.
        BrokenArchiveError: the process died over it.
        InputError: it cannot be opened.
    """
    if not _is_installed():
        raise MissingExtraError(
            "Parquet files need pyarrow",
            where=source.name,
            remedy="pip install 'rashomon[parquet]'",
        )
    with _messages(source, settings) as messages:
        for message in messages:
            number = message["number"]
            where = f"{source.name}:{number}" if number else source.name
            if "row" in message:
                yield to_document(message["row"], where=where, source=source)
            else:
                code, what, remedy = message["fault"]
                yield Failure(where, _ERRORS[code](what, where=where, remedy=remedy))


def _is_installed() -> bool:
    try:
        return find_spec("pyarrow") is not None
    except ValueError:
        return False


@contextmanager
def _messages(source: Source, settings: ReaderSettings) -> Iterator[Iterator[dict[str, Any]]]:
    """Give what the process that reads the rows says, one by one; it ends with the context."""
    command = [sys.executable, "-P", "-m", _READER, str(settings.max_bytes)]
    with (
        _as_file(source, settings.max_bytes) as file,
        subprocess.Popen(
            command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process,
    ):
        assert process.stdout
        try:
            yield _lines(process.stdout, source.name)
        finally:
            process.kill()


def _lines(stream: IO[bytes], where: str) -> Iterator[dict[str, Any]]:
    """Yield the messages of the process.

    Raises:
        BrokenArchiveError: it died before its last.
    """
    for line in stream:
        message = json.loads(line)
        if "end" in message:
            return
        yield message
    raise BrokenArchiveError(
        "it is damaged, or needs too much memory",
        where=where,
        remedy="write it anew, with smaller groups of rows",
    )


@contextmanager
def _as_file(source: Source, max_bytes: int) -> Iterator[IO[bytes]]:
    """Give the input as a file that can be sought in; what is none is copied into one.

    Raises:
        InputTooLargeError: it comes through a pipe and is larger than ``max_bytes``.
    """
    with source.open() as stream:
        if source.raw is None and not source.is_stream:
            yield stream
            return
        raw = stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise too_large(max_bytes, where=source.name)
    with TemporaryFile() as file:
        file.write(raw)
        file.seek(0)
        yield file
