from itertools import count

import pytest

from rashomon.model.comparison import Related
from rashomon.model.errors import BrokenRowError
from rashomon.model.failure import Failure
from rashomon.pipeline.relating import RelatedPair, relate_claims, relate_pairs
from rashomon.readers.pairs import ClaimPair

BROKEN = Failure("pairs.jsonl:2", BrokenRowError("the row has no 'b'"))


class Asked:
    """Stands for the relation model: keeps what it is asked; what is the same follows."""

    def __init__(self):
        self.batches = []

    def relate(self, pairs):
        self.batches.append(pairs)
        return [Related("entails" if a == b else "neutral", 0.9) for a, b in pairs]


def test_relations_come_in_the_order_of_the_pairs_with_failures_in_their_places():
    pairs = [ClaimPair("x", "x"), BROKEN, ClaimPair("x", "y")]
    first, failure, last = relate_pairs(pairs, Asked())
    assert (first.pair, first.related.relation) == (pairs[0], "entails")
    assert failure is BROKEN
    assert (last.pair, last.related.relation) == (pairs[2], "neutral")


def test_pairs_are_read_as_they_are_needed():
    asked = Asked()
    endless = (ClaimPair(f"claim {number}", "another") for number in count())
    results = relate_pairs(endless, asked)
    for number in range(200):
        assert isinstance(next(results), RelatedPair)
        assert sum(map(len, asked.batches)) < number + 100


@pytest.mark.parametrize("pairs", [[], [BROKEN, BROKEN]])
def test_where_there_is_no_pair_there_is_no_relation(pairs):
    assert list(relate_pairs(pairs, Asked())) == pairs


def test_whatever_a_claim_holds_the_model_gets_a_text_that_it_can_read():
    asked = Asked()
    relate_claims("one \ud800\n\t two", "x " * 1_000_000, asked)
    [[(a, b)]] = asked.batches
    assert a == "one \ufffd two"
    assert len(b) < 50_000
    a.encode()
