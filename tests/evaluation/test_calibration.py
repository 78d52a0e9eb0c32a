"""The calibration error, on cases that are counted by hand."""

import pytest

from evaluation.calibration import bins, error


def test_confidence_that_keeps_its_promise_has_no_error():
    assert error(bins([1.0] * 10 + [0.0] * 10, [True] * 10 + [False] * 10)) == 0


def test_the_error_is_the_mean_distance_of_promise_and_outcome():
    assert error(bins([0.9] * 100, [True, False] * 50)) == pytest.approx(0.4)


def test_bins_hold_as_many_each_from_the_least_sure_up():
    made = bins([i / 100 for i in range(100)], [True] * 100)
    assert [one.count for one in made] == [10] * 10
    assert made[0].confidence < made[-1].confidence
