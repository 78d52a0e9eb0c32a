"""Numbers in digits and in words, as ranges.

What a word leaves open is read by the conventions of ``casualties.toml``.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.numerals import Numerals, build_numerals, find_value
from rashomon.analysis.casualties.phrases import Phrases, pattern

_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})")
_AGES = frozenset(("age", "aged", "ages"))
_BETWEEN_AGES = frozenset((",", "and", "between", "from", "or", "to"))
_LONGEST_AGES = 8
"""Words back from a number to one that says that it is an age."""
_OPENINGS = frozenset(("a", "an", "between", "half"))
_LONGEST_LEAD = 3
"""Phrases that may stand before a number."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many.

    Attributes:
        min: the fewest that the words allow.
        max: the most, or ``None`` where they set no bound.
    """

    min: int
    max: int | None

    def __add__(self, other: "Count") -> "Count":
        most = None if self.max is None or other.max is None else self.max + other.max
        return Count(self.min + other.min, most)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence.

    Attributes:
        count: how many.
        end: the word after its last.
        is_more: whether it counts others than those told of before ("another three").
        is_digits: whether it is written in digits alone.
    """

    count: Count
    end: int
    is_more: bool
    is_digits: bool


Bound: TypeAlias = Callable[[Count], Count]
"""What a phrase makes of the number beside it."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """The part ``counting`` of ``casualties.toml``.

    Attributes:
        numerals: the words of which numbers are made.
        open_units: units in the plural, and the least that they stand for.
        vague: phrases for a number that is left open, and the least that they stand for.
        before: phrases before a number, and what they make of it.
        after: phrases after one, likewise.
        more: words that show that others are counted than before.
        nobody_before: words before a number that counts nobody.
        nobody_after: words after one.
        words: the words of which numbers are made.
        openings: the words with which numbers may begin, but for digits.
    """

    numerals: Numerals
    open_units: Mapping[str, int]
    vague: Phrases[int]
    before: Phrases[Bound]
    after: Phrases[Bound]
    more: frozenset[str]
    nobody_before: frozenset[str]
    nobody_after: frozenset[str]
    words: frozenset[str]
    openings: frozenset[str]


def build_counts(table: Mapping[str, Any]) -> CountTable:
    """Return what the part ``counting`` of ``casualties.toml`` holds."""
    bounds = _bounds(table["near"])

    def phrases(part: str) -> Phrases[Bound]:
        entries = table[part].items()
        return Phrases((pattern(one), bounds[name]) for name, some in entries for one in some)

    numerals = build_numerals(table)
    vague = Phrases((pattern(one), least) for one, least in table["vague"].items())
    before, more = phrases("before"), frozenset(table["more"])
    words = frozenset((*numerals.small, *numerals.units, *table["open_units"]))
    return CountTable(
        numerals=numerals,
        open_units=table["open_units"],
        vague=vague,
        before=before,
        after=phrases("after"),
        more=more,
        nobody_before=frozenset(table["nobody"]["before"]),
        nobody_after=frozenset(table["nobody"]["after"]),
        words=words,
        openings=before.openings() | vague.openings() | words | more | _OPENINGS,
    )


def _bounds(near: int) -> Mapping[str, Bound]:
    """Return what each name of a bound makes of a number; ``near`` is in percent of it."""
    return {
        "at_least": lambda count: Count(count.min, None),
        "more_than": lambda count: Count(count.min + 1, None),
        # somebody was harmed, or the words would deny it
        "at_most": lambda count: Count(min(1, count.min), count.max),
        "less_than": lambda count: Count(1, max(1, count.min - 1)),
        "about": lambda count: Count(_less(count.min, near), _more(count.max, near)),
        "nearly": lambda count: Count(_less(count.min, near), count.max),
        "exactly": lambda count: count,
    }


def _less(least: int, percent: int) -> int:
    return least * (100 - percent) // 100


def _more(most: int | None, percent: int) -> int | None:
    return None if most is None else -(-most * (100 + percent) // 100)


def find_number(line: Line, at: int, table: CountTable) -> Number | None:
    """Return the number that begins with word ``at`` of a sentence, or ``None``.

    Numbers that are no counts (money, dates, times, distances, shares) and those over the limit
    of the table are none.
    """
    word = line.words[at] if at < len(line.words) else "."
    if word not in table.openings and not word[0].isdecimal():
        return None
    start, bounds, is_more = _lead(line, at, table)
    read = _range(line, start, table)
    if read is None and start > at:
        start, bounds, is_more = at, [], False  # "some people": the phrase is the number
        read = _range(line, start, table)
    if read is None:
        return None
    count, end = read
    if _is_no_count(line, at, end, table) or max(count.min, count.max or 0) > table.numerals.limit:
        return None
    is_digits = start == at and end == at + 1 and line.words[at].isdecimal()
    after = table.after.at(line.words, end)
    if after is not None:
        bound, end = after
        bounds.append(bound)
    for bound in reversed(bounds):
        count = bound(count)
    return Number(count, end, is_more, is_digits)


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
    if before >= 0 and words[before] in table.nobody_before:
        return True
    if _is_age(words, start, table.numerals):
        return True
    if end < len(words) and words[end] == "-" and line.starts[end] == line.ends[end - 1]:
        return True  # "their 6- and 10-year-old sons"
    return end < len(words) and words[end] in table.nobody_after


def _is_age(words: Sequence[str], start: int, numerals: Numerals) -> bool:
    """Return whether a number is one of several ages: "ages 20 and 21", "aged between 5 and 9"."""
    for before in range(start - 1, max(start - _LONGEST_AGES, -1), -1):
        if words[before] in _AGES:
            return True
        is_number = words[before].isdecimal() or words[before] in numerals.small
        if not is_number and words[before] not in _BETWEEN_AGES:
            break
    return False


def _range(line: Line, at: int, table: CountTable) -> tuple[Count, int] | None:
    """Return the range that is written from word ``at``: of one number, of two, or open."""
    words = line.words
    if at >= len(words):
        return None
    if (joined := _RANGE.fullmatch(words[at])) is not None:
        low, high = map(int, joined.groups())
        return (Count(low, high), at + 1) if low < high else None
    is_between = words[at] == "between"
    first = find_value(line, at + is_between, table.numerals)
    if first is None:
        return None if is_between else _open(line, at, table)
    low, end = first
    if end < len(words) and words[end] in (("and",) if is_between else ("to", "or", "-", "–")):
        second = None if _has_changed(line, at) else find_value(line, end + 1, table.numerals)
        if second is not None and second[0] > low:
            return Count(low, second[0]), second[1]
    return None if is_between else (Count(low, low), end)


def _has_changed(line: Line, at: int) -> bool:
    """Return whether a number is one that is no longer right: "rose from 12 to 15"."""
    return at > 0 and line.words[at - 1] in ("from", "by")


def _open(line: Line, at: int, table: CountTable) -> tuple[Count, int] | None:
    """Return the range of words for a number that is left open: at least so many."""
    words = line.words
    if words[at] in table.open_units:
        least, end = table.open_units[words[at]], at + 1
        if end + 1 < len(words) and words[end] == "of" and words[end + 1] in table.open_units:
            least, end = least * table.open_units[words[end + 1]], end + 2
        return Count(least, None), end
    vague = table.vague.at(words, at)
    if vague is None:
        return None
    least, end = vague
    unit = words[end] if end < len(words) else ""
    if unit in table.numerals.units:
        return Count(
            table.numerals.units[unit], None
        ), end + 1  # "several dozen" is read as "dozens"
    return _open(line, end, table) if unit in table.open_units else (Count(least, None), end)
