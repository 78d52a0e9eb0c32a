"""What people say of documents, and what is known of them then."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.case import Decision, EarlierVersion, Grounds, KeptDecision
from rashomon.model.document import Document, Facts
from rashomon.model.reading import Reading
from rashomon.review.describing import (
    FACTS,
    fact_conflicts,
    facts_of,
    fault_in,
    held_facts,
    said_of,
    tidy,
)

FIRST, SECOND = "sha256:1", "sha256:2"
BARE = Facts()


def kept(number, who="Mira", document=SECOND, undone=False, **said):
    return KeptDecision(number, Decision("describe", document, None, said, who), "", undone)


def grounds(*decisions, added=BARE, earlier=()):
    document = Document(SECOND, "Text.", **{name: getattr(added, name) for name in FACTS})
    reading = Reading(document, (), (), (), (), (), (), ())
    return Grounds(reading, decisions, tuple(earlier), "", added)


def test_the_last_decision_on_each_field_holds():
    found = facts_of(
        grounds(
            kept(1, publisher="Lakes Radio", published="2023-05-04"),
            kept(2, "Jorun", publisher="Halen Post"),
            added=Facts(title="Flood"),
        )
    )
    assert found == Facts("Halen Post", "2023-05-04", "Flood", None)


def test_what_is_taken_back_no_longer_holds():
    added = Facts(publisher="Lakes Radio")
    decisions = kept(1, publisher="Halen Post"), kept(2, publisher="Orle Times", undone=True)
    assert facts_of(grounds(*decisions, added=added)).publisher == "Halen Post"
    assert facts_of(grounds(replace(decisions[0], is_undone=True), added=added)) == added


def test_it_can_be_said_that_something_is_not_known():
    assert facts_of(grounds(kept(1, url=""), added=Facts(url="https://lakes.example/a"))) == BARE


def test_who_says_what_is_told_by_field():
    held = held_facts(grounds(kept(1, publisher="A", title="T"), kept(2, "Jorun", publisher="B")))
    assert {name: one.number for name, one in held.items()} == {"publisher": 2, "title": 1}


def earlier(*decisions, added=BARE):
    return EarlierVersion("Text", decisions, added)


def test_what_was_wrong_with_an_earlier_version_is_wrong_with_a_later_one_that_came_with_it():
    wrong = Facts(publisher="lakes.example", published="2023-05-01")
    before = earlier(
        kept(1, document=FIRST, publisher="Lakes Radio", published="2023-05-04"), added=wrong
    )
    assert facts_of(grounds(added=wrong, earlier=[before])) == Facts("Lakes Radio", "2023-05-04")
    other = Facts(publisher="Lakes", published="2023-05-01")
    assert facts_of(grounds(added=other, earlier=[before])) == Facts("Lakes", "2023-05-04")


def test_what_is_said_of_a_version_itself_goes_before_what_was_said_of_an_earlier_one():
    before = earlier(kept(3, document=FIRST, publisher="Lakes Radio"))
    found = facts_of(grounds(kept(1, publisher="Halen Post"), earlier=[before]))
    assert found.publisher == "Halen Post"


def test_a_day_that_an_earlier_version_lacked_is_not_that_of_a_later_one():
    before = earlier(kept(1, document=FIRST, publisher="Lakes Radio", published="2023-05-04"))
    assert facts_of(grounds(earlier=[before])) == Facts(publisher="Lakes Radio")


def test_two_reviewers_who_differ_are_a_conflict_until_one_comes_round():
    decisions = [
        kept(1, publisher="A", title="T"),
        kept(2, "Jorun", publisher="", title="T"),
        kept(3, "Jorun", document=FIRST, publisher="C"),
    ]
    [conflict] = fact_conflicts(decisions)
    assert (conflict.about, conflict.document, conflict.field) == ("document", SECOND, "publisher")
    assert [(one.reviewer, one.value) for one in conflict.sides] == [
        ("Mira", "A"),
        ("Jorun", "not known"),
    ]
    assert conflict.holds == 2
    assert not list(fact_conflicts([*decisions, kept(4, publisher="")]))
    assert not list(fact_conflicts([replace(decisions[0], is_undone=True), *decisions[1:]]))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("published", "2023-02-30"),
        ("published", "20230204"),
        ("published", "Thursday"),
        ("url", "lakes.example/flood"),
        ("url", "ftp://lakes.example/flood"),
        ("url", "https:///flood"),
        ("url", "https://[lakes]/flood"),
        ("url", "javascript:alert(1)"),
        ("publisher", "a" * 201),
        ("publisher", " Lakes Radio"),
        ("title", "Two\nlines"),
        ("title", "half \ud800"),
        ("language", "en"),
    ],
)
def test_what_makes_no_sense_is_said_and_passed_over(name, value):
    assert fault_in(name, value)
    assert facts_of(grounds(kept(1, **{name: value}))) == BARE


@pytest.mark.parametrize("name", FACTS)
def test_nothing_is_wrong_with_saying_that_it_is_not_known(name):
    assert fault_in(name, "") == ""


@given(st.dictionaries(st.sampled_from((*FACTS, "act")), st.text()))
def test_whatever_is_said_what_is_known_is_well_formed(said):
    found = facts_of(grounds(kept(1, **said)))
    for name in FACTS:
        value = getattr(found, name)
        assert value is None or (value and not fault_in(name, value))
        assert value is None or value == tidy(value)


def test_other_decisions_say_nothing_of_a_document():
    assert said_of(Decision("grade", FIRST, None, {"publisher": "A"}, "Mira")) == {}
    assert said_of(Decision("describe", None, None, {"publisher": "A"}, "Mira")) == {}
