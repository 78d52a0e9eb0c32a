import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span
from rashomon.review.typed import find_typed, typed_words

TEXT = "The mayor said two died.\nTwo more, the mayor  said, were hurt. Two fled."


def spans(*pairs):
    return tuple(Span(*pair) for pair in pairs)


@pytest.mark.parametrize(
    ("typed", "near", "found"),
    [
        ("the mayor", 0, ((0, 9),)),
        ("the mayor", 40, ((35, 44),)),
        ("THE MAYOR said", 40, ((35, 50),)),
        ("Two more … were hurt", 0, ((25, 33), (52, 61))),
        ("two ... two", 60, ((62, 65), None)),
        ("the governor", 0, None),
        ("two died. Two more", 0, ((15, 33),)),
        ("…", 0, ()),
        (" ", 0, ()),
        ("a" * 3_000, 0, None),
        ("a " * 3_000, 0, None),
        ("a … " * 3_000, 0, None),
    ],
)
def test_typed_words_are_found_where_they_stand_nearest(typed, near, found):
    expected = None if found is None or None in found else spans(*found)
    assert find_typed(TEXT, typed, Span(near, near + 1)) == expected


def test_words_are_shown_on_one_line_and_found_again():
    chosen = spans((25, 33), (35, 50))
    assert typed_words(TEXT, chosen) == "Two more … the mayor said"
    assert find_typed(TEXT, typed_words(TEXT, chosen), Span(25, 50)) == chosen


@given(st.text(), st.text(), st.integers(0, 50))
def test_any_words_are_found_whole_or_not_at_all(text, typed, at):
    found = find_typed(text, typed, Span(at, at + 1))
    end = 0
    for span in found or ():
        assert end <= span.start < span.end <= len(text)
        end = span.end
