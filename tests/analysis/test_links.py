"""Which spans are linked: near ones before far ones, and none over too many words."""

import numpy as np
import pytest

from rashomon.analysis import links
from rashomon.analysis.links import LinkTables, layout, link, standing

WIDTH = 4
WORDS = 200


def tables(*, none_bias=-5.0):
    distance = np.zeros(links.DISTANCES, np.float32)
    half = links.DISTANCES // 2
    distance[:half] = distance[half:] = -np.arange(half)
    return LinkTables(
        distance=distance,
        cues=np.zeros(links.BETWEEN, np.float32),
        ends=np.zeros(links.ENDS, np.float32),
        lines=np.zeros(links.LINES, np.float32),
        none=np.zeros(WIDTH, np.float32),
        none_bias=none_bias,
    )


def linked(rows, columns, **options):
    rows, columns = np.array(rows), np.array(columns)
    place = layout(np.zeros(WORDS, bool), np.ones(WORDS, np.int64), columns)
    vectors = np.zeros((WORDS, 4, WIDTH), np.float32)
    return link(rows, columns, place, vectors, tables(**options))


def test_rows_are_log_probabilities_with_none_at_the_end():
    scores = linked([(10, 12), (40, 41)], [(5, 6), (20, 21), (50, 52)])
    assert scores.shape == (2, 4)
    assert np.exp(scores).sum(1) == pytest.approx(1)


def test_the_tables_decide_where_the_encoder_says_nothing():
    assert linked([(10, 12)], [(12, 13), (30, 31)])[0].argmax() == 0
    assert linked([(28, 29)], [(12, 13), (30, 31)])[0].argmax() == 1


def test_spans_too_far_apart_are_not_linked():
    far = 12 + links.REACH + 1
    assert linked([(10, 12)], [(far, far + 1)], none_bias=-50.0)[0].argmax() == 1
    assert linked([(10, 12)], [(far - 1, far)], none_bias=-50.0)[0].argmax() == 0


def test_what_the_encoder_says_is_weighed_with_the_tables():
    vectors = np.zeros((WORDS, 4, WIDTH), np.float32)
    vectors[10, 0] = vectors[30, 2] = 10
    rows, columns = np.array([(10, 12)]), np.array([(12, 13), (30, 31)])
    place = layout(np.zeros(WORDS, bool), np.ones(WORDS, np.int64), columns)
    assert link(rows, columns, place, vectors, tables())[0].argmax() == 1


def test_standing_counts_words_cues_sentence_ends_and_lines_between():
    gap = np.ones(20, np.int64)
    gap[8] = 3
    ends = np.zeros(20, bool)
    ends[7] = True
    cues = np.array([(2, 3), (5, 6), (12, 13)])
    features, between = standing(np.array([(13, 15)]), cues, layout(ends, gap, cues))
    assert between.tolist() == [[10, 7, 0]]
    assert features[0, :, 1].tolist() == [2, 1, 0]
    assert features[0, :, 2].tolist() == [1, 1, 0]
    assert features[0, :, 3].tolist() == [1, 1, 0]
