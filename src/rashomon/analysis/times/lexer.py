"""What single words, numbers and marks may be: the classes that the rules begin from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from rashomon.analysis.times.grammar import Item
from rashomon.analysis.times.numerals import full_year, read_date
from rashomon.analysis.times.quantities import (
    NumberWords,
    Quantity,
    number_of,
    spelled_number,
    spelled_ordinal,
    spelled_year,
)
from rashomon.analysis.times.tokens import Token

DIGITS = frozenset("0123456789")
"""With these a number begins; other scripts' digits are no numbers of dates here."""

YEARS = range(1000, 2100)
"""Numbers of four digits that may be years."""

_MODERN = 1900
_MOST_DAYS = 31
_MOST_HOURS = 24
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_PLURAL = frozenset(("s", "'s"))
_MONEY = frozenset("$£€¥#")

SUFFIXES = _ORDINAL_ENDINGS | _PLURAL
"""What may stand straight behind the digits of a number."""

Reading: TypeAlias = tuple[str, int, Any]
"""A class, the index after its last token, and what it means."""


@dataclass(frozen=True, slots=True)
class Words:
    """What words mean, in lower case.

    Attributes:
        classes: for each word its classes, with what it means in each.
        capitalised: classes whose words need a capital.
        literals: words that stand in rules as they are.
        numbers: words for numbers.
    """

    classes: Mapping[str, Sequence[tuple[str, Any]]]
    capitalised: frozenset[str]
    literals: frozenset[str]
    numbers: NumberWords


def lex(tokens: Sequence[Token], words: Words, has_capitals: bool) -> list[list[Item]]:
    """Return for each token what it may be, alone or with those after it.

    Args:
        tokens: words, numbers and marks in a row.
        words: what words mean.
        has_capitals: whether capitals tell words apart in the text.
    """
    plain = [token.word for token in tokens]
    return [
        [
            Item(0, at, end, symbol, meaning, -1)
            for symbol, end, meaning in _readings(tokens, plain, at, words)
            if tokens[at].is_capital or not has_capitals or symbol not in words.capitalised
        ]
        for at in range(len(tokens))
    ]


def _readings(
    tokens: Sequence[Token], plain: Sequence[str], at: int, words: Words
) -> Iterator[Reading]:
    word = plain[at]
    if word in words.literals:
        yield word, at + 1, word
    for symbol, meaning in words.classes.get(word, ()):
        yield symbol, at + 1, meaning
    if word[0] in DIGITS:
        yield from _digits(tokens, at)
    elif word == "'":
        yield from _apostrophe(tokens, at)
    elif word in words.numbers.words or word == "a":
        yield from _spelled(plain, at, words.numbers)


def _digits(tokens: Sequence[Token], at: int) -> Iterator[Reading]:
    """Yield what a token that begins with a digit may be."""
    word = tokens[at].word
    number = number_of(word)
    if number is None:
        if found := read_date(word):
            yield "NUMERIC", at + 1, found
        if clock := _clock(word):
            yield "CLOCK_TIME", at + 1, clock
        return
    yield "NUMBER", at + 1, Quantity(number, number)
    if number <= _MOST_HOURS:
        yield "HOUR", at + 1, Quantity(number, number)
    if not word.isdecimal():
        return
    after = tokens[at + 1].word if _touch(tokens, at) else ""
    if after in _ORDINAL_ENDINGS:
        yield "ORDINAL", at + 2, int(number)
        if 1 <= number <= _MOST_DAYS:
            yield "DAY", at + 2, int(number)
    elif len(word) <= 2:
        yield from _two_digits(word, at, after)
    elif len(word) == 4:
        yield from _four_digits(tokens, at, after)


def _two_digits(word: str, at: int, after: str) -> Iterator[Reading]:
    number = int(word)
    yield ("DAY" if 1 <= number <= _MOST_DAYS else "NO_DAY"), at + 1, number
    if len(word) == 2:
        yield "SHORT", at + 1, number
        if after in _PLURAL and number % 10 == 0:
            yield "SHORT_DECADE", at + 2, full_year(number)


def _four_digits(tokens: Sequence[Token], at: int, after: str) -> Iterator[Reading]:
    number = int(tokens[at].word)
    if clock := _clock(f"{tokens[at].word[:2]}:{tokens[at].word[2:]}"):
        yield "FOUR_DIGITS", at + 1, clock
    is_money = at > 0 and _touch(tokens, at - 1) and tokens[at - 1].word in _MONEY
    if number not in YEARS or is_money:
        return
    yield "YEAR", at + 1, number
    if number >= _MODERN:
        yield "MODERN_YEAR", at + 1, number
    if after in _PLURAL and number % 10 == 0:
        yield "DECADE", at + 2, number


def _apostrophe(tokens: Sequence[Token], at: int) -> Iterator[Reading]:
    """Yield the year or decade that an apostrophe and two digits are: '98, '80s."""
    if not _touch(tokens, at) or not tokens[at + 1].word.isdecimal():
        return
    word = tokens[at + 1].word
    if len(word) != 2:
        return
    if _touch(tokens, at + 1) and tokens[at + 2].word in _PLURAL:
        yield "DECADE", at + 3, full_year(int(word))
    else:
        yield "SHORT_YEAR", at + 2, full_year(int(word))


def _spelled(plain: Sequence[str], at: int, numbers: NumberWords) -> Iterator[Reading]:
    if ordinal := spelled_ordinal(plain, at, numbers):
        yield "ORDINAL", ordinal[1], ordinal[0]
    if year := spelled_year(plain, at, numbers):
        yield "YEAR", year[1], year[0]
        yield "MODERN_YEAR", year[1], year[0]
    if found := spelled_number(plain, at, numbers):
        number, end = found
        yield "NUMBER", end, Quantity(number, number)
        if number <= _MOST_HOURS:
            yield "HOUR", end, Quantity(number, number)


def _clock(word: str) -> tuple[int, ...] | None:
    """Return hours, minutes and perhaps seconds of ``17:30``; ``None`` for what no clock shows."""
    parts = [int(part) for part in word.split(":") if part.isdecimal() and len(part) <= 2]
    if len(parts) not in (2, 3) or len(parts) != word.count(":") + 1:
        return None
    is_shown = parts[0] <= _MOST_HOURS and all(part < 60 for part in parts[1:])
    return tuple(parts) if is_shown else None


def _touch(tokens: Sequence[Token], at: int) -> bool:
    """Return whether no white space stands between a token and the next."""
    return at + 1 < len(tokens) and tokens[at].end == tokens[at + 1].start
