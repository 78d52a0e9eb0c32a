from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.spans import Span, merge, subtract, trim

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


def covered(parts):
    return {place for span in parts for place in range(*span)}


@given(st.lists(spans))
def test_merge_covers_the_same_characters_with_spans_that_do_not_touch(parts):
    merged = merge(parts)
    assert covered(merged) == covered(parts)
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(spans, st.lists(spans))
def test_subtract_leaves_what_no_part_covers(whole, parts):
    assert covered(subtract(whole, parts)) == covered([whole]) - covered(parts)


@given(st.text(alphabet=" a\n", max_size=12))
def test_trim_takes_white_space_off_both_ends_and_nothing_else(text):
    span = trim(Span(0, len(text)), text)
    assert (span.of(text) if span else "") == text.strip()


def test_spans_that_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))
    assert Span(0, 9).holds(Span(3, 9))
    assert not Span(0, 8).holds(Span(3, 9))


@given(spans, spans)
def test_spans_are_alike_where_they_share_most_of_the_shorter_one(one, other):
    shared = len(covered([one]) & covered([other]))
    assert one.shared(other) == other.shared(one) == shared
    assert one.is_mostly_in(other) == (shared > len(covered([one])) / 2)
    shorter = min(len(covered([one])), len(covered([other])))
    assert one.is_like(other) == other.is_like(one) == (shared > shorter / 2)
