"""The first and the last day of a time in the Extended Date/Time Format (Library of Congress 2019).

Levels 0 and 1, as far as a report can mean them: years of four digits, no times of day.
"""

import calendar
import re
from datetime import date, timedelta

_DATE = re.compile(r"([0-9]{2}(?:[0-9]{2}|[0-9]X|XX))(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?")
_FIRST_MONTH_OF_SEASON = {21: 3, 22: 6, 23: 9, 24: 12}
_UNKNOWN = "XX"
_DECEMBER = 12
_MONTHS_OF_SEASON = 3

Bounds = tuple[str | None, str | None]
"""The first and the last day (``YYYY-MM-DD``); ``None`` for no bound."""


def bounds_of(edtf: str) -> Bounds | None:
    """Return the first and the last day that a value may mean; ``None`` where it is no value.

    Seasons are those of the northern half of the earth; a winter ends in the year after.
    """
    ends = edtf.split("/")
    if len(ends) == 1:
        return _bounds(edtf)
    if len(ends) > len(("first", "last")) or not any(map(_is_day, ends)):
        return None
    first, last = (_bounds(one) if _is_day(one) else (None, None) for one in ends)
    if first is None or last is None:
        return None
    if first[0] and last[1] and first[0] > last[1]:
        return None
    return first[0], last[1]


def _is_day(end: str) -> bool:
    """Return whether an end of an interval is one: not open, not unknown."""
    return end not in ("", "..")


def _bounds(written: str) -> Bounds | None:
    found = _DATE.fullmatch(written)
    if not found:
        return None
    try:
        first, last = _days(*found.groups())
    except ValueError:  # a day that no calendar has
        return None
    return first.isoformat(), last.isoformat()


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first_year, last_year = (int(year.replace("X", digit)) for digit in "09")
    if first_year != last_year and (month or day):
        raise ValueError("a month of an unknown year")
    if month is None or month == _UNKNOWN:
        if day not in (None, _UNKNOWN):
            raise ValueError("a day of an unknown month")
        return date(max(first_year, 1), 1, 1), date(last_year, _DECEMBER, 31)
    if int(month) in _FIRST_MONTH_OF_SEASON and day is None:
        return _season(first_year, _FIRST_MONTH_OF_SEASON[int(month)])
    if day is None or day == _UNKNOWN:
        return date(first_year, int(month), 1), _end_of_month(first_year, int(month))
    return date(first_year, int(month), int(day)), date(first_year, int(month), int(day))


def _season(year: int, month: int) -> tuple[date, date]:
    months = year * _DECEMBER + month - 1 + _MONTHS_OF_SEASON - 1
    return date(year, month, 1), _end_of_month(months // _DECEMBER, months % _DECEMBER + 1)


def _end_of_month(year: int, month: int) -> date:
    if not 1 <= month <= _DECEMBER:
        raise ValueError("no such month")
    return date(year, month, 1) + timedelta(calendar.monthrange(year, month)[1] - 1)
