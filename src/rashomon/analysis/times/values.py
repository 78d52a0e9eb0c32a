"""What a date or time of day comes to, and how it is written: EDTF, TIMEX3, first and last day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, TypeAlias

from rashomon.analysis.times.periods import Period

Base: TypeAlias = Literal["text", "now", "told"]
"""From where a date was counted: from nothing but its words, from the day of publication, or from
what the text told before."""

Shade: TypeAlias = Literal["early", "middle", "late"]
"""A part of a period that the words name without a bound: "early 2017"."""

_SEASONS = ("SP", "SU", "FA", "WI")
_EDTF_SEASON = 21
_OPEN = ".."
_NEVER_ABOUT = frozenset(("season", "decade", "century"))


@dataclass(frozen=True, slots=True)
class Value:
    """What a date or a time of day comes to.

    Attributes:
        period: the days, to the precision of the words.
        clock: the time of day as TIMEX3 writes it after the day (``T17:00``, ``TNI``).
        shade: which part of the period is meant, where the words say.
        is_about: whether the words say that it is approximate.
        until: the other end, where a range is meant.
        is_open: whether it goes on without an end.
        is_into_next_day: whether it goes on into the day after the period.
        base: from where it was counted.
        not_before: a day before which it is not, though the period begins before it.
        not_after: a day after which it is not, though the period goes on.
    """

    period: Period
    clock: str = ""
    shade: Shade | None = None
    is_about: bool = False
    until: "Value | None" = None
    is_open: bool = False
    is_into_next_day: bool = False
    base: Base = "text"
    not_before: date | None = None
    not_after: date | None = None

    @property
    def is_range(self) -> bool:
        """Whether it has two ends, or one and no other."""
        return self.until is not None or self.is_open


def timex(value: Value) -> str:
    """Return the TIMEX3 value; a range has one for each end, with a stroke between."""
    if value.until:
        return f"{timex(replace(value, until=None))}/{timex(value.until)}"
    return _timex(value.period) + value.clock


def _timex(period: Period) -> str:
    first = period.first
    year = f"{first.year:04}"
    match period.unit:
        case "century":
            return year[:2]
        case "decade":
            return year[:3]
        case "year":
            return year
        case "half":
            return f"{year}-H{first.month // 6 + 1}"
        case "quarter":
            return f"{year}-Q{first.month // 3 + 1}"
        case "season":
            return f"{year}-{_SEASONS[first.month // 3 - 1]}"
        case "month":
            return f"{year}-{first.month:02}"
        case "week" | "weekend":
            week_year, week, _ = first.isocalendar()
            tail = "-WE" if period.unit == "weekend" else ""
            return f"{week_year:04}-W{week:02}{tail}"
        case _:
            return first.isoformat()


def edtf(value: Value) -> str:
    """Return the value in the Extended Date/Time Format, level 1.

    What the format has no sign for (weeks, quarters, halves) is an interval of days or months. A
    time of day is left out: the format asks for seconds, which no report gives. So is "about" for
    seasons, decades and centuries, which only level 2 knows.
    """
    if value.is_into_next_day:
        first = value.period.first
        return f"{first.isoformat()}/{(first + timedelta(1)).isoformat()}"
    if value.until:
        return f"{_end(value, 0)}/{_end(value.until, 1)}"
    if value.is_open:
        return f"{_end(value, 0)}/{_OPEN}"
    start, end = _ends(value.period)
    if start == end:
        return start + _qualification(value)
    return f"{start}{_qualification(value)}/{end}{_qualification(value)}"


def _end(value: Value, which: Literal[0, 1]) -> str:
    """Return the first or last part of a value as an end of an interval."""
    period = value.period
    if period.unit in ("decade", "century"):
        return f"{(period.first, period.last)[which].year:04}"
    return _ends(period)[which] + _qualification(value)


def _qualification(value: Value) -> str:
    return "~" if value.is_about and value.period.unit not in _NEVER_ABOUT else ""


def _ends(period: Period) -> tuple[str, str]:
    """Return a period in EDTF; twice the same where the format has a sign for it."""
    first, last = period.first, period.last
    year = f"{first.year:04}"
    match period.unit:
        case "century":
            one = f"{year[:2]}XX"
        case "decade":
            one = f"{year[:3]}X"
        case "year":
            one = year
        case "season":
            one = f"{year}-{_EDTF_SEASON + first.month // 3 - 1}"
        case "month":
            one = first.isoformat()[:7]
        case "quarter" | "half":
            return first.isoformat()[:7], last.isoformat()[:7]
        case _:
            return first.isoformat(), last.isoformat()
    return one, one


def bounds(value: Value) -> tuple[date, date | None]:
    """Return the first and the last day that may be meant; no last where it goes on without end.

    "Early" leaves out the later half of a period, "late" the earlier, "mid" a quarter at each end.
    """
    first, last = _shaded(value.period, value.shade)
    # on its first day "earlier this week" leaves nothing to go by
    if value.not_before and first < value.not_before < last:
        first = value.not_before
    if value.not_after and first < value.not_after < last:
        last = value.not_after
    if value.is_into_next_day:
        last += timedelta(1)
    if value.until:
        return first, bounds(value.until)[1]
    return first, None if value.is_open else last


def _shaded(period: Period, shade: Shade | None) -> tuple[date, date]:
    length = (period.last - period.first).days
    match shade:
        case "early":
            return period.first, period.first + timedelta(length // 2)
        case "middle":
            cut = timedelta(length // 4)
            return period.first + cut, period.last - cut
        case "late":
            return period.first + timedelta(length - length // 2), period.last
        case None:
            return period.first, period.last
