"""Calendar arithmetic, against days that are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analysis.times.periods import DAYS, MONTHS, in_year, moved, period, stepped
from rashomon.analysis.times.recurring import EasterDay, MonthDay, WeekdayOfMonth

UNITS = [*MONTHS, *DAYS]
WITHIN = st.dates(date(4500, 1, 1), date(5500, 12, 31))


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, date(1818, 3, 22)),
        (1943, date(1943, 4, 25)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2017, date(2017, 4, 16)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year, day):
    assert EasterDay(0).in_year(year).first == day


@pytest.mark.parametrize(
    ("holiday", "year", "day"),
    [
        (WeekdayOfMonth(11, 4, 4), 1999, date(1999, 11, 25)),
        (WeekdayOfMonth(5, 1, -1), 2017, date(2017, 5, 29)),
        (WeekdayOfMonth(11, 4, 4, after=1), 2017, date(2017, 11, 24)),
    ],
)
def test_holidays_on_a_weekday_of_a_month(holiday, year, day):
    assert holiday.in_year(year).first == day


def test_the_leap_day_is_in_leap_years_alone():
    assert MonthDay(2, 29).in_year(2016)
    assert MonthDay(2, 29).in_year(2017) is None


@pytest.mark.parametrize(
    ("unit", "day", "first", "last"),
    [
        ("week", date(2017, 1, 1), date(2016, 12, 26), date(2017, 1, 1)),
        ("weekend", date(2017, 6, 19), date(2017, 6, 24), date(2017, 6, 25)),
        ("season", date(2017, 1, 15), date(2016, 12, 1), date(2017, 2, 28)),
        ("season", date(2017, 3, 1), date(2017, 3, 1), date(2017, 5, 31)),
        ("quarter", date(2017, 12, 31), date(2017, 10, 1), date(2017, 12, 31)),
        ("half", date(2017, 6, 30), date(2017, 1, 1), date(2017, 6, 30)),
        ("decade", date(1999, 12, 31), date(1990, 1, 1), date(1999, 12, 31)),
        ("century", date(1999, 12, 31), date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_the_period_that_holds_a_day(unit, day, first, last):
    found = period(unit, day)
    assert (found.first, found.last) == (first, last)


@given(st.sampled_from(UNITS), WITHIN)
def test_periods_follow_each_other_without_a_gap(unit, day):
    found, after = period(unit, day), stepped(period(unit, day), 1)
    if unit != "weekend":
        assert found.first <= day <= found.last
        assert after.first == found.last + timedelta(1)
    assert stepped(after, -1) == found


@given(st.sampled_from(UNITS), WITHIN, st.integers(-40, 40))
def test_a_move_and_back_ends_near_where_it_began(unit, day, count):
    there = moved(day, count, unit)
    assert abs((moved(there, -count, unit) - day).days) <= 3


@given(st.sampled_from(["month", "quarter", "half", "week"]), WITHIN)
def test_parts_of_a_year_are_numbered_from_its_beginning(unit, day):
    first = in_year(unit, 1, day.year).first
    assert abs((first - date(day.year, 1, 1)).days) <= 3
    assert in_year(unit, 2, day.year) == stepped(in_year(unit, 1, day.year), 1)
