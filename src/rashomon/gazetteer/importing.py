"""The user's own lists: GeoNames dumps and tables, read into files beside each other.

A list is named after the file that it came from; importing a file of the same name again replaces
it. What breaks off leaves what was there before.
"""

import lzma
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeAlias

from rashomon.gazetteer.rows import NEEDED, Parser, parse_dump_line, table_parser
from rashomon.gazetteer.store import Row, Writer
from rashomon.model.errors import (
    BrokenRowError,
    EmptyInputError,
    InputError,
    InputTooLargeError,
    MissingInputError,
    UnreadableInputError,
    UnsupportedInputError,
)

ENDING = ".sqlite"
_ENDINGS = (".txt", ".csv", ".tsv")
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, UnicodeError, RuntimeError)
"""What is raised for broken archives; runtime errors for those with a password or of an unknown
method."""
MOST_BYTES = 16 * 2**30
"""The largest list that is unpacked; the whole of GeoNames has about two GiB."""
MOST_PACKED = 50
"""How many bytes one byte of an archive may unpack to; GeoNames' do to about five."""
MOST_SHOWN = 20
"""Of how many broken rows a report tells."""
_LONGEST_LINE = 2**17
_STEP = 1_000

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many bytes are read, of how many."""


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that holds no place.

    Attributes:
        line: its number, from 1.
        reason: why it holds none.
    """

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was imported.

    Attributes:
        source: the name of the list: that of the file.
        places: how many places it brought.
        broken: how many rows hold none.
        shown: the first of these.
    """

    source: str
    places: int
    broken: int
    shown: tuple[BrokenRow, ...]


def own_lists(folder: Path) -> tuple[Path, ...]:
    """Return the lists that were imported into a folder, by name."""
    return tuple(sorted(folder.glob(f"*{ENDING}")))


def import_places(path: Path, folder: Path, progress: Progress | None = None) -> ImportReport:
    """Read a list of places into the user's folder; all of it or nothing.

    Args:
        path: a GeoNames dump (``.txt``, or the ``.zip`` that holds it) or a table (``.csv``,
            ``.tsv``), as :mod:`rashomon.gazetteer.rows` describes them; UTF-8.
        folder: where the user's lists are kept; made if it is not there.
        progress: is told how far the reading is.

    Returns:
        How many places it brought, and which rows hold none.

    Raises:
        InputError: the file is missing, empty, too large, no such list, or no row of it holds a
            place; or there is no room for the list.
    """
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    target = folder / f"{name}{ENDING}"
    try:
        with _opened(path) as opened, Writer(target, {"source": name}) as writer:
            report = _write(_rows(opened, progress), writer, name)
            if not report.places:
                raise _without_places(path, report)
            return report
    except (OSError, sqlite3.Error) as error:
        raise UnreadableInputError(
            f"the list cannot be read or stored ({error})",
            where=str(path),
            remedy="check that the file can be read and that there is room on the disk",
        ) from error


def _write(rows: Iterable[Row | BrokenRow], writer: Writer, source: str) -> ImportReport:
    places = broken = 0
    shown: list[BrokenRow] = []
    for found in rows:
        if isinstance(found, Row):
            places += 1
            writer.add(found)
            writer.add_divisions(_division(found))
        else:
            broken += 1
            if broken <= MOST_SHOWN:
                shown.append(found)
    return ImportReport(source, places, broken, tuple(shown))


def _division(row: Row) -> list[tuple[str, str]]:
    """Return the code and the name of a division; nothing for other places."""
    first = f"{row.country}.{row.admin1}"
    codes = {"A.ADM1": first, "A.ADM2": f"{first}.{row.admin2}"}
    return [(codes[row.feature], row.name)] if row.feature in codes else []


@dataclass(frozen=True, slots=True)
class _Opened:
    """A list that is open for reading: its bytes, how many, and what parses its rows."""

    stream: IO[bytes]
    size: int
    where: str
    is_table: bool


@contextmanager
def _opened(path: Path) -> Iterator[_Opened]:
    """Open a list, be it in an archive or not.

    Raises:
        InputError: it is missing, too large, or no archive of one list.
    """
    if not path.is_file():
        raise MissingInputError(
            "no such file", where=str(path), remedy="check the spelling of its name"
        )
    if path.suffix.lower() != ".zip":
        with path.open("rb") as stream:
            yield _Opened(stream, path.stat().st_size, str(path), _is_table(path.name))
        return
    try:
        with zipfile.ZipFile(path) as archive:
            member = _member(archive, path)
            with archive.open(member) as stream:
                yield _Opened(stream, member.file_size, str(path), _is_table(member.filename))
    except _BROKEN as error:
        raise UnreadableInputError(
            f"the archive cannot be read ({error})", where=str(path), remedy="download it again"
        ) from error


def _member(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """Return the list in an archive: GeoNames ships one, with a ``readme.txt`` beside it."""
    lists = [
        one
        for one in archive.infolist()
        if Path(one.filename).suffix.lower() in _ENDINGS and "readme" not in one.filename.lower()
    ]
    if len(lists) != 1:
        raise UnsupportedInputError(
            f"the archive holds {len(lists)} lists and not one",
            where=str(path),
            remedy="unpack it and import them one by one",
        )
    [member] = lists
    most = min(MOST_BYTES, MOST_PACKED * max(member.compress_size, 1))
    if member.file_size > most:
        raise InputTooLargeError(
            f"the archive unpacks to {member.file_size} bytes, {most} at most are read",
            where=str(path),
            remedy="unpack it yourself if you trust it",
        )
    return member


def _is_table(name: str) -> bool:
    return name.lower().endswith((".csv", ".tsv"))


def _rows(opened: _Opened, progress: Progress | None) -> Iterator[Row | BrokenRow]:
    parse: Parser | None = None if opened.is_table else parse_dump_line
    read = 0
    for number, raw in enumerate(_lines(opened.stream), start=1):
        read += len(raw)
        if progress and number % _STEP == 0:
            progress(read, opened.size)
        try:
            line = _text(raw, is_first=number == 1)
            if line and parse:
                yield parse(line)
        except ValueError as error:
            yield BrokenRow(number, str(error))
            continue
        if line and not parse:
            parse = _table_parser(line, opened.where)
    if progress:
        progress(read, opened.size)


def _table_parser(header: str, where: str) -> Parser:
    try:
        return table_parser(header)
    except ValueError as error:
        remedy = f"name at least the columns {', '.join(NEEDED)} in its first line"
        raise UnsupportedInputError(str(error), where=where, remedy=remedy) from error


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a stream; of one that is too long no more than the start."""
    while raw := stream.readline(_LONGEST_LINE + 1):
        yield raw
        while len(raw) > _LONGEST_LINE and not raw.endswith(b"\n"):
            raw = stream.readline(_LONGEST_LINE + 1)


def _text(raw: bytes, *, is_first: bool) -> str:
    if len(raw) > _LONGEST_LINE:
        raise ValueError(f"it has more than {_LONGEST_LINE} bytes")
    try:
        text = raw.decode("utf-8-sig" if is_first else "utf-8")
    except UnicodeDecodeError:
        raise ValueError("it is not UTF-8") from None
    return text.strip("\r\n")


def _without_places(path: Path, report: ImportReport) -> InputError:
    if not report.broken:
        return EmptyInputError(
            "the list holds no place", where=str(path), remedy="check that it is the right file"
        )
    first = report.shown[0]
    return BrokenRowError(
        f"none of its {report.broken} rows holds a place; in line {first.line}, {first.reason}",
        where=str(path),
        remedy="see docs/places.md for what a list must look like",
    )
