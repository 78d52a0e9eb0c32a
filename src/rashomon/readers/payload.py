"""The body of an HTTP answer as it was archived: what was done to it on its way is undone."""

import io
import zlib

from fastwarc.stream_io import BrotliReader, ZstdReader

from rashomon.model.errors import BrokenArchiveError
from rashomon.readers.source import broken, too_large

_GZIP_MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_MOST_CODINGS = 3
_REMEDY = "archive the page anew"


def decoded_payload(
    body: bytes, *, transfer: str, content: str, max_bytes: int, where: str
) -> bytes:
    """Return the bytes of a page behind its transfer and content codings.

    Many archives keep the header field of a coding that they have undone already; a body that
    does not begin as its coding does is taken as it is.

    Args:
        body: what the archive holds.
        transfer: the field ``Transfer-Encoding``.
        content: the field ``Content-Encoding``.
        max_bytes: the most that are decompressed.
        where: the name of the page.

    Raises:
        InputTooLargeError: there are more than ``max_bytes``.
        BrokenArchiveError: the body breaks off, or its coding is not known.
    """
    if "chunked" in transfer.lower():
        body = _unchunked(body, where)
    codings = [name.strip().lower() for name in content.split(",") if name.strip()]
    if len(codings) > _MOST_CODINGS:
        raise BrokenArchiveError("compressed too often", where=where, remedy=_REMEDY)
    for coding in reversed(codings):
        body = _uncoded(coding, body, max_bytes, where)
    return body


def _unchunked(body: bytes, where: str) -> bytes:
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        size = _size(body[at:end]) if end >= 0 else None
        if size is None:
            if not parts and not at:
                return body
            raise BrokenArchiveError("its last chunk is missing", where=where, remedy=_REMEDY)
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2


def _size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    try:
        return int(digits, 16) if len(digits) <= 8 and digits.isalnum() else None
    except ValueError:
        return None


def _uncoded(coding: str, body: bytes, max_bytes: int, where: str) -> bytes:
    if coding in ("gzip", "x-gzip"):
        is_coded = body.startswith(_GZIP_MAGIC)
        return _inflated(body, _GZIP_WINDOW, max_bytes, where) if is_coded else body
    if coding == "deflate":
        return _deflated(body, max_bytes, where)
    if coding in ("br", "zstd"):
        reader = BrotliReader if coding == "br" else ZstdReader
        try:
            found = reader(io.BytesIO(body)).read(max_bytes + 1)
        except (OSError, ValueError):
            return body
        if len(found) > max_bytes:
            raise too_large(max_bytes, where=where)
        return found
    if coding in ("identity", "none", "utf-8"):
        return body
    raise BrokenArchiveError(f"compressed by {coding!r}", where=where, remedy=_REMEDY)


def _deflated(body: bytes, max_bytes: int, where: str) -> bytes:
    """Return what a body coded with ``deflate`` holds: with zlib's header or, wrongly, without."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return _inflated(body, window, max_bytes, where)
        except BrokenArchiveError:
            continue
    return body


def _inflated(body: bytes, window: int, max_bytes: int, where: str) -> bytes:
    unpacker = zlib.decompressobj(window)
    try:
        found = unpacker.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise broken("its compression is damaged", error, where=where) from error
    if len(found) > max_bytes:
        raise too_large(max_bytes, where=where)
    if not unpacker.eof:
        raise BrokenArchiveError("it breaks off", where=where, remedy=_REMEDY)
    return found
