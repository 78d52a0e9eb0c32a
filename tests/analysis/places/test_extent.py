"""How precisely a place is known, and how far it reaches."""

import pytest

from rashomon.analysis.places.extent import precision_of, radius_of
from tests.analysis.places.conftest import TABLE, entry


@pytest.mark.parametrize(
    ("feature", "radius", "precision"),
    [
        ("A.PCLI", 200.0, "country"),
        ("A.PCLH", 200.0, "country"),
        ("A.ADM1", 60.0, "region"),
        ("A.ADM2", 20.0, "district"),
        ("P.PPLX", 2.0, "district"),
        ("P.PPL", None, "town"),
        ("P.PPLC", None, "town"),
        ("", None, "town"),
        ("S.AIRB", None, "exact"),
        ("R.ST", 1.0, "exact"),
        ("T.MT", 2.0, "exact"),
        ("T.MTS", 300.0, "region"),
        ("H.SEA", 500.0, "region"),
        ("L.RGN", 12.0, "town"),
        ("L.CONT", 3000.0, "region"),
        ("H.STM", None, "region"),
    ],
)
def test_the_kind_of_a_place_says_how_precise_it_is(feature, radius, precision):
    place = entry("Orle", 1, 2, "XE", feature=feature, radius_km=radius)
    assert precision_of(place, TABLE.extent) == precision


@pytest.mark.parametrize(
    ("population", "radius"), [(0, 2), (500, 1), (10_000, 1.2), (1_000_000, 12.0)]
)
def test_a_town_reaches_as_far_as_its_people_need(population, radius):
    place = entry("Orle", 1, 2, population=population)
    assert radius_of(place, TABLE.extent) == radius


def test_what_the_gazetteer_says_goes_first():
    assert radius_of(entry("Orle", 1, 2, population=10, radius_km=7.5), TABLE.extent) == 7.5


def test_other_places_reach_as_far_as_the_table_says():
    assert radius_of(entry("Orle", 1, 2, feature="S.AIRB"), TABLE.extent) == 2
    assert radius_of(entry("Orle", 1, 2, feature="H.STM"), TABLE.extent) == 25
