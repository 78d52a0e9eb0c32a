"""Places that the gazetteer lacks, placed by what it has."""

import math

import pytest

from rashomon.analysis.places.geometry import distance_km
from tests.analysis.places.conftest import ENTRIES, entry

CALDER = next(one for one in ENTRIES if one.name == "Calder")
KESSEL = next(one for one in ENTRIES if one.name == "Kessel")


def mill(find, text):
    """Return the place that the gazetteer lacks."""
    [place] = [one for one in find(text) if one.name == "Mirow"]
    return place


def from_calder(place):
    """Return how far a place lies from Calder, and in which direction (degrees from the north)."""
    here = entry("", place.lat, place.lon)
    north = here.lat - CALDER.lat
    east = (here.lon - CALDER.lon) * math.cos(math.radians(CALDER.lat))
    return distance_km(CALDER, here), math.degrees(math.atan2(east, north)) % 360


@pytest.mark.parametrize(
    ("words", "far", "bearing"),
    [
        ("[[Mirow]], 12 km south of [[Calder]]", 12, 180),
        ("[[Mirow]] , 12 kilometres to the north-east of [[Calder]]", 12, 45),
        ("[[Mirow]], about 10 miles west of the town of [[Calder]]", 16.1, 270),
        ("[[Mirow]], a village 30 km (19 miles) east of [[Calder]]", 30, 90),
        ("[[Mirow]], a small town located some 20 kilometers north of [[Calder]]", 20, 0),
    ],
)
def test_a_distance_and_a_direction_are_a_point_give_or_take(find, words, far, bearing):
    place = mill(find, f"Shells fell on {words}, on Sunday.")
    found, direction = from_calder(place)
    assert found == pytest.approx(far, rel=0.01)
    assert abs((direction - bearing + 180) % 360 - 180) < 1
    assert (place.precision, place.country, place.admin1) == ("near", "XE", "Tarn")
    assert place.geonames_id is None
    assert place.radius_km is not None
    assert 0 < place.radius_km - 13 < far


@pytest.mark.parametrize(
    "words",
    [
        "[[Mirow]], near [[Calder]]",
        "[[Mirow]] near [[Calder]]",
        "[[Mirow]], outside [[Calder]]",
        "[[Mirow]], on the outskirts of [[Calder]]",
        "[[Mirow]], which is close to the city of [[Calder]]",
        "[[Mirow]], 10 km from [[Calder]]",
        "[[Mirow]], 10 km outside [[Calder]]",
    ],
)
def test_beside_a_place_is_around_it(find, words):
    place = mill(find, f"Shells fell on {words} on Sunday.")
    assert (place.lat, place.lon) == (CALDER.lat, CALDER.lon)
    assert place.precision == "near"
    assert place.radius_km is not None
    assert place.radius_km > 13


@pytest.mark.parametrize(
    "words",
    [
        "[[Mirow]] in [[Calder]]",
        "[[Mirow]], [[Calder]]",
        "the [[Mirow]] quarter of [[Calder]]",
        "[[Mirow]], a suburb of [[Calder]]",
        "[[Mirow]], in the northern suburb of [[Calder]]",
        "[[Calder]]'s [[Mirow]]",
        "[[Calder]]’s eastern district [[Mirow]]",
    ],
)
def test_in_a_place_is_as_far_around_as_that_reaches(find, words):
    place = mill(find, f"Shells fell on {words} on Sunday.")
    assert (place.lat, place.lon, place.precision) == (CALDER.lat, CALDER.lon, "near")
    assert place.radius_km == pytest.approx(13.1, abs=0.1)


def test_a_direction_alone_is_somewhere_there(find):
    place = mill(find, "Shells fell on [[Mirow]], south of [[Calder]].")
    far, bearing = from_calder(place)
    assert (round(bearing), place.precision) == (180, "near")
    assert place.radius_km is not None
    assert far < place.radius_km


def test_between_two_places_is_half_way(find):
    place = mill(find, "Shells fell on [[Mirow]], on the road between [[Calder]] and [[Kessel]].")
    assert place.lat == pytest.approx((CALDER.lat + KESSEL.lat) / 2)
    assert place.lon == pytest.approx((CALDER.lon + KESSEL.lon) / 2)
    assert place.radius_km == pytest.approx(distance_km(CALDER, KESSEL) / 2, abs=0.1)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on [[Mirow]] and [[Calder]].",
        "Shells fell on [[Mirow]]. In [[Calder]] it was quiet.",
        "Shells fell on [[Mirow]], in [[Estmark]].",
        "[[Mirow]] sent food to [[Calder]].",
        "[[Mirow]] is 900000 light years from [[Calder]].",
        "[[Mirow]], 12 km south of [[Sprangewick]].",
        "[[Mirow]], said a man who had walked for days to reach [[Calder]].",
    ],
)
def test_what_no_relation_places_stays_unplaced(find, text):
    place = mill(find, text)
    assert (place.lat, place.precision, place.radius_km) == (None, None, None)


def test_an_adjective_is_not_placed_by_what_stands_beside_it(find):
    [place, _] = find("[[Sahrawi]] near [[Calder]]")
    assert (place.lat, place.use) == (None, "associative")
