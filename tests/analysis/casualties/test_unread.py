"""Numbers that are not understood, or count nobody: no part of them is taken for a count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.casualties.reading import RAW, told

NUMBER_WORDS = [
    "one",
    "two",
    "twenty",
    "twelve",
    "ninety-nine",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "dozen",
    "point",
    "and",
    "half",
    "a",
    "thirds",
    "quarter",
    "of",
    "1.2",
    "1,2",
    "1,200",
    "7",
    "200",
    "٥٨",
    "½",
    "k",
    "-",
    "to",
    "in",
    "every",
]
LARGEST = 10_000_000_000
SMALL = RAW["counting"]["ones"]
DIGITS = "\u0660\u0966\u09e6\uff10\U0001d7ce"
"""The zeros of Arabic, Devanagari, Bengali, fullwidth and bold digits."""
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number):
    """Return a number from one on in English words."""
    for unit, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= unit:
            above, rest = divmod(number, unit)
            joiner = " and " if rest and (word == "hundred" or rest < 100) else " "
            return f"{spelled(above)} {word}{joiner if rest else ''}{spelled(rest) if rest else ''}"
    if number < len(SMALL):
        return SMALL[number]
    ten, one = divmod(number, 10)
    return f"{TENS[ten]}-{SMALL[one]}" if one else TENS[ten]


@settings(deadline=None)
@given(st.integers(2, 9_999_999))
def test_any_number_in_words_is_read_as_a_whole(number):
    sentence = f"{spelled(number).capitalize()} people were killed."
    assert told(sentence) == [("killed", number, number)]


@settings(deadline=None)
@given(st.integers(2, 9_999_999), st.sampled_from(DIGITS))
def test_any_number_in_the_digits_of_other_scripts(number, zero):
    digits = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert told(f"{digits} people were killed.") == [("killed", number, number)]


@settings(deadline=None)
@given(st.lists(st.sampled_from(NUMBER_WORDS), min_size=1, max_size=8).map(" ".join))
def test_whatever_is_made_of_number_words_is_within_the_limit(number):
    for _, fewest, most in told(f"The blast killed {number} people."):
        assert 0 <= fewest <= LARGEST
        assert most is None or fewest <= most <= 10 * LARGEST


@pytest.mark.parametrize(
    "number",
    [
        "Two billion trillion",
        "Two trillion",
        "1.234",
        "1.234.567",
        "1,2",
        "12,3456",
        "12.5",
        "Twenty-twenty",
        "Twenty twenty",
        "Nineteen ninety",
        "One point two",
        "Point five million",
        "Two and a half",
        "½",
        "1²",
        "⑫",
        "五十",
        "3:2",
        "1e6",
        "12 مليون",
        "٥٨ شخصا",
        "1.2 m",
        "1\u200f2",
        "5\ufe0f\u20e38\ufe0f\u20e3",
        "20-odd",
        "$1.2 million",
        "5 million million",
        "Two thousand three million",
        "9" * 40,
    ],
)
@pytest.mark.parametrize("sentence", ["{} people were killed.", "{} Halvarians were killed."])
def test_no_part_of_a_number_that_is_not_understood(number, sentence):
    assert told(sentence.format(number)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The blast killed 1.234 people.",
        "The death toll rose to 1.234.",
        "The death toll rose to twenty-twenty.",
        "Mira Tolan and 1.234 people were killed.",
        "Killing 12k, it went on.",
    ],
)
def test_nor_in_other_places(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Two-thirds of the people were killed.",
        "Two thirds of the people were killed.",
        "One-third of the people were killed.",
        "Three quarters of the soldiers were killed.",
        "Two-fifths of the soldiers were killed.",
        "A third of the people were killed.",
        "5% of the people were killed.",
        "Five percent of 300 people were killed.",
        "5 per cent of people were killed.",
        "One in ten people were killed.",
        "1 in 10 people were killed.",
        "One in every five people was killed.",
        "Two in three soldiers were killed.",
        "Nine out of ten people were killed.",
        "One out of every five people was killed.",
        "One in ten were killed.",
    ],
)
def test_shares_are_no_counts(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In twenty sixteen people were killed.",
        "In nineteen ninety-nine people were killed.",
        "In 2016 people were killed.",
        "Chapter two people were killed.",
        "Page 5 people were killed.",
        "Minus 5 people were killed.",
        "World War Two soldiers were killed.",
        "1st people were killed.",
        "It was one of the worst attacks that killed.",
    ],
)
def test_years_and_labels_are_no_counts(sentence):
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("At one point two people were killed.", 2),
        ("On May 5 12 people were killed.", 12),
        ("Two of the 12 people were killed.", 2),
        ("Two 15-year-old boys were killed.", 2),
        ("Two 12 year old boys were killed.", 2),
        ("He killed two in three days.", 2),
        ("A 6.5 magnitude quake killed 12 people.", 12),
        ("At 10:45, Mira Tolan was killed.", 1),
        ("12\u200f people were killed.", 12),
        ("\u200f12\u200e people were killed.", 12),
        ("💥12 people were killed💥", 12),
        ("Killed: ٥٨", 58),
        ("The death toll rose to \uff15\uff18.", 58),
        ("The death toll rose to 12k.", 12_000),
        ("One of the soldiers was killed.", 1),
        ("The third soldier was killed.", 1),
    ],
)
def test_what_stands_beside_another_number_is_counted(sentence, count):
    assert told(sentence) == [("killed", count, count)]


def test_an_unread_number_does_not_hide_other_people():
    assert told("The raid on 1.234 homes killed 12 people.") == [("killed", 12, 12)]


def test_what_is_no_people_is_not_counted():
    assert told("The blast injured one of the family dogs.") == []
    assert told("We are hurting a lot.") == []
