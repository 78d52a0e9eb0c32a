from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rashomon.render.figures.timeline import Lane, Stretch, timeline_svg

MAY = [date(2023, 5, day) for day in range(1, 32)]


def drawn(*stretches, name="When"):
    return etree.fromstring(timeline_svg([Lane(name, "happened", stretches)], "Title", "Told"))


def shares(figure, attribute):
    return [
        float(one.rstrip("%")) for one in figure.xpath(f"//*[@class='bar happened']/*/@{attribute}")
    ]


def test_a_bar_is_as_long_as_the_time_may_be():
    figure = drawn(
        Stretch(MAY[9], MAY[9], "a day", "", 1), Stretch(MAY[4], MAY[14], "eleven days", "", 1)
    )
    day, days = shares(figure, "width")
    assert abs(days / day - 11) < 0.1


def test_a_dot_says_how_many_it_stands_for():
    figure = drawn(Stretch(MAY[0], MAY[0], "", "", 7), Stretch(MAY[9], MAY[9], "", "", 1))
    assert figure.xpath("//*[@class='count']/text()") == ["7"]
    assert len(figure.xpath("//*[@class='dot happened']")) == 2


def test_days_far_from_all_others_are_told_and_not_drawn():
    near = [Stretch(one, one, "", "", 3) for one in MAY]
    figure = drawn(*near, Stretch(date(1950, 1, 1), date(1950, 1, 1), "", "", 2))
    assert figure.xpath("//*[@class='beyond']/text()") == ["◂ 2 before"]


def test_who_does_not_see_it_hears_what_it_shows():
    figure = drawn(Stretch(MAY[0], MAY[0], "", "", 1))
    assert figure.get("role") == "img"
    assert figure.xpath("./title/text() | ./desc/text()") == ["Title", "Told"]


def test_nothing_is_drawn_of_nothing():
    assert timeline_svg([Lane("When", "happened", ())], "Title", "Told") == ""


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(), st.dates(), st.integers(1, 999)), min_size=1, max_size=9))
def test_any_days_are_drawn_within_the_figure(given_days):
    stretches = [
        Stretch(min(one, other), max(one, other), "", "", weight)
        for one, other, weight in given_days
    ]
    figure = drawn(*stretches)
    places = figure.xpath("//@cx | //*[not(self::line)]/@x | //@x1")
    assert all(-1 <= float(one.rstrip("%")) <= 101 for one in places)
