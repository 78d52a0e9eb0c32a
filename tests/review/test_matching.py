"""Which item a decision is about, also in another reading."""

from dataclasses import replace

import pytest

from rashomon.model.spans import Span
from rashomon.review.corrections import reviewed
from rashomon.review.making import insert_decision, item_decision
from rashomon.review.matching import Look, likeness

from .drawn import kept
from .reports import DENIAL, INNER, OUTER, READING, at

MIRA = {"reviewer": "Mira"}


def stances(reading, *decisions):
    shown = reviewed(reading, kept(decisions)).reading
    return {one.cue[0].of(shown.document.text): one.stance for one in shown.attributions}


def doubted(reading, key):
    return item_decision(reading, "claim", key, "correct", {"stance": "doubts"}, **MIRA)


def test_a_claim_is_found_by_its_words_whatever_its_number():
    turned = replace(
        READING,
        attributions=tuple(
            replace(one, id=key, within=None)
            for one, key in ((DENIAL, "a3"), (OUTER, "a1"), (INNER, "a2"))
        ),
    )
    assert stances(turned, doubted(READING, "a3"))["admitted"] == "doubts"
    assert stances(turned, doubted(READING, "a3"))["denied"] == "denies"


def test_a_claim_with_more_or_fewer_words_is_the_same_where_its_cue_is():
    longer = replace(OUTER, content=(at("that Halk admitted"),))
    other = replace(READING, attributions=(DENIAL, longer, INNER))
    assert stances(other, doubted(READING, "a2"))["said"] == "doubts"


def test_a_claim_with_another_cue_is_the_same_where_its_content_is():
    other_cue = replace(DENIAL, cue=(at("denied that"),), source=())
    other = replace(READING, attributions=(other_cue, OUTER, INNER))
    assert stances(other, doubted(READING, "a1"))["denied that"] == "doubts"


def test_a_claim_within_a_claim_is_not_taken_for_the_outer_one():
    lost = replace(READING, attributions=(DENIAL, OUTER), events=())
    shown = stances(lost, doubted(READING, "a3"))
    assert shown["said"] == "asserts"
    assert shown["admitted"] == "doubts"  # what a person vouched for is there


def test_what_is_rejected_and_read_no_more_stays_away():
    lost = replace(READING, attributions=(DENIAL, OUTER), events=())
    away = item_decision(READING, "claim", "a3", "reject", **MIRA)
    assert set(stances(lost, away)) == {"denied", "said"}


def test_a_correction_of_a_correction_is_about_the_same_claim():
    first = item_decision(
        READING, "claim", "a2", "correct", {"content": "0-20", "cue": "150-153"}, **MIRA
    )
    seen = reviewed(READING, kept([first])).reading
    second = item_decision(seen, "claim", "a2", "correct", {"stance": "predicts"}, **MIRA)
    both = reviewed(READING, kept([first, second])).reading
    assert [one.id for one in both.attributions if one.stance == "predicts"] == ["a2"]
    # the first is taken back: its words still say which claim the second is about
    left = reviewed(READING, kept([first, second], undone={1})).reading
    claim = next(one for one in left.attributions if one.id == "a2")
    assert (claim.content, claim.stance) == (OUTER.content, "predicts")


def test_what_a_person_put_in_and_the_machine_reads_later_is_one():
    lost = replace(READING, attributions=(DENIAL, OUTER), events=())
    values = {
        "source": "94-98",
        "cue": f"{INNER.cue[0].start}-{INNER.cue[0].end}",
        "content": f"{INNER.content[0].start}-{INNER.content[0].end}",
        "stance": "alleges",
    }
    put_in = insert_decision(lost, "claim", values, **MIRA)
    assert len(reviewed(lost, kept([put_in])).reading.attributions) == 3
    found = reviewed(READING, kept([put_in]))
    assert len(found.reading.attributions) == 3
    assert not any(one.is_inserted for one in found.items)


def test_two_who_put_in_the_same_put_in_one():
    words = {"words": "0-4", "edtf": "2023"}
    made = [
        insert_decision(READING, "time", words, reviewer="Mira"),
        insert_decision(READING, "time", {"words": "0-5", "edtf": "2023"}, reviewer="Jorun"),
    ]
    found = [one for one in reviewed(READING, kept(made)).items if one.is_inserted]
    assert [one.decisions for one in found] == [(1, 2)]


def test_counts_of_other_people_at_the_same_words_are_two():
    nine = "-".join(map(str, at("nine people")))
    values = {"words": nine, "kind": "injured", "min": "9"}
    put_in = insert_decision(READING, "count", values, **MIRA)
    shown = reviewed(READING, kept([put_in])).reading
    assert [one.kind for one in shown.events[1].casualties] == ["killed", "injured"]


@pytest.mark.parametrize("what", ["claim", "time", "place", "count"])
def test_what_shares_no_words_is_not_alike(what):
    one, other = Look((Span(0, 5),), (Span(9, 12),)), Look((Span(5, 9),), (Span(9, 12),))
    assert likeness(what, one, other) == 0
    assert likeness(what, one, one) == 1
