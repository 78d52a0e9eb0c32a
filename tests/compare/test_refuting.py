import pytest

from rashomon.compare.answers.denials import denials
from rashomon.compare.answers.refuting import refutations
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Answer, Count
from rashomon.pipeline.resources import load_comparer
from tests.compare.accounts import party, reading, said, span

WORDS = load_comparer(is_relating=False).denials
TEXT = (
    "Norvia said that the convoy carried rockets. The harbour office said that two ferries sank. "
    "Halen accused Estmark of shelling the port. Estmark denied {denied}."
)
PARTIES = (
    party(1, "Norvia", side="Norvia"),
    party(2, "The harbour office", "organisation"),
    party(3, "Halen", side="Halen"),
    party(4, "Estmark", side="Estmark"),
)


def linked(denied):
    text = TEXT.format(denied=denied)
    claims = (
        said(text, 1, "Norvia", "said", "that the convoy carried rockets", party="p1"),
        said(text, 2, "The harbour office", "said", "that two ferries sank", party="p2"),
        said(
            text,
            3,
            "Halen",
            "accused",
            "Estmark of shelling the port",
            party="p3",
            stance="alleges",
        ),
        said(text, 4, "Estmark", "denied", denied, party="p4", stance="denies"),
    )
    parties = tuple(
        party(int(one.id[1:]), one.name, one.kind, one.side, (span(text, one.name),))
        for one in PARTIES
    )
    one = reading(text, attributions=claims, parties=parties)
    return [
        (each.denial.id, each.claim.id)
        for each in refutations(one, Voices(one), WORDS)
        if each.is_named
    ]


@pytest.mark.parametrize(
    ("denied", "claim"),
    [
        ("the Norvia claims", "a1"),  # who is named
        ("the claims of rockets", "a1"),  # what is
        ("the claim about the ferries", "a2"),
        ("the accusation", "a3"),
        ("it", "a3"),  # the last
    ],
)
def test_a_denial_is_of_the_claim_that_it_names(denied, claim):
    assert linked(denied) == [("a4", claim)]


@pytest.mark.parametrize("denied", ["that its guns had fired", "the claims of a gas attack"])
def test_a_denial_of_what_nobody_claimed_before_is_of_no_claim(denied):
    assert linked(denied) == []


def test_a_denial_that_says_again_what_it_denies_is_linked_to_it():
    text = (
        "Halen accused Norvia of ramming the ferry. Norvia denied that its boat rammed the ferry."
    )
    claims = (
        said(
            text, 1, "Halen", "accused", "Norvia of ramming the ferry", party="p1", stance="alleges"
        ),
        said(
            text,
            2,
            "Norvia",
            "denied",
            "that its boat rammed the ferry",
            party="p2",
            stance="denies",
        ),
    )
    one = reading(text, attributions=claims, parties=(party(1, "Halen"), party(2, "Norvia")))
    voices = Voices(one)
    [found] = refutations(one, voices, WORDS)
    assert (found.denial.id, found.claim.id, found.is_named) == ("a2", "a1", False)


def test_a_charge_is_a_claim_that_names_who_denies_it():
    text = (
        "Norvia said that Estmark jets came. Halen said that it rained. Estmark denied the charge."
    )
    claims = (
        said(text, 1, "Norvia", "said", "that Estmark jets came", party="p1"),
        said(text, 2, "Halen", "said", "that it rained", party="p2"),
        said(text, 3, "Estmark", "denied", "the charge", party="p3", stance="denies"),
    )
    parties = tuple(party(i, name) for i, name in enumerate(("Norvia", "Halen", "Estmark"), 1))
    one = reading(text, attributions=claims, parties=parties)
    [found] = refutations(one, Voices(one), WORDS)
    assert (found.denial.id, found.claim.id, found.is_named) == ("a3", "a1", True)


def test_a_denial_of_a_charge_denies_who_did_it_and_no_number():
    text = "Halen accused Estmark of killing nine people in a raid. Estmark denied the {}."
    for denied, kinds in (
        ("charge", {"responsibility"}),
        ("numbers in the claim", {"responsibility", "killed"}),
    ):
        words = text.format(denied)
        claim = said(
            words,
            1,
            "Halen",
            "accused",
            "Estmark of killing nine people in a raid",
            party="p1",
            stance="alleges",
        )
        denial = said(words, 2, "Estmark", "denied", f"the {denied}", party="p2", stance="denies")
        parties = (party(1, "Halen"), party(2, "Estmark"))
        one = reading(words, attributions=(claim, denial), parties=parties)
        voices = Voices(one)
        held = [
            Answer(kind, who, value, False, voices.of(claim.content[0]), "d", claim.content[0])
            for kind, who, value in (
                ("responsibility", None, "Estmark"),
                ("killed", "total", Count(9, 9)),
                ("occurrence", None, "happened"),
            )
        ]
        found = list(denials(one, voices, held, refutations(one, voices, WORDS), WORDS))
        assert {each.kind for each in found} == kinds
        assert {(each.voice.party, each.is_denied) for each in found} == {("Estmark", True)}


def test_a_denial_that_says_what_is_claimed_denies_nothing_else_of_the_claim():
    assert linked("the Norvia claim that sheep were stolen") == []
