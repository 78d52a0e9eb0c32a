"""RSS and Atom: an entry is a document, with what the feed says of it."""

import html
import io
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

import feedparser
from lxml import etree

from rashomon.model.document import Document
from rashomon.model.errors import BrokenArchiveError, InputError
from rashomon.model.failure import Failure
from rashomon.readers.dates import parse_date
from rashomon.readers.documents import PLAIN, ROW, extractor, make_document
from rashomon.readers.encoding import decode
from rashomon.readers.markup import to_text, without_controls
from rashomon.readers.rows import canonical
from rashomon.readers.source import Metadata, Source, broken, empty
from rashomon.settings import ReaderSettings

_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf)\b", re.I)
_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.I)
_TAIL = 4096
_MOST_ATTRIBUTES = 100
_GIVEN_UP = "ERR_RESOURCE_LIMIT"  # elements within elements by the thousand
# what is left alone stands first: CDATA, and characters by their number
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&#(?:x[0-9a-fA-F]+|[0-9]+);|&([A-Za-z][A-Za-z0-9]*);|&", re.S
)
_OF_XML = ("amp", "apos", "gt", "lt", "quot")
_WEB = ("http://", "https://")
# what feedparser raises over elements that stand where they make no sense
_TRIPS = (LookupError, ValueError, TypeError, AttributeError)
_HTML = ("text/html", "application/xhtml+xml")
_REMEDY = "get it anew, it may be damaged or cut short"


def read_feed(source: Source, settings: ReaderSettings) -> Iterator[Document | Failure]:
    """Yield the entries of a feed: its content in full, or else its summary.

    An entry is a row: its identity is that of the values that the feed gives it, whichever feed
    it stands in. The publisher is the feed's title, or that of the source that an entry names.
    Entities that the feed declares itself are not expanded, and nothing that it names is loaded.
    Of a feed that breaks off the last entry, which may be half, is a failure.

    Raises:
        BrokenArchiveError: it is no feed, or too damaged to be read as one.
        InputError: it is empty, binary, too large or not decodable.
    """
    raw = source.read(settings.max_bytes, encoding=settings.encoding)
    written = decode(
        raw, where=source.name, encoding=settings.encoding, declared=source.encoding, markup=True
    )
    xml, is_cut_short = _mended(written, source.name)
    try:
        found = feedparser.parse(io.BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    except _TRIPS as error:
        raise broken("a damaged feed", error, where=source.name) from error
    entries = found.entries[: -1 if is_cut_short else None]
    if not found.entries and not is_cut_short:
        raise empty(source.name)
    for number, entry in enumerate(entries, start=1):
        where = f"{source.name}:{number}"
        try:
            yield _document(entry, found.feed, source, where)
        except InputError as error:
            yield Failure(where, error)
    if is_cut_short:
        where = f"{source.name}:{len(entries) + 1}"
        yield Failure(
            where,
            BrokenArchiveError(
                "the feed breaks off here, or is nested too deeply", where=where, remedy=_REMEDY
            ),
        )


def _mended(written: str, where: str) -> tuple[bytes, bool]:
    """Return a feed as XML without faults and declarations, and whether it broke off.

    Raises:
        BrokenArchiveError: it is no feed.
    """
    start = _ROOT.search(written)
    if not start:
        raise BrokenArchiveError(
            "no feed: neither RSS nor Atom", where=where, remedy="name its kind with --kind"
        )
    text = _REFERENCE.sub(_as_character, without_controls(written[start.start() :]))
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=True,  # without entities it is no larger than what is read
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise broken("no feed", error, where=where) from error
    if root is None:
        raise BrokenArchiveError("no feed: it is not XML", where=where, remedy=_REMEDY)
    for element in root.iter(etree.Element):
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()  # feedparser takes time with their square
    is_cut_short = not _END.search(text, len(text) - _TAIL) or any(
        fault.type_name == _GIVEN_UP for fault in parser.error_log
    )
    return etree.tostring(root, encoding="utf-8"), is_cut_short


def _as_character(found: re.Match[str]) -> str:
    """Return what stands for an entity that XML does not know, or for a lone ``&``."""
    written = found[0]
    name = found[1]
    if name is None or name in _OF_XML:
        return written if len(written) > 1 else "&amp;"
    known = html5.get(f"{name};")
    return html.escape(known) if known else f"&amp;{name};"


def _document(entry: Any, feed: Any, source: Source, where: str) -> Document:
    """Return the document of an entry.

    Raises:
        EmptyInputError: there is no text in it.
    """
    media_type, content = _content(entry)
    is_html = media_type in _HTML
    link = entry.get("link") or ""
    row = {
        "id": entry.get("id"),
        "title": to_text(entry.get("title", "")) or None,
        "url": link if link.startswith(_WEB) else None,
        "date": entry.get("published") or entry.get("updated"),
        "html" if is_html else "text": content,
    }
    text = to_text(content) if is_html else content
    if not text.strip():
        raise empty(where)
    says = Metadata(
        publisher=to_text(entry.get("source", {}).get("title") or feed.get("title", "")) or None,
        title=row["title"],
        url=row["url"],
        published=parse_date(row["date"] or ""),
    )
    language = _LANGUAGE.match(entry.get("language", "") or feed.get("language", ""))
    return make_document(
        source,
        canonical({name: value for name, value in row.items() if value}),
        text,
        media_type=ROW,
        made_by=extractor("lxml") if is_html else PLAIN,
        says=says,
        language=language[0].lower() if language else None,
        path=where,
        external_id=row["id"],
    )


def _content(entry: Any) -> tuple[str, str]:
    """Return the media type and the longest of what an entry holds as its text."""
    held = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    best = max(held, key=lambda one: len(one.get("value") or ""))
    return best.get("type") or "text/plain", best.get("value") or ""
