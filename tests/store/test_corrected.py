"""Readings with decisions upon them, beside those of the machine, whatever holds the case."""

from dataclasses import replace

import pytest

from rashomon.model.case import Correction, Decision, Linking, Query
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.model.incidents import IncidentDocument
from rashomon.model.origins import Origins
from rashomon.model.spans import Span

from .making import BRIDGE, DAM, entry
from .test_decisions import DAM_ID, SAME
from .test_linking import FLOOD, IDS, INCIDENT, LINKING

BY = "hand/1"
REJECT = Decision("reject", DAM_ID, Span(0, 9), {"what": "claim"}, "Mira")
GRADE = Decision("grade", DAM_ID, Span(0, 9), {"airwars": "fair"}, "Mira")
FIRST_ONLY = replace(DAM.reading, attributions=DAM.reading.attributions[:1])


@pytest.fixture
def filled(case):
    case.add([DAM, BRIDGE, FLOOD])
    case.put_linking(LINKING)
    return case


def corrected(case, reading=FIRST_ONLY, sketches=None, document=DAM_ID):
    """Return a correction of a document on the grounds that there are now."""
    made_of = case.grounds(document).made_of
    return Correction(document, made_of, BY, reading, sketches or DAM.sketches)


def claims(case):
    return [hit.attribution for hit in case.search(Query(publisher="Lakes Radio"))]


def test_a_decision_on_an_item_marks_the_reading_and_nothing_else(filled):
    filled.decide(REJECT)
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert filled.linked_by() is not None
    assert filled.reading(DAM_ID) == DAM.reading
    assert filled.verify().breaks == ()


@pytest.mark.parametrize("decision", [GRADE, Decision("confirm", None, None, {}, "Mira")])
def test_a_decision_on_anything_else_leaves_reading_and_links(filled, decision):
    filled.decide(decision)
    filled.undo(1, reviewer="Mira")
    assert list(filled.outdated(BY)) == []
    assert filled.linked_by() is not None


def test_a_decision_on_what_belongs_together_undoes_the_linking(filled):
    filled.decide(SAME)
    assert (filled.linked_by(), list(filled.outdated(BY))) == (None, [])


def test_what_is_corrected_is_shown_searched_and_listed(filled):
    filled.decide(REJECT)
    assert sorted(claims(filled)) == ["a1", "a2"]
    assert filled.put_corrected(corrected(filled))
    assert filled.reading(DAM_ID) == FIRST_ONLY
    assert next(filled.readings()) == FIRST_ONLY
    assert filled.machine_reading(DAM_ID) == DAM.reading
    assert claims(filled) == ["a1"]
    assert list(filled.outdated(BY)) == []
    assert list(filled.outdated("hand/2")) == [DAM_ID]
    [*_, last] = filled.log()
    assert (last.action, last.subject, last.details["decisions"]) == ("corrected", DAM_ID, "1")
    assert filled.verify().breaks == ()


def test_taking_all_back_shows_the_machine_reading_again(filled):
    before = filled.verify().digest
    filled.decide(REJECT)
    filled.put_corrected(corrected(filled))
    assert filled.verify().digest != before
    filled.undo(1, reviewer="Jorun")
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert filled.put_corrected(corrected(filled, reading=None))
    assert filled.reading(DAM_ID) == DAM.reading
    assert sorted(claims(filled)) == ["a1", "a2"]
    assert filled.verify().breaks == ()


def test_what_was_made_of_other_decisions_is_not_taken(filled):
    filled.decide(REJECT)
    made = corrected(filled)
    filled.decide(replace(REJECT, reviewer="Jorun"))
    before = filled.state()
    assert not filled.put_corrected(made)
    assert (filled.state(), filled.reading(DAM_ID)) == (before, DAM.reading)
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert filled.put_corrected(corrected(filled))


def test_what_another_has_stored_already_is_not_stored_again(filled):
    filled.decide(REJECT)
    made = corrected(filled)
    assert filled.put_corrected(made)
    before = filled.state()
    assert filled.put_corrected(made)
    assert filled.state() == before


