"""The day that times are counted from: that of publication, else that of a stamp in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.analysis.times.tokens import Token

_ISO_DAY = re.compile(r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])")

_REACH = 600
"""Code points of the beginning of a text in which a stamp is looked for."""

_PLACE_WORDS = 5
"""Most words and marks of the place in a dateline that ends with a full stop."""


@dataclass(frozen=True, slots=True)
class StampTable:
    """Words and marks around dates, in lower case.

    Attributes:
        labels: words before a stamp ("Published").
        joins: words before a date that belongs to a sentence ("on", "the").
        marks: marks that part a stamp from what follows it.
    """

    labels: frozenset[str]
    joins: frozenset[str]
    marks: frozenset[str]


def published_day(published: str | None) -> date | None:
    """Return the day of a date of publication (ISO 8601), ``None`` where it is no such date."""
    match = _ISO_DAY.match(published or "")
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def is_stamp(
    text: str, tokens: Sequence[Token], first: int, end: int, has_year: bool, table: StampTable
) -> bool:
    """Return whether a date is that of a dateline or of a line that says when a text came out.

    It stands at the beginning of the text: after a label, alone on its line, before the mark that
    ends a dateline, or, with its year, between words that no sentence joins to it.

    Args:
        text: the text.
        tokens: its tokens.
        first: the first token of the date.
        end: the token after its last.
        has_year: whether the words give the year.
        table: the words.
    """
    if tokens[first].start > _REACH:
        return False
    before = _line_before(text, tokens, first)
    if any(token.word in table.labels for token in before[-2:]):
        return True
    if not _is_apart(before, table):
        return False
    after = tokens[end] if end < len(tokens) else None
    if after is None or "\n" in text[tokens[end - 1].end : after.start]:
        return True
    if after.word == ".":
        return len(before) <= _PLACE_WORDS and all(one.word not in table.joins for one in before)
    return after.word in table.marks or (has_year and (after.is_capital or first == 0))


def _line_before(text: str, tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """Return the tokens before one on its line; of many only the nearest."""
    start = max(first - _PLACE_WORDS - 1, 0)
    for at in range(first - 1, start - 1, -1):
        if "\n" in text[tokens[at].end : tokens[at + 1].start]:
            return tokens[at + 1 : first]
    return tokens[start:first]


def _is_apart(before: Sequence[Token], table: StampTable) -> bool:
    """Return whether nothing, a place, an agency, or a mark stands before a date."""
    if not before:
        return True
    last = before[-1]
    if last.word == ",":
        return len(before) == 2 or (len(before) > 2 and before[-2].is_capital)
    return last.word in table.marks or (last.is_capital and last.word not in table.joins)
