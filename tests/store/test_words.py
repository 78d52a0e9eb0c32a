import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.store.words import Term, fold, name_key, parse, spans_of_words

TEXTS = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Gates shut", [("gates",), ("shut",)]),
        ('"gates stayed" shut', [("gates", "stayed"), ("shut",)]),
        ("“gates stayed” shut", [("gates", "stayed"), ("shut",)]),
        ('"never closed again', [("never", "closed", "again")]),
        ("air-strike", [("air", "strike")]),
        ("Überfall", [("uberfall",)]),
        ("NEAR(a b) OR col:x ^y", [("near", "a"), ("b",), ("or",), ("col", "x"), ("y",)]),
        ("' -- ; ( ) & | ! <->", []),
    ],
)
def test_what_is_typed_is_words_and_phrases(typed, terms):
    assert [one.words for one in parse(typed)] == terms
    assert not any(one.is_prefix for one in parse(typed))


@pytest.mark.parametrize("typed", ["bomb*", "bomb* ", '"bomb*"'])
def test_a_star_stands_for_any_ending(typed):
    assert parse(typed) == (Term(("bomb",), True),)


def test_a_very_long_word_is_known_by_its_beginning():
    assert parse("a" * 5000) == (Term(("a" * 100,), True),)


@given(TEXTS)
def test_terms_are_words_of_the_folded_kind(typed):
    for term in parse(typed):
        assert term.words
        assert all(word.isalnum() or not word.isascii() for word in term.words)
        assert all(fold(word) == word for word in term.words)


@given(TEXTS)
def test_words_are_found_where_they_stand(text):
    found = spans_of_words(text, Span(0, len(text)))
    assert " ".join(word for word, _ in found) == name_key(text)
    for word, span in found:
        assert name_key(span.of(text)) == word


def test_a_letter_with_a_separate_accent_is_one_word():
    assert spans_of_words("de\u0301ja vu", Span(0, 8)) == [("deja", Span(0, 5)), ("vu", Span(6, 8))]
