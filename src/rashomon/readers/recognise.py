"""Which kind of input some bytes are, by how they begin."""

import io
import re
import zipfile
import zlib

PEEK = 4096

# atomic: a comment ends at its first end, or a row of them is parted in every way there is
_XML_START = rb"\s*+(?>(?>(?><!--.*?-->)|(?><\?.*?\?>))\s*+)*+"
_PAGE = re.compile(_XML_START + rb"<(?:!doctype\s+)?html\b", re.I | re.S)
_FEED = re.compile(
    _XML_START + rb"(?:<!doctype\s[^>]*+>" + _XML_START + rb")?<(?:\w++:)?(?:rss|feed|rdf)\b",
    re.I | re.S,
)
_ARRAY_OF_OBJECTS = re.compile(rb"\s*\[\s*\{")
_OBJECT = re.compile(rb'\s*\{(\s*)"')
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31


def kind_of_bytes(start: bytes, *, is_whole: bool = False) -> str | None:
    """Return the kind of an input that begins with ``start``; ``None`` for none that is known.

    Args:
        start: its first bytes, about :data:`PEEK` of them.
        is_whole: whether these are all of its bytes: then the inside of a ZIP archive can be seen.
    """
    start = start.removeprefix(b"\xef\xbb\xbf")
    if start.startswith(_GZIP):
        return "warc" if _unpacked(start).startswith(b"WARC/") else None
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"PAR1"):
        return "parquet"
    if start.startswith(b"PK\x03\x04"):
        return "wacz" if not is_whole or _is_wacz(start) else None
    if start.lstrip().startswith(b"%PDF-"):
        return "pdf"
    return _kind_of_text(start)


def _kind_of_text(start: bytes) -> str:
    if _PAGE.match(start):
        return "html"
    if _FEED.match(start):
        return "feed"
    if _ARRAY_OF_OBJECTS.match(start):
        return "json"
    if found := _OBJECT.match(start):
        return "json" if b"\n" in found[1] else "jsonl"
    return "text"


def _unpacked(start: bytes) -> bytes:
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(start, PEEK)
    except zlib.error:
        return b""


def _is_wacz(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return any(name.startswith("archive/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
