"""From what a user names to the inputs behind it: files, folders, addresses, standard input."""

import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from rashomon.model.errors import EmptyInputError, InputError
from rashomon.model.failure import Failure
from rashomon.readers.kinds import KINDS, Kind, kind_named, kind_of
from rashomon.readers.recognise import PEEK, kind_of_bytes
from rashomon.readers.source import STANDARD_INPUT, Metadata, Source, shown, unreadable

log = logging.getLogger(__name__)


def locate(
    paths: Iterable[str], *, kind: str | None = None, given: Metadata | None = None
) -> Iterator[Source | Failure]:
    """Yield an input for every file, in the order given; folders are walked in order of name.

    In a folder, the files with a known ending are taken, hidden ones and links to folders
    left out. A file that is named by itself is read whatever its ending: where the ending is
    unknown, its first bytes tell. An address is not fetched here.

    Args:
        paths: files, folders, addresses, or ``-`` for standard input.
        kind: the name of the reader for all of them; ``None`` to go by ending and content.
        given: what the user says of the documents.

    Raises:
        UnsupportedInputError: no reader is called ``kind``.
    """
    chosen = kind_named(kind) if kind else None
    for path in paths:
        try:
            yield from _behind(path, chosen, given or Metadata())
        except InputError as error:
            yield Failure(shown(path), error)


def _behind(path: str, chosen: Kind | None, given: Metadata) -> Iterator[Source | Failure]:
    source = Source(path, kind=chosen.name if chosen else None, given=given)
    if source.is_address:
        yield source
        return
    if path != STANDARD_INPUT and _is_folder(path):
        found = list(_files(path))
        if not found:
            raise EmptyInputError(
                "the folder holds no file that can be read",
                where=shown(path),
                remedy=f"files that are read end in {', '.join(_suffixes())}",
            )
        for file in found:
            if isinstance(file, Failure):
                yield file
            else:
                yield replace(source, path=file, kind=source.kind or _by_suffix(file))
        return
    yield source if chosen else replace(source, kind=kind_of_input(source))


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):  # that it cannot be looked at is said when it is opened
        return False


def _files(folder: str) -> Iterator[str | Failure]:
    """Yield the files of a folder that have a known ending, and what could not be looked into."""
    skipped = 0
    refused: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            if kind_of(name):
                yield str(Path(parent, name))
            else:
                skipped += 1
    for error in refused:
        where = shown(str(error.filename))
        yield Failure(where, unreadable(error, where=where))
    if skipped:
        log.warning("%s: %d files of other kinds are left out", shown(folder), skipped)


def _by_suffix(path: str) -> str:
    kind = kind_of(path)
    assert kind is not None
    return kind.name


def _suffixes() -> list[str]:
    return [suffix for kind in KINDS.values() for suffix in kind.suffixes]


def kind_of_input(source: Source) -> str:
    """Return the kind of an input by its ending, or by its first bytes.

    Raises:
        InputError: its bytes cannot be had.
    """
    known = None if source.path == STANDARD_INPUT else kind_of(source.path)
    if known and known.name != "feed":
        return known.name
    if source.is_stream and source.path != STANDARD_INPUT:
        return known.name if known else "text"  # what is read of a pipe is gone
    with source.open() as stream:
        kind = kind_of_bytes(stream.peek(PEEK)[:PEEK])
    if known:  # XML, which may be a page
        return kind if kind == "html" else known.name
    return kind or "text"
