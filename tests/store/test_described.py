"""What is known of documents by decisions, whatever holds the case."""

from dataclasses import replace

import pytest

from rashomon.model.case import Correction, Decision, Description, Query
from rashomon.model.document import Facts
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.model.spans import Span

from .making import BRIDGE, DAM, VERSIONS, entry
from .test_decisions import DAM_ID
from .test_linking import FLOOD, LINKING

BY = "hand/1"
SAID = Decision("describe", DAM_ID, None, {"publisher": "Orle Times"}, "Mira")
FACTS = replace(DAM.reading.document.facts, publisher="Orle Times")


@pytest.fixture
def filled(case):
    case.add([DAM, BRIDGE, FLOOD])
    case.put_linking(LINKING)
    return case


def known_as(facts, **values):
    """Return what was read in a document of which something else is known."""
    about = {name: getattr(facts, name) for name in ("publisher", "published", "title", "url")}
    document = replace(DAM.reading.document, **about)
    return replace(DAM.reading, document=document, **values)


def describe(case, facts=FACTS, reading=None):
    """Store what is known of a document."""
    made_of = case.grounds(DAM_ID).made_of
    return case.put_described(Description(DAM_ID, made_of, facts, reading, VERSIONS))


def correct(case):
    """Lay decisions upon the reading, as a reviewer would without any."""
    made_of = case.grounds(DAM_ID).made_of
    return case.put_corrected(Correction(DAM_ID, made_of, BY, None, DAM.sketches))


def row(case):
    return next(one for one in case.documents() if one.id == DAM_ID)


def test_a_decision_marks_its_document_and_changes_nothing_yet(filled):
    before = filled.state()
    filled.decide(SAID)
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert filled.reading(DAM_ID) == DAM.reading
    assert filled.linked_by() is not None
    assert filled.state() != before
    assert filled.verify().breaks == ()


def test_what_is_known_is_shown_everywhere_and_what_was_added_stays(filled):
    hashes = dict(filled.reading_hashes())
    filled.decide(SAID)
    assert describe(filled)
    assert row(filled).publisher == "Orle Times"
    assert filled.document(DAM_ID).facts == FACTS
    assert filled.reading(DAM_ID) == known_as(FACTS)
    assert next(filled.readings()) == known_as(FACTS)
    assert filled.versions(DAM_ID)[0].publisher == "Orle Times"
    assert filled.added_reading(DAM_ID) == DAM.reading
    assert filled.grounds(DAM_ID).added == DAM.reading.document.facts
    assert dict(filled.reading_hashes())[DAM_ID] != hashes[DAM_ID]
    assert len(filled.search(Query(publisher="Orle Times", what="documents"))) == 1
    assert not filled.search(Query(publisher="Lakes Radio"))
    assert filled.verify().breaks == ()


def test_a_document_is_to_be_read_until_it_was_with_what_is_known_of_it(filled):
    filled.decide(SAID)
    assert describe(filled)
    assert (list(filled.unread()), filled.grounds(DAM_ID).is_read) == ([DAM_ID], False)
    read = known_as(FACTS, times=())
    assert describe(filled, reading=read)
    assert (list(filled.unread()), filled.grounds(DAM_ID).is_read) == ([], True)
    assert filled.machine_reading(DAM_ID) == filled.reading(DAM_ID) == read
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert filled.verify().breaks == ()
    assert correct(filled)
    assert list(filled.outdated(BY)) == []
    assert filled.reading(DAM_ID) == read
    assert filled.verify().breaks == ()
    other = replace(FACTS, published="2023-05-06")
    filled.decide(replace(SAID, value={"published": "2023-05-06"}))
    assert describe(filled, other)
    assert list(filled.unread()) == [DAM_ID]
    assert filled.machine_reading(DAM_ID) == known_as(other, times=())
    assert filled.verify().breaks == ()


