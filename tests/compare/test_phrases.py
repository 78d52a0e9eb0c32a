import re

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.phrases import any_begun, any_of, in_small_letters

BLANK = {" ": r"\s+"}


def found(phrases, text, instead=BLANK):
    return re.findall(any_of(phrases, instead), text)


def test_the_longer_of_two_phrases_is_found():
    assert found(("air", "air strike", "airport"), "an air  strike at the airport") == [
        "air  strike",
        "airport",
    ]


def test_of_no_phrases_nothing_is_found():
    assert found((), "anything") == []


def test_signs_in_phrases_stand_for_themselves():
    assert found(("c.", "a|b", "f/a-18"), "cd a b f/a-18 a|b") == ["f/a-18", "a|b"]


def test_what_a_part_stands_for_may_be_longer_than_a_letter():
    instead = {"* ": r"(?:\w+\s)?", " ": r"\s"}
    assert found(("for * peace",), "for peace and for lasting peace", instead) == [
        "for peace",
        "for lasting peace",
    ]


@given(st.lists(st.text("abc. ", min_size=1, max_size=6)), st.text("abc. ", max_size=40))
def test_the_same_is_found_as_by_all_phrases_in_a_row(phrases, text):
    longest = sorted(phrases, key=len, reverse=True)
    plain = "|".join(map(re.escape, longest)) or "(?!)"
    assert found(phrases, text, {" ": r"\ "}) == re.findall(plain, text)


@given(st.text())
def test_small_letters_stand_where_the_letters_stood(text):
    assert len(in_small_letters(text)) == len(text)
    assert in_small_letters(f"{text} Su-22 İ".upper()).endswith(" su-22 İ")


@given(st.lists(st.text("abc. ", min_size=1, max_size=6)), st.text("abc. ", max_size=40))
def test_what_no_letter_stands_before_is_found_as_by_looking_back_first(phrases, text):
    first = rf"(?<!\w){any_of(phrases, BLANK)}"
    assert re.findall(any_begun(phrases, BLANK), text) == re.findall(first, text)
