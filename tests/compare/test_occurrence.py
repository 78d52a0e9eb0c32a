import pytest

from tests.compare.accounts import harmed
from tests.compare.questions import account, answers, values

HAPPENED, STAGED = "happened", "staged"


def test_who_tells_it_says_that_it_happened():
    text = "An air strike hit the mill of Sarn. Norvia said that jets bombed it at noon."
    content = "that jets bombed it at noon"
    one = account(text, "air strike", "bombed", by="Norvia", content=content)
    assert answers(one, "occurrence") == [
        (HAPPENED, "The Courier", False, "An air strike hit the mill of Sarn"),
        (HAPPENED, "Norvia", False, content),
    ]


def test_the_first_time_that_each_tells_it_is_taken():
    text = "An attack shook Sarn. The blast took place at noon. Women in Sarn heard it."
    one = account(text, "attack", "blast")
    assert [each[3] for each in answers(one, "occurrence")] == ["An attack shook Sarn"]


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Women in Sarn heard the blast.", "blast", "heard the blast"),
        ("A car bomb has exploded in Sarn.", "car bomb", "A car bomb has exploded in Sarn"),
        ("Nine died. The blast took place at noon.", "blast", "The blast took place at noon"),
    ],
)
def test_what_tells_that_it_happened(text, act, words):
    one = account(text, act)
    assert [each[3] for each in answers(one, "occurrence")] == [words]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("An alleged attack on Sarn is under review.", "attack"),
        ("There were reports of an attack on Sarn.", "attack"),
        ("The attack claim of Norvia made headlines.", "attack"),
        ("Nobody knows whether the attack took place.", "attack"),
        ("It is unclear when the attack took place.", "attack"),
        ("Nine people were killed in Sarn.", "killed"),
        ("Experts on chemical weapons came to Sarn.", "chemical weapons"),
    ],
)
def test_what_does_not_say_that_it_happened_is_no_answer(text, act):
    assert not values(account(text, act), "occurrence")


def test_what_a_publisher_tells_as_a_claim_is_not_what_it_says_itself():
    text = "An attack hit the mill, it seems."
    one = account(text, "attack", own={"attack": {"modality": "alleged"}})
    assert not values(one, "occurrence")


@pytest.mark.parametrize(
    "text",
    [
        "No attack took place, officials in Sarn know.",
        "The attack never happened.",
        "The attack did not take place.",
        "There was no air attack on the mill.",
        "He has no evidence of an attack.",
    ],
)
def test_that_it_did_not_happen_is_a_denial(text):
    assert values(account(text, "attack"), "occurrence") == [(HAPPENED, True)]


def test_who_denies_that_it_took_place_denies_that_it_happened():
    text = "Estmark said that any strike had taken place on the mill."
    content = "that any strike had taken place on the mill"
    one = account(text, "strike", by="Estmark", content=content, stance="denies")
    assert [each[:3] for each in answers(one, "occurrence")] == [(HAPPENED, "Estmark", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The attack did not happen on the bridge but in the mill.",
        "The attack would not have happened without the mill.",
        "It did not occur to the miller that the attack was near.",
    ],
)
def test_that_it_was_not_there_or_not_so_denies_nothing(text):
    assert (HAPPENED, True) not in values(account(text, "attack"), "occurrence")


@pytest.mark.parametrize(
    "text",
    [
        "The attack in Sarn was staged.",
        "The attack on the mill in Sarn had been staged by rebels.",
        "The attack in Sarn was completely fabricated by actors.",
        "It was a fake chemical attack, made for the cameras.",
        "The attack on the mill was a false flag.",
        "They staged the attack on the mill in order to blame Norvia.",
        "The attack was a provocation meant to discredit Norvia.",
    ],
)
def test_what_calls_it_staged(text):
    assert (STAGED, False) in values(account(text, "attack"), "occurrence")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels staged an attack on the mill.",
        "He said that footage passed round by Halen, which seems to show the attack, was staged.",
        "The attack was staged from a base in Estmark.",
        "The attack was real, and the passport was fake.",
        "After the attack the allegations were fabricated.",
    ],
)
def test_what_does_not_call_it_staged(text):
    assert STAGED not in {value for value, _ in values(account(text, "attack"), "occurrence")}


def test_that_it_was_not_staged_is_a_denial():
    text = "The attack in Sarn was not staged."
    assert (STAGED, True) in values(account(text, "attack"), "occurrence")


def test_who_calls_it_staged_does_not_hold_that_it_happened():
    text = "Estmark said the attack in Sarn was staged."
    one = account(text, "attack", by="Estmark", content="the attack in Sarn was staged")
    assert [each[:3] for each in answers(one, "occurrence")] == [(STAGED, "Estmark", False)]


def test_events_of_other_incidents_answer_nothing():
    text = "An air strike hit Sarn."
    assert not values(account(text, "air strike"), "occurrence", events=())


def test_that_some_were_detained_after_it_says_nothing_of_whether_it_happened():
    text = "The ministry said that two crewmen were detained. A blast sank the barge."
    held = harmed(text, "two crewmen were detained", 2, 2, "detained", "crew")
    one = account(
        text,
        "detained",
        "blast",
        by="The ministry",
        content="that two crewmen were detained",
        own={"detained": {"casualties": (held,)}},
    )
    assert [each[1] for each in answers(one, "occurrence")] == ["The Courier"]


def test_arrests_happened_where_it_is_told_who_was_detained():
    text = "Two crewmen were detained."
    held = harmed(text, "Two crewmen were detained", 2, 2, "detained", "crew")
    one = account(text, "detained", own={"detained": {"casualties": (held,)}})
    assert values(one, "occurrence")
