"""The words and digits of which numbers are made, as letters.

=====  ===============================================================================
``0``  *zero*
``o``  one to nine
``e``  ten to nineteen
``t``  twenty, thirty ...
``C``  *hundred*
``Z``  *dozen*
``U``  a larger unit
``H``  a part of one ("half", "third")
``S``  the same in the plural
``A``  *a*
``&``  *and*
``P``  *point*
``O``  *of*
``D``  a whole number in digits
``F``  one with a decimal fraction ("1.2", "1,2")
``V``  a part of one in digits ("½", "1/2")
``W``  a whole number with such a part ("2½")
``L``  one with letters for its unit ("12k")
``m``  such letters
``,``  a comma
``x``  any other word
=====  ===============================================================================
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

Token: TypeAlias = tuple[str, Fraction]
"""A letter, and what the word stands for."""

OTHER: Token = ("x", Fraction(0))
ARABIC_POINT = "\u066b"
_FRACTION_SLASH = "\u2044"
_WHOLE = re.compile(r"\d{1,12}|\d{1,3}(?:[,'’٬]\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}")
# a comma before one or two digits is a decimal one; before three it parts thousands
_DECIMAL = re.compile(rf"(\d+)(?:[.{ARABIC_POINT}](\d+)|,(\d\d?))")
_LIKE_NUMBER = re.compile(rf"\d+(?:[,'’٬]\d+)*(?:[.{ARABIC_POINT}]\d+)?")
_VULGAR = re.compile(rf"([1-9])[/{_FRACTION_SLASH}]([1-9])")
_WITH_LETTERS = re.compile(r"(\d{1,6})([a-z]{1,3})")
_NO_DIGIT = re.compile(r"\D")
_LONGEST_DECIMAL = 13
_HUNDRED, _THOUSAND = 100, 1000


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words of which numbers are made.

    Attributes:
        small: those for numbers below a hundred, and for people together ("couple").
        together: the latter alone.
        units: what the number before them is multiplied by.
        short: what letters after digits multiply them by ("12k").
        tokens: what each word is that may be part of a number.
        limit: the largest number that counts people.
    """

    small: Mapping[str, int]
    together: Mapping[str, int]
    units: Mapping[str, int]
    short: Mapping[str, int]
    tokens: Mapping[str, Token]
    limit: int

    def token(self, word: str) -> Token:
        """Return what a word is as a part of a number."""
        if word[0].isnumeric():
            return self._in_digits(word)
        return self.tokens.get(word, OTHER)

    def joined(self, word: str) -> Sequence[str]:
        """Return the words of a number that hyphens join ("seventeen-hundred"), else the word."""
        words = word.split("-") if "-" in word else ()
        letters = [self.tokens.get(one, OTHER)[0] for one in words]
        is_number = "x" not in letters and letters[:1] > ["A"] and letters[-1:] != ["&"]
        return words if words and is_number else (word,)

    def is_number(self, word: str) -> bool:
        """Return whether a word is a number or the beginning of one, whatever follows it."""
        if word[0].isnumeric():
            return bool(_LIKE_NUMBER.fullmatch(word)) or self._in_digits(word) != OTHER
        parts = self.joined(word)
        return len(parts) > 1 or self.token(word)[0] in "0oetCZU"

    def _in_digits(self, word: str) -> Token:
        """Return what a word is that begins with a digit."""
        if _WHOLE.fullmatch(word):
            return "D", Fraction(int(_NO_DIGIT.sub("", word)))
        decimal = _DECIMAL.fullmatch(word) if len(word) <= _LONGEST_DECIMAL else None
        if decimal is not None:
            part = decimal[2] or decimal[3]
            return "F", int(decimal[1]) + Fraction(int(part), 10 ** len(part))
        if (vulgar := _VULGAR.fullmatch(word)) is not None:
            return _part(int(vulgar[1]), int(vulgar[2]))
        lettered = _WITH_LETTERS.fullmatch(word)
        if lettered is not None and lettered[2] in self.short:
            return "L", Fraction(int(lettered[1]) * self.short[lettered[2]])
        return _with_sign(word)


def _part(above: int, below: int) -> Token:
    return ("V", Fraction(above, below)) if above < below else OTHER


def _with_sign(word: str) -> Token:
    """Return what digits are that a single sign for a part of one follows: "2½"."""
    parts = unicodedata.normalize("NFKC", word[-1]).split(_FRACTION_SLASH)
    if len(parts) == 1 or not all(map(str.isdecimal, parts)):
        return OTHER
    letter, part = _part(*map(int, parts))
    if len(word) == 1 or letter != "V":
        return letter, part
    return ("W", int(word[:-1]) + part) if _WHOLE.fullmatch(word[:-1]) else OTHER


def build_numerals(table: Mapping[str, Any]) -> Numerals:
    """Return the numerals of the part ``counting`` of ``casualties.toml``."""
    ones, tens, units = table["ones"], table["tens"], table["units"]
    tokens = {
        "a": ("A", 1),
        "an": ("A", 1),
        "and": ("&", 0),
        "of": ("O", 0),
        ",": (",", 0),
        "point": ("P", 0),
    }
    tokens |= {word: ("oe"[value > 9], value) for value, word in enumerate(ones)}
    tokens |= {word: ("t", 10 * ten) for ten, word in enumerate(tens, start=2)}
    tokens |= {word: (_letter(value), value) for word, value in units.items()}
    known = {word: (letter, Fraction(value)) for word, (letter, value) in tokens.items()}
    for word, parts in table["parts"].items():
        known[word] = ("H", Fraction(1, parts))
        known[table["several_parts"].get(word, f"{word}s")] = ("S", Fraction(1, parts))
    known[ones[0]] = ("0", Fraction(0))
    return Numerals(
        small=_below_a_hundred(ones, tens) | table["together"],
        together=table["together"],
        units=units,
        short=table["short"],
        tokens=known | {word: ("m", Fraction(value)) for word, value in table["short"].items()},
        limit=table["limit"],
    )


def _letter(unit: int) -> str:
    return "U" if unit >= _THOUSAND else "C" if unit == _HUNDRED else "Z"


def _below_a_hundred(ones: list[str], tens: list[str]) -> dict[str, int]:
    small = {word: value for value, word in enumerate(ones)}
    for ten, word in enumerate(tens, start=2):
        small[word] = 10 * ten
        small |= {f"{word}-{one}": 10 * ten + ones.index(one) for one in ones[1:10]}
    return small
