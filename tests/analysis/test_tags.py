import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.analysis.tags import TAGS, Role, TagCosts, WordSpan, find_spans, tag, tags_of
from rashomon.analysis.words import LINE, PARAGRAPH, SPACE

BEGIN, INSIDE, END, SINGLE = range(4)


def scores(*sequence, sure=0.9):
    made = np.full((len(sequence), TAGS), (1 - sure) / (TAGS - 1), np.float32)
    made[np.arange(len(sequence)), sequence] = sure
    return np.log(made)


def gaps(count, **places):
    made = np.full(count, SPACE)
    made[0] = PARAGRAPH
    for place, gap in places.items():
        made[int(place[1:])] = gap
    return made


def test_sure_tags_make_their_spans():
    spans = [
        WordSpan(Role.SOURCE, 0, 2),
        WordSpan(Role.CUE, 2, 3),
        WordSpan(Role.CONTENT, 3, 7),
        WordSpan(Role.CONTENT, 8, 9),
    ]
    sequence = np.zeros(9, int)
    for span in spans:
        sequence[span.start : span.end] = tags_of(span)
    assert find_spans(scores(*sequence), gaps(9), TagCosts()) == spans


def test_no_span_runs_over_a_paragraph():
    content = [tag(Role.CONTENT, BEGIN), *[tag(Role.CONTENT, INSIDE)] * 4, tag(Role.CONTENT, END)]
    found = find_spans(scores(*content), gaps(6, w3=PARAGRAPH), TagCosts())
    assert all(span.end <= 3 or span.start >= 3 for span in found)


def test_a_line_end_inside_a_span_costs_what_it_is_said_to():
    content = [tag(Role.CONTENT, BEGIN), *[tag(Role.CONTENT, INSIDE)] * 4, tag(Role.CONTENT, END)]
    free = find_spans(scores(*content), gaps(6, w3=LINE), TagCosts())
    dear = find_spans(scores(*content), gaps(6, w3=LINE), TagCosts(line=50.0))
    assert [(span.start, span.end) for span in free] == [(0, 6)]
    assert all(span.end <= 3 or span.start >= 3 for span in dear)


def test_opening_costs_suppress_unsure_spans_of_their_role_only():
    unsure = scores(tag(Role.CUE, SINGLE), 0, tag(Role.SOURCE, SINGLE), sure=0.5)
    costs = TagCosts(opening=(0.0, 9.0, 0.0))
    assert find_spans(unsure, gaps(3), costs) == [WordSpan(Role.SOURCE, 2, 3)]


def is_allowed(sequence):
    open_role = None
    for number in sequence:
        role, part = (None, None) if number == 0 else divmod(number - 1, 4)
        if part in (INSIDE, END):
            if open_role != role:
                return False
            open_role = role if part == INSIDE else None
        elif open_role is not None:
            return False
        elif part == BEGIN:
            open_role = role
    return open_role is None


ALLOWED = [one for one in itertools.product(range(TAGS), repeat=3) if is_allowed(one)]


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_the_sequence_is_the_best_of_all_that_are_allowed(seed):
    random = np.random.default_rng(seed).normal(size=(3, TAGS)).astype(np.float32)
    best = max(ALLOWED, key=lambda one: random[np.arange(3), list(one)].sum())
    found = np.zeros(3, int)
    for span in find_spans(random, gaps(3), TagCosts()):
        found[span.start : span.end] = tags_of(span)
    assert tuple(found) == best


def test_paragraphs_are_read_together_as_each_by_itself():
    random = np.random.default_rng(3).normal(size=(30, TAGS)).astype(np.float32)
    gap = gaps(30, w7=PARAGRAPH, w9=PARAGRAPH, w21=PARAGRAPH)
    apart = [
        span.placed(np.arange(a, b))
        for a, b in ((0, 7), (7, 9), (9, 21), (21, 30))
        for span in find_spans(random[a:b], gaps(b - a), TagCosts())
    ]
    assert find_spans(random, gap, TagCosts()) == apart


def test_no_words_make_no_spans():
    assert find_spans(np.zeros((0, TAGS), np.float32), np.zeros(0, int), TagCosts()) == []
