import pytest

from evaluation.incidents import agreement

MARKED = {"a": 1, "b": 1, "c": 1, "d": 2}


def test_groups_that_are_right_agree():
    found = agreement(MARKED, {"a": "x", "b": "x", "c": "x", "d": "y"})

    assert (found.precision, found.recall, found.f1, found.documents) == (1, 1, 1, 4)


def test_what_is_split_costs_recall_and_what_is_merged_costs_precision():
    split = agreement(MARKED, {"a": "x", "b": "x", "c": "z", "d": "y"})
    merged = agreement(MARKED, dict.fromkeys("abcd", "x"))

    assert split.precision == 1
    assert split.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert merged.recall == 1
    assert merged.precision == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)


def test_only_the_part_asked_for_counts():
    found = agreement(MARKED, {"a": "x", "b": "x", "c": "z", "d": "y"}, ["d"])

    assert (found.f1, found.documents) == (1, 1)
