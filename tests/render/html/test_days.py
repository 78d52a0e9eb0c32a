import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.render.html.days import long_day, long_days


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2017-06-18", "2017-06-18", "18 June 2017"),
        ("2017-06-18", "2017-06-20", "18–20 June 2017"),
        ("2017-05-30", "2017-06-02", "30 May – 2 June 2017"),
        ("2016-12-30", "2017-01-02", "30 December 2016 – 2 January 2017"),
        ("2017-02-01", "2017-02-28", "February 2017"),
        ("2017-01-01", "2017-12-31", "2017"),
        (None, "2017-06-18", "18 June 2017 or before"),
        ("2017-06-18", None, "18 June 2017 or after"),
        (None, None, ""),
    ],
)
def test_days_are_said_once(earliest, latest, words):
    assert long_days(earliest, latest) == words


def test_what_is_no_day_stands_as_it_is():
    assert long_day("19 ???") == "19 ???"


@given(st.dates(), st.dates())
def test_any_two_days_have_words(one, other):
    first, last = sorted((one, other))
    assert str(last.year) in long_days(first.isoformat(), last.isoformat())
