from rashomon.compare.claims.free import free_points
from rashomon.model.comparison import ClaimRelation, Holding, Voice
from rashomon.model.spans import Span


def holding(party, number):
    voice = Voice(party, "government", party, "asserts", f"a{number}")
    return Holding(party, voice, f"d{number}", None, Span(0, 9), f"o{number}")


def relation(one, other):
    return ClaimRelation(one, other, "contradicts", 0.9, "model")


NORVIA, ESTMARK, HALEN = holding("Norvia", 1), holding("Estmark", 2), holding("Halen", 3)
WORDS = {
    NORVIA: "no convoy crossed the border",
    ESTMARK: "a convoy of tanks crossed the border at night",
    HALEN: "trucks crossed the border",
}


def test_claims_that_contradict_the_same_claim_are_one_position():
    (point,) = free_points([relation(NORVIA, ESTMARK), relation(NORVIA, HALEN)], WORDS, 4)
    assert (point.id, point.kind, point.is_contested) == ("q5", "other", True)
    assert [{one.party for one in each.held_by} for each in point.positions] == [
        {"Norvia"},
        {"Estmark", "Halen"},
    ]
    assert point.label == "crossed, border, convoy"


def test_claims_of_which_each_contradicts_each_are_a_position_each():
    relations = [relation(NORVIA, ESTMARK), relation(NORVIA, HALEN), relation(ESTMARK, HALEN)]
    (point,) = free_points(relations, WORDS, 0)
    assert [each.label for each in point.positions] == [WORDS[NORVIA], WORDS[ESTMARK], WORDS[HALEN]]


def test_contradictions_that_share_no_claim_are_points_of_their_own():
    other = holding("Brinn", 4), holding("Oro", 5)
    said = {**WORDS, other[0]: "the well was poisoned", other[1]: "the well is clean"}
    found = list(free_points([relation(NORVIA, ESTMARK), relation(*other)], said, 0))
    assert [one.id for one in found] == ["q1", "q2"]
