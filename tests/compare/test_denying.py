"""Claims that a denial names and says again: *dismissed reports that P*."""

from dataclasses import replace

import pytest

from rashomon.compare.answers.refuting import refutations
from rashomon.compare.comparing import said_in
from rashomon.compare.speakers.denying import denied_claims
from rashomon.compare.speakers.told import Told
from rashomon.compare.speakers.voices import Voices
from rashomon.model.spans import Span
from tests.compare.accounts import event, party, reading, said, span
from tests.compare.test_answers import COMPARER, DENIALS, answers

CLAIM = "that Estmark jets bombed the dam"


def denying(before, noun, *, whose=None, stance="denies"):
    """Return a reading in which Mayor Quill denies a claim by its name."""
    text = f"Mayor Quill rejected {before}{noun} {CLAIM}. The mayor left."
    outer = said(
        text, 1, "Mayor Quill", "rejected", f"{before}{noun} {CLAIM}", party="p1", stance=stance
    )
    source = (span(text, whose),) if whose else ()
    named = replace(
        said(text, 2, "Mayor Quill", noun, CLAIM, party="p2" if whose else None),
        source=source,
        within="a1",
    )
    parties = (party(1, "Mayor Quill", "person"), party(2, "Halen", side="Halen"))
    estmark = party(3, "Estmark", mentions=(span(text, "Estmark"),))
    return reading(
        text,
        attributions=(outer, named),
        parties=(*parties, estmark),
        events=(event(text, 1, "bombed"),),
    )


def held(one, kind):
    return {(value, who, is_denied) for of, value, who, is_denied, _ in answers(one) if of == kind}


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("", "reports"),
        ("the ", "claim"),
        ("persistent online ", "rumours"),
        ("“baseless” ", "allegations"),
        ("the ministry's repeated ", "accusations"),
    ],
)
def test_who_denies_reports_that_it_was_so_denies_it(before, noun):
    one = denying(before, noun)
    assert held(one, "target") == {("dam", "Mayor Quill", True)}
    assert held(one, "responsibility") == {("Estmark", "Mayor Quill", True)}


def test_what_is_denied_as_the_claim_of_another_is_that_ones_claim():
    one = denying("Halen's ", "claim", whose="Halen's")
    assert held(one, "target") == {("dam", "Halen", False), ("dam", "Mayor Quill", True)}
    [found] = refutations(one, Voices(one), DENIALS)
    assert (found.denial.id, found.claim.id, found.is_named) == ("a1", "a2", False)


def test_who_doubts_reports_does_not_hold_what_they_say():
    one = denying("", "reports", stance="doubts")
    voices = Voices(one).all_of(span(one.document.text, "the dam"))
    assert [(voice.party, voice.stance) for voice in voices] == [("Mayor Quill", "doubts")]


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("that he had seen ", "reports"),  # what is denied is that he saw them
        ("everything which ", "claims"),
        ("", "writing"),
    ],
)
def test_what_is_denied_of_claims_is_no_denial_of_what_they_say(before, noun):
    assert denied_claims(denying(before, noun)) == {}


def test_what_is_said_of_reports_denies_nothing():
    assert denied_claims(denying("", "reports", stance="asserts")) == {}


def test_who_denies_that_one_hit_what_others_did_does_not_deny_that_it_was_hit():
    text = "Norvia said that rebels bombed the dam. Norvia denied that Estmark jets bombed the dam."
    own, denied = "that rebels bombed the dam", "that Estmark jets bombed the dam"
    second = text.index(". ") + 2
    told = (
        said(text, 1, "Norvia", "said", own, party="p1"),
        said(text, 2, "Norvia", "denied", denied, party="p1", stance="denies"),
    )
    later = text.rindex("bombed")
    again = replace(
        event(text, 2, "bombed"),
        trigger=Span(later, later + len("bombed")),
        span=Span(second, len(text)),
    )
    one = reading(
        text,
        attributions=told,
        parties=(party(1, "Norvia", side="Norvia"), party(2, "Estmark")),
        events=(event(text, 1, "bombed"), again),
    )
    assert held(one, "target") == {("dam", "Norvia", False)}
    assert ("Estmark", "Norvia", True) in held(one, "responsibility")


def test_who_denies_a_claim_does_not_make_it():
    one = denying("Halen's ", "claim", whose="Halen's")
    heard = said_in(Told(one, frozenset(("e1",)), (), None), COMPARER)
    speaking = {id_: [each.party for each in some] for id_, some in heard.speaking.items()}
    assert speaking == {"a1": ["Mayor Quill"], "a2": ["Halen"]}
