"""Of whom it is denied that he did it: *denied that the cutter had rammed the barge*."""

from dataclasses import replace

import pytest

from tests.compare.accounts import event, party, reading, said, span
from tests.compare.test_answers import answers

STORY = "The barge sank. A coast guard cutter was there, Norvian jets came too."


def denied(content, *, cue="denied", stance="denies", story=STORY, claim=None):
    """Return who did it by what Mayor Quill denies, with who says so, and whether it is denied."""
    text = f"{story} Mayor Quill {cue} {content}."
    told = [said(text, 1, "Mayor Quill", cue, content, party="p1", stance=stance)]
    if claim:
        whose, noun, what = claim
        named = said(text, 2, whose, noun, what, party="p2")
        told.append(replace(named, within="a1"))
    one = reading(
        text,
        attributions=tuple(told),
        parties=(
            party(1, "Mayor Quill", "person"),
            party(2, "Halen", side="Halen"),
            party(3, "Norvian", side="Norvia", mentions=(span(f"{text} Norvian", "Norvian"),)),
        ),
        events=(event(text, 1, "sank"),),
    )
    return {
        (value, who, is_denied)
        for kind, value, who, is_denied, _ in answers(one)
        if kind == "responsibility"
    }


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("that the cutter had rammed the barge", "coast guard"),
        ("that the coast guard sank it on purpose", "coast guard"),
        ("that the coast guard cutter ever collided with the barge", "coast guard"),
        ("that the jets had deliberately bombed the barge", "Norvia"),
        ("that Norvian jets hit the barge", "Norvia"),
    ],
)
def test_who_denies_that_one_did_it_denies_that_it_was_he(content, name):
    assert denied(content) == {(name, "Mayor Quill", True)}


@pytest.mark.parametrize(
    "content",
    [
        "that the barge had rammed the cutter",  # no arms, and nobody's
        "that the cutter was rammed by the barge",
        "that the jets had landed",
        "that the frigate had sunk the barge",  # nothing says whose it is
        "that the strike killed children",  # whatever struck did so
    ],
)
def test_a_denial_of_something_else_is_of_nobody_who_did_it(content):
    assert denied(content) == set()


def test_who_says_so_denies_nothing():
    assert denied("that the cutter had rammed the barge", cue="said", stance="asserts") == set()


def test_a_denied_claim_of_others_is_held_by_them():
    what = "that the cutter rammed the barge"
    assert denied(f"Halen's claim {what}", claim=("Halen's", "claim", what)) == {
        ("coast guard", "Halen", False),
        ("coast guard", "Mayor Quill", True),
    }


@pytest.mark.parametrize("deed", ["ramming", "sinking", "colliding with", "shelling"])
def test_who_is_accused_of_a_deed_at_sea_is_said_to_have_done_it(deed):
    content = f"the coast guard of {deed} it on purpose"
    found = denied(content, cue="accused", stance="alleges")
    assert found == {("coast guard", "Mayor Quill", False)}


def test_what_was_done_by_somebody_s_boat_was_done_by_him():
    text = "The barge sank when it was struck by a coast guard cutter."
    one = reading(text, events=(event(text, 1, "struck"),))
    assert ("responsibility", "coast guard") in [each[:2] for each in answers(one)]


def own(content, *, noun=None):
    """Return who did it by what the army of Norvia denies of itself."""
    text = f"Shells hit the school. The Norvian army rejected {content}."
    told = [said(text, 1, "The Norvian army", "rejected", content, party="p1", stance="denies")]
    if noun:
        what = content.partition(f"{noun} ")[2]
        named = said(text, 2, "The Norvian army", noun, what, party=None, stance="alleges")
        told.append(replace(named, source=(), within="a1"))
    one = reading(
        text,
        attributions=tuple(told),
        parties=(party(1, "The Norvian army", "military", "Norvia"),),
        events=(event(text, 1, "hit"),),
    )
    return {each[1:4] for each in answers(one) if each[0] == "responsibility"}


@pytest.mark.parametrize(
    ("content", "noun"),
    [
        ("allegations that its artillery had shelled the school", "allegations"),
        ("allegations that its artillery had shelled the school", None),
        ("accusations of shelling the school", None),
        ("the charge that it shelled the school", "charge"),
        ("using mortars", None),
    ],
)
def test_who_denies_that_his_own_did_it_denies_that_it_was_he(content, noun):
    assert own(content, noun=noun) == {("Norvia", "The Norvian army", True)}


@pytest.mark.parametrize(
    "content",
    [
        "accusations of using the school as a store",
        "having tents near the town",
        "the charge that the brigade was late",
    ],
)
def test_who_denies_something_else_of_himself_denies_no_deed(content):
    assert own(content) == set()
