import pytest

from rashomon.compare.points.counted import conflicts, label
from rashomon.model.comparison import Count, Position
from tests.compare.accounts import holding, position


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(58, 58), "58"),
        (Count(58, None), "at least 58"),
        (Count(None, 22), "up to 22"),
        (Count(1, 7), "up to 7"),
        (Count(0, 7), "up to 7"),
        (Count(0, 1), "0 to 1"),
        (Count(1, 1), "1"),
        (Count(1200, 1500), "1,200 to 1,500"),
    ],
)
def test_a_count_is_told_as_people_say_it(count, words):
    assert label(count) == words


def test_ranges_that_overlap_agree():
    assert conflicts([position(20, None, ("A", "2023-05-09")), position(35, 35, ("B", None))]) == (
        False,
        False,
    )


def test_other_counts_of_one_day_by_two_are_contested():
    found = [position(22, 22, ("A", "2023-05-09")), position(35, 35, ("B", "2023-05-09"))]
    assert conflicts(found) == (True, False)


def test_a_higher_toll_of_a_later_day_is_an_update():
    found = [position(22, 22, ("A", "2023-05-09")), position(35, 35, ("B", "2023-05-10"))]
    assert conflicts(found) == (False, True)


def test_a_lower_toll_of_a_later_day_is_contested():
    found = [position(35, 35, ("A", "2023-05-09")), position(22, 22, ("B", "2023-05-10"))]
    assert conflicts(found) == (True, False)


def test_one_who_corrects_himself_does_not_contest():
    found = [position(22, 22, ("A", "2023-05-09")), position(35, 35, ("A", "2023-05-09"))]
    assert conflicts(found) == (False, False)


def test_where_one_who_counts_counts_more_lower_counts_are_earlier():
    day = "2023-05-09"
    found = [
        position(22, 22, ("A", day)),
        position(35, 35, ("A", day)),
        position(24, 24, ("B", day)),
    ]
    assert conflicts(found) == (False, True)
    late = [*found[:2], position(24, 24, ("B", "2023-05-12"))]
    assert conflicts(late) == (True, True)


def test_what_nobody_stands_by_any_more_is_an_earlier_state():
    found = [
        position(22, 22, ("A", "2023-05-09")),
        position(35, 35, ("A", "2023-05-10"), ("B", "2023-05-09")),
    ]
    assert conflicts(found) == (False, True)


def test_a_lower_count_that_one_stands_by_after_the_higher_came_up_is_contested():
    found = [
        position(22, 22, ("A", "2023-05-09"), ("A", "2023-05-12")),
        position(35, 35, ("B", "2023-05-10")),
    ]
    assert conflicts(found) == (True, False)


def test_counts_that_a_document_sets_side_by_side_are_contested():
    day = "2023-05-09"
    beside = [
        Position(Count(number, number), "", (holding(name, day, document="d1"),), ())
        for name, number in (("A", 17), ("B", 22))
    ]
    assert conflicts([*beside, position(35, 35, ("B", "2023-05-10"))]) == (True, True)


def test_where_a_document_gives_two_in_its_own_voice_the_count_was_rising():
    day = "2023-05-09"
    own = holding("Courier", day, document="d1", attribution=None)
    beside = [
        Position(Count(20, 20), "", (own,), ()),
        Position(Count(70, 70), "", (holding("A", day, document="d1"),), ()),
    ]
    assert conflicts(beside) == (False, True)


def test_where_the_whole_toll_rose_its_parts_did():
    day = "2023-05-09"
    found = [position(5, 5, ("A", day)), position(9, 9, ("B", day))]
    assert conflicts(found) == (True, False)
    assert conflicts(found, is_rising=True) == (False, True)


def test_what_a_publisher_alone_repeats_of_a_rising_toll_is_an_earlier_state():
    old = Position(Count(22, 22), "", (holding("Courier", "2023-05-12", attribution=None),), ())
    higher = position(35, 35, ("B", "2023-05-10"))
    assert conflicts([old, higher]) == (True, False)
    assert conflicts([old, higher], is_rising=True) == (False, True)
