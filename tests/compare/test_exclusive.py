import pytest

from rashomon.compare.points.exclusive import are_contested
from rashomon.model.comparison import When, Where
from rashomon.pipeline.resources import load_comparer
from tests.compare.accounts import party, stated
from tests.compare.test_same import roster

EXCLUSIVE = load_comparer(is_relating=False).rules.exclusive


def contested(kind, *positions, of=None):
    return are_contested(kind, [stated(*one) for one in positions], EXCLUSIVE, of or roster())


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("responsibility", "Norvia", "Estmark"),
        ("responsibility", "Norvia", "rebels"),
        ("means", "air strike", "car bomb"),
        ("target", "school", "weapons depot"),
        ("occurrence", "happened", "staged"),
        ("legality", "lawful", "unlawful"),
        ("purpose", "deliberate", "by mistake"),
        (
            "time",
            When("2031-05-02", "2031-05-02", "2031-05-02"),
            When("2031-05-04", "2031-05-04", "2031-05-04"),
        ),
        ("place", Where("Brinn", 10, 10, 5, "NV", "town"), Where("Oro", 12, 10, 5, "NV", "town")),
    ],
)
def test_answers_of_two_that_cannot_both_be_true_are_contested(kind, one, other):
    assert contested(kind, (one, "A"), (other, "B"))
    assert not contested(kind, (one, "A"), (other, "A"))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("responsibility", "Norvia", "unknown"),
        ("responsibility", "Lenn Front", "gunmen"),
        ("responsibility", "rebels", "terrorist groups"),
        ("responsibility", "regime", "regime forces"),
        ("means", "bomb", "car bomb"),
        ("target", "school", "market"),
        ("target", "mill", "weapons depot"),
        ("purpose", "retaliation for the raid", "to free hostages"),
        (
            "time",
            When("2031-05", "2031-05-01", "2031-05-31"),
            When("2031-05-04", "2031-05-04", "2031-05-04"),
        ),
        ("place", Where("Brinn", 10, 10, 5, "NV", "town"), Where("Oro", 10.2, 10, 5, "NV", "town")),
        (
            "place",
            Where("Norvia", 20, 20, 300, "NV", "country"),
            Where("Oro", 10, 10, 5, "NV", "town"),
        ),
    ],
)
def test_answers_that_may_both_be_true_are_not(kind, one, other):
    assert not contested(kind, (one, "A"), (other, "B"))


def test_who_shares_one_of_several_answers_does_not_contradict():
    assert not contested("responsibility", ("Norvia", "A"), ("Estmark", "A"), ("Estmark", "B"))


def test_fighters_of_two_sides_are_not_one_target():
    parties = (
        party(1, "Sarn Front", "armed_group", "Sarn Front"),
        party(2, "Halen Militia", "armed_group", "Halen Militia"),
    )
    of = roster(parties=parties)
    assert contested(
        "target", ("a Sarn Front position", "A"), ("Halen Militia fighters", "B"), of=of
    )
    assert not contested("target", ("a Sarn Front position", "A"), ("fighters", "B"), of=of)
