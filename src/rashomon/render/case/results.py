"""Results of a search for a terminal, with their words in context."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.model.case import Hit
from rashomon.model.spans import Span, merge
from rashomon.render.case.tables import short
from rashomon.render.layout import INDENT
from rashomon.render.plain import flat, plain


def results(hits: Sequence[Hit], first: int = 1) -> RenderableType:
    """Return results with who says so where, and the words, those searched for marked.

    Args:
        hits: the results, the best first.
        first: the number of the first of them.
    """
    parts: list[RenderableType] = []
    for number, hit in enumerate(hits, start=first):
        parts += [_head(number, hit), Padding(_context(hit), (0, 0, 1, INDENT))]
    return Group(*parts)


def _head(number: int, hit: Hit) -> Text:
    head = Text(f"{number}. ", "dim")
    if hit.attribution:
        who = plain(hit.party or hit.source) or "(no source named)"
        side = f" ({plain(hit.side)})" if hit.side and hit.side != hit.party else ""
        head.append(f"{who}{side} {hit.stance}", "bold")
        head.append("  ")
    row = hit.document
    known = (row.publisher, row.published, row.title or row.path)
    head.append(
        " · ".join(plain(one) for one in known if one), "dim" if hit.attribution else "bold"
    )
    head.append(f"  {short(row.id)}" + (f" {hit.attribution}" if hit.attribution else ""), "dim")
    return head


def _context(hit: Hit) -> Text:
    """Return the words around a result; what was searched for stands between ``*``."""
    start = hit.context_span.start
    words = Text()
    at = 0
    for mark in merge(hit.marks):
        span = Span(mark.start - start, mark.end - start)
        if span.start < at or span.end > len(hit.context):
            continue
        words.append(flat(hit.context[at : span.start]))
        words.append(f"*{flat(span.of(hit.context))}*", "bold")
        at = span.end
    words.append(flat(hit.context[at:]))
    return words
