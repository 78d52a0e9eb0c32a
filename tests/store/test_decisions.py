import pytest

from rashomon.model.case import Decision
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.model.spans import Span

from .making import BRIDGE, DAM

DAM_ID = DAM.reading.document.id
STANCE = Decision(
    "stance", DAM_ID, Span(4, 9), {"is": "doubts", "\0": "\ud800"}, "Mira", "see p. 2"
)
SAME = Decision("same_incident", None, None, {"with": "i2"}, "Jorun")


@pytest.fixture
def filled(case):
    case.add([DAM, BRIDGE])
    return case


def test_decisions_are_numbered_and_kept(filled):
    assert [filled.decide(STANCE), filled.decide(SAME)] == [1, 2]
    kept = list(filled.decisions())
    assert [one.decision for one in kept] == [STANCE, SAME]
    assert [one.is_undone for one in kept] == [False, False]


def test_a_decision_that_is_taken_back_stays_on_record(filled):
    filled.decide(STANCE)
    filled.decide(SAME)
    filled.undo(1, reviewer="Jorun")
    assert [(one.decision, one.is_undone) for one in filled.decisions()] == [
        (STANCE, True),
        (SAME, False),
    ]
    *_, first, second, third = filled.log()
    assert [(one.action, one.details["reviewer"]) for one in (first, second, third)] == [
        ("decided", "Mira"),
        ("decided", "Jorun"),
        ("undone", "Jorun"),
    ]


def test_a_new_reading_leaves_decisions_alone(filled):
    filled.decide(STANCE)
    filled.read_again([DAM])
    assert [one.decision for one in filled.decisions()] == [STANCE]


@pytest.mark.parametrize("number", [0, -1, 2, 2**70])
def test_what_was_never_decided_cannot_be_taken_back(filled, number):
    filled.decide(STANCE)
    with pytest.raises(UnknownItemError):
        filled.undo(number, reviewer="Mira")


def test_a_decision_is_taken_back_once(filled):
    filled.decide(STANCE)
    filled.undo(1, reviewer="Mira")
    with pytest.raises(CaseError, match="already"):
        filled.undo(1, reviewer="Mira")


def test_a_decision_is_about_words_that_are_there(filled):
    with pytest.raises(UnknownItemError):
        filled.decide(Decision("stance", "sha256:" + "0" * 64, None, {}, "Mira"))
    with pytest.raises(CaseError, match="does not resolve"):
        filled.decide(Decision("stance", DAM_ID, Span(5, 5000), {}, "Mira"))
    assert list(filled.decisions()) == []


def test_decisions_that_are_one_act_are_kept_and_taken_back_together(filled):
    assert filled.decide_all([STANCE, SAME]) == (1, 2)
    assert filled.decide_all([]) == ()
    filled.undo_all([2, 1], reviewer="Jorun")
    assert [one.is_undone for one in filled.decisions()] == [True, True]


def test_of_an_act_with_a_decision_that_cannot_be_kept_none_is(filled):
    before = filled.state()
    nowhere = Decision("same_incident", "sha256:0", None, {"with": DAM_ID}, "Jorun")
    with pytest.raises(UnknownItemError):
        filled.decide_all([STANCE, nowhere])
    assert not list(filled.decisions())
    assert filled.state() == before


def test_of_an_act_with_a_decision_that_is_not_there_none_is_taken_back(filled):
    filled.decide(STANCE)
    with pytest.raises(UnknownItemError):
        filled.undo_all([1, 2], reviewer="Mira")
    assert [one.is_undone for one in filled.decisions()] == [False]
