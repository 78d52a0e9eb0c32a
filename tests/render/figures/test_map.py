import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rashomon.model.geometry import Circle
from rashomon.render.figures.basemap import BaseMap
from rashomon.render.figures.ground import Ground, Town, box_around
from rashomon.render.figures.map import Spot, map_svg

KM_ACROSS = 111.195


def drawn(*circles, towns=()):
    box = box_around(circles)
    ground = Ground(BaseMap(box, (), (), ()), towns)
    spots = [Spot(one, at, f"Place {at}", "said", 1) for at, one in enumerate(circles, start=1)]
    return etree.fromstring(map_svg(ground, spots, "Map", "Told"))


def test_a_circle_is_as_wide_as_the_place_is_uncertain():
    near, far = Circle(50.0, 10.0, 5.0), Circle(50.0, 10.1, 20.0)
    radii = [float(one) for one in drawn(near, far).xpath("//*[@class='spread']/@r")]
    assert radii[0] / radii[1] == pytest.approx(4, abs=0.01)


def test_each_place_has_its_number_on_the_map():
    figure = drawn(Circle(50.0, 10.0, 5.0), Circle(50.3, 10.0, 5.0))
    numbers = figure.xpath("//*[starts-with(@class, 'middle')]/text/text()")
    assert sorted(numbers) == ["1", "2"]


def test_towns_are_named_where_there_is_room():
    spot = Circle(50.0, 10.0, 50.0)
    towns = (Town("Lindholm", 50.3, 10.3, 9000), Town("Close", 50.3, 10.31, 10))
    assert drawn(spot, towns=towns).xpath("//*[@class='town' and text()]/text()")[0] == "Lindholm"
    assert "Close" not in "".join(drawn(spot, towns=towns).itertext())


def test_the_bar_is_a_round_number_of_kilometres():
    figure = drawn(Circle(0.0, 0.0, 100.0))
    (bar,) = figure.xpath("//*[@class='scale']")
    share = float(bar.get("x2").rstrip("%")) - float(bar.get("x1").rstrip("%"))
    box = box_around([Circle(0.0, 0.0, 100.0)])
    long = share / 100 * (box.east - box.west) * KM_ACROSS
    assert "100 km" in "".join(figure.itertext())
    assert long == pytest.approx(100, rel=0.01)


def test_no_places_have_no_box():
    assert box_around(()) is None


def test_places_on_both_sides_of_the_antimeridian_stay_together():
    box = box_around([Circle(-17.0, 179.5, 5.0), Circle(-17.0, -179.5, 5.0)])
    assert box.east - box.west < 10
    assert box.west < 179.5 < 180.5 < box.east


@given(
    st.lists(
        st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 3000)),
        min_size=1,
        max_size=5,
    )
)
def test_any_places_are_within_their_box(places):
    circles = [Circle(*one) for one in places]
    box = box_around(circles)
    assert -180 <= box.west < box.east <= box.west + 360
    assert -90 <= box.south < box.north <= 90
    drawn(*circles)
