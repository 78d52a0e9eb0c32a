"""What stands in quotation marks, and who says it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span

_MARK = re.compile(r"[“”«»\"]|\n\s*\n")
_LONGEST = 3000
"""Characters of the longest quotation: beyond them a mark is missing."""


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
    outer = [one for one in reading.attributions if one.within is None]
    for span in _quoted(text):
        said = max(outer, key=lambda one: _shared(one, span), default=None)
        speaker = ""
        if said and 2 * _shared(said, span) > span.end - span.start:
            speaker = names.get(said.party or "") or reading.document.quote(said.source)
        yield Quote(span, speaker)


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


def _shared(one: Attribution, span: Span) -> int:
    return sum(
        max(0, min(part.end, span.end) - max(part.start, span.start)) for part in one.content
    )
