"""How many: numbers in digits and in words, as ranges."""

import pytest

from rashomon.analysis.casualties.counts import Count
from rashomon.analysis.casualties.lines import line_of
from rashomon.analysis.casualties.numbers import find_number
from rashomon.model.spans import Span
from tests.analysis.casualties.reading import TABLE, told

COUNTS = TABLE.people.marks.counts


def number(words):
    """Return the count that some words begin with, or ``None``."""
    found = find_number(line_of(words, Span(0, len(words))), 0, COUNTS)
    return found.count if found else None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("58", 58),
        ("1,200", 1200),
        ("1 200", 1200),
        ("1 200 300", 1_200_300),
        ("seven", 7),
        ("twenty-three", 23),
        ("twenty three", 23),
        ("one hundred and twelve", 112),
        ("two hundred and six thousand and four", 206_004),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("two dozen", 24),
        ("2.5 million", 2_500_000),
        ("three million two hundred thousand", 3_200_000),
        ("a total of 31", 31),
        ("all 12", 12),
        ("both", 2),
        ("one point two million", 1_200_000),
        ("one point twenty-five million", 1_250_000),
        ("zero point five million", 500_000),
        ("1.2 million", 1_200_000),
        ("1,2 million", 1_200_000),
        ("1,25 million", 1_250_000),
        ("two and a half million", 2_500_000),
        ("two-and-a-half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("two and three quarters million", 2_750_000),
        ("2 ½ million", 2_500_000),
        ("2½ million", 2_500_000),
        ("2 1/2 million", 2_500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("half-a-million", 500_000),
        ("a half-dozen", 6),
        ("a hundred and fifty thousand", 150_000),
        ("seventeen hundred", 1700),
        ("seventeen-hundred", 1700),
        ("twelve hundred", 1200),
        ("two-hundred-and-fifty", 250),
        ("one million, two hundred thousand", 1_200_000),
        ("1 million 200,000", 1_200_000),
        ("dozen", 12),
        ("2,50,000", 250_000),
        ("1'200", 1200),
        ("12k", 12_000),
        ("1.2m", 1_200_000),
        ("\u0665\u0668", 58),
        ("\uff15\uff18", 58),
        ("\u0967\u0968", 12),
        ("\uff11,\uff12\uff10\uff10", 1200),
        ("\u0661\u066c\u0662\u0660\u0660", 1200),
        ("\u0663\u066b\u0665 million", 3_500_000),
    ],
)
def test_numbers(words, value):
    assert number(words) == Count(value, value)


@pytest.mark.parametrize(
    ("words", "fewest", "most"),
    [
        ("at least 58", 58, None),
        ("no fewer than twelve", 12, None),
        ("more than 80", 81, None),
        ("over 80", 81, None),
        ("80 or more", 80, None),
        ("80+", 80, None),
        ("up to 100", 1, 100),
        ("as many as 100", 1, 100),
        ("fewer than 100", 1, 99),
        ("about 80", 72, 88),
        ("some 80", 72, 88),
        ("nearly 80", 72, 80),
        ("between 20 and 30", 20, 30),
        ("20 to 30", 20, 30),
        ("20-30", 20, 30),
        ("five or six", 5, 6),
        ("at least five or six", 5, None),
        ("dozens", 12, None),
        ("several dozen", 12, None),
        ("several hundred thousand", 100_000, None),
        ("a couple of hundred", 100, None),
        ("one to two million", 1_000_000, 2_000_000),
        ("two or three hundred", 200, 300),
        ("500 to 2 million", 500, 2_000_000),
        ("1-2 million", 1_000_000, 2_000_000),
        ("1.2 to 1.5 million", 1_200_000, 1_500_000),
        ("between 1.2 and 1.5 million", 1_200_000, 1_500_000),
        ("more than one point two million", 1_200_001, None),
        ("hundreds", 100, None),
        ("many hundreds", 100, None),
        ("hundreds of thousands", 100_000, None),
        ("tens of thousands", 10_000, None),
        ("several", 3, None),
        ("a few", 3, None),
        ("some", 2, None),
    ],
)
def test_what_words_leave_open_is_a_range(words, fewest, most):
    assert number(words) == Count(fewest, most)


@pytest.mark.parametrize(
    "words",
    [
        "10:45",
        "3-1",
        "2.5",
        "1.234",
        "1,2",
        "1,20",
        "1.234.567",
        "one point two",
        "two and a half",
        "two thirds",
        "½",
        "1²",
        "2 trillion",
        "1\u200f2",
        "5\ufe0f\u20e38\ufe0f\u20e3",
        "9" * 30,
        "9" * 5000,
        "40 billion",
        "million million million",
        "12 percent",
        "15-year-old",
        "5th",
        "",
    ],
)
def test_what_is_no_count(words):
    assert not words or number(words) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The raid cost $40 million and killed nobody's hopes.",
        "In 2015 rebels took the town.",
        "The blast at 10:45 was heard 12 miles away.",
        "He was shot 12 times, police said of the film.",
        "Flight 612 died down on radar screens at 6 p.m.",
        "The bullet was of calibre 45 and killed 3 cows.",
        "Half of the passengers were killed.",
        "A third of the passengers were killed.",
        "Most of the passengers were killed.",
        "10 percent of the passengers were killed.",
        "The home side won 3-1 and killed the game.",
        "We do not know how many were killed.",
    ],
)
def test_numbers_that_count_nobody(sentence):
    assert all(kind == "injured" and fewest == 1 for kind, fewest, _ in told(sentence))


def test_a_year_is_not_the_number_of_the_killed():
    assert told("In 2015 a bomb killed 20 people.") == [("killed", 20, 20)]
    assert told("The mine that opened on 3 May 2015 killed 20 people.") == [("killed", 20, 20)]


def test_two_thousand_people_are_no_year():
    assert told("The quake killed 2000 people.") == [("killed", 2000, 2000)]


def test_ages_are_no_numbers_of_people():
    assert told("Mira Tolan, 34, was killed.") == [("killed", 1, 1)]
    assert told("Mira Tolan 34 was killed.") == [("killed", 1, 1)]
    assert told("The two men, ages 20 and 22, were killed.") == [("killed", 2, 2)]
    assert told("He shot his 3 year-old brother.") == [("injured", 1, 1)]
    assert told("Their 6- and 10-year-old sons were killed.") == [("killed", 2, None)]
