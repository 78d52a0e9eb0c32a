import pytest

from rashomon.model.comparison import Related
from rashomon.pipeline.numbers import NumberedRelater
from rashomon.pipeline.resources import load_pair_relater, load_tables

KILLED = "{} were killed in the raid."


class Model:
    """Stands for the model: it is asked, and says that."""

    def relate(self, pairs):
        return [Related("neutral", 0.5) for _ in pairs]


@pytest.fixture(scope="module")
def relater():
    return NumberedRelater(Model(), load_tables().casualties.people.marks.counts)


def related(relater, one, other):
    (found,) = relater.relate([(KILLED.format(one), KILLED.format(other))])
    return found


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Forty people", "People", "entails"),
        ("Forty people", "At least 20 people", "entails"),
        ("40 people", "Forty people", "entails"),
        ("At least 20 people", "35 people", "neutral"),
        ("Forty people", "Thirty people", "contradicts"),
        ("Between 10 and 20 people", "More than 30 people", "contradicts"),
    ],
)
def test_claims_that_differ_in_a_number_relate_as_their_numbers_do(relater, one, other, relation):
    assert related(relater, one, other) == Related(relation, 1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("People", "Forty people"),  # more is told, not less
        ("Forty people", "Forty soldiers"),
        ("People", "People"),
        ("", ""),
    ],
)
def test_of_all_else_the_model_is_asked(relater, one, other):
    assert related(relater, one, other) == Related("neutral", 0.5)


def test_pairs_keep_their_order(relater):
    pairs = [("a b", "c d"), ("40 people died.", "30 people died."), ("e f", "g h")]
    assert [one.relation for one in relater.relate(pairs)] == ["neutral", "contradicts", "neutral"]


def test_a_pair_is_related_alike_alone_and_among_others():
    shipped = load_pair_relater()
    pairs = [
        ("The army shelled the market in Brinn.", "No shell hit the market."),
        ("A ferry sank.", "The minister of trade opened a fair in the capital on Monday morning."),
    ]
    assert shipped.relate(pairs) == [*shipped.relate(pairs[:1]), *shipped.relate(pairs[1:])]
