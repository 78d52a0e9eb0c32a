"""Whole numbers that are written out, in digits or in words."""

import re
from collections.abc import Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.numerals import Numerals, Token

_SMALL = "(?:to?|[eo])"
_TERM = re.compile(
    rf"(?:(?P<short>L|[DF]m)"
    rf"|(?P<part>A?H(?=O?A?[UCZ])|AH(?=O)|[oD]S|[oD]H(?=O|[UCZ]))(?:O?A?(?=[UCZ]))?"
    rf"|(?P<whole>(?:{_SMALL}|A)?C(?:&?{_SMALL}(?!o?[CZ]))?|(?:{_SMALL}|A)?Z"
    rf"|{_SMALL}|0|DG*|[FVW]|A(?=U))"
    rf"(?:P(?P<point>[0oet]+)|(?P<vulgar>V)|&(?P<more>AH|[oD]S|H(?=[UCZ])))?)?"
    rf"(?P<units>[UCZ]*)(?P<over>(?<=[UCZ])&(?:AH|oS))?"
)
"""A number with its units: "two and a half million", in the letters of its words."""

_NEXT = re.compile(rf"[&,]?(?:{_SMALL}|C)|D")
"""The beginning of a term that follows a larger one."""
_LONGEST = 12
"""Words of the longest number."""
_PLAIN = re.compile(rf"(?:{_SMALL}|[DFW])([CZU]+)")
_GROUP = re.compile(r"\d{3}")
_FIRST = re.compile(r"(?!0)\d{1,3}")
_THOUSAND = 1000
_IDIOM = ("at", "one", "point")


class Value(NamedTuple):
    """A number that is written out.

    Attributes:
        number: the number; ``None`` where the words are those of a number that counts no people
            ("two and a half", "two thirds").
        end: the word after it.
        unit: what the units with which it ends multiply by; 1 where there are none.
        is_short: whether its unit is written in letters: "12k".
    """

    number: int | None
    end: int
    unit: int = 1
    is_short: bool = False


def read_value(line: Line, at: int, numerals: Numerals, implied: int = 1) -> Value | None:
    """Return the number that is written out from word ``at``; ``None`` where there is none.

    It may be over the limit: to say so is left to the caller.

    Args:
        line: the sentence.
        at: the word.
        numerals: the words of numbers.
        implied: the unit of a number that has none: "1.2" in "1.2 to 1.5 million".
    """
    words = line.words
    if at >= len(words):
        return None
    if words[at] in numerals.together:
        is_alone = not _is_correlative(words, at)
        return Value(numerals.together[words[at]], at + 1) if is_alone else None
    return _Reader(line, at, numerals).read(implied)


def _is_correlative(words: Sequence[str], at: int) -> bool:
    """Return whether "both" only announces an "and": "both the guard and his wife"."""
    return words[at] == "both" and words[at + 1 : at + 2] in (("the",), ("a",), ("his",), ("her",))


