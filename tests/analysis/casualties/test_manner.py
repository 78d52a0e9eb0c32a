"""How it is told: as a fact, denied, possible, of other events."""

import pytest

from tests.analysis.casualties.reading import harms, only


@pytest.mark.parametrize(
    "sentence",
    [
        "No civilians were killed.",
        "Nobody was hurt.",
        "No one was injured.",
        "No injuries were reported.",
        "None of the passengers was hurt.",
        "Neither driver was hurt.",
        "The strike did not kill any civilians.",
        "The strike killed no one.",
        "The blast went off without injuring anyone.",
        "She wasn't hurt.",
        "He was never arrested.",
        "Not a single person was hurt.",
        "Zero people were killed.",
    ],
)
def test_denied(sentence):
    found = only(sentence)
    assert found.is_denied
    assert not found.is_hypothetical
    assert (found.casualties.min, found.casualties.max) == (0, 0)


def test_what_is_denied_of_several_kinds():
    for sentence in ("No deaths or injuries were reported.", "There were no casualties."):
        found = harms(sentence)
        assert [one.casualties.kind for one in found] == ["killed", "injured"]
        assert all(one.is_denied for one in found)


@pytest.mark.parametrize(
    "sentence",
    ["Nobody was seriously hurt.", "She was not badly hurt.", "No major injuries were reported."],
)
def test_to_deny_the_worst_leaves_the_rest_open(sentence):
    assert harms(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike could kill thousands.",
        "The strike would have killed 300 people.",
        "He threatened to kill her.",
        "They tried to kill 12 soldiers.",
        "Ten people will die.",
        "If 20 people are killed, there will be war.",
        "They moved to prevent the deaths of civilians.",
        "It was not clear if anyone was injured.",
        "He asked whether anybody was hurt.",
    ],
)
def test_hypothetical(sentence):
    assert only(sentence).is_hypothetical


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike killed 12 people.",
        "The strike may have killed 12 people.",
        "He is said to have killed 12 people.",
        "Twelve people are feared dead.",
        "Twelve people are thought to have died.",
        "He managed to kill 12 people.",
        "The gunman went on to kill 12 people.",
        "He is accused of killing 12 people.",
        "Not only soldiers died: 12 civilians were killed.",
        "The raid forced 12 families to flee their homes.",
    ],
)
def test_told_as_a_fact_or_a_claim_of_one(sentence):
    assert any(one.casualties.min == 12 for one in harms(sentence))
    assert not any(one.is_hypothetical or one.is_denied for one in harms(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Since the war began more than 400,000 people have been killed.",
        "Last year 12 people died at the crossing.",
        "In 2011 a bomb killed 30 people there.",
        "Over the past three years 900 people have been killed.",
        "Guns kill 30,000 people every year.",
        "So far this year 45 people have been killed in Calder.",
        "The war, which has killed 9,000 people, goes on.",
        "It was the worst attack since 2005, when 54 people were killed.",
    ],
)
def test_of_other_events(sentence):
    assert only(sentence).is_background


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve people were killed on Sunday.",
        "Twelve people have been killed since Friday night.",
        "Twelve people were killed on 19 June 2017.",
        "Twelve people were killed in the past 24 hours.",
        "Twelve people were killed in the worst attack since August 2013.",
        "The attack, the deadliest in recent years, killed 12 people.",
    ],
)
def test_of_the_event_that_is_told(sentence):
    assert not only(sentence).is_background
