import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.grades.tolls import tolls
from tests.compare.graded import RULES, held, point, position

LATER = "2023-05-11"


def toll(*positions, kind="killed", who="total"):
    found = tolls([point(kind, *positions, who=who)], RULES)
    return found[0] if found else None


def estimates(made):
    return {one.convention: (one.low, one.best, one.high) for one in made.estimates}


def test_the_lowest_and_the_highest_stand_with_who_gives_them():
    made = toll(
        position(12, held("Mayor Quill", "person")),
        position(15, held("Lakes Monitor"), held("Brinn Herald", "publisher", origin="o1")),
        position(13, held("Tarn Times", "publisher", origin="o1")),
    )
    assert (made.kind, made.who, made.lowest, made.highest, made.origins) == (
        *("killed", "total", 12, 15),
        3,
    )
    assert [one.party for one in made.lowest_by] == ["Mayor Quill"]
    assert [one.party for one in made.highest_by] == ["Lakes Monitor", "Brinn Herald"]


def test_each_party_has_its_own_lowest_and_highest():
    made = toll(
        position(12, held("Lakes Monitor")),
        position((14, 20), held("Lakes Monitor", day=LATER)),
        position(13, held("Mayor Quill", "person")),
    )
    assert [(one.party, one.lowest, one.highest) for one in made.parties] == [
        ("Lakes Monitor", 12, 20),
        ("Mayor Quill", 13, 13),
    ]


def test_conventions_stand_side_by_side():
    made = toll(
        position(17, held("Brinn Herald", "publisher")),
        position(26, held("officials", "unnamed")),
        position(20, held("Lakes Monitor")),
    )
    assert estimates(made) == {
        "ACLED": (None, 17, None),
        "UCDP": (17, 20, 26),
        "Airwars": (None, None, None),
    }
    acled, ucdp, airwars = made.estimates
    assert "Brinn Herald" in acled.reason
    assert "Lakes Monitor (B: monitor)" in ucdp.reason
    assert "civilians" in airwars.reason


def test_civilians_have_a_range_of_airwars_and_a_best_of_ucdp():
    made = toll(
        position(9, held("Lakes Monitor")),
        position(11, held("residents", "group")),
        who="civilians",
    )
    assert estimates(made) == {
        "ACLED": (None, None, None),
        "UCDP": (None, 9, None),
        "Airwars": (9, None, 11),
    }
    assert "2 independent origins" in made.estimates[2].reason


def test_the_injured_are_counted_by_airwars_alone():
    civilians = toll(position(30, held("Lakes Monitor")), kind="injured", who="civilians")
    assert estimates(civilians) == {
        "ACLED": (None, None, None),
        "UCDP": (None, None, None),
        "Airwars": (30, None, 30),
    }


def test_the_most_conservative_is_that_of_credible_sources_where_there_are_any():
    unnamed = position(3, held("officials", "unnamed"))
    assert estimates(toll(unnamed, position(9, held("Lakes Monitor"))))["ACLED"][1] == 9
    alone = toll(unnamed)
    assert estimates(alone)["ACLED"][1] == 3
    assert "none is credible" in alone.estimates[0].reason


def test_who_takes_part_is_not_believed_first():
    accused = point("responsibility", position("Norvia", held("Lakes Monitor")))
    counted = point(
        "killed",
        position(0, held("Norvia", "government")),
        position(9, held("Brinn Herald", "publisher")),
        who="total",
    )
    (made,) = tolls([accused, counted], RULES)
    assert estimates(made)["ACLED"][1] == 9
    assert estimates(made)["UCDP"] == (0, 9, 9)


def test_a_later_toll_takes_the_place_of_an_earlier_one_of_the_same_party():
    made = toll(
        position(30, held("Lakes Monitor")),
        position(22, held("Lakes Monitor", day=LATER)),
    )
    assert (made.lowest, made.highest) == (22, 30)
    assert estimates(made)["UCDP"] == (22, 22, 22)


