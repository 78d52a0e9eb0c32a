from dataclasses import replace

from rashomon.compare.recalling import Recall
from rashomon.compare.speakers.told import Told
from rashomon.model.rulings import Ruling
from tests.compare.accounts import reading


class Work:
    """Stands for finding what a document answers: nothing, and it says that it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, one):
        self.asked.append(one.reading.document.text)
        return []


def told(text, *, events=("e1",), kind="bombing", apart=()):
    one = reading(text)
    return Told(one, frozenset(events), apart, kind)


def asked_of(recall, *documents):
    work = Work()
    assert list(recall(work, documents)) == [[]] * len(documents)
    return work.asked


def test_what_is_known_is_not_asked_again():
    recall = Recall(10)
    assert asked_of(recall, told("one"), told("two")) == ["one", "two"]
    assert asked_of(recall, told("one"), told("three"), told("two")) == ["three"]


def test_all_that_an_answer_depends_on_is_looked_at():
    recall = Recall(10)
    asked_of(recall, told("one"))
    others = (
        told("one", events=("e1", "e2")),
        told("one", kind="shelling"),
        told("one", apart=(Ruling("Oro", "Brinn", False, "a reviewer"),)),
    )
    assert asked_of(recall, *others) == ["one"] * len(others)
    corrected = replace(told("one").reading, statements=()), reading("one", publisher="Another")
    again = [Told(one, frozenset(("e1",)), (), "bombing") for one in corrected]
    assert asked_of(recall, *again) == ["one"]


def test_the_oldest_is_forgotten_first():
    recall = Recall(2)
    asked_of(recall, told("one"), told("two"), told("one"), told("three"))
    assert asked_of(recall, told("one"), told("three"), told("two")) == ["two"]
