import pytest

from tests.compare.questions import account, answers, values


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "The strike came in retaliation for the shelling of Oro.",
            "retaliation for the shelling of Oro",
        ),
        (
            "In revenge for the march on Oro, the strike hit Sarn.",
            "retaliation for the march on Oro",
        ),
        ("It was a retaliatory strike.", "retaliation"),
        ("The strike was in response to the siege of Oro.", "response to the siege of Oro"),
        ("The strike was an act of self-defence.", "self-defence"),
        ("The strike was an act of self-defense.", "self-defence"),
        ("The strike on the mill was deliberate.", "deliberate"),
        ("They deliberately targeted the mill in the strike.", "deliberate"),
        ("The strike hit the mill by mistake.", "by mistake"),
        ("The strike was accidental.", "by mistake"),
        ("The strike was aimed at destroying the bridge of Oro.", "to destroy the bridge of Oro"),
        ("The strike was an attempt to free hostages.", "to free hostages"),
        ("They launched the strike in order to retake Oro.", "to retake Oro"),
        ("Jets carried out the strike on Sarn to protect the dam.", "to protect the dam"),
        ("The strike was a warning to Norvia.", "warning to Norvia"),
        ("The strike was gang-related.", "gang-related"),
        ("The strike followed after an argument over a cart.", "dispute over a cart"),
        ("The strike was meant to protect the U.S. embassy.", "to protect the U.S. embassy"),
    ],
)
def test_what_is_given_as_the_reason(text, reason):
    found = dict(values(account(text, "strike"), "purpose"))
    assert found == {reason: False}


def test_the_reason_is_of_who_gives_it():
    text = "Norvia said it was an act of self-defence. The strike hit Sarn."
    one = account(text, "strike", by="Norvia", content="it was an act of self-defence")
    assert not answers(one, "purpose")  # nothing is told yet that it could be
    text = "The strike hit Sarn. Norvia said it was an act of self-defence."
    one = account(text, "strike", by="Norvia", content="it was an act of self-defence")
    assert [each[:3] for each in answers(one, "purpose")] == [("self-defence", "Norvia", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The strike was not deliberate.",
        "The strike was not an act of self-defence.",
    ],
)
def test_a_reason_that_is_taken_back_is_denied(text):
    [(_, is_denied)] = values(account(text, "strike"), "purpose")
    assert is_denied


def test_a_reason_that_is_denied_is_of_who_denies_it():
    text = "Norvia said that the strike was deliberate."
    content = "that the strike was deliberate"
    one = account(text, "strike", by="Norvia", content=content, stance="denies")
    assert [each[:3] for each in answers(one, "purpose")] == [("deliberate", "Norvia", True)]


@pytest.mark.parametrize(
    "text",
    [
        "If the strike was deliberate, it was a crime.",
        "It is unclear whether the strike was deliberate.",
        "Crowds burned tyres in response to the strike.",
        "Norvia vowed revenge for the strike.",
        "Ministers met after the strike in response to questions.",
        "The strike hit people who were waiting to protect the dam.",
        "The strike hit Sarn. Talks on cotton were aimed at ending a trade war.",
        "The strike hit Sarn. Estmark has the right to defend itself.",
        "Norvia calls for a strike in retaliation for the siege of Oro.",
    ],
)
def test_what_gives_no_reason(text):
    assert not values(account(text, "strike"), "purpose")


def test_the_reason_of_another_event_is_none_of_this_one():
    text = "The strike hit Sarn. On Monday a raid hit Oro in retaliation for the siege of Ull."
    one = account(text, "strike", "raid", own={"raid": {"time": "t1"}})
    assert not values(one, "purpose", events=("e1",))
    assert values(one, "purpose", events=("e2",)) == [("retaliation for the siege of Ull", False)]


def test_demands_and_predictions_give_no_reason():
    text = "Norvia said the strike was deliberate."
    one = account(text, "strike", by="Norvia", content="the strike was deliberate", stance="asks")
    assert not values(one, "purpose")
