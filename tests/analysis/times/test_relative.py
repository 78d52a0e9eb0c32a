"""Dates that are counted from the publication, from the dateline, or from what was told before."""

import pytest

from rashomon.model.spans import Span
from tests.analysis.times.reading import MONDAY, only, read


@pytest.mark.parametrize(
    ("written", "edtf", "timex"),
    [
        ("yesterday", "2017-06-18", "2017-06-18"),
        ("today", "2017-06-19", "2017-06-19"),
        ("the day before yesterday", "2017-06-17", "2017-06-17"),
        ("Friday", "2017-06-16", "2017-06-16"),
        ("Monday", "2017-06-19", "2017-06-19"),
        ("last Monday", "2017-06-12", "2017-06-12"),
        ("last week", "2017-06-12/2017-06-18", "2017-W24"),
        ("this week", "2017-06-19/2017-06-25", "2017-W25"),
        ("last month", "2017-05", "2017-05"),
        ("this month", "2017-06", "2017-06"),
        ("last year", "2016", "2016"),
        ("the weekend", "2017-06-17/2017-06-18", "2017-W24-WE"),
        ("last weekend", "2017-06-17/2017-06-18", "2017-W24-WE"),
        ("this past weekend", "2017-06-17/2017-06-18", "2017-W24-WE"),
        ("last summer", "2016-22", "2016-SU"),
        ("last May", "2017-05", "2017-05"),
        ("last Christmas", "2016-12-25", "2016-12-25"),
        ("September", "2016-09", "2016-09"),
        ("June 5", "2017-06-05", "2017-06-05"),
        ("Dec. 30", "2016-12-30", "2016-12-30"),
        ("Monday, 5 June", "2017-06-05", "2017-06-05"),
        ("the third quarter of last year", "2016-07/2016-09", "2016-Q3"),
        ("last year’s third quarter", "2016-07/2016-09", "2016-Q3"),
        ("September last year", "2016-09", "2016-09"),
        ("April this year", "2017-04", "2017-04"),
        ("Friday last week", "2017-06-16", "2017-06-16"),
        ("two days ago", "2017-06-17", "2017-06-17"),
        ("three weeks ago", "2017-05-29/2017-06-04", "2017-W22"),
        ("a month ago", "2017-05", "2017-05"),
        ("ten years ago", "2007", "2007"),
        ("almost ten years ago", "2007", "2007"),
        ("on the 5th of this month", "2017-06-05", "2017-06-05"),
        ("from 12 June until 14 June", "2017-06-12/2017-06-14", "2017-06-12/2017-06-14"),
        ("a week ago today", "2017-06-12", "2017-06-12"),
        ("two years ago this month", "2015-06", "2015-06"),
        ("two days after Christmas", "2016-12-27", "2016-12-27"),
        ("the day before Easter", "2017-04-15", "2017-04-15"),
        ("the last week of March", "2017-03-27/2017-04-02", "2017-W13"),
        ("early June", "2017-06", "2017-06"),
        ("the early hours of Friday", "2017-06-16", "2017-06-16"),
        ("from Friday to Sunday", "2017-06-16/2017-06-18", "2017-06-16/2017-06-18"),
        ("mid-May", "2017-05", "2017-05"),
    ],
)
def test_what_is_counted_from_the_day_of_publication(written, edtf, timex):
    text = f"The bridge was closed {written}."
    found = only(text)
    assert found.span.of(text) == written.removeprefix("on ")
    assert (found.edtf, found.timex_value) == (edtf, timex)
    assert found.anchored_by == "published"


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("tomorrow", "2017-06-20"),
        ("the day after tomorrow", "2017-06-21"),
        ("Friday", "2017-06-23"),
        ("next Friday", "2017-06-30"),
        ("this Friday", "2017-06-23"),
        ("next week", "2017-06-26/2017-07-02"),
        ("this weekend", "2017-06-24/2017-06-25"),
        ("the weekend", "2017-06-24/2017-06-25"),
        ("September", "2017-09"),
        ("Jan. 2", "2018-01-02"),
        ("next May", "2018-05"),
        ("next year’s first quarter", "2018-01/2018-03"),
        ("two weeks from now", "2017-07-03/2017-07-09"),
        ("year-end", "2017"),
    ],
)
def test_the_verb_points_ahead(written, edtf):
    assert only(f"The gates will be opened {written}.").edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Lint said the pier fell on Friday.", "2017-06-16"),
        ("Lint said the pier will be mended on Friday.", "2017-06-23"),
        ("The talks are to begin Friday.", "2017-06-23"),
        ("The office is closed until Friday.", "2017-06-23"),
        ("She was not found until Friday.", "2017-06-16"),
        ("She served until May.", "2017-05"),
        ("The office is closed until August.", "2017-08"),
        ("A hearing is scheduled for Friday.", "2017-06-23"),
    ],
)
def test_the_nearest_verb_counts(text, edtf):
    assert only(text).edtf == edtf


