"""What stands in quotation marks, and who says it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span

_MARK = re.compile(r"[“”«»\"]|\n\s*\n")
_LONGEST = 3000
"""Characters of the longest quotation: beyond them a mark is missing."""

_NEAREST = 12
"""Contents before the end of a quotation that are looked at: they hardly overlap."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch in quotation marks.

    Attributes:
        span: what stands between them.
        speaker: the name of who says it; empty where nobody is told.
    """

    span: Span
    speaker: str


def find_quotes(reading: Reading) -> Iterator[Quote]:
    """Yield what a document quotes, in the order of the text."""
    text = reading.document.text
    names = {party.id: party.name for party in reading.parties}
    said = sorted(
        ((span, one) for one in reading.attributions if one.within is None for span in one.content),
        key=lambda each: each[0],
    )
    starts = [span.start for span, _ in said]
    for span in _quoted(text):
        end = bisect_left(starts, span.end)
        speaker = _speaker(span, said[max(0, end - _NEAREST) : end])
        name = ""
        if speaker:
            name = names.get(speaker.party or "") or reading.document.quote(speaker.source)
        yield Quote(span, name)


def _speaker(quote: Span, said: Sequence[tuple[Span, Attribution]]) -> Attribution | None:
    """Return whose content, of those near it, holds more than half of a quotation."""
    shared: dict[str, int] = {}
    for span, one in said:
        shared[one.id] = shared.get(one.id, 0) + span.shared(quote)
    most = max(shared, key=lambda each: shared[each], default="")
    is_most = most and 2 * shared[most] > quote.end - quote.start
    return next(one for _, one in said if one.id == most) if is_most else None


def _quoted(text: str) -> Iterator[Span]:
    """Yield what stands in quotation marks; an open one reaches to the end of its paragraph."""
    start: int | None = None
    for mark in _MARK.finditer(text):
        if start is not None and mark.start() - start <= _LONGEST:
            yield Span(start, mark.start())
        opens = _opens(text, mark, start is not None)
        start = mark.end() if opens else None
    if start is not None and len(text) - start <= _LONGEST:
        yield Span(start, len(text))


def _opens(text: str, mark: re.Match[str], is_open: bool) -> bool:
    """Return whether a mark opens a quotation."""
    sign = mark.group()
    if sign in "“«":
        return True
    if sign != '"':
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if before.isspace() == after.isspace() and before and after:
        return not is_open
    return not before or before.isspace() or before in "([—–-"
