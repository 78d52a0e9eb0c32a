"""Days as people write them."""

from datetime import date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SHORT = 3


def long_day(day: str | None) -> str:
    """Return a day (``2017-06-19``) in words (``19 June 2017``); what is none as it stands."""
    found = parsed(day)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}" if found else day or ""


def day_with_year(day: str | None) -> str:
    """Return a day (``2017-06-19``) in short (``19 Jun 2017``); what is none as it stands."""
    found = parsed(day)
    return f"{short_day(found)} {found.year}" if found else day or ""


def short_day(day: date) -> str:
    """Return a day without its year: ``19 Jun``."""
    return f"{day.day} {_MONTHS[day.month - 1][:_SHORT]}"


def short_month(day: date) -> str:
    """Return a month: ``Jun 2017``."""
    return f"{_MONTHS[day.month - 1][:_SHORT]} {day.year}"


def long_days(earliest: str | None, latest: str | None) -> str:
    """Return a day or a span of days in words; nothing for neither end.

    A span of a whole month or year is its name; what both ends share is said once.
    """
    first, last = parsed(earliest), parsed(latest)
    if first is None or last is None:
        return _open_ended(earliest, latest)
    if first == last:
        return long_day(earliest)
    if whole := _whole(first, last):
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_day(latest)}"
    begins = long_day(earliest)
    if first.year == last.year:
        begins = begins.removesuffix(f" {first.year}")
    return f"{begins} – {long_day(latest)}"


def parsed(day: str | None) -> date | None:
    """Return a day of ISO 8601; ``None`` for what is none."""
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _open_ended(earliest: str | None, latest: str | None) -> str:
    if latest:
        return f"{long_day(latest)} or before"
    return f"{long_day(earliest)} or after" if earliest else ""


def _whole(first: date, last: date) -> str:
    """Return the name of the month or year that days are all of."""
    begins = first.day == 1
    ends = last.toordinal() == date.max.toordinal() or _next(last).day == 1
    if not (begins and ends) or first.year != last.year:
        return ""
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{_MONTHS[first.month - 1]} {first.year}" if first.month == last.month else ""


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
