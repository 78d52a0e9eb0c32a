"""CSV: a header, then a document a row."""

import csv
import logging
from collections import deque
from collections.abc import Callable, Iterator

from rashomon.model.document import Document
from rashomon.model.errors import BrokenRowError, InputError
from rashomon.model.failure import Failure
from rashomon.readers.auto_archiver import Cells, Item, reader_of_rows
from rashomon.readers.encoding import decode
from rashomon.readers.rows import COLUMNS, numbered_lines, to_document
from rashomon.readers.source import Source, empty, refuse_wide_table, too_large
from rashomon.settings import ReaderSettings

log = logging.getLogger(__name__)

_DELIMITERS = ",;\t"


def read_csv(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield a document a row; comma, semicolon or tab parts the cells, as the header shows.

    A row whose quotation marks do not close, or that has another number of cells than the
    header, is a failure; reading goes on at the line below the one on which it begins, so
    that one stray quotation mark does not swallow the rest. Tables that the auto-archiver writes
    have items for rows; those without a text are left out and counted in a warning.

    Raises:
        BrokenRowError: the header has no column ``text``.
        InputError: the file itself cannot be read, or is empty.
    """
    csv.field_size_limit(settings.max_bytes)
    with source.open() as stream:
        refuse_wide_table(stream, where=source.name, encoding=settings.encoding)
        lines = _Lines(numbered_lines(stream, settings.max_bytes), source.name, settings)
        columns, delimiter = _header(lines, source.name)
        item_of = reader_of_rows(columns)
        if not item_of and "text" not in columns:
            raise BrokenRowError(
                "the header has no column 'text'",
                where=source.name,
                remedy=f"name the columns {COLUMNS}",
            )
        found = silent = 0
        for row in _rows(lines, columns, delimiter):
            if item_of and isinstance(row, dict):
                one = _item(item_of, row, lines.where, source)
                silent += one is None
            elif isinstance(row, dict):
                one = to_document(row, where=lines.where, source=source)
            else:
                one = row
            if one:
                found += 1
                yield one
    if silent:
        log.warning("%s: left out: %d items without a text", source.name, silent)
    if not found:
        raise empty(source.name)


def _header(lines: "_Lines", where: str) -> tuple[list[str], str]:
    """Return the names of the columns in lower case, and what parts the cells.

    Raises:
        EmptyInputError: there is no line.
        BrokenRowError: two columns have one name.
    """
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        raise empty(where)
    delimiter = max(_DELIMITERS, key=header.count)
    columns = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter))]
    named = [name for name in columns if name]
    if len(set(named)) < len(named):
        raise BrokenRowError(
            "the header names a column twice", where=where, remedy="give each column its own name"
        )
    return columns, delimiter


def _rows(
    lines: "_Lines", columns: list[str], delimiter: str
) -> Iterator[dict[str, str] | Failure]:
    """Yield the cells of each row by their columns, or what is wrong with it."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begin_row()
        try:
            cells = next(rows)
            if cells and len(cells) != len(columns):
                raise BrokenRowError(
                    f"{len(cells)} cells where the header has {len(columns)}",
                    where=lines.where,
                    remedy="check its quotation marks",
                )
        except StopIteration:
            return
        except (csv.Error, InputError) as error:
            yield Failure(lines.where, _as_input_error(error, lines.where))
            lines.give_back_all_but_first()
            continue
        if cells:
            yield dict(zip(columns, cells, strict=True))


def _item(
    item_of: Callable[[Cells, str], Item], row: dict[str, str], where: str, source: Source
) -> Document | Failure | None:
    """Return the document of an archived item; ``None`` where it has no text."""
    try:
        item = item_of(row, where)
    except InputError as error:
        return Failure(where, error)
    if "text" not in item.row:
        return None
    return to_document(item.row, where=where, source=item.within(source))


class _Lines(Iterator[str]):
    """The lines of a table, decoded; those below the first line of a row can be given back."""

    def __init__(
        self, lines: Iterator[tuple[int, bytes | None]], path: str, settings: ReaderSettings
    ) -> None:
        self._lines = lines
        self._path = path
        self._settings = settings
        self._given_back: deque[tuple[int, bytes | None]] = deque()
        self._row: list[tuple[int, bytes | None]] = []
        self._row_bytes = 0

    @property
    def where(self) -> str:
        """The path, and the number of the line on which the row begins."""
        return f"{self._path}:{self._row[0][0]}" if self._row else self._path

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self._row = []
        self._row_bytes = 0

    def give_back_all_but_first(self) -> None:
        """Let the lines that a broken row swallowed be read again."""
        self._given_back.extendleft(reversed(self._row[1:]))

    def __next__(self) -> str:
        number, line = self._given_back.popleft() if self._given_back else next(self._lines)
        self._row.append((number, line))
        self._row_bytes += len(line or b"")
        if line is None or self._row_bytes > self._settings.max_bytes:
            raise too_large(self._settings.max_bytes, where=self.where)
        return decode(line, where=f"{self._path}:{number}", encoding=self._settings.encoding)


def _as_input_error(error: Exception, where: str) -> InputError:
    if isinstance(error, InputError):
        return error
    return BrokenRowError(f"not CSV: {error}", where=where, remedy="check its quotation marks")
