"""How long, how often, and when without a date."""

import pytest

from tests.analysis.times.reading import only, words


@pytest.mark.parametrize(
    ("written", "timex"),
    [
        ("two weeks", "P2W"),
        ("more than two weeks", "P2W"),
        ("at least 48 hours", "PT48H"),
        ("nearly a decade", "P10Y"),
        ("the past six months", "P6M"),
        ("the next few days", "PXD"),
        ("several years", "PXY"),
        ("dozens of years", "PXY"),
        ("a couple of years", "P2Y"),
        ("two and a half years", "P2.5Y"),
        ("two-and-a-half years", "P2.5Y"),
        ("half an hour", "PT30M"),
        ("a minute and a half", "PT1M30S"),
        ("5 1/2 hours", "PT5H30M"),
        ("a hundred days", "P100D"),
        ("two hundred and five days", "P205D"),
        ("twenty-four hours", "PT24H"),
        ("1,500 years", "P1500Y"),
        ("12 to 18 months", "PXM"),
        ("an additional year", "P1Y"),
        ("for years", "PXY"),
        ("a fortnight", "P2W"),
        ("two consecutive quarters", "P2Q"),
    ],
)
def test_a_length_has_no_date(written, timex):
    text = f"It was shut {written}." if written.startswith("for") else f"It took {written}."
    found = only(text)
    assert found.span.of(text) == written.removeprefix("for ")
    assert (found.type, found.timex_value) == ("duration", timex)
    assert (found.edtf, found.earliest, found.latest, found.anchored_by) == (None,) * 4
    assert found.of is None


@pytest.mark.parametrize(
    ("text", "expected", "timex"),
    [
        ("He signed a 10-year lease.", "10-year", "P10Y"),
        ("He signed the three-month lease.", "three-month", "P3M"),
        ("The year-long talks failed.", "year-long", "P1Y"),
        ("The weeklong talks failed.", "weeklong", "P1W"),
    ],
)
def test_a_length_before_a_noun_stands_without_the_article(text, expected, timex):
    found = only(text)
    assert (found.span.of(text), found.timex_value) == (expected, timex)


@pytest.mark.parametrize(
    ("written", "timex"),
    [
        ("daily", "P1D"),
        ("every year", "P1Y"),
        ("each month", "P1M"),
        ("every two weeks", "P2W"),
        ("every other day", "P2D"),
        ("twice a week", "P1W"),
        ("three times a day", "P1D"),
        ("every Friday", "XXXX-WXX-5"),
        ("each July", "XXXX-07"),
        ("every morning", "XXXX-XX-XXTMO"),
        ("every Friday night", "XXXX-WXX-5TNI"),
        ("on Fridays", "XXXX-WXX-5"),
    ],
)
def test_what_happens_again_and_again(written, timex):
    text = f"They met {written}."
    found = only(text)
    assert found.span.of(text) == written.removeprefix("on ")
    assert (found.type, found.timex_value, found.edtf, found.of) == ("set", timex, None, None)


@pytest.mark.parametrize(
    ("written", "timex"),
    [
        ("now", "PRESENT_REF"),
        ("currently", "PRESENT_REF"),
        ("these days", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("in the past", "PAST_REF"),
        ("in recent months", "PAST_REF"),
        ("several years ago", "PAST_REF"),
        ("in the coming weeks", "FUTURE_REF"),
        ("in the near future", "FUTURE_REF"),
    ],
)
def test_what_has_no_date_at_all(written, timex):
    text = f"It was so {written}."
    found = only(text)
    assert found.span.of(text) == written.removeprefix("in ")
    assert (found.type, found.timex_value, found.edtf, found.of) == ("date", timex, None, None)


@pytest.mark.parametrize("written", ["two days after the strike", "a week after the vote"])
def test_a_distance_from_an_event_is_a_length_and_no_date(written):
    text = f"It fell about {written}."
    found = only(text)
    assert (found.type, found.edtf) == ("duration", None)


def test_what_is_far_from_a_time_is_none():
    assert words("He had a second look at the quarters of the officers, within reach.") == []
