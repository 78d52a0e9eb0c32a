"""Parquet: a row a document, read a few rows at a time."""

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO

from rashomon.model.document import Document
from rashomon.model.errors import BrokenRowError, InputError, MissingExtraError
from rashomon.model.failure import Failure
from rashomon.readers.encoding import decode
from rashomon.readers.rows import COLUMNS, canonical, to_document
from rashomon.readers.source import Source, broken, empty, too_large
from rashomon.settings import ReaderSettings

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_ROWS_AT_ONCE = 64
_VALUES_AT_ONCE = 1_000_000
_MOST_VALUES_IN_A_ROW = 10_000_000
_BUFFER = 1 << 20
_THRIFT_LIMIT = 100_000_000
# written by pandas: where a row stood, which is no part of it
_POSITION = "__index_level_"


def read_parquet(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield a document a row; the columns are those of other tables.

    A value that is not there is left out of its row, so that the row is the same document as in
    a table whose rows may leave values out. Times are written as ISO 8601, in UTC where they have
    a zone; midnights without one are days. A damaged group of rows costs only itself.

    Raises:
        MissingExtraError: ``pyarrow`` is not installed.
        BrokenRowError: there is no column ``text``, or two of one name.
        BrokenArchiveError: it is no Parquet file, or damaged.
        InputError: it cannot be read, or is empty.
    """
    arrow = _arrow()
    with source.open() as stream, _opened(arrow, stream, source, settings) as table:
        names = _names(table, source.name)
        if not table.metadata.num_rows:
            raise empty(source.name)
        number = 1
        for group in range(table.metadata.num_row_groups):
            where = f"{source.name}:{number}"
            try:
                for row in _rows(arrow, table, group, names):
                    yield _document(row, f"{source.name}:{number}", source, settings)
                    number += 1
            except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
                yield Failure(where, broken("a group of rows is damaged", error, where=where))
            number = sum(table.metadata.row_group(one).num_rows for one in range(group + 1)) + 1


def _arrow() -> Any:
    """Return the library that reads Parquet.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        arrow = import_module("pyarrow")
        import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingExtraError(
            "Parquet files need pyarrow", remedy="pip install 'rashomon[parquet]'"
        ) from error
    return arrow


@contextmanager
def _opened(
    arrow: Any, stream: BinaryIO, source: Source, settings: ReaderSettings
) -> Iterator["pq.ParquetFile"]:
    if not stream.seekable():
        raw = stream.read(settings.max_bytes + 1)
        if len(raw) > settings.max_bytes:
            raise too_large(settings.max_bytes, where=source.name)
        stream = io.BytesIO(raw)
    limits = {
        "thrift_string_size_limit": _THRIFT_LIMIT,
        "thrift_container_size_limit": _THRIFT_LIMIT,
    }
    try:
        names = [
            field.name
            for field in arrow.parquet.read_schema(stream)
            if arrow.types.is_string(field.type) or arrow.types.is_binary(field.type)
        ]
        stream.seek(0)
        # as dictionaries, so that a value written once is held once, however many rows it fills
        table = arrow.parquet.ParquetFile(
            stream, read_dictionary=names, buffer_size=_BUFFER, **limits
        )
    except (arrow.ArrowException, OSError, ValueError) as error:
        raise broken("no Parquet file", error, where=source.name) from error
    with table:
        yield table


def _names(table: Any, where: str) -> list[str]:
    """Return the names of the columns as other tables have them.

    Raises:
        BrokenRowError: ``text`` is not among them, or two are the same.
    """
    names = [name.strip().lower() for name in table.schema_arrow.names]
    if len(set(names)) < len(names):
        raise BrokenRowError(
            "two columns have one name", where=where, remedy="give each column its own name"
        )
    if "text" not in names:
        raise BrokenRowError(
            "there is no column 'text'", where=where, remedy=f"name the columns {COLUMNS}"
        )
    return names


def _rows(arrow: Any, table: Any, group: int, names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a group, each as its values by the names of their columns."""
    about = table.metadata.row_group(group)
    most = max(about.column(column).num_values for column in range(about.num_columns))
    if most > about.num_rows + _MOST_VALUES_IN_A_ROW:
        raise ValueError(f"{most:,} values in {about.num_rows:,} rows")
    at_once = max(1, min(_ROWS_AT_ONCE, _VALUES_AT_ONCE * about.num_rows // max(most, 1)))
    for batch in table.iter_batches(batch_size=at_once, row_groups=[group]):
        columns = [_in_microseconds(arrow, column) for column in batch.columns]
        for place in range(batch.num_rows):
            yield {
                name: column[place]
                for name, column in zip(names, columns, strict=True)
                if not name.startswith(_POSITION)
            }


def _in_microseconds(arrow: Any, column: Any) -> Any:
    """Return a column of times with what Python's times can hold."""
    if arrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(arrow.timestamp("us", column.type.tz), safe=False)
    return column


def _document(
    cells: dict[str, Any], where: str, source: Source, settings: ReaderSettings
) -> Document | Failure:
    try:
        row = {}
        for name, cell in cells.items():
            value = _plain(cell.as_py(), where)
            if value is not None:
                row[name] = value
        if len(canonical(row)) > settings.max_bytes:
            raise too_large(settings.max_bytes, where=where)
    except InputError as error:
        return Failure(where, error)
    except (ValueError, OverflowError, TypeError) as error:
        return Failure(where, broken("a value that cannot be read", error, where=where))
    return to_document(row, where=where, source=source)


def _plain(value: Any, where: str) -> Any:
    """Return a value as JSON has it; ``None`` for one that is not there.

    Raises:
        InputError: it is bytes that are no text.
    """
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return decode(value, where=where)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal | timedelta):
        return str(value)
    if isinstance(value, dict):
        return {str(name): _plain(one, where) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one, where) for one in value]
    return value


def _moment(value: datetime) -> str:
    if value.tzinfo:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    is_day = value.time() == time()
    return value.date().isoformat() if is_day else value.isoformat()
