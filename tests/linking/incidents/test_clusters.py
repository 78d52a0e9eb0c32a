import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.incidents.clusters import cluster, telling_scores


def test_what_is_likely_is_put_together():
    assert cluster(4, {(0, 1): 2.0, (1, 2): -3.0, (2, 3): 1.0}) == [[0, 1], [2, 3]]


def test_one_likeness_does_not_tie_two_groups_that_are_unlike():
    likely = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 0.5}

    assert cluster(4, {**likely, (0, 2): -4.0, (0, 3): -4.0, (1, 3): -4.0}) == [[0, 1], [2, 3]]
    assert cluster(4, {**likely, (0, 2): 0.1, (0, 3): 0.1, (1, 3): 0.1}) == [[0, 1, 2, 3]]


def test_people_have_the_last_word():
    scores = {(0, 1): -9.0, (1, 2): 9.0}

    assert cluster(3, scores, together=[(0, 1)], apart=[(1, 2)]) == [[0, 1], [2]]


def test_what_is_kept_apart_is_not_put_together_by_way_of_others():
    assert cluster(3, {(0, 1): 5.0, (1, 2): 4.0}, apart=[(0, 2)]) == [[0, 1], [2]]
    assert cluster(3, {}, together=[(0, 1), (1, 2)], apart=[(0, 2)]) == [[0, 1], [2]]


def test_nothing_compared_nothing_put_together():
    assert cluster(2, {}) == [[0], [1]]


def test_a_report_on_two_events_does_not_tie_them_together():
    bridge = {(0, 2): 8.0, (1, 2): 8.0, (2, 3): 7.0, (2, 4): 7.0}
    apart = {(a, b): -9.0 for a in (0, 1) for b in (3, 4)}

    found = cluster(5, {**bridge, **apart, (0, 1): 8.0, (3, 4): 8.0})

    assert found == [[0, 1, 2], [3, 4]]


_COUNT = 7
_EDGES = st.tuples(st.integers(0, _COUNT - 1), st.integers(0, _COUNT - 1)).filter(
    lambda edge: edge[0] < edge[1]
)


@given(
    st.dictionaries(_EDGES, st.floats(-12, 6, width=32)),
    st.sets(_EDGES, max_size=3),
    st.sets(_EDGES),
)
def test_scores_between_what_nothing_joins_change_no_group(scores, together, apart):
    pairs = np.array(sorted(scores), np.int64).reshape(-1, 2)
    values = np.array([scores[one] for one in sorted(scores)], np.float32)

    telling = telling_scores(_COUNT, pairs, values, together)

    assert telling.items() <= scores.items()
    decided = sorted(together), sorted(apart)
    assert cluster(_COUNT, telling, *decided) == cluster(_COUNT, scores, *decided)
