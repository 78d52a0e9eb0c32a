"""A long text in parts that a browser can show."""

from rashomon.model.spans import Span

MOST = 40_000
"""Characters of a part."""

_LOOKED_AT = 4_000
"""How far from the end of a part a paragraph or a word that ends it is looked for."""


def parts_of(text: str, most: int = MOST) -> tuple[Span, ...]:
    """Return the parts of a text, one at least: cut at paragraphs, else at words, else anywhere."""
    parts: list[Span] = []
    start = 0
    while len(text) - start > most:
        end = _end(text, start + most, min(_LOOKED_AT, most - 1))
        parts.append(Span(start, end))
        start = end
    return (*parts, Span(start, len(text)))


def part_with(parts: tuple[Span, ...], at: int) -> int:
    """Return the number, from 1, of the part that holds a place of the text."""
    return next((number for number, one in enumerate(parts, 1) if at < one.end), len(parts))


def _end(text: str, latest: int, looked_at: int) -> int:
    for mark in ("\n", " "):
        found = text.rfind(mark, latest - looked_at, latest)
        if found >= 0:
            return found + 1
    return latest
