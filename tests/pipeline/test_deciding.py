"""Decisions as people type them."""

import pytest

from rashomon.model.case import Decision
from rashomon.model.errors import RashomonError, SettingsError
from rashomon.pipeline.deciding import USAGE, decide
from rashomon.pipeline.reviewing import reviewed
from rashomon.store import open_case
from tests.store.making import BRIDGE, DAM

DAM_ID = DAM.reading.document.id
D = DAM_ID.removeprefix("sha256:")[:12]
B = BRIDGE.reading.document.id.removeprefix("sha256:")[:12]


@pytest.fixture
def case(tmp_path):
    with open_case(str(tmp_path / "sarn.case"), create=True) as case:
        case.add([DAM, BRIDGE])
        yield case


def typed(case, *words, reviewer="Mira"):
    what, *subjects = words
    return decide(case, what, subjects, reviewer=reviewer, note="")


def test_the_name_of_who_decides_has_a_longest(case):
    with pytest.raises(SettingsError, match="101 characters for a name, 100 at most"):
        typed(case, "describe", D, "publisher=The Post", reviewer="a" * 101)
    with pytest.raises(SettingsError, match="nobody decides"):
        typed(case, "describe", D, "publisher=The Post", reviewer=" ")
    typed(case, "describe", D, "publisher=The Post", reviewer="a" * 100)
    assert last(case).reviewer == "a" * 100


def last(case) -> Decision:
    *_, kept = case.decisions()
    return kept.decision


def test_fields_of_a_correction_are_typed_by_name(case):
    assert typed(case, "correct", D, "a2", "stance=doubts", "party=Estmark ").numbers == (1,)
    decision = last(case)
    assert (decision.kind, decision.document, decision.reviewer) == ("correct", DAM_ID, "Mira")
    assert decision.value["changed"] == "party stance"
    assert (decision.value["party"], decision.value["stance"]) == ("Estmark", "doubts")


def test_stretches_are_typed_as_words_or_offsets(case):
    typed(case, "correct", D, "a2", "content=an  alarm in\nBrinn", "source=64-82")
    claim = reviewed(case, DAM_ID).reading.attributions[1]
    quote = DAM.reading.document.quote
    assert (quote(claim.content), quote(claim.source)) == (
        "an alarm in Brinn",
        "The Lakes Ministry",
    )


def test_what_others_say_of_the_same_is_told(case):
    typed(case, "correct", D, "a2", "stance=doubts")
    done = typed(case, "correct", D, "a2", "stance=predicts", reviewer="Jorun")
    assert [one.field for one in done.conflicts] == ["stance"]
    typed(case, "same", D, B)
    done = typed(case, "other", D, B, reviewer="Jorun")
    assert [one.about for one in done.conflicts] == ["incident"]
    typed(case, "merge-origins", D, B)
    done = typed(case, "part-origins", D, B, reviewer="Jorun")
    assert [one.about for one in done.conflicts] == ["origin"]


def test_each_decision_is_typed_as_its_usage_says(case):
    typed(case, "accept", D, "a1")
    typed(case, "reject", D, "l1")
    typed(case, "insert", D, "time", "words=an alarm", "edtf=2023-05")
    typed(case, "insert", B, "count", "words=Ten people", "kind=killed", "min=10")
    typed(case, "merge-parties", "Ministry of Lakes", "the ministry", "Lakes Ministry")
    typed(case, "part-parties", "Quill", "Mayor Quill")
    typed(case, "relate", D, "0-9", B, "Norvia bombed", "neutral")
    typed(case, "confirm", "1", reviewer="Jorun")
    typed(case, "dispute", "2", reviewer="Jorun")
    assert typed(case, "undo", "5").numbers == (5, 6)  # both were one act
    kinds = [one.decision.kind for one in case.decisions()]
    assert kinds == [
        *("accept", "reject", "insert", "insert", "same_party", "same_party", "other_party"),
        *("relation", "confirm", "dispute"),
    ]
    [item] = [one for one in reviewed(case, B).items if one.what == "count"]
    assert (item.values["min"], item.values["max"]) == ("10", "10")


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        (("accept", "a1"), "1 word for accept; write: accept DOCUMENT ITEM"),
        (("accept", D, "a1", "stance=denies"), "3 words for accept"),
        (("accept", D, "a9"), "no claim 'a9'"),
        (("accept", "ffff", "a1"), "no document"),
        (("correct", D, "q1", "stance=denies"), "'q1' is no item; 'rashomon items'"),
        (("correct", D, "a1", "stance"), "'stance' has no name; write NAME=VALUE"),
        (("correct", D, "a1", "stance=asserts"), "nothing is corrected"),
        (("correct", D, "a1", "tone=loud"), "tone: no such field; there are source"),
        (("correct", D, "a1", "content=no such words"), "does not have the words 'no such words'"),
        (("insert", D, "party", "name=x"), "'party' is no kind of item"),
        (("insert", D, "time", "edtf=2023"), "words holds no words"),
        (("insert", D, "place", "words=Brinn", "name=Brinn"), "l1 stands there already"),
        (("relate", D, "0-9", B, "0-9", "agrees"), "'agrees' is no relation"),
        (("relate", D, "0-9", B, ".", "contradicts"), "they hold no letter and no digit; name the"),
        (("relate", B, "6-7", D, "0-9", "contradicts"), "the words at [6, 7] say nothing"),
        (("confirm", "x"), "no number of a decision"),
        (("confirm", "7"), "there is no decision 7"),
        (("undo", "7"), "there is no decision 7"),
        (("same", D, D), "both are one document"),
        (("perhaps", D), "'perhaps' is nothing to decide; write one of accept, correct"),
    ],
)
def test_what_cannot_be_told_is_said_with_the_way_to_write_it(case, asked, fault):
    with pytest.raises(RashomonError) as caught:
        typed(case, *asked)
    assert fault in str(caught.value)
    assert list(case.decisions()) == []


def test_every_usage_begins_with_its_word():
    assert all(usage.split()[0] == word for word, usage in USAGE.items())
