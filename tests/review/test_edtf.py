import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.review.edtf import bounds_of


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("2023-05-09", ("2023-05-09", "2023-05-09")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("202X", ("2020-01-01", "2029-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2023-05~", ("2023-05-01", "2023-05-31")),
        ("2023-05-XX", ("2023-05-01", "2023-05-31")),
        ("2023-XX-XX", ("2023-01-01", "2023-12-31")),
        ("2023-22", ("2023-06-01", "2023-08-31")),
        ("2023-24", ("2023-12-01", "2024-02-29")),
        ("2023-05-09/2023-05-11", ("2023-05-09", "2023-05-11")),
        ("2023-05-09/..", ("2023-05-09", None)),
        ("/2023-05", (None, "2023-05-31")),
    ],
)
def test_a_value_has_its_first_and_last_day(written, bounds):
    assert bounds_of(written) == bounds


@pytest.mark.parametrize(
    "written",
    [
        *("", "..", "../..", "9 May 2023", "2023-5-9", "2023-02-30", "2023-13", "2023-25-01"),
        *("202X-05", "2023-XX-05", "2023-05-09/2023-05-01", "2023/2024/2025", "10000", "2023\n"),
        *("٢٠٢٣", "0000-01-01", "9999-24"),
    ],
)
def test_what_is_no_value_has_none(written):
    assert bounds_of(written) is None


@given(st.text("0123456789X-/.~?% ", max_size=24) | st.text())
def test_any_text_has_days_in_order_or_none(written):
    bounds = bounds_of(written)
    if bounds and None not in bounds:
        assert bounds[0] <= bounds[1]
