"""Whose ministries, armies and offices are: each keeps the name that it says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analysis.parties.owners import owner_of, owners
from tests.analysis.parties.reading import parties

NORVIAN = "The Interior Ministry of <o>Norvia</o>"
ESTMARK = "The Interior Ministry of <o>Estmark</o>"


def named(*sources, before=""):
    """Return the names of who speaks where these sources speak, a sentence each."""
    said = " ".join(f"<s>{one}</s> denied it." for one in sources)
    return [one.name for one in parties(f"{before} {said}")[1]]


@pytest.mark.parametrize("place", ["Brinn", "Damascus", "Syria"])
@pytest.mark.parametrize(
    "ministry",
    [
        "The Interior Ministry of <o>Estmark</o>",
        "<o>Estmark</o>'s Interior Ministry",
        "The <o>Estmark</o> Interior Ministry",
        "The Ministry of Defence of <o>Estmark</o>",
        "The <o>Estmark</o> government",
    ],
)
def test_a_place_elsewhere_never_takes_the_place_of_a_name(ministry, place):
    [name] = named(ministry, before=f"The ferry sank near <l>{place}</l>.")
    assert "Estmark" in name
    assert place not in name


@pytest.mark.parametrize("place", ["Brinn", "Damascus", "Syria"])
def test_a_ministry_of_no_state_is_that_of_no_place(place):
    [name] = named("The interior ministry", before=f"The ferry sank near <l>{place}</l>.")
    assert name == "The interior ministry"


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (NORVIAN, ESTMARK),
        ("The navy of Norvia", "The navy of Estmark"),
        ("The Norvian coast guard", "The coast guard of Estmark"),
        ("The foreign ministry of Syria", "The foreign ministry of Russia"),
        ("Officials in Moscow", "Officials in Damascus"),
        ("The mayor of Brinn", "The mayor of Calder"),
        ("The Ministry of Defence of Norvia", "The Ministry of Defence of Estmark"),
    ],
)
def test_what_is_of_two_is_two(first, other):
    one, another, again = named(first, other, first)
    assert one == again
    assert one != another


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (NORVIAN, "<o>Norvia</o>'s Interior Ministry"),
        (NORVIAN, "The <o>Interior Ministry</o>"),
        ("Norvia's government", "The government of Norvia"),
        ("The Norvian army", "The army of Norvia"),
        ("The interior ministry", "The interior ministry of Norvia"),
        ("The navy of Norvia", "The navy of the Republic of Norvia"),
        ("The <o>Norvian Interior Ministry</o>", "The <o>Interior Ministry</o>"),
    ],
)
def test_what_is_of_one_is_one(first, later):
    assert len(set(named(first, later))) == 1


def test_a_name_that_several_bear_means_the_one_told_of_last():
    assert named(NORVIAN, ESTMARK, "The Interior Ministry")[2].endswith("Estmark")


def test_in_small_letters_ministries_of_two_are_two():
    found = named("the interior ministry of norvia", "the interior ministry of estmark")
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("The Interior Ministry of <o>Estmark</o>", "Estmark"),
        ("Estmark's <o>Foreign Office</o>", "Estmark"),
        ("Russia's <o>Foreign Office</o>", "Russia"),
        ("The <o>Foreign Office</o>", "United Kingdom"),
        ("The <o>Foreign Office</o> in <l>London</l>", "United Kingdom"),
        ("The <o>Ministry of Defence</o>", None),
        ("The Military Officers Association of Estmark", None),
    ],
)
def test_whose_side_a_body_is_on(source, side):
    [party] = parties(f"<s>{source}</s> denied it.")[1]
    assert party.side == side


def test_who_heads_a_body_is_no_state():
    marked = "<s><p>Ann Marn</p></s> said so. <s>Marn's <o>State Department</o></s> denied it."
    assert parties(marked)[1][1].side == "United States"


@given(st.text() | st.text(alphabet="ofin the'sA ,"))
def test_any_phrase_has_owners_among_its_words(phrase):
    assert all(one in phrase.lower() for one in owners(phrase) | owners(phrase, is_small=True))
    assert owner_of(phrase, ()) in " ".join(phrase.split())
