"""Counts that somebody calls wrong: *the ministry's figure of four was too low*."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.answers.counts import counts
from rashomon.compare.answers.disputed import disputed
from rashomon.compare.answers.setting import Setting
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Count
from tests.compare.accounts import event, harmed, party, reading, said
from tests.compare.test_answers import answers

TOLD = "The blast killed nine people, the mayor's office said."


def called(words, *, stance="asserts", told=TOLD, counted="killed nine people", kind="killed"):
    """Return what is denied by the Halen Monitor in some words, as kinds with the number."""
    text = f"{told} Halen Monitor said {words}."
    one = reading(
        text,
        attributions=(
            said(text, 1, "the mayor's office", "said", told.partition(",")[0], party="p1"),
            said(text, 2, "Halen Monitor", "said", words, party="p2", stance=stance),
        ),
        parties=(party(1, "the mayor's office"), party(2, "Halen Monitor", "monitor")),
        events=(event(text, 1, "blast", casualties=(harmed(text, counted, 9, 9, kind),)),),
    )
    return {
        (each[0], each[1].min) for each in answers(one) if each[2] == "Halen Monitor" and each[3]
    }


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("the mayor's office's figure of nine was too low", ("killed", 9)),
        ("the official toll of 9 was far too low", ("killed", 9)),
        ("the death toll given by the mayor's office was wrong", ("killed", 9)),
        ("the estimate of twenty-four dead was wildly exaggerated", ("killed", 24)),
        ("the figure of 1,200 wounded was inflated", ("injured", 1200)),
        ("the number of thirty deaths was an underestimate", ("killed", 30)),
    ],
)
def test_who_calls_a_count_wrong_denies_it(words, denied):
    assert called(words) == {denied}


@pytest.mark.parametrize(
    "words",
    [
        "the figure of nine was not too low",
        "it did not know whether the figure of nine was wrong",
        "the figure of 112 passengers was wrong",  # of whom nobody says that they died
        "the price of nine was too high",
        "the army's toll was wrong",  # of which nothing is told
    ],
)
def test_who_does_not_call_it_wrong_denies_nothing(words):
    assert called(words) == set()


def test_who_asks_whether_it_is_wrong_denies_nothing():
    assert called("the figure of nine was too low", stance="asks") == set()


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("the office's count of nine as exaggerated", {("killed", 9)}),
        ("the toll of 30 given by doctors", {("killed", 30)}),
        ("that the figure of nine includes guards", set()),
        ("the figure of nine pounds", set()),
        ("the count", set()),
    ],
)
def test_who_denies_a_number_denies_the_count(words, denied):
    assert called(words, stance="denies") == denied


def test_a_figure_is_of_those_of_whom_so_many_were_counted():
    text = (
        "Nine pupils died and 20 people were hurt. Halen Monitor said the figure of nine was wrong."
    )
    one = reading(
        text,
        attributions=(
            said(text, 1, "Halen Monitor", "said", "the figure of nine was wrong", party="p1"),
        ),
        parties=(party(1, "Halen Monitor", "monitor"),),
        events=(
            event(
                text,
                1,
                "died",
                casualties=(
                    harmed(text, "Nine pupils died", 9, 9, who="students"),
                    harmed(text, "20 people were hurt", 20, 20, "injured"),
                ),
            ),
        ),
    )
    voices = Voices(one)
    told = [each for each in counts(one, Setting(one, {"e1"}), voices) if each.is_denied]
    assert [(each.kind, each.who, each.value) for each in told] == [
        ("killed", "students", Count(9, 9))
    ]


def test_a_figure_is_of_what_was_counted_last():
    told = "The blast hurt nine people, the mayor's office said."
    found = called(
        "the figure of nine was wrong", told=told, counted="hurt nine people", kind="injured"
    )
    assert found == {("injured", 9)}


@given(st.text(alphabet="toll figure of was wrong 9,twenty-four\n.", max_size=120))
def test_any_words_are_looked_at(words):
    one = reading(f"{words} toll of 9 was wrong {words}")
    found = list(disputed(one, Voices(one), ()))
    assert all(0 <= each.span.start < each.span.end <= len(one.document.text) for each in found)


def test_who_calls_a_number_wrong_does_not_give_it():
    text = "The blast killed many. Halen Monitor said the army's figure of six dead was too low."
    words = "the army's figure of six dead was too low"
    one = reading(
        text,
        attributions=(said(text, 1, "Halen Monitor", "said", words, party="p1"),),
        parties=(party(1, "Halen Monitor", "monitor"),),
        events=(
            event(text, 1, "blast"),
            event(text, 2, "dead", casualties=(harmed(text, "six dead", 6, 6),)),
        ),
    )
    killed = [each[1:4] for each in answers(one) if each[0] == "killed"]
    assert killed == [(Count(6, 6), "Halen Monitor", True)]


def test_who_rejects_the_count_of_another_is_not_that_one():
    text = "The union said nine people died. It rejected the union's count of nine."
    one = reading(
        text,
        attributions=(
            said(text, 1, "The union", "said", "nine people died", party="p1"),
            said(
                text, 2, "It", "rejected", "the union's count of nine", party=None, stance="denies"
            ),
        ),
        parties=(party(1, "The union", "organisation"),),
        events=(event(text, 1, "died", casualties=(harmed(text, "nine people died", 9, 9),)),),
    )
    assert [each[3] for each in answers(one) if each[0] == "killed"] == [False]
