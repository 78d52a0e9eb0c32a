"""Periods that come again every year: months, days of a month, quarters, seasons, holidays."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from rashomon.analysis.times.periods import Period, Unit, in_year, period

_LEAP_YEAR = 2000


class Recurring(Protocol):
    """What comes again every year."""

    @property
    def bare(self) -> str | None:
        """Its TIMEX3 value without a year, ``None`` where there is none."""
        ...

    def in_year(self, year: int) -> Period | None:
        """Return the one of a year; ``None`` where that year has none.

        Raises:
            ValueError: the calendar of ``datetime`` has no such year.
        """
        ...


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A month, quarter, half or season, by its number from 1 on; spring is season 1."""

    unit: Unit
    number: int

    @property
    def bare(self) -> str | None:
        """Its TIMEX3 value without a year."""
        if self.unit == "season":
            return "XXXX-" + ("SP", "SU", "FA", "WI")[self.number - 1]
        sign = {"quarter": "Q", "half": "H"}.get(self.unit)
        return f"XXXX-{sign}{self.number}" if sign else f"XXXX-{self.number:02}"

    def in_year(self, year: int) -> Period:
        """Return the one of a year."""
        return in_year(self.unit, self.number, year)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month; the month may be too short for it in some years, or in all.

    Attributes:
        month: 1 to 12.
        day: 1 to 31.
        weekday: 1 to 7, Monday to Sunday, where it is told beside.
    """

    month: int
    day: int
    weekday: int | None = None

    @property
    def bare(self) -> str | None:
        """Its TIMEX3 value without a year, ``None`` where no year has such a day."""
        exists = _day(_LEAP_YEAR, self.month, self.day)
        return f"XXXX-{self.month:02}-{self.day:02}" if exists else None

    def agrees(self, found: Period) -> bool:
        """Return whether a day is of the weekday that is told."""
        return self.weekday is None or found.first.isoweekday() == self.weekday

    def in_year(self, year: int) -> Period | None:
        """Return the one of a year."""
        day = _day(year, self.month, self.day)
        return period("day", day) if day else None


@dataclass(frozen=True, slots=True)
class WeekdayOfMonth:
    """A holiday on such a weekday of a month: the first, the second, ...; -1 is the last.

    Attributes:
        month: 1 to 12.
        weekday: 1 to 7, Monday to Sunday.
        number: which of the month's.
        after: how many days after it the holiday is.
    """

    month: int
    weekday: int
    number: int
    after: int = 0

    @property
    def bare(self) -> str | None:
        """There is no TIMEX3 value without a year."""
        return None

    def in_year(self, year: int) -> Period | None:
        """Return the one of a year."""
        found = nth_weekday(in_year("month", self.month, year), self.weekday, self.number)
        return period("day", found + timedelta(self.after)) if found else None


@dataclass(frozen=True, slots=True)
class EasterDay:
    """A day that is counted from Easter Sunday (of the western churches)."""

    after: int

    @property
    def bare(self) -> str | None:
        """There is no TIMEX3 value without a year."""
        return None

    def in_year(self, year: int) -> Period | None:
        """Return the one of a year."""
        return period("day", _easter(year) + timedelta(self.after))


def nth_weekday(whole: Period, weekday: int, number: int) -> date | None:
    """Return the first, second, ... Monday (1), Tuesday (2), ... of a period; -1 is the last."""
    if number > 0:
        first = whole.first + timedelta((weekday - 1 - whole.first.weekday()) % 7)
        found = first + timedelta(7 * (number - 1))
    else:
        last = whole.last - timedelta((whole.last.weekday() - weekday + 1) % 7)
        found = last + timedelta(7 * (number + 1))
    return found if whole.first <= found <= whole.last else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _easter(year: int) -> date:
    """Return Easter Sunday by the algorithm that J. Meeus gives (*Astronomical Algorithms*)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap_centuries, left = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leaps, over = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * leaps - epact - over) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
