"""A stretch of HTML, as entries of feeds hold it, to its words."""

import re

from lxml import etree, html

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary"),
        *("table", "td", "th", "tr", "ul"),
    )
)
_SILENT = frozenset(
    (
        *("audio", "canvas", "embed", "head", "iframe", "math", "noscript", "object", "script"),
        *("style", "svg", "template", "video"),
    )
)
_SPACE = re.compile(r"[^\S\n]+")
_PARTED = re.compile(r"\n{2,}")
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def to_text(markup: str) -> str:
    """Return the words of a stretch of HTML; its blocks are parted by an empty line.

    Scripts, styles and what is embedded are left out; nothing that it names is loaded.
    """
    tree = _parse(without_controls(markup))
    if tree is None:
        return ""
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            _begin(element, parts, walk)
        if event != "start":
            if event == "end" and element.tag in _BLOCKS:
                parts.append("\n\n")
            parts.append(_inline(element.tail))
    return _tidy("".join(parts))


def without_controls(text: str) -> str:
    """Return a text without the characters that XML and HTML do not allow."""
    return _SURROGATES.sub("\ufffd", _NO_XML.sub(" ", text))


def _begin(element: etree._Element, parts: list[str], walk: "etree.iterwalk") -> None:
    if element.tag in _SILENT:
        walk.skip_subtree()
        return
    if element.tag == "br":
        parts.append("\n")
    elif element.tag in _BLOCKS:
        parts.append("\n\n")
    parts.append(_inline(element.text))


def _parse(markup: str) -> html.HtmlElement | None:
    if not markup.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        return html.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _inline(text: str | None) -> str:
    return " ".join(text.split("\n")) if text else ""


def _tidy(text: str) -> str:
    """Return a text without the white space that only the markup needs."""
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return _PARTED.sub("\n\n", "\n".join(lines)).strip()
