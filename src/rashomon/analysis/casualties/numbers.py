"""Numbers of people in digits and in words, with the words around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.counts import Bound, Count, CountTable
from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.numerals import Numerals
from rashomon.analysis.casualties.ranges import find_range

_AGES = frozenset(("age", "aged", "ages"))
_BETWEEN_AGES = frozenset((",", "and", "between", "from", "or", "to"))
_LONGEST_AGES = 8
"""Words back from a number to one that says that it is an age."""
_LONGEST_LEAD = 3
"""Phrases that may stand before a number."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence.

    Attributes:
        count: how many.
        end: the word after its last.
        is_more: whether it counts others than those told of before ("another three").
        is_digits: whether it is written in digits alone.
        is_short: whether its unit is written in letters, as that of a distance may be: "12k".
    """

    count: Count
    end: int
    is_more: bool
    is_digits: bool
    is_short: bool


def find_number(line: Line, at: int, table: CountTable) -> Number | None:
    """Return the number that begins with word ``at`` of a sentence, or ``None``.

    Numbers that are no counts (money, dates, times, distances, shares) and those over the limit
    of the table are none.
    """
    word = line.words[at] if at < len(line.words) else "."
    if not may_begin_number(word, table):
        return None
    if word in table.numerals.units and at and table.numerals.is_number(line.words[at - 1]):
        return None  # a part of a number
    start, bounds, is_more = _lead(line, at, table)
    read = find_range(line, start, table)
    if read is None and start > at:
        start, bounds, is_more = at, [], False  # "some people": the phrase is the number
        read = find_range(line, start, table)
    if read is None:
        return None
    count, end = read.count, read.end
    if _is_no_count(line, at, end, table) or max(count.min, count.max or 0) > table.numerals.limit:
        return None
    is_digits = start == at and end == at + 1 and line.words[at].isdecimal()
    after = table.after.at(line.words, end)
    if after is not None:
        bound, end = after
        bounds.append(bound)
    for bound in reversed(bounds):
        count = bound(count)
    return Number(count, end, is_more, is_digits, read.is_short)


def may_begin_number(word: str, table: CountTable) -> bool:
    """Return whether a number may begin with a word, or with a phrase that the word begins."""
    if word in table.openings or word[0].isnumeric():
        return True
    return "-" in word and table.numerals.is_number(word)


def _lead(line: Line, at: int, table: CountTable) -> tuple[int, list[Bound], bool]:
    """Return where a number begins after the phrases before it, and what these say."""
    bounds: list[Bound] = []
    is_more = False
    for _ in range(_LONGEST_LEAD):
        found = table.before.at(line.words, at)
        if found is not None:
            bounds.append(found[0])
            at = found[1]
        elif at < len(line.words) and line.words[at] in table.more:
            is_more = True
            at += 1
    return at, bounds, is_more


def _is_no_count(line: Line, start: int, end: int, table: CountTable) -> bool:
    words = line.words
    before = start - 2 if start > 1 and words[start - 1] == "." else start - 1
    if before >= 0 and is_label(words, before, table):
        return True
    if _is_age(words, start, table.numerals):
        return True
    if end < len(words) and words[end] == "-" and line.starts[end] == line.ends[end - 1]:
        return True  # "their 6- and 10-year-old sons"
    return end < len(words) and words[end] in table.nobody_after


def is_label(words: Sequence[str], at: int, table: CountTable) -> bool:
    """Return whether a word says that the number after it counts nobody: "flight 12"."""
    return (
        words[at] in table.nobody_before or " ".join(words[at - 1 : at + 1]) in table.nobody_before
    )


def _is_age(words: Sequence[str], start: int, numerals: Numerals) -> bool:
    """Return whether a number is one of several ages: "ages 20 and 21", "aged between 5 and 9"."""
    for before in range(start - 1, max(start - _LONGEST_AGES, -1), -1):
        if words[before] in _AGES:
            return True
        is_number = words[before].isdecimal() or words[before] in numerals.small
        if not is_number and words[before] not in _BETWEEN_AGES:
            break
    return False
