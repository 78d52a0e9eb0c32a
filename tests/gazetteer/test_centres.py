import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.gazetteer.centres import Nearest, distance_km, middle, reach_km
from rashomon.gazetteer.store import Row

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_a_degree_of_latitude_is_a_hundred_and_eleven_km():
    assert distance_km((10, 20), (11, 20)) == pytest.approx(111.2, abs=0.1)


@given(POINTS, POINTS)
def test_distances_are_the_same_both_ways_and_at_most_half_around_the_world(one, other):
    assert distance_km(one, other) == pytest.approx(distance_km(other, one), abs=1e-6)
    assert 0 <= distance_km(one, other) <= 20_100


def test_the_middle_lies_between_the_outermost_towns():
    assert middle([(10, 20), (11, 21), (14, 30)]) == (12, 25)


def test_the_middle_of_towns_around_the_date_line_lies_among_them():
    lat, lon = middle([(-17, 179), (-17, -179)])
    assert (lat, abs(lon)) == (-17, 180)


def test_an_area_reaches_to_its_outermost_town():
    assert reach_km((0, 0), [(0, 0), (1, 0)]) == pytest.approx(111.2, abs=0.1)
    assert reach_km((0, 0), [(0, 0)]) == 5


@pytest.fixture
def nearest():
    towns = (
        Row(1, "Orle", 10.0, 10.0, "XA", "01", "11", alternate=("Orla",)),
        Row(2, "Tarn", 10.4, 10.0, "XA", "02", ""),
        Row(3, "Halen", 10.1, 10.0, "XB", "09", ""),
    )
    found = Nearest()
    assert list(found.watched(towns)) == list(towns)
    return found


def test_a_point_lies_in_the_divisions_of_the_nearest_town_of_its_country(nearest):
    assert nearest.divisions("XA", (10.1, 10.0)) == ("01", "11")
    assert nearest.divisions("XA", (10.9, 10.2)) == ("02", "")
    assert nearest.divisions("XB", (10.4, 10.0)) == ("09", "")


def test_far_from_all_towns_no_division_is_made_up(nearest):
    assert nearest.divisions("XA", (40.0, 10.0)) == ("", "")
    assert nearest.divisions("XC", (10.0, 10.0)) == ("", "")


def test_a_town_is_known_by_any_of_its_names_near_where_it_lies(nearest):
    assert nearest.knows("ORLA", "XA", (10.05, 10.0))
    assert not nearest.knows("Orle", "XA", (11.0, 10.0))
    assert not nearest.knows("Orle", "XB", (10.0, 10.0))
