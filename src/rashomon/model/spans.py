"""Character spans: the one way in which anything points into a text."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of a text, in Unicode code points.

    ``text[span.start:span.end]`` is what it points at. A named tuple, so that it
    sorts in text order and writes as ``[start, end]`` in JSON.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shared(self, other: "Span") -> int:
        """Return how many characters the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def is_mostly_in(self, other: "Span") -> bool:
        """Return whether more than half of it lies inside ``other``."""
        return 2 * self.shared(other) > self.end - self.start

    def is_like(self, other: "Span") -> bool:
        """Return whether the two share more than half of the shorter one."""
        return self.is_mostly_in(other) or other.is_mostly_in(self)


Spans: TypeAlias = tuple[Span, ...]
"""Spans in text order that do not overlap; more than one is a discontinuous stretch."""


def merge(spans: Iterable[Span]) -> Spans:
    """Return ``spans`` sorted, with those that overlap or touch made into one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def covering(spans: Iterable[Span]) -> Span:
    """Return the stretch from the first to the last character of some spans, one at least."""
    found = tuple(spans)
    return Span(min(one.start for one in found), max(one.end for one in found))


def subtract(whole: Span, parts: Iterable[Span]) -> Spans:
    """Return the stretches of ``whole`` that no span of ``parts`` covers, in text order."""
    left: list[Span] = []
    at = whole.start
    for part in merge(parts):
        if part.end <= whole.start or part.start >= whole.end:
            continue
        if part.start > at:
            left.append(Span(at, part.start))
        at = max(at, part.end)
    if at < whole.end:
        left.append(Span(at, whole.end))
    return tuple(left)


def trim(span: Span, text: str) -> Span | None:
    """Return ``span`` without white space at its ends, or ``None`` where nothing else is in it."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None
