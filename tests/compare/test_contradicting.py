import numpy as np

from rashomon.compare.claims.claims import Claim
from rashomon.compare.claims.contradicting import PAIRS, contradictions
from tests.compare.accounts import holding


class Asked:
    """Stands for the relation model: claims contradict each other where one has ``not``."""

    def __init__(self, *, one_way=False):
        self.pairs = []
        self._one_way = one_way

    def probabilities(self, pairs):
        self.pairs += pairs
        sure = [
            ("not" in a.split()) != ("not" in b.split())
            and not (self._one_way and "not" in a.split())
            for a, b in pairs
        ]
        return np.array([[0.0, 1.0, 0.0] if one else [0.0, 0.0, 1.0] for one in sure]).reshape(
            -1, 3
        )


def claim(party, words, number=1, answered=()):
    said = holding(party, None, document=f"d{number}")
    return Claim(said, words, frozenset(answered))


CROSSED = "two armoured columns crossed the northern border"
NOT_CROSSED = "armoured columns did not cross the northern border"


def found(*claims, asked=None):
    relations = contradictions(claims, lambda: asked or Asked())
    return [(one.first.party, one.second.party) for one in relations]


def test_claims_of_two_parties_that_cannot_both_be_true_are_found():
    assert found(claim("Norvia", CROSSED), claim("Estmark", NOT_CROSSED)) == [("Norvia", "Estmark")]


def test_one_party_does_not_contradict_itself():
    assert found(claim("Norvia", CROSSED), claim("Norvia", NOT_CROSSED, 2)) == []


def test_what_a_kind_of_point_asks_is_left_to_it():
    assert (
        found(
            claim("Norvia", CROSSED, answered=("responsibility",)),
            claim("Estmark", NOT_CROSSED, 2, answered=("responsibility", "time")),
        )
        == []
    )


def test_claims_without_words_in_common_are_not_compared():
    asked = Asked()
    found(claim("Norvia", CROSSED), claim("Estmark", "it did not rain in Brinn"), asked=asked)
    assert asked.pairs == []


def test_the_model_is_not_loaded_where_there_is_nothing_to_ask():
    def load():
        raise AssertionError("loaded in vain")

    assert contradictions([claim("Norvia", CROSSED), claim("Norvia", NOT_CROSSED, 2)], load) == []


def test_what_the_model_says_one_way_round_alone_is_not_enough():
    asked = Asked(one_way=True)
    assert found(claim("Norvia", CROSSED), claim("Estmark", NOT_CROSSED), asked=asked) == []


def test_the_other_way_round_is_asked_only_where_it_could_make_a_contradiction_sure():
    asked = Asked()
    found(claim("Norvia", CROSSED), claim("Estmark", CROSSED + " at night"), asked=asked)
    assert asked.pairs == [(CROSSED, CROSSED + " at night")]


def test_the_same_words_of_several_parties_are_asked_once():
    asked = Asked()
    denying = [claim(f"Party {i}", NOT_CROSSED, i) for i in range(1, 4)]
    assert len(found(claim("Norvia", CROSSED), *denying, asked=asked)) == len(denying)
    assert len(asked.pairs) == len(set(asked.pairs))


def test_the_model_is_asked_no_more_of_more_claims():
    asked = Asked()
    claims = [claim(f"Party {i}", f"{CROSSED} near post {i}", i) for i in range(400)]
    found(*claims, asked=asked)
    assert len(asked.pairs) == PAIRS
