"""Where the words of a text stand in a later version of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.review.carrying import Kept

OLD = "The mayor said two died. Officials doubted it. Nothing else was known."
NEW = "Updated. The mayor said three died.\n\nOfficials  doubted it. Much else was known."


@pytest.mark.parametrize(
    ("words", "moved"),
    [
        ("The mayor said", "The mayor said"),
        ("mayor", "mayor"),
        ("ayor sa", "ayor sa"),
        ("Officials doubted it", "Officials  doubted it"),
        ("else was known.", "else was known."),
        ("died. Officials", "died.\n\nOfficials"),
        ("said two", None),
        ("two", None),
        ("Nothing else", None),
    ],
)
def test_words_that_stayed_are_found_and_others_are_not(words, moved):
    start = OLD.index(words)
    found = Kept(OLD, NEW).moved(Span(start, start + len(words)))
    assert (found and found.of(NEW)) == moved


WORDS = st.lists(st.sampled_from(["a", "bb", "c.", "dd,", "é", "😀"]), max_size=30)


@given(WORDS, WORDS, st.data())
def test_what_is_found_has_the_same_words(old, new, data):
    before, after = " ".join(old), "\n".join(new)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    found = Kept(before, after).moved(Span(start, end)) if start < end else None
    if found is not None and before[start:end].strip():
        assert found.of(after).split() == before[start:end].split()


@pytest.mark.parametrize("texts", [("", ""), ("a", ""), ("", "a"), (" ", " "), ("a " * 9000, "b ")])
def test_any_two_texts_can_be_compared(texts):
    assert Kept(*texts).moved(Span(0, 1)) is None or texts[0] == texts[1]
