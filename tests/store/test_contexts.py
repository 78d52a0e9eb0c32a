import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.store.contexts import AROUND, first_match, marks, window
from rashomon.store.words import parse

TEXT = "Rain fell on the valley. " * 30


@pytest.mark.parametrize("at", [0, 10, 300, 700, len(TEXT) - 5])
def test_a_window_is_cut_at_words(at):
    found = window(TEXT, Span(at, at + 4))
    assert found.start == 0 or TEXT[found.start - 1] == " "
    assert found.end == len(TEXT.rstrip()) or TEXT[found.end] == " "
    assert found.start <= at
    assert found.end - found.start <= AROUND + 20
    assert found.of(TEXT) == found.of(TEXT).strip()


def test_a_short_text_is_shown_whole():
    assert window(" It rained. ", Span(4, 5)) == Span(1, 11)


@given(st.text(st.characters(codec=None)), st.integers(0, 500), st.integers(0, 500))
def test_a_window_lies_in_any_text(text, start, length):
    start = min(start, len(text))
    found = window(text * 3, Span(start, min(start + length, len(text * 3))))
    assert 0 <= found.start <= found.end <= len(text * 3)
    assert found.end - found.start <= 2 * AROUND


def test_a_word_longer_than_the_window_is_cut():
    text = "x" * 5000
    found = window(text, Span(2000, 2010))
    assert found.start <= 2000
    assert 0 < found.end - found.start <= 2 * AROUND


@given(st.text("ab ü"), st.text('ab ü"*'))
def test_marks_lie_in_the_stretch(text, typed):
    whole = Span(0, len(text))
    for span in marks(text, whole, parse(typed), {}):
        assert span.of(text).strip() == span.of(text) != ""


def test_what_is_nowhere_is_shown_from_the_beginning():
    assert first_match(TEXT, parse("snow"), unchanged) == Span(0, AROUND)


def unchanged(words):
    """Return words as their own stems."""
    return {word: word for word in words}


@pytest.mark.parametrize("at", [0, 3, 19_980, 19_998, 20_000, 20_005, 45_000])
@pytest.mark.parametrize("typed", ["flood", "flo*", '"flood came"', "snow flood"])
def test_a_word_is_found_wherever_it_stands_in_a_long_text(at, typed):
    text = "rain " * 10_000
    at -= at % 5
    text = f"{text[:at]}flood came {text[at:]}"
    assert first_match(text, parse(typed), unchanged) == Span(at, at + 5)


def test_a_phrase_is_shown_where_its_words_stand_together():
    text = "Gates. They were shut. The gates were shut."
    assert first_match(text, parse('"gates were"'), unchanged) == Span(27, 32)
