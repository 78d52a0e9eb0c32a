import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.analysis.times.quantities import (
    build_numbers,
    number_of,
    spelled_number,
    spelled_ordinal,
    spelled_year,
)
from tests.analysis.times.reading import RAW

NUMBERS = build_numbers(RAW["numbers"])


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", 7),
        ("twenty four", 24),
        ("twenty - four", 24),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("two dozen", 24),
        ("three thousand two hundred", 3200),
        ("one million", 1_000_000),
    ],
)
def test_a_number_in_words(words, number):
    assert spelled_number(words.split(), 0, NUMBERS) == (number, len(words.split()))


@pytest.mark.parametrize(
    ("words", "number", "end"),
    [("two and the", 2, 1), ("seven eight", 7, 1), ("ten five", 10, 1), ("five -", 5, 1)],
)
def test_a_number_ends_where_the_words_do_not_go_on(words, number, end):
    assert spelled_number(words.split(), 0, NUMBERS) == (number, end)


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("nineteen ninety - seven", 1997),
        ("twenty seventeen", 2017),
        ("two thousand", 2000),
        ("two thousand and nine", 2009),
        ("nineteen two", None),
        ("forty ninety", None),
    ],
)
def test_a_year_in_words(words, year):
    found = spelled_year(words.split(), 0, NUMBERS)
    assert (found and found[0]) == year


@pytest.mark.parametrize(("words", "place"), [("first", 1), ("twenty - first", 21), ("last", -1)])
def test_a_place_in_words(words, place):
    assert spelled_ordinal(words.split(), 0, NUMBERS) == (place, len(words.split()))


@pytest.mark.parametrize(
    ("digits", "number"), [("7", 7), ("1,500", 1500), ("2.5", 2.5), ("9" * 99, None), ("1/2", None)]
)
def test_a_number_in_digits(digits, number):
    assert number_of(digits) == number


@given(st.lists(st.sampled_from(sorted(NUMBERS.words)), min_size=1, max_size=60))
def test_no_number_in_words_grows_without_bound(words):
    found = spelled_number(words, 0, NUMBERS)
    assert found is None or found[0] < 10**20
