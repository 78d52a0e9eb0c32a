"""Words in their context: a few sentences of the text around them."""

from collections.abc import Iterable

from markupsafe import Markup

from rashomon.model.spans import Span
from rashomon.render.html.marks import Mark, marked

_AROUND = 400


def in_context(
    text: str, span: Span, marks: Iterable[Mark] = (), *, around: int = _AROUND
) -> Markup:
    """Return words of a text with what stands around them, the words set off.

    Args:
        text: the whole text.
        span: the words.
        marks: what else is set off.
        around: how many characters before and after are shown, to the next space.
    """
    window = _widened(text, span, around)
    before = Markup("… ") if window.start else Markup("")
    after = Markup(" …") if window.end < len(text) else Markup("")
    return before + marked(text, (Mark(span, "words"), *marks), window) + after


def beginning(text: str, most: int = 600) -> Markup:
    """Return how a text begins: so many characters, to the last space."""
    if len(text) <= most:
        return marked(text, ())
    space = text.rfind(" ", 0, most)
    return marked(text, (), Span(0, space if space > 0 else most)) + Markup(" …")


def _widened(text: str, span: Span, around: int) -> Span:
    start, end = max(span.start - around, 0), min(span.end + around, len(text))
    if start:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    return Span(start, end)
