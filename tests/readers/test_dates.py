import pytest

from rashomon.readers import parse_date


@pytest.mark.parametrize(
    "written",
    [
        "2017-06-19",
        "20170619",
        "2017-06-19T23:59:00-04:00",
        "2017-06-19 10:00",
        "Mon, 19 Jun 2017 10:00:00 GMT",
        "19 June 2017",
        "June 19, 2017",
        "Jun. 19th, 2017",
        "Monday, June 19, 2017",
        " 19 Jun 2017 ",
    ],
)
def test_one_day_is_read_however_it_is_written(written):
    assert parse_date(written) == "2017-06-19"


@pytest.mark.parametrize(
    "written",
    ["", "03/04/2017", "June 2017", "yesterday", "31 June 2017", "2017-02-30", "x" * 5000],
)
def test_what_names_no_day_for_certain_is_not_read(written):
    assert parse_date(written) is None
