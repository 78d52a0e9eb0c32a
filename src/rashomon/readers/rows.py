"""What tables of documents share: a row becomes a document, and a broken one costs only itself."""

import json
import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.model.document import Document
from rashomon.model.errors import BrokenRowError, InputError
from rashomon.model.failure import Failure
from rashomon.readers.dates import parse_date
from rashomon.readers.documents import PLAIN, ROW, make_document
from rashomon.readers.source import Metadata, Source, empty

log = logging.getLogger(__name__)

COLUMNS = "text, and where known id, publisher, title, url, date"


def numbered_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a stream with their numbers, from 1; ``None`` for one over the limit."""
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) <= max_bytes:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(max_bytes)
        yield number, None


def parse_json(text: str, *, where: str) -> Any:
    """Return the value written in ``text``.

    Raises:
        BrokenRowError: it is not JSON, or nested too deeply.
    """
    try:
        return json.loads(text)
    except RecursionError as error:
        raise _too_deep(where) from error
    except ValueError as error:
        raise BrokenRowError(f"not JSON: {error}", where=where, remedy="mend the row") from error


def _too_deep(where: str) -> BrokenRowError:
    return BrokenRowError("nested too deeply", where=where, remedy="mend the row")


def to_document(row: object, *, where: str, source: Source) -> Document | Failure:
    """Return the document that a row holds, or the failure that says what is wrong with it.

    The identity of a row is the hash of its values as JSON with sorted keys, so that one row
    is one document in whatever kind of table it stands.
    """
    try:
        return _document(row, where, source)
    except InputError as error:
        return Failure(where, error)
    except RecursionError:
        return Failure(where, _too_deep(where))


def _document(row: object, where: str, source: Source) -> Document:
    if not isinstance(row, dict):
        raise BrokenRowError("the row is no object", where=where, remedy=f"give it {COLUMNS}")
    if row.get("text") is None:
        raise BrokenRowError("the row has no 'text'", where=where, remedy=f"give it {COLUMNS}")
    text = _string(row, "text", where) or ""
    if not text.strip():
        raise empty(where)
    says = Metadata(
        publisher=_string(row, "publisher", where),
        title=_string(row, "title", where),
        url=_string(row, "url", where),
        published=_published(row, where),
    )
    return make_document(
        source,
        canonical(row),
        text,
        media_type=ROW,
        made_by=PLAIN,
        says=says,
        path=where,
        external_id=_string(row, "id", where),
    )


def canonical(row: dict[str, Any]) -> bytes:
    """Return the bytes that a row stands for: its values as JSON with sorted keys."""
    return json.dumps(row, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _string(row: dict[str, Any], name: str, where: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise BrokenRowError(
            f"{name!r} is no text", where=where, remedy="put it in quotation marks"
        )
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BrokenRowError(
            f"character {error.start} of {name!r} is half of a surrogate pair",
            where=where,
            remedy="mend the program that wrote the row",
        ) from error
    return value


def _published(row: dict[str, Any], where: str) -> str | None:
    written = _string(row, "date", where)
    published = parse_date(written) if written else None
    if written and not published:
        log.warning("%s: date %r names no day for certain; left out", where, written)
    return published
