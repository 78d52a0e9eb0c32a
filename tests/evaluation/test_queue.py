import pytest

from evaluation.queue import Looked, against_chance, found_in, precedence


def looked(weight, *wrong):
    return Looked(weight, frozenset(wrong), frozenset(wrong))


QUEUE = [looked(9.0, "a"), looked(5.0, "a", "b"), looked(2.0), looked(1.0)]


def test_a_wrong_cell_that_two_tasks_hold_counts_once():
    assert found_in(QUEUE) == 2


def test_the_first_tasks_are_held_against_random_order():
    first, everything = against_chance(QUEUE, (1, 4, 9))
    assert (first.tasks, first.queue) == (1, 1)
    assert first.random == pytest.approx(0.75, abs=0.05)  # one cell, two cells, none, none
    assert first.likely == pytest.approx(0.5, abs=0.05)
    assert (everything.queue, everything.random, everything.likely) == (2, 2, 1)


def test_how_often_a_wrong_one_comes_first():
    assert precedence(QUEUE) == 1
    assert precedence(QUEUE[:2]) == 0.5
    assert precedence([looked(1.0), looked(3.0), looked(2.0, "a")]) == 0.5