def test_taking_all_back_brings_back_what_was_read_first_without_reading(filled):
    filled.decide(SAID)
    describe(filled, reading=known_as(FACTS, times=()))
    correct(filled)
    filled.undo(1, reviewer="Mira")
    assert list(filled.outdated(BY)) == [DAM_ID]
    assert describe(filled, None)
    assert (list(filled.unread()), filled.reading(DAM_ID)) == ([], DAM.reading)
    assert correct(filled)
    assert row(filled).publisher == "Lakes Radio"
    assert len(filled.search(Query(publisher="Lakes Radio", what="documents"))) == 1
    assert filled.verify().breaks == ()


def test_nothing_is_stored_where_somebody_decided_meanwhile(filled):
    filled.decide(SAID)
    made_of = filled.grounds(DAM_ID).made_of
    filled.decide(replace(SAID, value={"publisher": "Halen Post"}))
    assert not filled.put_described(Description(DAM_ID, made_of, FACTS))
    assert filled.document(DAM_ID).publisher == "Lakes Radio"
    assert list(filled.outdated(BY)) == [DAM_ID]


def test_what_was_made_before_something_was_said_is_not_laid_upon_the_reading(filled):
    reject = Decision("reject", DAM_ID, Span(0, 9), {"what": "claim"}, "Mira")
    filled.decide(reject)
    made_of = filled.grounds(DAM_ID).made_of
    filled.decide(SAID)
    rest = replace(DAM.reading, attributions=())
    assert not filled.put_corrected(Correction(DAM_ID, made_of, BY, rest, DAM.sketches))
    assert list(filled.outdated(BY)) == [DAM_ID]


def test_a_new_reading_of_the_document_as_added_is_followed_by_one_with_what_is_known(filled):
    filled.decide(SAID)
    describe(filled, reading=known_as(FACTS, times=()))
    correct(filled)
    filled.read_again([replace(DAM, versions={"rashomon": "0.4.0"})])
    assert list(filled.unread()) == list(filled.outdated(BY)) == [DAM_ID]
    assert filled.reading(DAM_ID) == known_as(FACTS)
    assert filled.verify().breaks == ()


def test_who_read_it_with_what_is_known_is_known_too(filled):
    filled.decide(SAID)
    made_of = filled.grounds(DAM_ID).made_of
    others = {"rashomon": "0.2.0"}
    filled.put_described(Description(DAM_ID, made_of, FACTS, known_as(FACTS), others))
    assert list(filled.readings_by_others(VERSIONS)) == [DAM_ID]


def test_a_later_version_is_to_be_looked_at_too(filled):
    filled.decide(SAID)
    describe(filled, reading=known_as(FACTS))
    correct(filled)
    later = entry("Another text.", url=DAM.reading.document.url)
    filled.add([later])
    assert list(filled.outdated(BY)) == [later.reading.document.id]
    [before] = filled.grounds(later.reading.document.id).earlier
    assert before.added == DAM.reading.document.facts
    assert filled.verify().breaks == ()


def test_what_is_known_of_an_earlier_version_is_not_searched(filled):
    filled.add([entry("Another text.", url=DAM.reading.document.url)])
    filled.decide(SAID)
    describe(filled, reading=known_as(FACTS))
    assert not filled.search(Query(publisher="Orle Times", what="documents"))
    assert filled.verify().breaks == ()


def test_spans_must_resolve_and_the_document_must_be_there(filled):
    filled.decide(SAID)
    broken = replace(DAM.reading.attributions[0], content=(Span(0, 10_000),))
    with pytest.raises(CaseError, match="does not resolve"):
        describe(filled, reading=known_as(FACTS, attributions=(broken,)))
    with pytest.raises(UnknownItemError):
        filled.put_described(Description("sha256:" + "0" * 64, "", Facts()))


def test_any_text_comes_back(filled):
    facts = Facts("a\0b\x1a;", "2023-05-04", "half \ud800", None)
    filled.decide(SAID)
    assert describe(filled, facts)
    assert filled.document(DAM_ID).facts == facts
    assert filled.verify().breaks == ()


def test_two_cases_of_which_the_same_is_known_have_one_digest(filled):
    before = filled.verify().digest
    filled.decide(SAID)
    describe(filled, reading=known_as(FACTS, times=()))
    assert filled.verify().digest != before
