"""Calendar arithmetic: stretches of whole days, from a day to a century.

Weeks begin on Monday (ISO 8601). Seasons are those of the north, three whole months each; winter
belongs to the year that it begins in. Quarters and halves are of the calendar year. Decades and
centuries are counted as EDTF writes them: 199X is 1990 to 1999, 19XX is 1900 to 1999.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias, get_args

Unit: TypeAlias = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]
"""What time is counted in, the shortest first."""

_ORDER = get_args(Unit)

MONTHS = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
"""How many months those units have that are counted in months."""

DAYS = {"day": 1, "weekend": 7, "week": 7}
"""From how many days on those units come again that are counted in days."""


def is_coarser(unit: Unit, other: Unit) -> bool:
    """Return whether a unit is longer than another."""
    return _ORDER.index(unit) > _ORDER.index(other)


def is_of_days(unit: Unit) -> bool:
    """Return whether a unit is a day or longer."""
    return unit in MONTHS or unit in DAYS


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    Attributes:
        unit: what it is one of.
        first: its first day.
        last: its last day.
    """

    unit: Unit
    first: date
    last: date


def period(unit: Unit, day: date) -> Period:
    """Return the day, week, month, ... that holds a day; units below a day give the day.

    Raises:
        OverflowError: the calendar of ``datetime`` ends within it.
        ValueError: likewise.
    """
    if unit in MONTHS:
        first = _first_of_months(unit, day)
        return Period(unit, first, moved(first, MONTHS[unit], "month") - timedelta(1))
    if unit == "week":
        first = day - timedelta(day.weekday())
        return Period(unit, first, first + timedelta(6))
    if unit == "weekend":
        first = day - timedelta(day.weekday()) + timedelta(5)
        return Period(unit, first, first + timedelta(1))
    return Period("day", day, day)


def _first_of_months(unit: Unit, day: date) -> date:
    months = MONTHS[unit]
    # the seasons begin in December, a month before the quarters
    shift = 1 if unit == "season" else 0
    count = day.year * 12 + day.month - 1 + shift
    count -= count % months + shift
    return date(max(count // 12, 1), count % 12 + 1, 1)


def moved(day: date, count: int, unit: Unit) -> date:
    """Return the day so many units after a day (before it where ``count`` is negative).

    A day that its new month does not have becomes the month's last.

    Raises:
        OverflowError: the day is not in the calendar of ``datetime``.
        ValueError: likewise.
    """
    if unit not in MONTHS:
        return day + timedelta(count * DAYS.get(unit, 0))
    months = day.year * 12 + day.month - 1 + count * MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def stepped(start: Period, count: int) -> Period:
    """Return the period so many of its kind after another."""
    return period(start.unit, moved(start.first, count, start.unit))


def in_year(unit: Unit, number: int, year: int) -> Period:
    """Return a quarter, half, season, month or ISO week of a year by its number, from 1 on.

    Spring is season 1, winter season 4.

    Raises:
        ValueError: there is no such year.
    """
    if unit == "week":
        return period(unit, date(year, 1, 4) + timedelta(7 * (number - 1)))
    first_month = 3 if unit == "season" else 1
    return period(unit, moved(date(year, first_month, 1), number - 1, unit))
