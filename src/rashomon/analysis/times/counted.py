"""Dates that are counted from others: from the publication, from what was told, from named ones."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.analysis.times.context import Context
from rashomon.analysis.times.meaning import DateMeaning
from rashomon.analysis.times.periods import Period, Unit, is_coarser, moved, period, stepped
from rashomon.analysis.times.recurring import nth_weekday
from rashomon.analysis.times.values import Value


@dataclass(frozen=True, slots=True)
class Step(DateMeaning):
    """A period so many of its kind after the present or the told one: "last year", "yesterday"."""

    unit: Unit
    count: int
    is_told: bool = False

    def resolve(self, context: Context, /) -> Value | None:
        """Return that period."""
        origin = context.origin(self.unit, self.is_told)
        if origin is None:
            return None
        return Value(stepped(period(self.unit, origin.day), self.count), base=origin.base)


@dataclass(frozen=True, slots=True)
class Shift(DateMeaning):
    """A date some time before or after another: "two days ago", "a week after 5 June".

    Attributes:
        unit: what the distance is counted in; the result is no more precise.
        count: how many of them; negative for before.
        start: the other date; ``None`` for the present.
        is_told: whether the other date is the one told before.
    """

    unit: Unit
    count: int
    start: DateMeaning | None = None
    is_told: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether it lies ahead: what a text looks back to it does not go on from."""
        return self.count > 0

    def resolve(self, context: Context, /) -> Value | None:
        """Return that date."""
        start = self._start(context)
        if start is None:
            return None
        precision = self._precision(start.period.unit)
        if is_coarser(start.period.unit, precision):
            return None
        day = moved(start.period.first, self.count, self.unit)
        return Value(period(precision, day), base=start.base)

    def _start(self, context: Context) -> Value | None:
        if self.start:
            return self.start.resolve(context)
        if self.unit == "year" and self.count == -1 and context.told_part:
            # a year before the quarter that is told of, not before the publication
            return Value(context.told_part, base="told")
        told = context.told_in(self.unit) if self.is_told else None
        if told:
            return Value(told, base="told")
        return Value(period("day", context.now), base="now") if context.now else None

    def _precision(self, exact: Unit) -> Unit:
        # "third-quarter sales fell from those of a year earlier": again a quarter
        keeps = self.start is not None or exact in ("quarter", "half")
        return exact if keeps and not is_coarser(exact, self.unit) else self.unit


@dataclass(frozen=True, slots=True)
class Nth(DateMeaning):
    """A period within another, by its place: "the third week of March", "the last day of May".

    Attributes:
        unit: what it is; for weeks the ISO week with most of those days.
        number: which one, from 1 on; -1 is the last.
        whole: the other period.
        weekday: 1 to 7, where a weekday is meant: "the first Monday in March".
    """

    unit: Unit
    number: int
    whole: DateMeaning
    weekday: int | None = None

    def resolve(self, context: Context, /) -> Value | None:
        """Return it, ``None`` where the other has not so many."""
        whole = self.whole.resolve(context)
        if whole is None or not is_coarser(whole.period.unit, self.unit):
            return None
        day = self._day(whole.period)
        if day is None or not whole.period.first <= day <= whole.period.last:
            return None
        return replace(whole, period=period(self.unit, day))

    def _day(self, whole: Period) -> date | None:
        if self.weekday:
            return nth_weekday(whole, self.weekday, self.number)
        middle = timedelta(3) if self.unit == "week" else timedelta(0)
        if self.number > 0:
            return moved(whole.first, self.number - 1, self.unit) + middle
        return moved(whole.last, self.number + 1, self.unit) - middle


@dataclass(frozen=True, slots=True)
class Around(DateMeaning):
    """The week, weekend, ... that holds a date: "the week of March 6"."""

    unit: Unit
    date: DateMeaning

    def resolve(self, context: Context, /) -> Value | None:
        """Return that period."""
        inner = self.date.resolve(context)
        if inner is None or is_coarser(inner.period.unit, self.unit):
            return None
        return replace(inner, period=period(self.unit, inner.period.first))


@dataclass(frozen=True, slots=True)
class ToldPart(DateMeaning):
    """The quarter or half told last, or the same of a year: "the quarter", "the 1988 period".

    Without one told it is the last quarter before the present, or the year.
    """

    year: DateMeaning | None = None

    @property
    def goes_on(self) -> bool:
        """What is compared with does not become what is told of."""
        return self.year is None

    def resolve(self, context: Context, /) -> Value | None:
        """Return that period."""
        part = context.told_part
        if self.year is None:
            return Value(part, base="told") if part else Step("quarter", -1).resolve(context)
        year = self.year.resolve(context)
        if year is None or part is None:
            return year
        years = year.period.first.year - part.first.year
        return Value(period(part.unit, moved(part.first, years, "year")), base="told")


@dataclass(frozen=True, slots=True)
class YearBefore(DateMeaning):
    """What corresponds, a year before, to the period told last: "the year-ago quarter"."""

    @property
    def goes_on(self) -> bool:
        """What is compared with does not become what is told of."""
        return False

    def resolve(self, context: Context, /) -> Value | None:
        """Return that period; without one told, the last year."""
        told = context.told_part or next((one for one in context.told if one.unit == "month"), None)
        if told is None:
            return Step("year", -1).resolve(context)
        return Value(period(told.unit, moved(told.first, -1, "year")), base="told")
