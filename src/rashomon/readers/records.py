"""The records of a WARC file, one by one; past a damaged place to the next that is whole."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

_LONGEST_HEADER = 65_536
_STARTS = (b"\x1f\x8b\x08", b"WARC/1.")
_LONGEST_START = max(map(len, _STARTS))
_CHUNK = 1 << 20
# what begins like a record and is none costs a try each
_MOST_TRIES = 1000
# one whose length runs past the end costs the reading of all that follows
_MOST_ENDS = 5


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a WARC file.

    Attributes:
        type: ``response``, ``request``, ``revisit``, ...
        url: the address that it is about, or empty.
        date: when it was made, ISO 8601 in UTC, or ``None``.
        status: the status of the HTTP answer in it; ``None`` for no such answer.
        media_type: of the answer, in lower case, or empty.
        charset: the encoding that the answer names, or empty.
        transfer: its ``Transfer-Encoding``, or empty.
        coding: its ``Content-Encoding``, or empty.
        location: where it redirects to, or empty.
        body: the bytes of the answer; ``None`` where they were not asked for.
    """

    type: str
    url: str = ""
    date: str | None = None
    status: int | None = None
    media_type: str = ""
    charset: str = ""
    transfer: str = ""
    coding: str = ""
    location: str = ""
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """A place at which a file is damaged.

    Attributes:
        after: how many records stood before it.
        error: what was tripped over.
    """

    after: int
    error: Exception


class CutShortError(OSError):
    """The file ends within a record."""


def records(
    stream: BinaryIO, is_wanted: Callable[[Record], bool], most_bytes: int
) -> Iterator[Record | Damage]:
    """Yield the records of a WARC file, and each place at which it is damaged.

    Args:
        stream: the file, compressed or not. Past damage only one that can be sought in is read.
        is_wanted: whether a record's body is asked for.
        most_bytes: how much of a body is read; one byte more than this is not.
    """
    seen = told = ends = 0
    start: int | None = 0
    for _ in range(_MOST_TRIES):
        at = start or 0
        try:
            for record in _iterator(stream if stream.seekable() else Pipe(stream)):
                at = record.stream_pos
                found = _taken(record, is_wanted, most_bytes)
                seen += 1
                yield found
        except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
            ends += isinstance(error, CutShortError)
            if seen > told or not seen:
                told = max(seen, 1)
                yield Damage(seen, error)
        else:
            return
        start = _next_start(stream, at + 1) if ends < _MOST_ENDS else None
        if start is None:
            return
        stream.seek(start)


class Pipe(io.RawIOBase):
    """A stream that is read once, from its start to its end, and knows where it stands.

    The library that finds records asks for that, and dies if it is not told.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, ``size`` at most."""
        found = self._stream.read(size)
        self._at += len(found)
        return found

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at


def _iterator(stream: BinaryIO | Pipe) -> Iterator[WarcRecord]:
    return iter(
        ArchiveIterator(
            stream,
            record_types=WarcRecordType.any_type,
            parse_http=False,
            max_header_len=_LONGEST_HEADER,
            fsspec_args=False,
        )
    )


def _taken(record: WarcRecord, is_wanted: Callable[[Record], bool], most_bytes: int) -> Record:
    """Return a record with its body where it is wanted.

    Raises:
        OSError: it is damaged, or cut short.
    """
    if record.headers.get("Content-Length") is None:
        raise CutShortError("the file ends within the head of a record")
    found = _head(record)
    length = record.content_length
    body = record.reader.read(most_bytes) if is_wanted(found) else None
    size = len(body or b"") + record.reader.consume()
    if size < length:
        raise CutShortError("the file ends within a record")
    return replace(found, body=body)


def _head(record: WarcRecord) -> Record:
    date = record.record_date
    found = Record(
        type=str(record.record_type),
        url=(record.headers.get("WARC-Target-URI") or "").strip("<> "),
        date=date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if date else None,
    )
    if record.record_type != WarcRecordType.response or not record.is_http:
        return found
    record.parse_http(auto_decode="none")
    headers = record.http_headers
    if headers is None:
        return found
    return replace(
        found,
        status=headers.status_code,
        media_type=(record.http_content_type or "").strip().lower(),
        charset=record.http_charset or "",
        transfer=headers.get("Transfer-Encoding") or "",
        coding=headers.get("Content-Encoding") or "",
        location=headers.get("Location") or "",
    )


def _next_start(stream: BinaryIO, at: int) -> int | None:
    """Return where a record may begin, at or after a position; ``None`` for nowhere."""
    if not stream.seekable():
        return None
    stream.seek(at)
    held = b""
    while chunk := stream.read(_CHUNK):
        held += chunk
        found = [place for start in _STARTS if (place := held.find(start)) >= 0]
        if found:
            return at + min(found)
        kept = held[-_LONGEST_START:]
        at += len(held) - len(kept)
        held = kept
    return None
