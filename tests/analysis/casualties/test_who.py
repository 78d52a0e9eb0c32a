"""Who they are, and who is part of whom."""

import pytest

from tests.analysis.casualties.reading import harms, only, parts, told


@pytest.mark.parametrize(
    ("people", "who"),
    [
        ("12 people", None),
        ("12 victims", None),
        ("12", None),
        ("12 civilians", "civilians"),
        ("12 children", "children"),
        ("12 schoolboys", "children"),
        ("a 15-year-old", "children"),
        ("a 15-year-old girl", "children"),
        ("a five-month-old baby", "children"),
        ("a 30-year-old", None),
        ("a 30-year-old man", "men"),
        ("12 women", "women"),
        ("his wife", "women"),
        ("12 soldiers", "soldiers"),
        ("12 army officers", "soldiers"),
        ("12 police officers", "police"),
        ("12 policemen", "police"),
        ("12 rebels", "fighters"),
        ("12 Halvarian rebel fighters", "fighters"),
        ("12 militia members", "fighters"),
        ("12 journalists", "journalists"),
        ("two nurses", "medics"),
        ("12 aid workers", "aid workers"),
        ("12 students", "students"),
        ("12 worshippers", "worshippers"),
        ("12 protesters", "protesters"),
        ("12 passengers", "passengers"),
        ("12 prisoners", "prisoners"),
        ("11 Syrian opposition fighters", "fighters"),
        ("Russian and Syrian soldiers", "soldiers"),
        ("12 members of the police", "police"),
        ("12 suspected rebels", "fighters"),
        ("the captives who were waiting", "prisoners"),
        ("the guide who was waiting", None),
    ],
)
def test_who(people, who):
    assert only(f"A blast killed {people} in Calder.").casualties.who == who


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ten people, including three children, were killed.", [("children", 3, 3)]),
        ("Ten people including three children were killed.", [("children", 3, 3)]),
        ("58 people, 11 of them children, were killed.", [("children", 11, 11)]),
        ("Ten people were killed, three of them children.", [("children", 3, 3)]),
        ("Ten people were killed, three of whom were children.", [("children", 3, 3)]),
        ("Ten people were killed, among them a nurse.", [("medics", 1, 1)]),
        ("Ten people were killed, eight of them in Calder.", [(None, 8, 8)]),
        ("Twelve people, eight men and four women, died.", [("men", 8, 8), ("women", 4, 4)]),
        (
            "Nine died, including four women and two children.",
            [("women", 4, 4), ("children", 2, 2)],
        ),
        ("Three nurses were among the dead.", [("medics", 3, 3)]),
        ("Nine people from Brinn were among the dead.", [(None, 9, 9)]),
        ("Among the dead were four women.", [("women", 4, 4)]),
        ("The dead included four women.", [("women", 4, 4)]),
        ("One of the dead was a child.", [("children", 1, 1)]),
        ("There were four women among those killed.", [("women", 4, 4)]),
        ("Three nurses were among 26 people killed in Calder.", [("medics", 3, 3)]),
        ("In all, 230 people were killed; 48 were women.", [("women", 48, 48)]),
        ("Two of the wounded are in critical condition.", [(None, 2, 2)]),
        ("Ten people were hurt, two of them badly.", [(None, 2, 2)]),
        ("The dead were identified as Anna Brandt, 42.", [(None, 1, 1)]),
    ],
)
def test_parts_are_told_from_wholes(sentence, expected):
    assert parts(sentence) == expected


def test_the_whole_is_told_as_well():
    assert told("Ten people, including three children, were killed.") == [("killed", 10, 10)]
    assert told("Three nurses were among 26 people killed in Calder.") == [("killed", 26, 26)]


def test_people_of_several_kinds_are_given_together_and_by_kind():
    text = "Two soldiers and at least 10 civilians were killed."
    assert told(text) == [("killed", 12, None)]
    assert parts(text) == [("soldiers", 2, 2), ("civilians", 10, None)]


def test_a_part_belongs_to_the_people_told_of_last():
    found = harms("Ten people were killed and 30 wounded, including five children.")
    [part] = [one for one in found if one.casualties.is_part]
    assert part.casualties.kind == "injured"


def test_a_part_is_no_larger_than_its_whole():
    assert parts("Two people were killed, including ten soldiers.") == []


def test_who_is_told_by_a_noun_before_a_death():
    assert only("The guard's murder was a shock.").casualties.who == "security forces"
    assert only("There were ten prisoner deaths.").casualties.who == "prisoners"


def test_others_are_not_those_told_of_before():
    found = harms("A man was killed and three others were killed on Friday.")
    assert [one.is_more for one in found] == [False, True]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Six died at the mill.", "Another three died in hospital."),
        ("Six people were killed in Brinn while three others were killed in Calder.",),
    ],
)
def test_a_number_of_others_than_just_told_is_a_part(sentences):
    found = [(one.casualties.min, one.casualties.is_part) for one in harms(*sentences)]
    assert found == [(6, False), (3, True)]


def test_others_who_are_harmed_in_another_way_are_no_part():
    assert told("The blast killed six people and wounded three others.") == [
        ("killed", 6, 6),
        ("injured", 3, 3),
    ]


def test_more_than_the_dead_are_no_part_of_the_injured():
    found = harms("Nine people were wounded.", "Rescuers counted five dead and 12 more wounded.")
    assert [one.casualties.is_part for one in found] == [False, False, False]


def test_those_who_are_told_by_number_and_by_name_count_once():
    assert told("Two guards, Jon Varr, 61, and Ron Hale, 63, were killed.") == [("killed", 2, 2)]
    assert told("Two guards and Jon Varr were killed.") == [("killed", 3, 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "No Halvarians were hurt.",
        "No Halvarian or allied troops were hurt.",
        "No U.S. personnel were hurt.",
    ],
)
def test_nobody_of_some_is_nobody(sentence):
    assert told(sentence) == [("injured", 0, 0)]


def test_names_are_given():
    assert only("Officer Karl Weiss, 34, was killed.").names == ("karl weiss",)
    assert only("A soldier was killed.").names == ()


def test_what_the_encoder_takes_for_people_is_people():
    assert told("karl weiss was killed .") == []
    assert told("karl weiss was killed .", actors=[("person", "karl weiss")]) == [("killed", 1, 1)]
    assert told("A florist was hurt.", actors=[("person", "A florist")]) == [("injured", 1, 1)]
    assert told("In Brinn florists were hurt.", actors=[("person", "florists")]) == [
        ("injured", 2, None)
    ]
    assert told("Six florists were shot.", actors=[("person", "Six florists")]) == [
        ("injured", 6, 6)
    ]


def test_what_the_encoder_takes_for_an_organisation_is_not():
    assert told("Brinn Motors was killed by its debts.") == [("killed", 1, 1)]
    organisation = [("organisation", "Brinn Motors")]
    assert told("Brinn Motors was killed by its debts.", actors=organisation) == []
