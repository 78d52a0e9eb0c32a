"""Dates with more words to them: narrowed ones, times of day, ranges."""

from dataclasses import dataclass, replace
from typing import Literal

from rashomon.analysis.times.context import Context
from rashomon.analysis.times.counted import Step
from rashomon.analysis.times.meaning import DateMeaning
from rashomon.analysis.times.values import Shade, Value


@dataclass(frozen=True, slots=True)
class Modified(DateMeaning):
    """A date with words that narrow or loosen it: "early 2017", "around Nov. 1".

    Attributes:
        date: the date.
        shade: which part of it is meant.
        side: whether the part before or after the present is: "earlier this week".
        is_about: whether it is approximate.
        is_open: whether it goes on without an end.
    """

    date: DateMeaning
    shade: Shade | None = None
    side: Literal["before", "after"] | None = None
    is_about: bool = False
    is_open: bool = False

    @property
    def bare(self) -> str | None:
        """The value of the date."""
        return self.date.bare

    @property
    def is_time(self) -> bool:
        """Whether the date is a time of day."""
        return self.date.is_time

    def resolve(self, context: Context, /) -> Value | None:
        """Return the value of the date, marked."""
        inner = self.date.resolve(context)
        if inner is None:
            return None
        return replace(
            inner,
            shade=self.shade or inner.shade,
            is_about=self.is_about or inner.is_about,
            is_open=self.is_open or inner.is_open,
            not_after=context.now if self.side == "before" else inner.not_after,
            not_before=context.now if self.side == "after" else inner.not_before,
        )


@dataclass(frozen=True, slots=True)
class At(DateMeaning):
    """A time of day: "5 p.m. on Friday", "Saturday night", "noon".

    Attributes:
        clock: as TIMEX3 writes it after a day (``T17:00``).
        day: words that give the day; ``None`` for the day told last.
    """

    clock: str
    day: DateMeaning | None = None

    @property
    def bare(self) -> str | None:
        """The value with the day left open."""
        return ((self.day and self.day.bare) or "XXXX-XX-XX") + self.clock

    @property
    def is_time(self) -> bool:
        """It is."""
        return True

    def resolve(self, context: Context, /) -> Value | None:
        """Return the day with its time."""
        day = (self.day or Step("day", 0, is_told=True)).resolve(context)
        return replace(day, clock=self.clock) if day else None


@dataclass(frozen=True, slots=True)
class Overnight(DateMeaning):
    """The night before the present; it ends on the present day."""

    @property
    def is_time(self) -> bool:
        """It is."""
        return True

    @property
    def goes_on(self) -> bool:
        """It names no day to go on from."""
        return False

    def resolve(self, context: Context, /) -> Value | None:
        """Return the day before, and that it goes on into the next."""
        before = Step("day", -1).resolve(context)
        return replace(before, clock="TNI", is_into_next_day=True) if before else None


@dataclass(frozen=True, slots=True)
class Range(DateMeaning):
    """From one date to another."""

    first: DateMeaning
    last: DateMeaning

    @property
    def bare(self) -> str | None:
        """Both values, where both have one."""
        first, last = self.first.bare, self.last.bare
        return f"{first}/{last}" if first and last else None

    def resolve(self, context: Context, /) -> Value | None:
        """Return both ends, ``None`` where they do not follow each other."""
        first, last = self.first.resolve(context), self.last.resolve(context)
        if first is None or last is None or first.period.first > last.period.first:
            return None
        return replace(first, until=last, base=first.base if first.base != "text" else last.base)
