"""Dates that need nothing but their words, in all the ways in which they are written."""

import pytest

from tests.analysis.times.reading import only, read, words


@pytest.mark.parametrize(
    "written",
    [
        "June 5, 2017",
        "June 5 2017",
        "june 5 , 2017",
        "JUNE 5, 2017",
        "June 5th, 2017",
        "June the 5th, 2017",
        "Jun. 5, 2017",
        "Jun 5 2017",
        "5 June 2017",
        "5 June, 2017",
        "5th June 2017",
        "the 5th of June 2017",
        "the fifth of June, 2017",
        "the fifth day of June 2017",
        "Monday, June 5, 2017",
        "Mon 5 Jun 2017",
        "monday , 5 june 2017",
        "Monday the 5th of June 2017",
        "2017-06-05",
        "2017/06/05",
        "5-Jun-2017",
        "05-Jun-17",
        "2017 June 5",
        "June 5, '17",
    ],
)
def test_a_day_however_it_is_written(written):
    text = f"The bridge fell on {written} and was closed."
    found = only(text)
    assert found.span.of(text) == written
    assert found.type == "date"
    assert found.edtf == found.earliest == found.latest == found.timex_value == "2017-06-05"
    assert found.anchored_by == "text"


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("13/06/2017", "2017-06-13"),
        ("06/13/2017", "2017-06-13"),
        ("13.06.2017", "2017-06-13"),
        ("13-06-2017", "2017-06-13"),
        ("5/5/2017", "2017-05-05"),
        ("13/6/17", "2017-06-13"),
        ("5/6/2017", None),
        ("05.06.2017", None),
    ],
)
def test_day_and_month_in_digits_have_a_value_where_their_order_is_certain(written, edtf):
    text = f"It fell on {written}."
    found = only(text)
    assert found.span.of(text) == written
    assert found.edtf == found.timex_value == edtf


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        ("2017-06-05", "2017-06-05"),
        ("2017-06-06", "2017-06-05"),
        ("2017-05-06", "2017-05-06"),
        ("2017-06-19", None),
        (None, None),
    ],
)
def test_the_day_of_publication_tells_their_order(published, edtf):
    assert only("It fell on 5/6/2017.", published=published).edtf == edtf


@pytest.mark.parametrize(
    "written",
    ["31 June", "31 June 2017", "30 February", "32 May 2017", "February 29, 2015", "May 45, 2017"],
)
def test_a_day_that_is_in_no_calendar_keeps_its_words_and_has_no_value(written):
    text = f"It fell on {written}."
    found = only(text)
    assert found.span.of(text) == written
    assert (found.edtf, found.earliest, found.latest, found.timex_value) == (None,) * 4
    assert found.anchored_by is None


@pytest.mark.parametrize(
    "written", ["25:99", "17:75", "2017-13-45", "45/45/2017", "0/5/2017", "5/6/0000", "99 p.m."]
)
def test_what_no_clock_and_no_calendar_shows_is_no_time(written):
    assert read(f"It fell at {written}.") == ()


@pytest.mark.parametrize(
    ("written", "edtf", "earliest", "latest", "timex"),
    [
        ("September 2016", "2016-09", "2016-09-01", "2016-09-30", "2016-09"),
        ("Feb. 2016", "2016-02", "2016-02-01", "2016-02-29", "2016-02"),
        ("2016", "2016", "2016-01-01", "2016-12-31", "2016"),
        ("the year 2016", "2016", "2016-01-01", "2016-12-31", "2016"),
        ("nineteen ninety-seven", "1997", "1997-01-01", "1997-12-31", "1997"),
        ("two thousand seventeen", "2017", "2017-01-01", "2017-12-31", "2017"),
        ("the 1990s", "199X", "1990-01-01", "1999-12-31", "199"),
        ("the ’80s", "198X", "1980-01-01", "1989-12-31", "198"),
        ("the nineties", "199X", "1990-01-01", "1999-12-31", "199"),
        ("the mid-1990s", "199X", "1992-07-01", "1997-07-02", "199"),
        ("the 19th century", "18XX", "1800-01-01", "1899-12-31", "18"),
        ("early 2017", "2017", "2017-01-01", "2017-07-02", "2017"),
        ("late September 2015", "2015-09", "2015-09-16", "2015-09-30", "2015-09"),
        ("the end of 2016", "2016", "2016-07-02", "2016-12-31", "2016"),
        ("Q3 2016", "2016-07/2016-09", "2016-07-01", "2016-09-30", "2016-Q3"),
        ("the third quarter of 2016", "2016-07/2016-09", "2016-07-01", "2016-09-30", "2016-Q3"),
        ("the first half of 2016", "2016-01/2016-06", "2016-01-01", "2016-06-30", "2016-H1"),
        ("the summer of 2016", "2016-22", "2016-06-01", "2016-08-31", "2016-SU"),
        ("the winter of 2011/12", "2011-24", "2011-12-01", "2012-02-29", "2011-WI"),
        ("winter 2016", "2016-24", "2016-12-01", "2017-02-28", "2016-WI"),
        ("fiscal 2016", "2016", "2016-01-01", "2016-12-31", "2016"),
        (
            "the week of March 6, 2017",
            "2017-03-06/2017-03-12",
            "2017-03-06",
            "2017-03-12",
            "2017-W10",
        ),
        ("the first Monday in March 2017", "2017-03-06", "2017-03-06", "2017-03-06", "2017-03-06"),
        ("the last day of May 2017", "2017-05-31", "2017-05-31", "2017-05-31", "2017-05-31"),
        ("Christmas Eve 2016", "2016-12-24", "2016-12-24", "2016-12-24", "2016-12-24"),
        ("Easter Monday 2017", "2017-04-17", "2017-04-17", "2017-04-17", "2017-04-17"),
        ("Thanksgiving 2016", "2016-11-24", "2016-11-24", "2016-11-24", "2016-11-24"),
        ("Memorial Day 2017", "2017-05-29", "2017-05-29", "2017-05-29", "2017-05-29"),
        ("AD 79", "0079", "0079-01-01", "0079-12-31", "0079"),
    ],
)
def test_a_date_is_as_precise_as_its_words(written, edtf, earliest, latest, timex):
    text = f"It stood in {written} as before."
    found = only(text, published=None)
    assert found.span.of(text) == written
    assert (found.edtf, found.earliest, found.latest) == (edtf, earliest, latest)
    assert found.timex_value == timex
    assert found.anchored_by == "text"


