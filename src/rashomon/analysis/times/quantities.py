"""How much: numbers in digits and in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_LONGEST = 12
"""Digits of the longest number that is read."""

_MOST = 10**9
"""A spelled number that has come to this is not multiplied any more."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, a range of numbers, or one that is not told ("several").

    Attributes:
        low: the least that it may be, ``None`` where the words do not say.
        high: the most that it may be, ``None`` where they do not.
    """

    low: float | None = None
    high: float | None = None

    @property
    def exact(self) -> float | None:
        """The number, ``None`` where the words give no single one."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers, in lower case.

    Attributes:
        small: words below a hundred, and their numbers.
        scales: words that multiply what stands before them (*hundred*, *thousand*).
        ordinals: words for places in an order, and their numbers; -1 for the last.
        words: all of them.
    """

    small: Mapping[str, int]
    scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    words: frozenset[str]


def build_numbers(table: Mapping[str, Any]) -> NumberWords:
    """Return the number words that ``[numbers]`` of ``times.toml`` holds."""
    words = frozenset(word for group in table.values() for word in group)
    return NumberWords(table["small"], table["scales"], table["ordinals"], words)


def number_of(digits: str) -> float | None:
    """Return what a number in digits is, ``None`` where it is none or too long to matter."""
    plain = digits.replace(",", "")
    if len(plain) > _LONGEST or not plain.replace(".", "", 1).isdecimal():
        return None
    return float(plain)


def spelled_number(
    words: Sequence[str], start: int, numbers: NumberWords
) -> tuple[int, int] | None:
    """Return a number that is spelled out from a word on, and the index after its last word.

    Read are "twenty-four", "two hundred and five", "three thousand"; hyphens and "and" join.
    """
    total = part = 0
    at = end = start
    if words[start] == "a" and words[start + 1 : start + 2] and words[start + 1] in numbers.scales:
        at = start + 1  # "a hundred"
    while at < len(words):
        word = words[at]
        if word in numbers.scales and total + part < _MOST:
            scale = numbers.scales[word]
            part = max(part, 1) * scale
            if scale > 100:
                total, part = total + part, 0
        elif word in numbers.small and _may_follow(part, numbers.small[word]):
            part += numbers.small[word]
        elif word in ("-", "and") and end > start:
            at += 1
            continue
        else:
            break
        at = end = at + 1
    return (total + part, end) if end > start else None


def _may_follow(part: int, number: int) -> bool:
    """Return whether a small number goes on one: "twenty four", "two hundred five"."""
    if part == 0:
        return True
    return number > 0 and part % (100 if number > 9 else 10) == 0 and part >= 20


def spelled_ordinal(
    words: Sequence[str], start: int, numbers: NumberWords
) -> tuple[int, int] | None:
    """Return the place that is spelled out from a word on ("twenty-first"), and where it ends."""
    if words[start] in numbers.ordinals:
        return numbers.ordinals[words[start]], start + 1
    tens = numbers.small.get(words[start], 0)
    at = start + 2 if words[start + 1 : start + 2] == ["-"] else start + 1
    ones = numbers.ordinals.get(words[at], 0) if at < len(words) else 0
    return (tens + ones, at + 1) if tens >= 20 and 0 < ones < 10 else None


def spelled_year(words: Sequence[str], start: int, numbers: NumberWords) -> tuple[int, int] | None:
    """Return a year that is spelled out from a word on, and the index after its last word.

    Read are "nineteen ninety-seven" and "two thousand seventeen".
    """
    century = numbers.small.get(words[start], 0)
    if century == 2 and words[start + 1 : start + 2] == ["thousand"]:
        whole = spelled_number(words, start, numbers)
        return whole if whole and whole[0] < 2100 else None
    if not 10 <= century <= 20:
        return None
    at = start + 2 if words[start + 1 : start + 2] == ["-"] else start + 1
    rest = spelled_number(words, at, numbers) if at < len(words) else None
    return (century * 100 + rest[0], rest[1]) if rest and 10 <= rest[0] <= 99 else None
