import pytest

from rashomon.model.comparison import Where
from tests.compare.questions import account, answers, place, values


def located(text, act, *places):
    """Return the names of the places that one act is said to have been in."""
    found = [
        value.name
        for number in range(1, len(places) + 1)
        for value, _ in values(
            account(text, act, own={act: {"place": f"l{number}"}}, places=places), "place"
        )
    ]
    return list(dict.fromkeys(found))


def test_where_is_of_who_says_it():
    text = "A blast hit the town. Norvia said a raid took place in Sarn."
    content = "a raid took place in Sarn"
    places = (place(text, 1, "Sarn"),)
    one = account(
        text,
        "blast",
        "raid",
        by="Norvia",
        content=content,
        own={"raid": {"place": "l1"}},
        places=places,
    )
    where = Where("Sarn", 10.0, 20.0, 8.0, "XN", "town")
    assert answers(one, "place") == [(where, "Norvia", False, "Sarn")]


@pytest.mark.parametrize(
    "text",
    [
        "An attack near Sarn killed nine.",
        "The Sarn bus station attack killed nine.",
        "In Sarn an attack killed nine.",
        "The attack hit Sarn at noon.",
    ],
)
def test_a_town_that_it_is_said_to_be_in_or_that_it_is_named_by(text):
    assert located(text, "attack", place(text, 1, "Sarn")) == ["Sarn"]


@pytest.mark.parametrize(
    "text",
    [
        "An attack hit buses with people from Sarn.",
        "An attack killed residents of Sarn.",
        "SARN (Courier) - An attack killed nine.",
        "The attack, said a minister in Sarn, killed nine.",
        "An attack on buses that reached the market of Sarn.",
        "An attack was told of by pro-Sarn reporters.",
        "An attack in the province of Sarn killed nine.",
        "After the attack a boy died in Sarn General Hospital.",
        "The attack hit a boy, who was flown to a bed in Sarn.",
        "An attack in Sarn's countryside killed nine.",
    ],
)
def test_a_town_that_is_something_else(text):
    words = "SARN" if "SARN" in text else "Sarn"
    assert not located(text, "attack", place(text, 1, words))


def test_a_country_is_where_it_was_only_behind_a_word_that_says_so():
    text = "The Norvia attack killed nine, the worst attack in northern Norvia."
    whose = place(text, 1, "Norvia", "country", "associative")
    assert not located(text, "attack", whose)
    text = "The attack in northern Norvia killed nine."
    assert located(text, "attack", place(text, 1, "Norvia", "country")) == ["Norvia"]


def test_the_most_precise_place_of_each_is_taken():
    text = (
        "The attack in Norvia killed nine. The blast in Sarn was heard. "
        "A raid in Oro county followed."
    )
    places = (
        place(text, 1, "Norvia", "country"),
        place(text, 2, "Sarn", "town"),
        place(text, 3, "Oro", "district"),
    )
    own = {
        "attack": {"place": "l1"},
        "blast": {"place": "l2"},
        "raid": {"place": "l3"},
    }
    one = account(text, "attack", "blast", "raid", own=own, places=places)
    assert [value.name for value, _ in values(one, "place")] == ["Sarn"]


def test_places_without_coordinates_and_those_who_act_there_are_no_answer():
    text = "The attack in Sarn killed nine."
    assert not located(text, "attack", place(text, 1, "Sarn", lat=None))
    assert not located(text, "attack", place(text, 1, "Sarn", use="metonymic"))
