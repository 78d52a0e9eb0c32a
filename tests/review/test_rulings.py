"""What people put together and keep apart, and where that contradicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.rulings import Groups
from rashomon.review.rulings import KINDS, contrary, rulings

A, B, C = (f"sha256:{one}" for one in "abc")


def decided(kind, first, second, reviewer="Mira"):
    if kind.endswith("party"):
        return Decision(kind, None, None, {"name": first, "with": second}, reviewer)
    return Decision(kind, first, None, {"with": second}, reviewer)


def kept(*decisions, undone=()):
    return [
        KeptDecision(number, one, "2023-06-01T08:00:00Z", is_undone=number in undone)
        for number, one in enumerate(decisions, start=1)
    ]


@pytest.mark.parametrize(("kind", "subject"), [(kind, one) for kind, (one, _) in KINDS.items()])
def test_decisions_on_pairs_are_told_by_what_they_are_on(kind, subject):
    [one] = rulings(kept(decided(kind, A, B)), subject)
    assert (one.first, one.second, one.is_one) == (A, B, kind.startswith("same"))
    assert (one.reviewer, one.number) == ("Mira", 1)
    for other in {"party", "origin", "incident"} - {subject}:
        assert rulings(kept(decided(kind, A, B)), other) == ()


def test_what_was_taken_back_or_names_no_two_things_is_left_out():
    some = [
        decided("same_origin", A, B),
        decided("same_origin", A, A),
        Decision("same_origin", A, None, {}, "Mira"),
        Decision("same_origin", None, None, {"with": A}, "Mira"),
        Decision("accept", A, None, {"with": B}, "Mira"),
    ]
    assert rulings(kept(*some, undone=(1,)), "origin") == ()


def test_two_people_who_decide_otherwise_of_a_pair_are_a_conflict():
    same, other = decided("same_party", "X", "Y"), decided("other_party", "Y", "X", "Oro")
    assert contrary(kept(same, other)) == ((1, 2),)
    assert contrary(kept(same, other, undone=(1,))) == ()


def test_one_person_who_changes_their_mind_is_none():
    assert contrary(kept(decided("same_party", "X", "Y"), decided("other_party", "X", "Y"))) == ()


def test_who_comes_round_to_what_another_says_is_none():
    some = (
        decided("same_party", "X", "Y"),
        decided("other_party", "X", "Y", "Oro"),
        decided("same_party", "X", "Y", "Oro"),
    )
    assert contrary(kept(*some)) == ()


def test_what_is_joined_by_way_of_others_and_kept_apart_is_a_conflict():
    some = (
        decided("same_incident", A, B),
        decided("same_incident", B, C, "Oro"),
        decided("same_incident", B, "sha256:d"),
        decided("other_incident", C, A, "Ada"),
        decided("other_origin", C, A),
    )
    assert contrary(kept(*some)) == ((1, 2, 4),)


THINGS = st.sampled_from("abcde")
DECISIONS = st.lists(
    st.builds(decided, st.sampled_from(sorted(KINDS)), THINGS, THINGS, st.sampled_from("xyz")),
    max_size=9,
)


@given(DECISIONS, st.sets(st.integers(1, 9)))
def test_a_conflict_names_decisions_in_force_alone(decisions, undone):
    some = kept(*decisions, undone=undone)
    in_force = {one.number for one in some if not one.is_undone}
    for numbers in contrary(some):
        assert len(numbers) > 1
        assert in_force.issuperset(numbers)


@given(DECISIONS)
def test_what_contradicts_nothing_holds(decisions):
    some = kept(*decisions)
    if contrary(some):
        return
    for subject in ("party", "origin", "incident"):
        ruled = rulings(some, subject)
        groups = Groups(ruled)
        last = {one.pair: one for one in ruled}
        for one in last.values():
            assert (groups.of(one.first) == groups.of(one.second)) is one.is_one
