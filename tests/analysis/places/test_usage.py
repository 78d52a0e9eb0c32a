"""How a text uses a place."""

import pytest

from tests.analysis.places.conftest import ENTRIES, FakeGazetteer, entry

REAL = (
    entry("Syria", 35.0, 38.0, "SY", "", "A.PCLI", 17_000_000, 240.0, number=31),
    entry("Damascus", 33.5, 36.3, "SY", "Damascus", "P.PPLC", 1_500_000, number=32),
    entry("Kremlin", 55.75, 37.62, "RU", "Moscow", "S.PAL", 0, 1.0, source="rashomon"),
    entry("Georgia", 42.0, 43.5, "GE", "", "A.PCLI", 3_700_000, 150.0, number=33),
    entry("Georgia", 32.7, -83.5, "US", "Georgia", "A.ADM1", 10_000_000, 250.0, number=34),
    entry("Kentucky", 37.5, -85.0, "US", "Kentucky", "A.ADM1", 4_000_000, 250.0, number=35),
)


@pytest.fixture
def use(find):
    def use(text, entities=()):
        gazetteer = FakeGazetteer((*ENTRIES, *REAL))
        return [(one.name, one.use) for one in find(text, entities, gazetteer)]

    return use


@pytest.mark.parametrize(
    "text", ["[[US]] jets struck.", "The [[U.S.]]-led force left.", "A [[Georgia]]-based man left."]
)
def test_a_short_name_before_a_noun_is_an_adjective(use, text):
    assert [how for _, how in use(text)] == ["associative"]


@pytest.mark.parametrize("text", ["He left the [[US]] on Monday.", "It is made in the [[US]]."])
def test_a_short_name_by_itself_is_a_place(use, text):
    assert [how for _, how in use(text)] == ["literal"]


@pytest.mark.parametrize(
    "text",
    [
        "[[Calder]] denied the report.",
        "[[Estmark]] has repeatedly denied the report.",
        "[[calder]] claims that",
        "The [[Kremlin]] said so.",
        "according to [[Calder]], it rained",
        "a statement released by [[Calder]]",
        "They accused [[Estmark]] of it.",
        "talks with [[Norvia]] went on",
    ],
)
def test_who_acts_or_is_spoken_to_is_a_government(use, text):
    assert [how for _, how in use(text)] == ["metonymic"]


@pytest.mark.parametrize(
    "text",
    [
        "It rained in [[Calder]].",
        "[[Calder]] has a mill.",
        "the [[Calder]] mill said little",
        "[[Orle]] denied the report.",
        "A man from [[Estmark]] was there.",
    ],
)
def test_where_things_are_is_literal(use, text):
    assert [how for _, how in use(text)] == ["literal"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("the [[Syrian]] army", "Syria"), ("two [[Syrians]]", "Syria"), ("[[syrian]] jets", "Syria")],
)
def test_adjectives_and_peoples_belong_to_their_country(use, text, name):
    assert use(text) == [(name, "associative")]


def test_a_people_is_of_the_country_and_not_of_a_namesake(find):
    [place] = find("[[Georgian]] troops", gazetteer=FakeGazetteer(REAL))
    assert place.geonames_id == 33


def test_a_place_in_the_name_of_an_organisation_is_a_part_of_it(use):
    text = "the University of [[Calder]] closed"
    assert use(text, [("organisation", "University of Calder")]) == [("Calder", "associative")]


def test_a_place_in_the_name_of_a_person_is_none(use):
    assert use("Mira [[Calder]] spoke", [("person", "Mira Calder")]) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a man of [[Orle]], [[Ky.]], died", "Kentucky"),
        ("a man of [[Orle]], [[KY]] died", "Kentucky"),
        ("in [[Ga.]] it rained", "Georgia"),
    ],
)
def test_states_in_short_are_states(use, text, found):
    assert use(text)[-1] == (found, "literal")


def test_a_code_counts_after_a_comma_only(use):
    assert use("the [[KY]] brand") == [("KY", "literal")]
