"""Markdown: what the text says, without the marks; title and date from its front matter."""

from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from rashomon.model.document import Document
from rashomon.readers.dates import parse_date
from rashomon.readers.documents import extractor, make_document
from rashomon.readers.encoding import decode
from rashomon.readers.source import Metadata, Source, empty
from rashomon.settings import ReaderSettings


def read_markdown(source: Source, settings: ReaderSettings) -> Iterator[Document]:
    """Yield the one document of a Markdown file; paragraphs are parted by an empty line.

    A first-level heading is the title where neither the user nor the front matter
    (``title``, ``publisher``, ``url``, ``date``) names one. Code, images and HTML are left out.

    Raises:
        InputError: it is empty, binary, too large or not decodable.
    """
    raw = source.read(settings.max_bytes, encoding=settings.encoding)
    written = decode(raw, where=source.name, encoding=settings.encoding, declared=source.encoding)
    tokens = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).parse(written)
    blocks = [block for token in tokens if (block := _words(token))]
    if not blocks:
        raise empty(source.name)
    front = _front_matter(tokens)
    says = Metadata(
        publisher=front.get("publisher"),
        title=front.get("title") or _heading(tokens),
        url=front.get("url"),
        published=parse_date(front.get("date", "")),
    )
    yield make_document(
        source,
        raw,
        "\n\n".join(blocks),
        media_type="text/markdown",
        made_by=extractor("markdown-it-py"),
        says=says,
    )


def _words(token: Token) -> str:
    """Return the text of a block, line breaks kept."""
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
    return "".join(parts).strip()


def _heading(tokens: list[Token]) -> str | None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return _words(inline) or None
    return None


def _front_matter(tokens: list[Token]) -> dict[str, str]:
    """Return the plain ``key: value`` lines of the front matter; anything deeper is left out."""
    block = next((token.content for token in tokens if token.type == "front_matter"), "")
    pairs = (line.split(":", 1) for line in block.splitlines() if ":" in line)
    found = {key.strip().lower(): value.strip().strip("\"'") for key, value in pairs}
    return {key: value for key, value in found.items() if value}
