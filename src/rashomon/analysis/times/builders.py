"""What the rules of ``times.toml`` name: from the meanings of parts to that of the whole.

A builder is a class of meanings, or a function that checks and converts what such a class takes. It
takes parts by the names that the rules give them, and returns ``None`` where they make no sense.
"""

from collections.abc import Mapping
from datetime import date

from rashomon.analysis.times.compound import At, Modified, Overnight, Range
from rashomon.analysis.times.counted import Around, Nth, Shift, Step, ToldPart, YearBefore
from rashomon.analysis.times.grammar import Builder
from rashomon.analysis.times.lengths import Length, Repeated
from rashomon.analysis.times.meaning import DateMeaning, Fixed, Vague
from rashomon.analysis.times.numerals import full_year
from rashomon.analysis.times.parts import (
    clock,
    day_of_month,
    every,
    every_date,
    half_past,
    length,
    nothing,
    number,
    number_between,
    part_of_year,
    same,
)
from rashomon.analysis.times.periods import Unit, is_of_days, period
from rashomon.analysis.times.quantities import Quantity
from rashomon.analysis.times.recurring import MonthDay, PartOfYear, Recurring
from rashomon.analysis.times.returning import OfYear, Weekday, Weekend, Which, Yearly

_STEPS: Mapping[str, tuple[int, bool]] = {
    "last": (-1, False),
    "this": (0, False),
    "next": (1, False),
    "previous": (-1, True),
    "following": (1, True),
    "same": (0, True),
}
"""What a word for a step says: how far, and whether from what was told."""

_WHICH: Mapping[int, Which] = {-1: "last", 0: "this", 1: "next"}
_LAST_YEAR = 9998
_LAST_CENTURY = 99
_LONGEST_RANGE = 300


# --- dates by the calendar


def day(day: date) -> DateMeaning:
    """Return a day."""
    return Fixed(period("day", day))


def year(year: int | Quantity) -> DateMeaning | None:
    """Return a year; one that is too far off has no value."""
    number = year.exact if isinstance(year, Quantity) else year
    if number is None or number % 1 or number < 1:
        return None
    if number > _LAST_YEAR:
        return DateMeaning()
    return Fixed(period("year", date(int(number), 1, 1)))


def decade(decade: int) -> DateMeaning:
    """Return a decade by its first year."""
    return Fixed(period("decade", date(decade, 1, 1)))


def century(number: int) -> DateMeaning | None:
    """Return a century by its number."""
    if not 1 < number < _LAST_CENTURY:
        return None
    return Fixed(period("century", date(number * 100 - 100, 1, 1)))


def of_year(recurring: Recurring, year: DateMeaning) -> DateMeaning | None:
    """Return the one of a year; not a day that is no such weekday."""
    if isinstance(recurring, MonthDay) and isinstance(year, Fixed):
        found = recurring.in_year(year.period.first.year)
        if found and not recurring.agrees(found):
            return None
    return OfYear(recurring, year)


def of_short_year(month: int, short: int, day: int | None = None) -> DateMeaning | None:
    """Return a month or a day of it, of a year that is written with two digits."""
    recurring = day_of_month(month, day) if day else PartOfYear("month", month)
    found = year(full_year(short))
    return OfYear(recurring, found) if recurring and found else None


def which(step: str, recurring: Recurring) -> DateMeaning:
    """Return "last May", "this summer", "the following Christmas"."""
    count, is_told = _STEPS[step]
    return Yearly(recurring, _WHICH[count], is_told)


def which_weekday(step: str, weekday: int) -> DateMeaning:
    """Return "last Friday", "the previous Friday"."""
    count, is_told = _STEPS[step]
    return Weekday(weekday, _WHICH[count], is_told)


# --- dates that are counted


def step(step: str, unit: Unit) -> DateMeaning | None:
    """Return "last week", "the same day"; units below a day make none."""
    count, is_told = _STEPS[step]
    return Step(unit, count, is_told) if is_of_days(unit) else None


