from dataclasses import replace

from rashomon.model.comparison import Position, Where
from rashomon.render.dossier.places import circles_of, whereabouts_of
from tests.render.case.accounts import COMPARISON, KILLED, held
from tests.render.dossier.made import OSTERBY, view

LAND = Where("Denmark", 56.0, 10.0, 200.0, "DK", "country")


def where(*values):
    holder = held("Tide", "jets hit the mill", "Osterby Monitor")
    positions = tuple(Position(one, one.name, (holder,), ()) for one in values)
    point = replace(KILLED, id="q5", kind="place", label="where", positions=positions)
    return replace(COMPARISON, points=(point,))


def test_each_place_has_its_number_its_precision_and_who_says_so():
    found = whereabouts_of(view(comparison=where(OSTERBY)))
    (place,) = found.places
    assert (place.number, place.name, place.precision, place.km) == (1, "Osterby", "town", "5 km")
    assert place.count == "1 account, 1 origin"
    assert place.href == "#q5-1"
    assert place.is_drawn
    assert "Osterby" in found.figure


def test_how_far_a_place_reaches_is_told_no_finer_than_it_is_known():
    near = Where("Osterby", 55.1, 12.2, 17.36, "DK", "near")
    region = Where("Halland", 56.0, 12.2, 86.4, "DK", "region")
    found = whereabouts_of(view(comparison=where(near, region, LAND))).places
    assert [one.km for one in found] == ["17 km", "86 km", "the country"]
    assert [bool(one.coordinates) for one in found] == [True, True, False]


def test_a_country_does_not_widen_the_map_of_a_town():
    assert [one.km for one in circles_of(where(LAND, OSTERBY))] == [5.0]
    assert [one.km for one in circles_of(where(LAND))] == [200.0]


def test_what_is_wider_than_the_map_is_not_drawn_and_said_so():
    country, town = whereabouts_of(view(comparison=where(LAND, OSTERBY))).places
    assert (country.is_drawn, town.is_drawn) == (False, True)


def test_a_place_on_another_continent_does_not_widen_the_map():
    far = Where("Osterby", -40.0, 175.0, 5.0, "NZ", "town")
    here, there = whereabouts_of(view(comparison=where(OSTERBY, far))).places
    assert (here.is_drawn, there.is_drawn) == (True, False)
    assert [one.lat for one in circles_of(where(OSTERBY, far))] == [55.1]


def test_where_no_account_answers_the_place_of_the_incident_is_shown():
    found = whereabouts_of(view())
    assert found.places == ()
    assert "as all accounts together have it" in found.figure


def test_an_incident_without_a_place_has_no_map():
    nowhere = replace(COMPARISON, incident=replace(COMPARISON.incident, place=None))
    found = whereabouts_of(view(comparison=nowhere, ground=lambda: None))
    assert found.figure == ""
    assert circles_of(nowhere) == ()
