import pytest

from evaluation.ecb import chains, stem
from rashomon.model.spans import Span


@pytest.mark.parametrize(
    ("some", "others"), [("shot", "shots"), ("killed", "killing"), ("arrest", "was arrested")]
)
def test_forms_of_a_word_have_one_stem(some, others):
    assert stem(some) == stem(others)


def test_mentions_of_one_stem_and_one_group_are_a_chain():
    mentions = {
        ("a", Span(0, 6)): "killed",
        ("b", Span(3, 10)): "killing",
        ("b", Span(20, 26)): "arrest",
        ("c", Span(0, 6)): "killed",
    }

    found = chains(mentions, {"a": 1, "b": 1, "c": 2})

    assert frozenset({("a", Span(0, 6)), ("b", Span(3, 10))}) in found
    assert len(found) == 3
