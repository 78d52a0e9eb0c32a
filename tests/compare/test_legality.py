import pytest

from tests.compare.questions import account, answers, values


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The strike was illegal.", "unlawful"),
        ("The strike was an unlawful attack on a school.", "unlawful"),
        ("The strike was a violation of international law.", "unlawful"),
        ("The strike violated the sovereignty of Norvia.", "unlawful"),
        ("The strike was a war crime.", "unlawful"),
        ("The strike was an act of aggression.", "unlawful"),
        ("The strike was an act of “blatant aggression”.", "unlawful"),
        ("The strike was a flagrant attack.", "unlawful"),
        ("The strike was unjustified and cruel.", "unlawful"),
        ("The strike was lawful.", "lawful"),
        ("The strike was fully legal under the treaty.", "lawful"),
        ("The strike was in line with international law.", "lawful"),
        ("The strike was an act of self-defense.", "lawful"),
        ("The guards acted within the rules of engagement in the strike.", "lawful"),
    ],
)
def test_whether_it_is_called_lawful(text, answer):
    assert values(account(text, "strike"), "legality") == [(answer, False)]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("The strike was not illegal.", "unlawful"),
        ("The strike did not violate international law.", "unlawful"),
        ("The strike was not justified.", "lawful"),
        ("The strike was not in full accordance with the law of war.", "lawful"),
    ],
)
def test_what_is_taken_back_is_denied(text, answer):
    assert values(account(text, "strike"), "legality") == [(answer, True)]


def test_not_only_takes_nothing_back():
    text = "The strike was not only illegal."
    assert values(account(text, "strike"), "legality") == [("unlawful", False)]


def test_accounts_that_disagree_are_of_who_gives_them():
    text = (
        "A jet was shot down. Norvia said it was done in self-defence. "
        "The act of aggression was an attempt to help rebels, the army said."
    )
    content = "it was done in self-defence"
    one = account(text, "shot down", by="Norvia", content=content)
    assert [each[:3] for each in answers(one, "legality")] == [
        ("lawful", "Norvia", False),
        ("unlawful", "The Courier", False),
    ]


def test_who_denies_a_breach_denies_that_it_was_unlawful():
    text = "Norvia said any violation of international law in the strike."
    content = "any violation of international law in the strike"
    one = account(text, "strike", by="Norvia", content=content, stance="denies")
    assert [each[:3] for each in answers(one, "legality")] == [("unlawful", "Norvia", True)]


@pytest.mark.parametrize(
    "text",
    [
        "If the strike was deliberate it was a war crime.",
        "The strike hit a camp of illegal miners.",
        "A war crimes tribunal heard of the strike.",
        "The strike hit Sarn. The presence of jets is illegal.",
        "Courts ask whether the strike was lawful.",
        "The strike came a day after a legal team left.",
    ],
)
def test_what_does_not_say_whether_it_was_lawful(text):
    assert not values(account(text, "strike"), "legality")
