"""What every case does, whatever holds it."""

from dataclasses import replace

from rashomon.model.case import Addition, Query

from .making import BRIDGE, DAM

DAM_ID = DAM.reading.document.id
BRIDGE_ID = BRIDGE.reading.document.id


def test_what_is_added_comes_back_as_it_was(case):
    assert case.add([DAM, BRIDGE]) == [Addition(DAM_ID, "new", 1), Addition(BRIDGE_ID, "new", 1)]
    assert case.document(DAM_ID) == DAM.reading.document
    assert case.reading(DAM_ID) == DAM.reading
    assert list(case.readings()) == [DAM.reading, BRIDGE.reading]


def test_what_is_known_is_left_as_it_is(case):
    case.add([DAM])
    before = len(list(case.log()))
    elsewhere = replace(DAM.reading.document, title="Another title")
    again = replace(DAM, reading=replace(DAM.reading, document=elsewhere))
    assert case.add([again, again]) == [Addition(DAM_ID, "known", 1)] * 2
    assert case.document(DAM_ID).title == "Flood at Orle"
    assert len(list(case.log())) == before


def test_a_document_is_listed_with_what_is_known_of_it(case):
    case.add([DAM])
    [row] = case.documents()
    assert (row.id, row.path, row.publisher, row.title) == (
        DAM_ID, "dam.txt", "Lakes Radio", "Flood at Orle",
    )  # fmt: skip
    assert (row.words, row.origin, row.version, row.versions, row.is_current) == (
        25,
        None,
        1,
        1,
        True,
    )


def test_claims_are_found_by_words(case):
    case.add([DAM, BRIDGE])
    [hit] = case.search(Query(words="gate"))
    assert (hit.document.id, hit.attribution, hit.source) == (DAM_ID, "a1", "engineers")
    text = DAM.reading.document.text
    assert [one.of(text) for one in hit.marks] == ["gates"]
    assert hit.context == hit.context_span.of(text)


def test_a_whole_case_is_found_whole(case):
    case.add([DAM, BRIDGE])
    verified = case.verify()
    assert verified.breaks == ()
    assert verified.checked["documents"] == 2