class _Reader:
    """Reads one number, term by term: "three million", "two hundred thousand", "twelve"."""

    def __init__(self, line: Line, start: int, numerals: Numerals) -> None:
        self._tokens: list[Token] = []
        self._ends: list[int] = []
        """The word after that to which each token belongs."""
        letters = ""
        for at in range(start, min(start + _LONGEST, len(line.words))):
            some = [numerals.token(one) for one in numerals.joined(line.words[at])]
            self._tokens += some
            self._ends += (at + 1 for _ in some)
            letters += _letters(line, at, some, letters)
            if letters[-1] == "x":
                break
        is_idiom = start > 0 and line.words[start - 1 : start + 2] == _IDIOM
        self._letters = letters[:1] if is_idiom else letters

    def read(self, implied: int) -> Value | None:
        """Return the number, its terms in falling order of their units."""
        first = self._term(0)
        if first is None:
            return None
        if first.unit == 1 and implied > 1:
            first = first._replace(number=first.number * implied, unit=implied, is_broken=False)
        last, total = first, first.number
        while last.unit > 1 and not last.is_short and (more := self._next_term(last)):
            last, total = more, total + more.number
        is_within = last.end < len(self._ends) and self._ends[last.end] == self._ends[last.end - 1]
        is_count = not (first.is_broken or is_within or total.denominator > 1)
        return Value(
            number=int(total) if is_count else None,
            end=self._ends[last.end - 1],
            unit=self._last_unit(last.end),
            is_short=last.is_short,
        )

    def _last_unit(self, end: int) -> int:
        """Return what the units multiply by that follow a plain number, and end the number."""
        plain = _PLAIN.fullmatch(self._letters, 0, end)
        return self._units(*plain.span(1)) if plain else 1

    def _units(self, start: int, end: int) -> int:
        return prod(int(value) for _, value in self._tokens[start:end])

    def _next_term(self, before: "_Term") -> "_Term | None":
        """Return the term that follows one with a unit, and is below that."""
        at = before.end
        if _NEXT.match(self._letters, at) is None or self._letters[at - 1 : at + 1] == "Z&":
            return None
        term = self._term(at + (self._letters[at] in "&,"))
        if term is None or term.is_broken or term.number >= before.unit:
            return None
        is_list = self._letters[at] == "," and term.unit == 1
        return None if is_list else term

    def _term(self, at: int) -> "_Term | None":
        """Return the number with its units that begins with a token."""
        found = _TERM.match(self._letters, at)
        if found is None or found.end() == at:
            return None
        unit = self._units(*found.span("units"))
        if found["short"]:
            tokens = self._tokens[at : found.end("short")]
            number = prod((value for _, value in tokens), start=Fraction(1))
            return _Term(number * unit, unit, found.end(), is_broken=False, is_short=True)
        number = self._folded(*found.span("whole"))
        number += Fraction(not (found["whole"] or found["part"]))  # "million people"
        number += sum(self._part(*found.span(name)) for name in ("part", "vulgar", "more"))
        number += self._decimals(*found.span("point"))
        is_broken = bool(number.denominator > 1 or found["part"] or found["point"])
        is_broken |= (found["whole"] or "")[:1] in ("F", "W")
        number = unit * (number + self._part(*found.span("over")))
        return _Term(number, unit, found.end(), is_broken=is_broken and unit == 1)

    def _folded(self, start: int, end: int) -> Fraction:
        """Return a number without a fraction: "two hundred and six", "1 200"."""
        number = Fraction(0)
        for at in range(max(start, 0), end):
            letter, value = self._letters[at], self._tokens[at][1]
            if letter in "CZ":
                number = max(number, Fraction(1)) * value
            else:
                number = number * (_THOUSAND if letter == "G" else 1) + value
        return number

    def _part(self, start: int, end: int) -> Fraction:
        """Return a part of one: "half", "a quarter", "three quarters", "½"."""
        if start < 0:
            return Fraction(0)
        tokens = self._tokens[start:end]
        return prod((value for letter, value in tokens if letter not in "&A"), start=Fraction(1))

    def _decimals(self, start: int, end: int) -> Fraction:
        """Return what follows a point: "two five" and "twenty-five" are a quarter."""
        if start < 0:
            return Fraction(0)
        values = [int(value) for _, value in self._tokens[start:end]]
        is_spelled = all(value < len("0123456789") for value in values)
        digits = "".join(map(str, values if is_spelled else [sum(values)]))
        return Fraction(int(digits), 10 ** len(digits))


class _Term(NamedTuple):
    """A part of a number.

    Attributes:
        number: what it adds to the number.
        unit: what its units multiply by.
        end: the token after it.
        is_broken: whether it has a fraction and no unit.
        is_short: whether its unit is written in letters.
    """

    number: Fraction
    unit: int
    end: int
    is_broken: bool
    is_short: bool = False


def _letters(line: Line, at: int, tokens: Sequence[Token], before: str) -> str:
    """Return the letters of a word, by those of the words before it."""
    letter = tokens[0][0]
    is_beside = bool(before) and line.starts[at] == line.ends[at - 1]
    if letter == "m" and not is_beside:
        return "x"
    is_space = bool(before) and line.starts[at] == line.ends[at - 1] + 1
    if letter == "D" and is_space and _GROUP.fullmatch(line.words[at]):
        is_group = before[-1] == "G" or (before[-1] == "D" and _FIRST.fullmatch(line.words[at - 1]))
        return "G" if is_group else letter
    return "".join(letter for letter, _ in tokens)