def step_part_of_day(step: str, clock: str) -> DateMeaning:
    """Return "last night", "this morning", "the following evening"."""
    count, is_told = _STEPS[step]
    return At(clock, Step("day", count, is_told))


def shift(
    length: Length, sign: int, is_told: bool = False, start: DateMeaning | None = None
) -> DateMeaning | None:
    """Return what is so long before (sign -1) or after (1) the present or another time.

    Of a length that is not told ("several years ago") it has no value.
    """
    if is_told and not is_of_days(length.unit):
        return None
    count, unit = length.quantity.exact, length.unit
    if count is None and not start and not is_told:
        return Vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    if count is not None and count % 1 and unit == "year":
        count, unit = count * 12, "month"
    if count is None or count % 1:
        return DateMeaning()
    return Shift(unit, sign * int(count), start, is_told)


# --- dates that are not sharp, ranges


def about(date: DateMeaning) -> DateMeaning | None:
    """Return a date that is approximate; "about Friday" is no date."""
    return None if isinstance(date, Weekday | Step) else Modified(date, is_about=True)


def range_of_years(first: int, last: int) -> DateMeaning | None:
    """Return from one year to another, which may be written with two digits: "2014-16".

    Years that are far apart are no years: "open 1000-1800".
    """
    end = first - first % 100 + last if last < 100 else last
    start, until = year(first), year(end)
    return Range(start, until) if start and until and 0 < end - first <= _LONGEST_RANGE else None


def range_of_year(
    first: Recurring, last: Recurring, year: DateMeaning | None = None
) -> DateMeaning:
    """Return from one month, day, ... to another of the same year."""
    if year is None:
        return Range(Yearly(first), Yearly(last))
    return Range(OfYear(first, year), OfYear(last, year))


def range_of_weekdays(first: int, last: int) -> DateMeaning:
    """Return from one day of a week to the next such day."""
    start = Weekday(first)
    return Range(start, Shift("day", (last - first) % 7, start))


def range_of_month(
    month: int, day: int, last: int, year: DateMeaning | None = None
) -> DateMeaning | None:
    """Return from one day to another of the same month."""
    first, end = day_of_month(month, day), day_of_month(month, last)
    return range_of_year(first, end, year) if first and end and day < last else None


# --- times of day


def at(clock: str, day: DateMeaning | None = None) -> DateMeaning | None:
    """Return a time of day; a part of a day may be told more closely, a time on the clock not."""
    is_on_clock = isinstance(day, At) and day.clock[1:2].isdecimal()
    return None if is_on_clock else At(clock, day)


BUILDERS: Mapping[str, Builder] = {
    "about": about,
    "amount": Quantity,
    "around": Around,
    "at": at,
    "century": century,
    "clock": clock,
    "counted": Step,
    "day": day,
    "day_of_month": day_of_month,
    "decade": decade,
    "every": every,
    "every_date": every_date,
    "half_past": half_past,
    "length": length,
    "modified": Modified,
    "no_date": DateMeaning,
    "nothing": nothing,
    "nth": Nth,
    "number": number,
    "number_between": number_between,
    "of_short_year": of_short_year,
    "of_year": of_year,
    "overnight": Overnight,
    "part_of_year": part_of_year,
    "range": Range,
    "range_of_month": range_of_month,
    "range_of_weekdays": range_of_weekdays,
    "range_of_year": range_of_year,
    "range_of_years": range_of_years,
    "repeated": Repeated,
    "same": same,
    "shift": shift,
    "shifted": Shift,
    "step": step,
    "step_part_of_day": step_part_of_day,
    "told_part": ToldPart,
    "vague": Vague,
    "weekday": Weekday,
    "weekend": Weekend,
    "which": which,
    "which_weekday": which_weekday,
    "year": year,
    "year_before": YearBefore,
    "yearly": Yearly,
}
"""Every builder, by the name that rules give it."""
