import re

import pytest

from rashomon.compare.points.same import Given, TargetWords, same_answers
from rashomon.compare.speakers.roster import Roster
from rashomon.model.comparison import Answer, Holding, Voice
from rashomon.model.spans import Span
from tests.compare.accounts import party, reading

WORDS = TargetWords(re.compile(r"\b(?:carrying|waiting|with)\b"), frozenset(("area", "buildi")))
PEOPLES = {"Norvia": "Norvia", "Norvian": "Norvia", "Estmark": "Estmark", "Estmarki": "Estmark"}
POWERS = frozenset(("government", "forces", "army", "warplanes", "troops", "the", "regime"))


def given(value):
    voice = Voice("Halen Post", "publisher", None, "asserts", None)
    return Given(value, False, Holding("Halen Post", voice, "d1", None, Span(0, 4), "o1"))


def roster(*values, parties=(), country=None):
    voice = Voice("Halen Post", "publisher", None, "asserts", None)
    answers = [
        Answer("responsibility", None, one, False, voice, "d1", Span(0, 4)) for one in values
    ]
    return Roster([reading("Norvia", parties=parties)], answers, [], PEOPLES, POWERS, country)


def groups(kind, *values, of=None):
    found = same_answers(kind, [given(one) for one in values], of or roster(*values), WORDS)
    return sorted(sorted(str(one.value) for one in each.given) for each in found)


@pytest.mark.parametrize(
    ("values", "together"),
    [
        (("the school", "a complex of three schools", "mill"), 2),
        (("a convoy of buses carrying evacuees", "bus convoy waiting", "buses"), 1),
        (("residential area", "Brinn area"), 2),
    ],
)
def test_targets_that_say_the_same_are_one(values, together):
    assert len(groups("target", *values)) == together


def test_forces_of_one_state_are_one_answer_to_who_did_it():
    values = ("Norvian warplanes", "the Norvian army", "Norvia", "Estmarki forces")
    assert groups("responsibility", *values) == [
        ["Estmarki forces"],
        ["Norvia", "Norvian warplanes", "the Norvian army"],
    ]


def test_a_party_acts_for_its_side():
    parties = (party(1, "Sarn Brigade", "armed_group", "Sarn Front"),)
    values = ("Sarn Brigade", "Sarn Front")
    assert len(groups("responsibility", *values, of=roster(*values, parties=parties))) == 1


def test_the_government_is_that_of_the_country_in_which_it_happened():
    values = ("government forces", "Norvia")
    acting = (party(1, "Ilse Marn", "person", "Norvia"),)
    of = roster(*values, parties=acting, country="Norvia")
    assert len(groups("responsibility", *values, of=of)) == 1
    assert len(groups("responsibility", *values, of=roster(*values, country="Norvia"))) == 2
    assert len(groups("responsibility", *values, of=roster(*values, parties=acting))) == 2


def test_an_army_is_the_only_army_that_is_named():
    assert groups("responsibility", "army", "the Norvish army", "the Sarn militia") == [
        ["army", "the Norvish army"],
        ["the Sarn militia"],
    ]
    assert len(groups("responsibility", "army", "the Norvish army", "the Halen army")) == 3


@pytest.mark.parametrize("value", ["President Marn's forces", "Marns regime", "Ilse Marn"])
def test_the_forces_of_a_leader_are_those_of_his_side(value):
    parties = (party(1, "Ilse Marn", "person", "Norvia"), party(2, "Marn", "person", "Norvia"))
    of = roster(value, "Norvia", parties=parties)
    assert len(groups("responsibility", value, "Norvia", of=of)) == 1
