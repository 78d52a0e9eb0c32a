"""HTML: the article of a page, as trafilatura extracts it."""

import re
from collections.abc import Iterator

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document as Page

from rashomon.model.document import Document
from rashomon.model.errors import EmptyInputError, UnreadablePageError
from rashomon.readers.auto_archiver import is_report, item_of_report
from rashomon.readers.dates import parse_date
from rashomon.readers.documents import extractor, make_document
from rashomon.readers.encoding import decode
from rashomon.readers.source import Metadata, Source
from rashomon.settings import ReaderSettings

_LANGUAGE = re.compile(r"[A-Za-z]{2}(?![A-Za-z])")


def read_page(source: Source, settings: ReaderSettings) -> Iterator[Document]:
    """Yield the article of an HTML page, with publisher, title, date where the page gives them.

    A report of the auto-archiver gives the text of the item that it tells of.

    The text is the extractor's, its paragraphs parted by an empty line; spans count in it.

    Raises:
        UnreadablePageError: no article was found.
        InputError: it is empty, binary, too large or not decodable.
    """
    raw = source.read(settings.max_bytes, encoding=settings.encoding)
    markup = decode(
        raw,
        where=source.name,
        encoding=settings.encoding,
        declared=source.encoding,
        markup=True,
    )
    tree = trafilatura.load_html(markup)
    if tree is not None and is_report(markup):
        yield _archived(source, raw, tree)
        return
    page = _extract(tree)
    if page is None or not page.text:
        raise UnreadablePageError(
            "no article was found in the page",
            where=source.name,
            remedy="save its text as a .txt file and read that",
        )
    says = Metadata(
        publisher=page.sitename,
        title=page.title,
        url=page.url,
        published=parse_date(page.date or ""),
    )
    yield make_document(
        source,
        raw,
        "\n\n".join(line for line in page.text.splitlines() if line.strip()),
        media_type="text/html",
        made_by=extractor("trafilatura"),
        says=says,
        language=_language(tree),
    )


def _archived(source: Source, raw: bytes, tree: HtmlElement) -> Document:
    """Return the document of the auto-archiver's report of an item.

    Raises:
        EmptyInputError: the item has no text.
    """
    item = item_of_report(tree)
    if "text" not in item.row:
        raise EmptyInputError(
            "a report of the auto-archiver on an item without a text",
            where=source.name,
            remedy="leave it out",
        )
    says = Metadata(
        title=item.row.get("title"),
        url=item.row.get("url"),
        published=parse_date(item.row.get("date", "")),
    )
    return make_document(
        item.within(source),
        raw,
        item.row["text"],
        media_type="text/html",
        made_by=extractor("lxml"),
        says=says,
    )


def _language(tree: HtmlElement | None) -> str | None:
    """Return the language that the page declares, as ISO 639-1, or ``None``."""
    declared = "" if tree is None else tree.get("lang", "")
    found = _LANGUAGE.match(declared.strip())
    return found[0].lower() if found else None


def _extract(tree: HtmlElement | None) -> Page | None:
    if tree is None:
        return None
    page = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    return page if isinstance(page, Page) else None