def test_a_higher_toll_of_a_later_day_takes_the_place_of_what_less_reliable_sources_said():
    first = position(12, held("Brinn Herald", "publisher"))
    later = position(20, held("Lakes Monitor", day=LATER))
    assert estimates(toll(first, later))["ACLED"][1] == 20
    doubtful = position(20, held("officials", "unnamed", day=LATER))
    assert estimates(toll(first, doubtful))["ACLED"][1] == 12
    same_day = position(20, held("Lakes Monitor"))
    assert estimates(toll(first, same_day))["ACLED"][1] == 12
    lower = position(9, held("Lakes Monitor", day=LATER))
    assert estimates(toll(first, lower))["UCDP"] == (9, 9, 12)


def test_a_toll_without_a_day_stays():
    made = toll(
        position(12, held("Brinn Herald", "publisher", day=None)),
        position(20, held("Lakes Monitor", day=LATER)),
    )
    assert estimates(made)["UCDP"] == (12, 20, 20)


def test_one_number_goes_before_a_range_then_what_most_give_then_the_lower():
    ranged = position((10, None), held("Lakes Monitor"))
    exact = position(14, held("Rights Monitor"))
    assert estimates(toll(ranged, exact))["UCDP"][1] == 14
    most = position(16, held("Osk Monitor"), held("Tarn Monitor"))
    assert estimates(toll(ranged, exact, most))["UCDP"][1] == 16
    other = position(13, held("Brinn Monitor"))
    assert estimates(toll(exact, other))["UCDP"][1] == 13


@pytest.mark.parametrize(
    ("bounds", "numbers", "acled", "ucdp"),
    [
        ((20, None), (20, 20), 20, (20, 20, 20)),
        ((None, 22), (22, 22), None, (None, None, 22)),
        ((20, 30), (20, 30), 20, (20, 20, 30)),
    ],
)
def test_bounds_that_are_left_open_are_not_made_up(bounds, numbers, acled, ucdp):
    made = toll(position(bounds, held("Lakes Monitor")))
    assert (made.lowest, made.highest) == numbers
    assert estimates(made)["ACLED"] == (None, acled, None)
    assert estimates(made)["UCDP"] == ucdp


def test_what_is_only_denied_or_doubted_does_not_count():
    denial = held("Osk", "government", stance="denies")
    assert toll(position(12, denied_by=[denial])) is None
    made = toll(position(12, held("Lakes Monitor"), denied_by=[denial]))
    assert (made.lowest, made.origins) == (12, 1)
    assert toll(position(12, held("Lakes Monitor", stance="doubts"))) is None
    both = position(12, held("Osk", "government"), denied_by=[denial])
    assert toll(both) is None


def test_a_point_without_numbers_has_no_toll():
    assert tolls([point("means", position("mortar", held("Lakes Monitor")))], RULES) == ()
    assert toll(position((None, None), held("Lakes Monitor"))) is None


COUNTS = st.one_of(st.none(), st.integers(0, 10**10))
BOUNDS = st.tuples(COUNTS, COUNTS).filter(lambda one: None in one or one[0] <= one[1])
DAYS = st.sampled_from([None, "2023-05-09", LATER])
GIVEN = st.tuples(
    BOUNDS, st.sampled_from("ABCD"), st.sampled_from(["monitor", "unnamed", None]), DAYS
)


@given(st.lists(GIVEN, max_size=12))
def test_estimates_lie_within_what_accounts_give(accounts):
    made = toll(
        *(position(bounds, held(name, kind, day=day)) for bounds, name, kind, day in accounts)
    )
    if made is None:
        assert all(bounds == (None, None) for bounds, *_ in accounts)
        return
    assert made.lowest <= made.highest
    assert made.lowest_by
    assert made.highest_by
    for one in made.estimates:
        numbers = [n for n in (one.low, one.best, one.high) if n is not None]
        assert numbers == sorted(numbers)
        assert all(made.lowest <= n <= made.highest for n in numbers)
