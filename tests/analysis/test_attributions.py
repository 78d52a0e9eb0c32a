"""From tags and links to attributions: every content at one cue, every cue at one source."""

import numpy as np

from rashomon.analysis import links
from rashomon.analysis.attributions import find_attributions
from rashomon.analysis.confidence import FEATURES, confidence
from rashomon.analysis.links import LinkTables
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.tags import TAGS, Role, TagCosts, WordSpan, tags_of

WIDTH = 2


def near_first():
    half = links.DISTANCES // 2
    distance = -np.tile(np.arange(half), 2).astype(np.float32)
    return LinkTables(
        distance=distance,
        cues=-10 * np.arange(links.BETWEEN, dtype=np.float32),
        ends=np.zeros(links.ENDS, np.float32),
        lines=np.zeros(links.LINES, np.float32),
        none=np.zeros(WIDTH, np.float32),
        none_bias=-9.0,
    )


PARAMETERS = Parameters(
    size=254,
    context=0,
    costs=TagCosts(),
    source_links=near_first(),
    content_links=near_first(),
    calibration=Calibration((1.0,) * len(FEATURES), 0.0, 0.0),
    nested=Calibration((1.0,) * len(FEATURES), 0.0, 0.0),
)


def source(start, end):
    return WordSpan(Role.SOURCE, start, end)


def cue(start, end):
    return WordSpan(Role.CUE, start, end)


def content(start, end):
    return WordSpan(Role.CONTENT, start, end)


def found(spans, *, count=40, sure=0.9):
    tags = np.zeros(count, np.int64)
    for span in spans:
        tags[span.start : span.end] = tags_of(span)
    scores = np.full((count, TAGS), (1 - sure) / (TAGS - 1), np.float32)
    scores[np.arange(count), tags] = sure
    vectors = np.zeros((count, 2 * 4 * WIDTH), np.float32)
    gap = np.ones(count, np.int64)
    return find_attributions(np.log(scores), vectors, gap, np.zeros(count, bool), PARAMETERS)


def test_each_content_goes_to_its_cue_and_each_cue_to_its_source():
    made = found(
        [source(0, 2), cue(2, 3), content(3, 9), source(12, 13), cue(13, 15), content(15, 20)]
    )
    assert [(one.source, one.cue, one.contents) for one in made] == [
        (source(0, 2), cue(2, 3), (content(3, 9),)),
        (source(12, 13), cue(13, 15), (content(15, 20),)),
    ]


def test_a_content_in_two_parts_is_one():
    (made,) = found([content(0, 4), cue(5, 6), source(6, 8), content(9, 14)])
    assert made.contents == (content(0, 4), content(9, 14))
    assert made.source == source(6, 8)


def test_a_cue_without_content_is_no_attribution_and_one_without_source_is():
    assert found([source(0, 2), cue(2, 3)]) == []
    (made,) = found([cue(2, 3), content(3, 9)])
    assert made.source is None


def test_placing_an_attribution_places_all_its_spans():
    (made,) = found([source(0, 2), cue(2, 3), content(3, 9)])
    moved = made.placed(np.arange(7, 16))
    assert (moved.source, moved.cue, moved.contents) == (
        source(7, 9),
        cue(9, 10),
        (content(10, 16),),
    )


def test_surer_heads_make_surer_attributions():
    spans = [source(0, 2), cue(2, 3), content(3, 9)]
    values = [
        confidence(found(spans, sure=sure)[0].evidence, PARAMETERS.calibration)
        for sure in (0.5, 0.7, 0.9)
    ]
    assert values == sorted(values)
    assert values[0] < values[-1] < 1