@pytest.mark.parametrize(
    ("written", "edtf", "earliest", "latest"),
    [
        ("from 3 to 5 June 2017", "2017-06-03/2017-06-05", "2017-06-03", "2017-06-05"),
        ("3-5 June 2017", "2017-06-03/2017-06-05", "2017-06-03", "2017-06-05"),
        ("June 3–5, 2017", "2017-06-03/2017-06-05", "2017-06-03", "2017-06-05"),
        ("between 3 and 5 June 2017", "2017-06-03/2017-06-05", "2017-06-03", "2017-06-05"),
        ("from 28 May to 5 June 2017", "2017-05-28/2017-06-05", "2017-05-28", "2017-06-05"),
        ("between May and July 2016", "2016-05/2016-07", "2016-05-01", "2016-07-31"),
        ("2014-2016", "2014/2016", "2014-01-01", "2016-12-31"),
        ("2014-16", "2014/2016", "2014-01-01", "2016-12-31"),
        ("from 2014 to 2016", "2014/2016", "2014-01-01", "2016-12-31"),
        ("between 2014 and 2016", "2014/2016", "2014-01-01", "2016-12-31"),
        (
            "from 28 December 2016 to 2 January 2017",
            "2016-12-28/2017-01-02",
            "2016-12-28",
            "2017-01-02",
        ),
        ("2012 onwards", "2012/..", "2012-01-01", None),
    ],
)
def test_a_range_is_an_interval(written, edtf, earliest, latest):
    text = f"It was closed {written}."
    found = only(text, published=None)
    assert found.span.of(text) == written
    assert (found.edtf, found.earliest, found.latest) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("around 1950", "1950~"),
        ("circa May 1950", "1950-05~"),
        ("about 5 June 2017", "2017-06-05~"),
        ("around summer 2016", "2016-22"),
    ],
)
def test_about_is_marked_where_the_format_can(written, edtf):
    assert only(f"It was built {written}.").edtf == edtf


@pytest.mark.parametrize("written", ["44 BC", "the year 12000"])
def test_years_out_of_reach_keep_their_words_and_have_no_value(written):
    text = f"It was built in {written}."
    assert words(text) == [written]
    assert only(text).edtf is None


def test_a_month_that_is_another_word_too_is_told_by_its_capital_or_by_its_place():
    assert words("He may march to Calder by March, or in May, as he may.") == ["March", "May"]
    assert words("he may march to calder in may, as he may.") == ["may"]
    assert words("HE MAY MARCH TO CALDER IN MAY, AS HE MAY.") == ["MAY"]


def test_two_digits_are_a_year_where_they_are_no_count():
    assert only("it fell on 12 may 89 in the valley.").edtf == "1989-05-12"
    assert words("On 12 May 89 people died, on 5 June 14 died.") == ["12 May", "5 June"]


def test_the_attacks_of_2001_are_known_by_their_day():
    text = "Since the September 11 attacks, since 9/11, the gates have been shut."
    assert [one.edtf for one in read(text)] == ["2001-09-11", "2001-09-11"]


@pytest.mark.parametrize(
    "text",
    [
        "A 6-year-old boy and a man, 34 years old, were hurt.",
        "Three quarters of the houses were hit.",
        "At the end of the day the year-old pier was shown on 60 Minutes.",
        "He reads the Sunday Times and the Daily Mail.",
        "21st century wire wrote so.",
        "He may go, they march on, and this may be so.",
        "She is in her 80s.",
        "It costs $1990.",
        "Sun Microsystems and Jan Veld came.",
        "They fall in the second round.",
        "The gates are open 1000-1800.",
        "About 2000 people, around 1500 of them women, came to see 1900 horses.",
        "Shops on Easter Street sold Christmas trees.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text):
    assert words(text) == []
