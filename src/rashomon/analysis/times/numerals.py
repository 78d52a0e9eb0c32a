"""Dates in numbers alone: ``2017-06-05``, ``13/06/2017``; and years in two digits."""

import re
from dataclasses import dataclass
from datetime import date

from rashomon.analysis.times.compound import At
from rashomon.analysis.times.context import Context
from rashomon.analysis.times.meaning import DateMeaning, Fixed
from rashomon.analysis.times.periods import period
from rashomon.analysis.times.values import Value

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(t[0-9:]{5,8})?")
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")
_LAST_OF_THIS_CENTURY = 40


@dataclass(frozen=True, slots=True)
class EitherOrder(DateMeaning):
    """A date whose day and month may change places: ``5/6/2017``.

    Attributes:
        readings: both days that it may be.
    """

    readings: tuple[date, date]

    def resolve(self, context: Context, /) -> Value | None:
        """Return the one that is the day of publication or the day before, if one is."""
        if context.now is None:
            return None
        found = [one for one in self.readings if 0 <= (context.now - one).days <= 1]
        return Value(period("day", found[0]), base="now") if len(found) == 1 else None


def full_year(number: int) -> int:
    """Return the year that two digits are short for, 1941 to 2040."""
    return (2000 if number <= _LAST_OF_THIS_CENTURY else 1900) + number


def read_date(word: str) -> DateMeaning | None:
    """Return the day that a token is, ``None`` where it is none.

    A year in two digits is read after strokes alone, since other marks part versions and
    telephone numbers.
    """
    if match := _ISO.fullmatch(word):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        return At(match[4].upper(), day) if day and match[4] else day
    if match := _YEAR_FIRST.fullmatch(word):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = _NUMERIC.fullmatch(word)
    if match is None or (len(match[4]) == 2 and match[2] != "/"):
        return None
    year = int(match[4]) if len(match[4]) == 4 else full_year(int(match[4]))
    return _in_either_order(int(match[1]), int(match[3]), year)


def _in_either_order(first: int, second: int, year: int) -> DateMeaning | None:
    days = _day(year, second, first), _day(year, first, second)
    if days[0] and days[1] and first != second:
        return EitherOrder((days[0].period.first, days[1].period.first))
    return days[0] or days[1]


def _day(year: int, month: int, day: int) -> Fixed | None:
    try:
        return Fixed(period("day", date(year, month, day)))
    except ValueError:
        return None
