"""Damage in training is drawn by lot, and drawn again the same."""

import random

from training.mangling import draw_damage


def test_most_texts_get_several_kinds_and_some_none():
    dice = random.Random(3)
    drawn = [len(draw_damage(dice)) for _ in range(2000)]
    assert min(drawn) == 0
    assert sum(count > 1 for count in drawn) > 1000


def test_the_same_lot_draws_the_same():
    assert draw_damage(random.Random(5)) == draw_damage(random.Random(5))
