"""Whole numbers that are written out, in digits or in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.analysis.casualties.lines import Line

_DIGITS = re.compile(r"\d{1,12}|\d{1,3}(?:,\d{3})+")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
_GROUP = re.compile(r"\d{3}")
_LARGEST_GROUP = 999
_LARGEST_IN_GROUPS = 10**9
_THOUSAND = 1000
_LONGEST = 12
"""Words of the longest number."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words of which numbers are made.

    Attributes:
        small: those for numbers below a hundred, and for people together ("couple").
        units: what the number before them is multiplied by.
        limit: the largest number that counts people.
    """

    small: Mapping[str, int]
    units: Mapping[str, int]
    limit: int


def build_numerals(table: Mapping[str, Any]) -> Numerals:
    """Return the numerals of the part ``counting`` of ``casualties.toml``."""
    small = _below_a_hundred(table["ones"], table["tens"]) | table["together"]
    return Numerals(small, table["units"], table["limit"])


def _below_a_hundred(ones: list[str], tens: list[str]) -> dict[str, int]:
    small = {word: value for value, word in enumerate(ones)}
    for ten, word in enumerate(tens, start=2):
        small[word] = 10 * ten
        small |= {f"{word}-{one}": 10 * ten + ones.index(one) for one in ones[1:10]}
    return small


def find_value(line: Line, at: int, numerals: Numerals) -> tuple[int, int] | None:
    """Return the number that is written out from word ``at``, and the word after it.

    It may be over the limit: to say so is left to the caller.
    """
    words = line.words
    if at >= len(words):
        return None
    if words[at] in ("a", "an", "half"):
        return _of_one(words, at, numerals)
    if words[at] in numerals.small and not _is_correlative(words, at):
        return _in_words(words, at, numerals)
    if _DECIMAL.fullmatch(words[at]) and at + 1 < len(words) and words[at + 1] in numerals.units:
        return round(float(words[at]) * numerals.units[words[at + 1]]), at + 2
    if not _DIGITS.fullmatch(words[at]):
        return None
    value, end = _in_digits(line, at)
    while end < len(words) and words[end] in numerals.units and value <= numerals.limit:
        value, end = value * numerals.units[words[end]], end + 1
    return value, end


def _is_correlative(words: Sequence[str], at: int) -> bool:
    """Return whether "both" only announces an "and": "both the guard and his wife"."""
    return words[at] == "both" and words[at + 1 : at + 2] in (("the",), ("a",), ("his",), ("her",))


def _of_one(words: Sequence[str], at: int, numerals: Numerals) -> tuple[int, int] | None:
    """Return the number of "a hundred", "half a million"."""
    is_half = words[at] == "half"
    end = at + 1 + is_half
    if end >= len(words) or words[end] not in numerals.units or (is_half and words[at + 1] != "a"):
        return None
    value = numerals.units[words[end]]
    return (value // 2 if is_half else value), end + 1


def _in_digits(line: Line, at: int) -> tuple[int, int]:
    """Return a number in digits, its thousands parted by commas or single spaces."""
    value, end = int(line.words[at].replace(",", "")), at + 1
    if value > _LARGEST_GROUP or "," in line.words[at] or not value:
        return value, end
    while (
        end < len(line.words)
        and _GROUP.fullmatch(line.words[end])
        and line.starts[end] == line.ends[end - 1] + 1
        and value <= _LARGEST_IN_GROUPS
    ):
        value, end = 1000 * value + int(line.words[end]), end + 1
    return value, end


def _in_words(words: Sequence[str], at: int, numerals: Numerals) -> tuple[int, int]:
    """Return a number in words: "one hundred and twelve thousand"."""
    total = group = 0
    end = at
    while end < len(words) and end - at < _LONGEST:
        word = words[end]
        if word in numerals.small and _fits(group, numerals.small[word]):
            group += numerals.small[word]
        elif word in numerals.units and numerals.units[word] < _THOUSAND:
            group = max(group, 1) * numerals.units[word]
        elif word in numerals.units:
            total, group = total + group * numerals.units[word], 0
        elif not (word == "and" and _goes_on(words, end, numerals)):
            break
        end += 1
    return total + group, end


def _fits(group: int, value: int) -> bool:
    """Return whether a number word may follow others: "twenty two", but not "two twenty"."""
    return group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and 0 < value < 10)


def _goes_on(words: Sequence[str], at: int, numerals: Numerals) -> bool:
    """Return whether an "and" stands within a number: "one hundred and twelve"."""
    unit, after, next_unit = words[at - 1], *(*words[at + 1 : at + 3], "", "")[:2]
    return unit in numerals.units and unit not in ("dozen", next_unit) and after in numerals.small
