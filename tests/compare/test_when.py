from rashomon.model.comparison import When
from tests.compare.questions import account, answers, day, values

TEXT = "An air strike hit Sarn on Monday. Norvia said jets bombed Sarn in the first days of May."
CONTENT = "jets bombed Sarn in the first days of May"


def test_when_is_of_who_says_it():
    times = (
        day(TEXT, 1, "Monday", "2031-05-05"),
        day(TEXT, 2, "the first days of May", "2031-05-01", "2031-05-04", edtf="2031-05"),
    )
    own = {"air strike": {"time": "t1"}, "bombed": {"time": "t2"}}
    one = account(TEXT, "air strike", "bombed", by="Norvia", content=CONTENT, own=own, times=times)
    assert answers(one, "time") == [
        (When("2031-05-05", "2031-05-05", "2031-05-05"), "The Courier", False, "Monday"),
        (
            When("2031-05", "2031-05-01", "2031-05-04"),
            "Norvia",
            False,
            "the first days of May",
        ),
    ]


def test_of_several_days_the_most_precise_and_most_frequent_is_taken():
    text = (
        "A blast hit Sarn this week. The raid came on Monday, the attack on Tuesday, "
        "the strike on that Tuesday."
    )
    times = (
        day(text, 1, "this week", "2031-05-05", "2031-05-08"),
        day(text, 2, "Monday", "2031-05-05"),
        day(text, 3, "Tuesday", "2031-05-06"),
        day(text, 4, "that Tuesday", "2031-05-06"),
    )
    acts = ("blast", "raid", "attack", "strike")
    own = {act: {"time": f"t{number}"} for number, act in enumerate(acts, 1)}
    one = account(text, *acts, own=own, times=times)
    assert [value.edtf for value, _ in values(one, "time")] == ["2031-05-06"]


def test_what_is_not_when_it_happened_is_no_answer():
    text = "The attack on Sarn, officials said on Monday, came in the year 2031."
    times = (
        day(text, 1, "Monday", "2031-05-05", of="statement"),
        day(text, 2, "the year 2031", "2031-01-01", "2031-12-31"),
    )
    for number in ("t1", "t2"):
        one = account(text, "attack", own={"attack": {"time": number}}, times=times)
        assert not values(one, "time")


def test_a_day_behind_other_words_for_doing_is_not_of_the_act():
    text = "The attack on Sarn was known before the minister visited it on Monday."
    times = (day(text, 1, "Monday", "2031-05-05"),)
    one = account(text, "attack", own={"attack": {"time": "t1"}}, times=times)
    assert not values(one, "time")


def test_days_that_are_none_are_no_answer():
    text = "The attack hit Sarn on Monday."
    times = (day(text, 1, "Monday", "-0400", "then"),)
    one = account(text, "attack", own={"attack": {"time": "t1"}}, times=times)
    assert not values(one, "time")


def test_who_denies_an_act_says_nothing_of_the_day():
    text = "Norvia said it was untrue that jets bombed Sarn on Monday."
    times = (day(text, 1, "Monday", "2031-05-05"),)
    content = "that jets bombed Sarn on Monday"
    own = {"bombed": {"time": "t1"}}
    for stance, found in (("denies", 0), ("asserts", 1)):
        one = account(
            text, "bombed", by="Norvia", content=content, stance=stance, own=own, times=times
        )
        assert len(values(one, "time")) == found