def test_incidents_may_name_events_of_a_reading_before_until_the_case_is_linked(filled):
    gone = replace(INCIDENT, documents=(IncidentDocument(DAM_ID, "main", ("e9",)),))
    filled.put_linking(replace(LINKING, incidents=(gone,)))
    assert "it names events" in filled.verify().breaks[0].what
    filled.read_again([DAM])
    assert filled.verify().breaks == ()


def test_what_was_made_of_another_reading_is_not_taken(filled):
    filled.decide(REJECT)
    made = corrected(filled)
    filled.read_again([replace(DAM, reading=replace(DAM.reading, statements=()))])
    assert not filled.put_corrected(made)


def test_a_new_reading_is_shown_until_decisions_are_laid_upon_it(filled):
    filled.decide(REJECT)
    filled.put_corrected(corrected(filled))
    again = replace(DAM.reading, statements=())
    filled.read_again([replace(DAM, reading=again), BRIDGE])
    assert filled.reading(DAM_ID) == again
    assert sorted(claims(filled)) == ["a1", "a2"]
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert filled.verify().breaks == ()


def test_only_other_sketches_undo_the_linking(filled):
    filled.decide(REJECT)
    filled.put_corrected(corrected(filled))
    assert filled.linked_by() is not None
    filled.decide(REJECT)
    filled.put_corrected(corrected(filled, sketches={"origins": b"other"}))
    assert filled.linked_by() is None
    assert dict(filled.sketches("origins"))[DAM_ID] == b"other"
    assert list(filled.unsketched("incidents")) == [DAM_ID]


def test_a_version_that_is_not_current_is_not_searched_when_corrected(case):
    states = [
        entry(
            f"Orle flooded, said Quill on day {day}.",
            claims=({"source": "Quill", "content": "Orle flooded"},),
            url="https://a.example/orle",
            obtained_at=f"2023-05-0{day}T08:00:00Z",
        )
        for day in (1, 2)
    ]
    case.add(states)
    old = states[0].reading
    case.decide(Decision("accept", old.document.id, Span(0, 4), {"what": "claim"}, "Mira"))
    case.put_linking(Linking(Origins((), ()), (), {}, {}, {"linking": "1"}))
    case.put_corrected(
        corrected(case, old, document=old.document.id, sketches={"origins": b"other"})
    )
    assert case.linked_by() is not None
    assert len(case.search(Query(words="flooded"))) == 1
    assert case.verify().breaks == ()


def test_a_reading_whose_spans_do_not_resolve_is_refused(filled):
    wrong = replace(DAM.reading, boilerplate=(Span(0, 5000),))
    with pytest.raises(CaseError, match="does not resolve"):
        filled.put_corrected(corrected(filled, wrong))
    with pytest.raises(UnknownItemError):
        filled.put_corrected(replace(corrected(filled), document="sha256:" + "0" * 64))
    assert filled.reading(DAM_ID) == DAM.reading


def test_decisions_on_a_document_are_those_that_name_it_first(filled):
    filled.decide_all([GRADE, SAME, REJECT, replace(REJECT, document=IDS[0], kind="accept")])
    filled.undo(1, reviewer="Mira")
    found = [(one.number, one.is_undone) for one in filled.decisions_on(DAM_ID)]
    expected = [(1, True), (3, False)] + ([(4, False)] if IDS[0] == DAM_ID else [])
    assert found == expected
    assert [one.number for one in filled.grounds(DAM_ID).decisions] == [n for n, _ in expected]


def test_the_hash_of_a_reading_tells_whether_it_is_the_same(filled):
    before = dict(filled.reading_hashes())
    assert list(before) == [row.id for row in filled.documents()]
    filled.decide(REJECT)
    filled.put_corrected(corrected(filled))
    after = dict(filled.reading_hashes())
    assert [one for one in before if before[one] != after[one]] == [DAM_ID]
    filled.undo(1, reviewer="Mira")
    filled.put_corrected(replace(corrected(filled), reading=None))
    assert dict(filled.reading_hashes()) == before
