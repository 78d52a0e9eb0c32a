"""Dates that come again: days of some week, days, months and seasons of some year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from rashomon.analysis.times.context import Context, Direction
from rashomon.analysis.times.meaning import DateMeaning, Fixed
from rashomon.analysis.times.periods import Period, period, stepped
from rashomon.analysis.times.recurring import MonthDay, Recurring, nth_weekday
from rashomon.analysis.times.values import Value

Which: TypeAlias = Literal["last", "this", "next"]
"""Which one is meant of those that come again: "last May", "this Friday"."""

AGAINST_VERB = 5
"""How many times as far a month or day may seem that lies the other way than the verb points."""

AHEAD: Mapping[Direction | None, float] = {"past": AGAINST_VERB, "future": 1, "until": 1, None: 2}
BEHIND: Mapping[Direction | None, float] = {"past": 1, "future": AGAINST_VERB, "until": 1, None: 1}
"""How many times as far those to come and those gone by seem. Measured on the train split."""

_TUESDAY = 2


@dataclass(frozen=True, slots=True)
class Yearly(DateMeaning):
    """A period of some year: "September", "5 June", "last Christmas".

    Attributes:
        recurring: what comes again every year.
        which: which one is meant, where the words say.
        is_told: whether it is counted from what was told before.
    """

    recurring: Recurring
    which: Which | None = None
    is_told: bool = False

    @property
    def bare(self) -> str | None:
        """The value with the year left open."""
        return self.recurring.bare

    def resolve(self, context: Context, /) -> Value | None:
        """Return the one that the words, the verb, or nearness to the publication pick."""
        origin = context.origin("day", self.is_told)
        if origin is None:
            return None
        now = origin.day
        years = (now.year - 1, now.year, now.year + 1)
        found = [one for year in years if (one := self.recurring.in_year(year))]
        if isinstance(self.recurring, MonthDay):
            found = [one for one in found if self.recurring.agrees(one)] or found
        picked = self._pick(found, now, context)
        return Value(picked, base=origin.base) if picked else None

    def _pick(self, found: list[Period], now: date, context: Context) -> Period | None:
        if self.which == "last":
            return max((one for one in found if one.last < now), key=_start, default=None)
        if self.which == "next":
            return min((one for one in found if one.first > now), key=_start, default=None)
        if self.which == "this":
            found = [one for one in found if now <= one.last or one.first.year == now.year]
            return min(found, key=_start, default=None)
        return min(found, key=lambda one: _distance(one, now, context), default=None)


def _start(one: Period) -> date:
    return one.first


def _distance(one: Period, now: date, context: Context) -> float:
    """Return how far a period is from a day, in days; further where the verb points away."""
    if one.first > now:
        return (one.first - now).days * AHEAD[context.direction]
    if one.last < now:
        return (now - one.last).days * BEHIND[context.direction]
    return 0


@dataclass(frozen=True, slots=True)
class OfYear(DateMeaning):
    """A period of a year that other words give: "March of last year"."""

    recurring: Recurring
    year: DateMeaning

    @property
    def bare(self) -> str | None:
        """The value with the year left open, where the context would give it."""
        return None if isinstance(self.year, Fixed) else self.recurring.bare

    def resolve(self, context: Context, /) -> Value | None:
        """Return the one of that year."""
        year = self.year.resolve(context)
        if year is None:
            return None
        found = self.recurring.in_year(year.period.first.year)
        return replace(year, period=found) if found else None


@dataclass(frozen=True, slots=True)
class Weekday(DateMeaning):
    """A day of some week, 1 to 7, Monday to Sunday: "Friday", "last Friday".

    Attributes:
        number: which day.
        which: which one is meant, where the words say.
        is_told: whether it is counted from what was told before.
        week: words that give the week: "Friday of last week".
    """

    number: int
    which: Which | None = None
    is_told: bool = False
    week: DateMeaning | None = None

    @property
    def bare(self) -> str | None:
        """The value with the week left open."""
        return f"XXXX-WXX-{self.number}"

    def resolve(self, context: Context, /) -> Value | None:
        """Return the one that the words or the verb pick; else the one just past, or the day."""
        if self.week:
            week = self.week.resolve(context)
            day = nth_weekday(week.period, self.number, 1) if week else None
            return replace(week, period=period("day", day)) if week and day else None
        origin = context.origin("day", self.is_told)
        if origin is None:
            return None
        day = origin.day + timedelta(self._days(origin.day, context))
        return Value(period("day", day), base=origin.base)

    def _days(self, now: date, context: Context) -> int:
        """Return how many days on from a day the one that is meant is."""
        ahead = (self.number - 1 - now.weekday()) % 7
        if self.which == "last":
            return ahead - 7
        if self.which == "this":
            return self.number - 1 - now.weekday()
        if self.which == "next":
            return self.number - 1 - now.weekday() + 7
        if ahead == 0 or context.direction in ("future", "until"):
            return ahead
        return ahead - 7


@dataclass(frozen=True, slots=True)
class Weekend(DateMeaning):
    """The weekend that is nearest in the direction of the verb.

    Attributes:
        is_this: whether "this weekend" is said: the next one, or on a Monday or Tuesday, of what
            is past, the one just past. Else the one just past, if no verb points ahead.
    """

    is_this: bool = False

    def resolve(self, context: Context, /) -> Value | None:
        """Return that weekend; one that has begun is meant in any case."""
        now = context.now
        if now is None:
            return None
        coming = period("weekend", now)
        if self.is_this:
            is_past = context.direction == "past" and now.isoweekday() <= _TUESDAY
        else:
            is_past = context.direction in ("past", None) and now < coming.first
        return Value(stepped(coming, -1) if is_past else coming, base="now")
