"""Which place of a name is meant."""

import pytest

from rashomon.analysis.places.geometry import distance_km
from tests.analysis.places.conftest import ENTRIES, FakeGazetteer, entry


def numbers(places):
    return [place.geonames_id for place in places]


def test_without_context_the_largest_is_meant(find):
    [place] = find("Fire broke out in [[Orle]].")
    assert place.geonames_id == 9


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fire broke out in [[Orle]], [[Halen]].", 7),
        ("Fire broke out in [[Orle]], [[Norvia]].", 8),
        ("Fire broke out in [[Orle]], [[Sund]], [[Norvia]].", 8),
        ("Fire broke out in [[Orle]] ([[Estmark]]).", 7),
        ("Men from [[Kessel]], [[Calder]] and [[Halen]] met in [[Orle]] in [[Estmark]].", 7),
        ("[[Norvia]] closed [[Orle]]. [[Sund]] was quiet, the [[Norvia]] police said.", 8),
    ],
)
def test_other_places_say_which_is_meant(find, text, number):
    assert [one.geonames_id for one in find(text) if one.name == "Orle"] == [number]


def test_two_of_a_name_are_told_apart_by_what_they_lie_in(find):
    places = find("From [[Orle]], [[Norvia]], to [[Orle]], [[Halen]]. In [[Orle]] it rained.")
    assert [one.geonames_id for one in places if one.name == "Orle"] == [8, 7, 8]


def test_countries_in_a_row_do_not_lie_in_each_other(find):
    assert numbers(find("[[Estmark]], [[Norvia]] and [[Estmark]] agreed.")) == [1, 2, 1]


def test_a_name_has_one_sense_in_a_document(find):
    places = find("[[Orle]] is small. [[Orle]], [[Halen]], has a mill.")
    assert [one.geonames_id for one in places if one.name == "Orle"] == [7, 7]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the town of [[Halen]]", 5),
        ("the province of [[Halen]]", 3),
        ("[[Halen]] province", 3),
        ("[[Halen province]]", 3),
    ],
)
def test_words_for_kinds_say_which_is_meant(find, text, number):
    [place] = find(text)
    assert place.geonames_id == number


def test_a_site_is_found_by_the_word_after_a_name(find):
    [place] = find("Rockets hit [[Kessel]] air base.")
    assert (place.name, place.precision) == ("Kessel Air Base", "exact")


def test_a_spelling_that_comes_near_is_taken_in_its_country(find):
    places = find("In [[Calder]] and [[Halen]], [[Estmark]], as in [[Kesel]], shops closed.")
    assert places[-1].name == "Kessel"


def test_a_spelling_that_comes_near_is_not_taken_elsewhere(find):
    places = find("In [[Sund]], [[Norvia]], as in [[Qessil]], shops closed.")
    assert places[-1].lat is None


def test_the_publishers_home_says_which_is_meant(find):
    home = (
        entry("Orle", 42.3, -71.0, "US", "Massachusetts", "P.PPL", 2_000, number=21),
        entry("Boston", 42.36, -71.06, "US", "Massachusetts", "P.PPLA", 650_000, number=22),
        entry("Massachusetts", 42.4, -71.4, "US", "Massachusetts", "A.ADM1", 6_000_000, 150.0),
    )
    gazetteer = FakeGazetteer((*ENTRIES, *home))
    text = "Fire broke out in [[Orle]]."
    for known in ({"publisher": "Boston Globe"}, {"url": "https://www.bostonglobe.com/fire"}):
        [place] = find(text, gazetteer=gazetteer, **known)
        assert place.geonames_id == 21
    for known in ({"publisher": "Nobody knows"}, {"url": "http://[broken"}, {"publisher": ""}):
        [place] = find(text, gazetteer=gazetteer, **known)
        assert place.geonames_id == 9


def test_the_users_own_place_goes_before_others_of_its_name(find):
    own = (entry("Orle", 41.0, 11.0, "XE", "", "", source="villages.csv"),)
    [place] = find("Fire broke out in [[Orle]].", gazetteer=FakeGazetteer(own=own))
    assert (place.lat, place.lon, place.precision) == (41.0, 11.0, "town")


def test_context_goes_before_the_users_own_place(find):
    own = (entry("Orle", -50.0, -60.0, "XQ", "", "P.PPL", source="villages.csv"),)
    places = find("It rained in [[Orle]], [[Halen]].", gazetteer=FakeGazetteer(own=own))
    assert places[0].geonames_id == 7


@pytest.mark.parametrize("name", ["Sprangewick", "Grey", "Orlemund", "Xy", "12", "of"])
def test_what_the_gazetteer_lacks_is_not_placed(find, name):
    [place] = find(f"He went to [[{name}]] in [[Estmark]] once.")[:1]
    assert place.name == name
    assert (place.lat, place.lon, place.country, place.precision, place.radius_km) == (None,) * 5


def test_distances_between_places_are_great_circles():
    one, other = entry("A", 0, 179), entry("B", 0, -179)
    assert distance_km(one, other) == pytest.approx(222.4, abs=0.1)
