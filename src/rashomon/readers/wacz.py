"""WACZ: a ZIP archive of WARC files, with a list of its pages."""

import io
import json
import logging
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import BinaryIO, cast

from rashomon.model.errors import BrokenArchiveError, InputError
from rashomon.model.failure import Failure
from rashomon.readers.records import Pipe
from rashomon.readers.rows import numbered_lines
from rashomon.readers.source import Source, broken, empty, too_large
from rashomon.readers.warc import Found, Pages
from rashomon.settings import ReaderSettings

log = logging.getLogger(__name__)

_ARCHIVES = ("archive/", (".warc", ".warc.gz"))
_LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
_MOST_LISTED = 100_000
_LONGEST_LINE = 2_000_000
_TRIPS = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, ValueError)


def read_wacz(source: Source, settings: ReaderSettings) -> Iterator[Found]:
    """Yield the pages of a WACZ archive, as inputs with their bytes at hand.

    Where it lists its pages, these are taken, with their titles where they name none themselves,
    and frames, advertisements and the like are left out; if none of those listed is found, or
    nothing is listed, every page of its WARC files is taken. Damage ends the WARC file that it is
    in, and the next is read. Nothing is written to disk: names
    within the archive lead nowhere.

    Raises:
        BrokenArchiveError: it is no WACZ, or damaged.
        InputError: it cannot be read, or holds no page.
    """
    with source.open() as stream, _unzipped(stream, source, settings) as archive:
        names = sorted(_warcs(archive))
        if not names:
            raise BrokenArchiveError(
                "no WACZ: there is no WARC file in its folder 'archive'",
                where=source.name,
                remedy="unpack it, and read the files",
            )
        listed = _listed(archive, source.name)
        pages = Pages(source, settings, listed or None)
        yield from _within(archive, names, pages, source)
        if listed and not pages.found:
            pages = Pages(source, settings)
            yield from _within(archive, names, pages, source)
    pages.tell()
    if not pages.found:
        raise empty(source.name)


@contextmanager
def _unzipped(
    stream: BinaryIO, source: Source, settings: ReaderSettings
) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP archive; one that comes through a pipe is held in memory.

    Raises:
        InputTooLargeError: it comes through a pipe and is larger than ``max_bytes``.
        BrokenArchiveError: it is none, or damaged.
    """
    if not stream.seekable():
        raw = stream.read(settings.max_bytes + 1)
        if len(raw) > settings.max_bytes:
            raise too_large(settings.max_bytes, where=source.name)
        stream = io.BytesIO(raw)
    try:
        archive = zipfile.ZipFile(stream)
    except _TRIPS as error:
        raise broken("no ZIP archive", error, where=source.name) from error
    with archive:
        yield archive


def _warcs(archive: zipfile.ZipFile) -> list[str]:
    folder, suffixes = _ARCHIVES
    return [
        name
        for name in archive.namelist()
        if name.startswith(folder) and name.lower().endswith(suffixes)
    ]


def _within(
    archive: zipfile.ZipFile, names: list[str], pages: Pages, source: Source
) -> Iterator[Found]:
    for name in names:
        where = f"{source.name}:{name}"
        try:
            with archive.open(name) as member:
                # each step back in a ZIP begins at its start again: damage ends a file of it
                yield from pages.within(cast(BinaryIO, Pipe(cast(BinaryIO, member))))
        except InputError as error:
            pages.found += 1
            yield Failure(where, error)
        except _TRIPS as error:
            pages.found += 1
            yield Failure(where, broken("cannot be unpacked", error, where=where))


def _listed(archive: zipfile.ZipFile, where: str) -> dict[str, str | None]:
    """Return the addresses of the listed pages, without fragments, with their titles."""
    listed: dict[str, str | None] = {}
    for name in _LISTS:
        if name not in archive.namelist():
            continue
        try:
            with archive.open(name) as member:
                listed.update(islice(_pages(cast(BinaryIO, member)), _MOST_LISTED))
        except (*_TRIPS, OSError, EOFError, zlib.error) as error:
            log.warning("%s: its list %s cannot be read (%s); left out", where, name, error)
    return listed


def _pages(lines: BinaryIO) -> Iterator[tuple[str, str | None]]:
    for _, line in numbered_lines(lines, _LONGEST_LINE):
        try:
            row = json.loads(line or b"null")
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict) and isinstance(url := row.get("url"), str):
            title = row.get("title")
            yield url.partition("#")[0], title if isinstance(title, str) else None
