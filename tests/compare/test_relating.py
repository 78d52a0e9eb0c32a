from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from rashomon.compare.claims.relating import encode_pair


def tokenizer():
    made = Tokenizer(WordLevel({"unknown": 0, "nobody": 1, "died": 2}, "unknown"))
    made.pre_tokenizer = Whitespace()
    return made


def test_a_pair_has_marks_around_and_between_its_claims():
    found = encode_pair(tokenizer(), "nobody died", "died")
    assert found.pieces == (101, 1, 2, 102, 2, 102)
    assert found.second == len((101, 1, 2, 102))


def test_of_a_pair_that_is_too_long_the_longer_claim_is_cut():
    found = encode_pair(tokenizer(), "died " * 50, "nobody", longest=10)
    assert found.pieces == (101, 2, 2, 2, 2, 2, 2, 102, 1, 102)


def test_half_of_a_surrogate_pair_is_an_unknown_sign():
    found = encode_pair(tokenizer(), "nobody \ud800 died", "\udfff\x00")
    assert found.pieces[:5] == (101, 1, 0, 2, 102)
    assert set(found.pieces[5:-1]) == {0}
