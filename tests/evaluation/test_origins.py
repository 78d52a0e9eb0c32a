import json
from typing import get_args

import pytest

from evaluation.copies.made import KINDS, made
from evaluation.origins import PAIRS, Found, Judged, Label, Labelled, find, labelled, measure
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_origin_tables
from tests.linking.origins.conftest import LEAVES, OTHER, reading

TEXTS = ("\n\n".join(LEAVES), "\n\n".join((*OTHER, *OTHER[::-1])))


def test_the_labelled_pairs_are_sound():
    rows = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    assert len(rows) >= 200
    assert len({(row["a"], row["b"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["label"] in get_args(Label)
        assert ("passages" in row) == (row["label"] == "passage")
        for a, b, c, d in row.get("passages", ()):
            assert 0 <= a < b
            assert 0 <= c < d


def test_the_parts_are_all_pairs_and_share_none():
    dev, reserved = labelled("dev"), labelled("reserved")
    assert len(dev) + len(reserved) == len(PAIRS.read_text("utf-8").splitlines())
    assert not {(one.first, one.second) for one in dev} & {
        (one.first, one.second) for one in reserved
    }


def test_what_is_made_stands_where_it_is_said_to_stand():
    seen = list(made(TEXTS, 1))
    assert {one.kind for one in seen} <= set(KINDS)
    for one in seen:
        if one.taken and one.placed and not one.is_whole:
            assert one.placed.of(one.derived) == one.taken.of(one.original)


def test_what_is_found_in_two_articles_is_a_label():
    tables = load_origin_tables()
    first = reading(TEXTS[0], "A", "2021-03-05")
    assert find(first, reading(TEXTS[0], "B", "2021-03-05"), tables).label == "copy"
    assert find(first, reading(TEXTS[1], "B", "2021-03-05"), tables).label == "independent"
    mixed = reading(f"{TEXTS[1]} {LEAVES[0]} {LEAVES[1]}", "B", "2021-03-05")
    found = find(first, mixed, tables)
    assert found.label == "passage"
    assert found.passages[0][0].start == 0


def judged(label, found, marked=(), got=()):
    pair = Labelled("c", "a", "b", label, tuple((span, span) for span in marked))
    return Judged(pair, Found(found, tuple((span, span) for span in got)))


def test_figures_count_pairs_and_characters():
    figures = measure(
        [
            judged("copy", "copy"),
            judged("passage", "passage", [Span(0, 10)], [Span(0, 5)]),
            judged("passage", "independent", [Span(0, 10)]),
            judged("quotation", "passage"),
            judged("background", "passage"),
            judged("page", "quotation"),
        ]
    )
    assert (figures.shared.right, figures.shared.marked, figures.shared.found) == (2, 3, 3)
    assert figures.degrees["wholly"].f1 == 1
    assert figures.degrees["not"].precision == pytest.approx(1 / 2)
    assert (figures.words.right, figures.words.marked, figures.words.found) == (10, 40, 10)
    assert (figures.passages.right, figures.passages.marked) == (1, 2)
