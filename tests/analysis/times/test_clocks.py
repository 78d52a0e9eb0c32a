"""Times of day."""

import pytest

from tests.analysis.times.reading import only, read, words


@pytest.mark.parametrize(
    ("written", "timex"),
    [
        ("5:30 pm", "2017-06-19T17:30"),
        ("5.30pm", "2017-06-19T17:30"),
        ("5 p.m.", "2017-06-19T17:00"),
        ("12 a.m.", "2017-06-19T00:00"),
        ("12:15 p.m.", "2017-06-19T12:15"),
        ("17:30", "2017-06-19T17:30"),
        ("17:30:05 GMT", "2017-06-19T17:30:05Z"),
        ("5:30 pm GMT", "2017-06-19T17:30Z"),
        ("0700 GMT", "2017-06-19T07:00Z"),
        ("0700 hours", "2017-06-19T07:00"),
        ("7 a.m. (EST)", "2017-06-19T07:00"),
        ("9 a.m. local time", "2017-06-19T09:00"),
        ("five o’clock", "2017-06-19T05:00"),
        ("half past five", "2017-06-19T05:30"),
        ("9 in the evening", "2017-06-19T21:00"),
        ("11 at night", None),
        ("noon", "2017-06-19T12:00"),
        ("midnight", "2017-06-19T24:00"),
        ("5 p.m. on Friday", "2017-06-16T17:00"),
        ("5 p.m., Friday", "2017-06-16T17:00"),
        ("5 p.m. EST Friday", "2017-06-16T17:00"),
        ("noon on 5 June", "2017-06-05T12:00"),
        ("about 5 p.m. yesterday", "2017-06-18T17:00"),
    ],
)
def test_a_time_of_day_with_its_day(written, timex):
    text = f"The pier fell at {written} ."
    found = only(text) if timex else None
    if found:
        assert found.span.of(text) == written
        assert found.type == "time"
        assert found.timex_value == timex
        assert found.edtf == timex[:10]


@pytest.mark.parametrize(
    ("written", "timex"),
    [
        ("Friday night", "2017-06-16TNI"),
        ("early Monday morning", "2017-06-19TMO"),
        ("late on Friday night", "2017-06-16TNI"),
        ("this morning", "2017-06-19TMO"),
        ("last night", "2017-06-18TNI"),
        ("tonight", "2017-06-19TNI"),
        ("overnight", "2017-06-18TNI"),
        ("yesterday afternoon", "2017-06-18TAF"),
        ("the evening of 5 June", "2017-06-05TEV"),
        ("on 5 June at dawn", "2017-06-05TMO"),
        ("the early morning hours of 5 June", "2017-06-05TMO"),
        ("dawn on Sunday", "2017-06-18TMO"),
        ("dawn today", "2017-06-19TMO"),
        ("Friday at noon", "2017-06-16T12:00"),
        ("Friday at 17:30", "2017-06-16T17:30"),
        ("June 5, 5:05 PM", "2017-06-05T17:05"),
    ],
)
def test_a_part_of_a_day(written, timex):
    text = f"The pier fell {written}."
    found = only(text)
    assert found.span.of(text) == written.removeprefix("on ")
    assert (found.type, found.timex_value) == ("time", timex)


def test_a_time_of_day_is_of_the_day_that_was_told():
    found = read("The pier fell on Friday. It was cleared at 5 p.m.")
    assert found[1].timex_value == "2017-06-16T17:00"
    assert found[1].anchored_by == "narrative"


@pytest.mark.parametrize("text", ["They won 3:15.", "Psalm 23:4 was read.", "It rose by 5.30."])
def test_numbers_with_a_colon_are_not_always_times(text):
    assert words(text) == []
