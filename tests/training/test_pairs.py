import random
from collections import Counter

from evaluation.related import ClaimPair
from training.made_pairs import made
from training.told_pairs import told_pairs

EVIDENCE = (
    "The mill on the Sarn, which the town of Brinn built in 1911 and sold to a family of weavers, "
    "burned down in the spring."
)


def test_claims_about_violence_are_the_same_for_the_same_dice():
    pairs = told_pairs(200, random.Random(1))
    assert pairs == told_pairs(200, random.Random(1))
    assert set(Counter(one.relation for one in pairs)) == {"entails", "contradicts", "neutral"}
    assert all(one.a != one.b for one in pairs if one.relation == "contradicts")


def test_a_claim_of_elsewhere_with_the_same_rare_words_is_neutral_to_evidence():
    marked = [
        ClaimPair("fool_me_twice", f"{EVIDENCE} {i}", f"A mill burned down, {i}.", "entails")
        for i in range(40)
    ]
    marked += [
        ClaimPair("fool_me_twice", f"Lake {i} froze.", f"It was cold at lake {i}.", "entails")
        for i in range(2000)
    ]
    found = made(marked, random.Random(1))
    crossed = [one for one in found if one.a.startswith("The mill") and one.relation == "neutral"]
    assert crossed
    assert all((one.a, one.b) not in {(each.a, each.b) for each in marked} for one in crossed)


def test_evidence_that_tells_more_does_not_follow_from_its_claim():
    marked = [ClaimPair("fool_me_twice", EVIDENCE, "A mill burned.", "entails")] * 50
    assert ClaimPair("fool_me_twice", "A mill burned.", EVIDENCE, "neutral") in made(
        marked, random.Random(1)
    )
