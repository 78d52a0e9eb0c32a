"""HTML: the article of a page, as trafilatura extracts it."""

from collections.abc import Iterator

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document as Page

from rashomon.model.document import Document, identity
from rashomon.model.errors import UnreadablePageError
from rashomon.readers.dates import parse_date
from rashomon.readers.encoding import decode
from rashomon.readers.source import Source
from rashomon.settings import ReaderSettings


def read_page(source: Source, settings: ReaderSettings) -> Iterator[Document]:
    """Yield the article of an HTML page, with publisher, title, date where the page gives them.

    The text is the extractor's, its paragraphs parted by an empty line; spans count in it.

    Raises:
        UnreadablePageError: no article was found.
        InputError: it is empty, binary, too large or not decodable.
    """
    raw = source.read(settings.max_bytes)
    markup = decode(raw, where=source.path, encoding=settings.encoding, markup=True)
    tree = trafilatura.load_html(markup)
    language = None if tree is None else tree.get("lang")
    page = _extract(tree)
    if page is None or not page.text:
        raise UnreadablePageError(
            "no article was found in the page",
            where=source.path,
            remedy="save its text as a .txt file and read that",
        )
    given = source.given
    yield Document(
        id=identity(raw),
        text="\n\n".join(line for line in page.text.splitlines() if line.strip()),
        path=source.path,
        publisher=given.publisher or page.sitename,
        title=given.title or page.title,
        url=given.url or page.url,
        published=given.published or parse_date(page.date or ""),
        language=language.split("-")[0].lower() if language else None,
    )


def _extract(tree: HtmlElement | None) -> Page | None:
    if tree is None:
        return None
    page = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=True)
    return page if isinstance(page, Page) else None