def test_only_verbs_of_the_same_sentence_count():
    text = "It will be mended. The storm on Friday was the worst."
    assert only(text).edtf == "2017-06-23"
    sentences = (Span(0, 18), Span(19, len(text)))
    assert only(text, sentences=sentences).edtf == "2017-06-16"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("He wrote so earlier this month.", "2017-06-01", "2017-06-19"),
        ("He will write so later this month.", "2017-06-19", "2017-06-30"),
        ("He will write so by the end of the year.", "2017-07-02", "2017-12-31"),
        ("He wrote so earlier this week.", "2017-06-19", "2017-06-25"),
        ("It rained overnight.", "2017-06-18", "2017-06-19"),
    ],
)
def test_words_that_narrow_a_date_narrow_its_days(text, earliest, latest):
    found = only(text)
    assert (found.earliest, found.latest) == (earliest, latest)


def test_the_narrative_goes_on_from_the_day_that_was_told_last():
    text = (
        "On 5 June the bridge fell. The next day it rained. Two days later the gates were shut. "
        "The same day people left. The following week they came back."
    )
    found = read(text)
    assert [(one.edtf, one.anchored_by) for one in found] == [
        ("2017-06-05", "published"),
        ("2017-06-06", "narrative"),
        ("2017-06-08", "narrative"),
        ("2017-06-08", "narrative"),
        ("2017-06-12/2017-06-18", "narrative"),
    ]


def test_the_narrative_needs_no_publication():
    text = "On 5 June 2016 the bridge fell. Three days later it was cleared."
    assert [one.edtf for one in read(text, published=None)] == ["2016-06-05", "2016-06-08"]


def test_a_month_is_no_day_to_count_days_from():
    found = read("In May 2016 the bridge fell. Three days later it was cleared.", published=None)
    assert [one.edtf for one in found] == ["2016-05", None]


def test_quarters_are_compared_with_the_one_that_is_told():
    text = "Third-quarter sales rose from those of a year earlier. In the quarter a dam was sold."
    found = read(text, published="2017-10-30")
    assert [one.timex_value for one in found] == ["2017-Q3", "2016-Q3", "2017-Q3"]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The pier fell on Friday.", "XXXX-WXX-5"),
        ("The pier fell on 5 June.", "XXXX-06-05"),
        ("The pier fell in September.", "XXXX-09"),
        ("The pier fell in the third quarter.", "XXXX-Q3"),
        ("The pier fell last summer.", "XXXX-SU"),
        ("The pier fell on Friday night.", "XXXX-WXX-5TNI"),
        ("The pier fell at 5 p.m.", "XXXX-XX-XXT17:00"),
        ("The pier fell yesterday.", None),
        ("The pier fell two days ago.", None),
        ("The pier fell last week.", None),
        ("The pier fell last Christmas Eve.", "XXXX-12-24"),
    ],
)
@pytest.mark.parametrize("published", [None, "", "soon", "2017-02-30", "19 June"])
def test_without_an_anchor_a_time_keeps_its_words_and_says_no_more_than_they_do(
    text, timex, published
):
    found = only(text, published=published)
    assert (found.edtf, found.earliest, found.latest, found.anchored_by) == (None,) * 4
    assert found.timex_value == timex


@pytest.mark.parametrize(
    "published", ["2017-06-19", "2017-06-19T23:30:00+02:00", "20170619", "2017-06-19 08:00"]
)
def test_a_date_of_publication_in_any_form_of_iso_8601(published):
    assert only("It fell yesterday.", published=published).edtf == "2017-06-18"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar_there_is_no_value_beyond(published):
    text = "It fell last century and last week and tomorrow, ten years ago, a year from now."
    for one in read(text, published=published):
        assert one.edtf is None or one.earliest


def test_the_anchor_is_always_given_with_the_value():
    for one in read("On 5 June, last week, in 2016 and at noon it was shut.", published=MONDAY):
        assert (one.edtf is None) == (one.anchored_by is None)
