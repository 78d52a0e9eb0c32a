"""The rows of a Parquet file, read in a process of its own.

Run as ``python -m rashomon.readers.parquet_rows MAX_BYTES`` with the file as standard input, a
file that can be sought in. What it writes is read by :mod:`rashomon.readers.parquet`: a JSON
object a line, each with the ``number`` that its row has from 1 (0: the whole file), and the
``row``, or a ``fault``: the code of an error, what is wrong, and the remedy. The last line is
``{"end": true}``.
"""

import json
import math
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from rashomon.model.errors import BrokenRowError, InputError
from rashomon.readers.encoding import decode
from rashomon.readers.rows import COLUMNS, canonical
from rashomon.readers.source import broken, empty, too_large

_ROWS_AT_ONCE = 64
_VALUES_AT_ONCE = 1_000_000
_MOST_VALUES_IN_A_ROW = 10_000_000
_MOST_MEMORY = 8 << 30
_BUFFER = 1 << 20
_THRIFT_LIMIT = 100_000_000
# written by pandas: where a row stood, which is no part of it
_POSITION = "__index_level_"
_TRIPS = (pa.ArrowException, OSError, ValueError, OverflowError, TypeError, LookupError)


def main() -> None:
    """Write the rows of the file that is standard input to standard output."""
    _limit_memory()
    try:
        for message in _messages(sys.stdin.buffer, int(sys.argv[1])):
            sys.stdout.write(json.dumps(message) + "\n")
    except InputError as error:
        sys.stdout.write(json.dumps(_fault(0, error)) + "\n")
    sys.stdout.write(json.dumps({"end": True}) + "\n")


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _fault(number: int, error: InputError) -> dict[str, Any]:
    return {"number": number, "fault": [error.code, error.what, error.remedy]}


def _messages(stream: BinaryIO, max_bytes: int) -> Iterator[dict[str, Any]]:
    """Yield a row, or what is wrong with it, for each row of a file.

    A damaged group of rows costs only itself.

    Raises:
        InputError: the file as a whole cannot be read, or is empty.
    """
    try:
        table = _opened(stream)
        names = _names(table.schema_arrow.names)
        sizes = [table.metadata.row_group(one).num_rows for one in range(table.num_row_groups)]
    except _TRIPS as error:
        raise broken("no Parquet file", error, where="") from error
    if not sum(sizes):
        raise empty("")
    first = 1
    for group, size in enumerate(sizes):
        number = first
        first += size
        try:
            for cells in _rows(table, group, names):
                yield _message(number, cells, max_bytes)
                number += 1
        except (*_TRIPS, MemoryError) as error:
            yield _fault(number, broken("a group of rows is damaged", error, where=""))


def _opened(stream: BinaryIO) -> Any:
    names = [
        field.name
        for field in pq.read_schema(stream)
        if pa.types.is_string(field.type) or pa.types.is_binary(field.type)
    ]
    stream.seek(0)
    # as dictionaries, so that a value written once is held once, however many rows it fills
    return pq.ParquetFile(
        stream,
        read_dictionary=names,
        buffer_size=_BUFFER,
        thrift_string_size_limit=_THRIFT_LIMIT,
        thrift_container_size_limit=_THRIFT_LIMIT,
    )


def _names(written: list[str]) -> list[str]:
    """Return the names of the columns as other tables have them.

    Raises:
        BrokenRowError: ``text`` is not among them, or two are the same.
    """
    names = [name.strip().lower() for name in written]
    if len(set(names)) < len(names):
        raise BrokenRowError("two columns have one name", remedy="give each column its own name")
    if "text" not in names:
        raise BrokenRowError("there is no column 'text'", remedy=f"name the columns {COLUMNS}")
    return names


def _rows(table: Any, group: int, names: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a group, each as its values by the names of their columns."""
    about = table.metadata.row_group(group)
    most = max(about.column(column).num_values for column in range(about.num_columns))
    if most > about.num_rows + _MOST_VALUES_IN_A_ROW:
        raise ValueError(f"{most:,} values in {about.num_rows:,} rows")
    at_once = max(1, min(_ROWS_AT_ONCE, _VALUES_AT_ONCE * about.num_rows // max(most, 1)))
    for batch in table.iter_batches(batch_size=at_once, row_groups=[group]):
        columns = [_in_microseconds(column) for column in batch.columns]
        for place in range(batch.num_rows):
            yield {
                name: column[place]
                for name, column in zip(names, columns, strict=True)
                if not name.startswith(_POSITION)
            }


def _in_microseconds(column: Any) -> Any:
    """Return a column of times with what Python's times can hold."""
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return column


def _message(number: int, cells: dict[str, Any], max_bytes: int) -> dict[str, Any]:
    try:
        values = {name: _plain(cell.as_py()) for name, cell in cells.items()}
        row = {name: value for name, value in values.items() if value is not None}
        if len(canonical(row)) > max_bytes:
            raise too_large(max_bytes, where="")
    except InputError as error:
        return _fault(number, error)
    except (*_TRIPS, RecursionError) as error:
        return _fault(number, broken("a value that cannot be read", error, where=""))
    return {"number": number, "row": row}


def _plain(value: Any) -> Any:
    """Return a value as JSON has it; ``None`` for one that is not there.

    Raises:
        InputError: it is bytes that are no text.
    """
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, bytes):
        return decode(value, where="")
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal | timedelta):
        return str(value)
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value


def _moment(value: datetime) -> str:
    if value.tzinfo:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    is_day = value.time() == time()
    return value.date().isoformat() if is_day else value.isoformat()


if __name__ == "__main__":
    main()
