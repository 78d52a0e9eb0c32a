"""What every case does with documents and readings, whatever holds it."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.case import Addition, Entry
from rashomon.model.document import Document, Provenance, identity
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.model.spans import Span

from .making import BRIDGE, DAM, VERSIONS, entry, reading

DAM_ID = DAM.reading.document.id
BRIDGE_ID = BRIDGE.reading.document.id


def actions(case):
    return [(one.action, one.subject) for one in case.log()]


def test_what_is_added_comes_back_as_it_was(case):
    assert case.add([DAM, BRIDGE]) == [Addition(DAM_ID, "new", 1), Addition(BRIDGE_ID, "new", 1)]
    assert case.document(DAM_ID) == DAM.reading.document
    assert case.reading(DAM_ID) == DAM.reading
    assert list(case.readings()) == [DAM.reading, BRIDGE.reading]
    assert case.known([DAM_ID, "sha256:0", "", BRIDGE_ID]) == {DAM_ID, BRIDGE_ID}


def test_what_is_known_is_left_as_it_is(case):
    case.add([DAM])
    before = actions(case)
    elsewhere = replace(DAM.reading.document, title="Another title")
    again = replace(DAM, reading=replace(DAM.reading, document=elsewhere))
    assert case.add([again, again]) == [Addition(DAM_ID, "known", 1)] * 2
    assert case.document(DAM_ID).title == "Flood at Orle"
    assert actions(case) == before


def test_what_stands_twice_in_a_batch_is_stored_once(case):
    additions = case.add([DAM, BRIDGE, DAM])
    assert [one.outcome for one in additions] == ["new", "new", "known"]
    assert [row.id for row in case.documents()] == [DAM_ID, BRIDGE_ID]


def test_a_document_is_listed_with_what_is_known_of_it(case):
    case.add([DAM])
    [row] = case.documents()
    assert (row.id, row.path, row.publisher) == (DAM_ID, "dam.txt", "Lakes Radio")
    assert (row.title, row.url) == ("Flood at Orle", "https://lakes.example/flood")
    assert (row.published, row.language, row.words) == ("2023-05-04", "en", 25)
    assert (row.origin, row.version, row.versions, row.is_current) == (None, 1, 1, True)
    assert row.added_at.startswith("20")
    assert (row.external_id, row.obtained_at) == (None, None)


def test_documents_are_listed_in_the_order_of_adding(case):
    entries = [entry(f"Report number {number} from Orle.") for number in range(40)]
    case.add(entries[:25])
    case.add(entries[25:])
    assert [row.id for row in case.documents()] == [one.reading.document.id for one in entries]


def test_the_beginning_of_a_digest_is_enough_to_name_a_document(case):
    case.add([DAM, BRIDGE])
    digest = DAM_ID.removeprefix("sha256:")
    for written in (DAM_ID, digest, digest[:12], f"sha256:{digest[:12]}"):
        assert case.document(written).id == DAM_ID


@pytest.mark.parametrize("written", ["", "sha256:", "ff" * 32, "dam.txt", "%", "' OR 1=1 --", "\0"])
def test_a_document_that_is_not_there_is_unknown(case, written):
    case.add([DAM])
    for asked in (case.document, case.reading, case.versions, case.change):
        with pytest.raises(UnknownItemError):
            asked(written)


def test_a_beginning_that_two_documents_share_names_neither(case):
    case.add([entry(f"Report {number}.") for number in (232, 351)])
    beginnings = [row.id.removeprefix("sha256:")[:4] for row in case.documents()]
    assert beginnings == ["fdc7"] * 2
    with pytest.raises(UnknownItemError, match="more than one"):
        case.document("fdc7")
    with pytest.raises(UnknownItemError, match="give 4 characters of its id or more"):
        case.document("fdc")


def test_a_document_without_its_bytes_is_refused_and_nothing_of_its_batch_is_kept(case):
    broken = replace(DAM.reading, document=replace(DAM.reading.document, provenance=None))
    with pytest.raises(CaseError, match="without its bytes"):
        case.add([BRIDGE, replace(DAM, reading=broken)])
    assert list(case.documents()) == []


def test_a_document_with_the_bytes_of_another_is_refused(case):
    document = replace(DAM.reading.document, id=BRIDGE_ID)
    with pytest.raises(CaseError, match="not that of its bytes"):
        case.add([replace(DAM, reading=replace(DAM.reading, document=document))])


def test_a_span_that_does_not_resolve_is_refused(case):
    beyond = replace(DAM.reading, boilerplate=(Span(3, 9_999),))
    with pytest.raises(CaseError, match="does not resolve"):
        case.add([replace(DAM, reading=beyond)])


def test_what_was_read_by_others_is_named(case):
    newer = {**VERSIONS, "model": "tarn-2"}
    case.add([DAM, replace(BRIDGE, versions=newer)])
    assert case.readings_by_others(VERSIONS) == [BRIDGE_ID]
    assert case.readings_by_others(newer) == [DAM_ID]
    assert case.readings_by_others({"model": "none"}) == [DAM_ID, BRIDGE_ID]
    assert case.readings_by_others(dict(reversed(VERSIONS.items()))) == [BRIDGE_ID]


def test_versions_may_hold_any_text(case):
    strange = {"parties": "folder \udcff\0/own.toml"}
    case.add([replace(DAM, versions=strange)])
    assert case.readings_by_others(strange) == []


def test_a_new_reading_takes_the_place_of_the_one_before(case):
    case.add([DAM, BRIDGE])
    newer = {**VERSIONS, "model": "tarn-2"}
    again = Entry(reading(DAM.reading.document), {"origins": b"other"}, newer)
    case.read_again([again])
    assert case.reading(DAM_ID) == again.reading
    assert case.reading(BRIDGE_ID) == BRIDGE.reading
    assert case.readings_by_others(newer) == [BRIDGE_ID]
    assert dict(case.sketches("origins")) == {DAM_ID: b"other", BRIDGE_ID: b"o"}
    assert dict(case.sketches("incidents")) == {BRIDGE_ID: b"i"}
    assert actions(case)[-1] == ("read again", DAM_ID)
    assert case.verify().breaks == ()


def test_a_new_reading_of_a_document_that_is_not_there_is_refused_as_a_whole(case):
    case.add([DAM])
    again = Entry(reading(DAM.reading.document), {}, VERSIONS)
    with pytest.raises(UnknownItemError):
        case.read_again([again, BRIDGE])
    assert case.reading(DAM_ID) == DAM.reading


def test_a_new_reading_of_another_text_or_title_is_refused(case):
    case.add([DAM])
    document = DAM.reading.document
    for other in (replace(document, text=f"{document.text} More."), replace(document, title="x")):
        with pytest.raises(CaseError, match="not of the document"):
            case.read_again([Entry(reading(other), {}, VERSIONS)])
    assert case.reading(DAM_ID) == DAM.reading
    assert case.verify().breaks == ()


def test_sketches_come_in_the_order_of_the_ids(case):
    entries = [
        entry(f"Report {number}.", sketches={"origins": b"%d" % number}) for number in range(9)
    ]
    case.add(entries)
    expected = {one.reading.document.id: one.sketches["origins"] for one in entries}
    assert list(case.sketches("origins")) == sorted(expected.items())
    assert list(case.sketches("nobody's")) == []


def test_each_thing_done_stands_in_the_log(case):
    case.add([DAM])
    case.add([BRIDGE])
    case.read_again([DAM])
    assert actions(case) == [("added", DAM_ID), ("added", BRIDGE_ID), ("read again", DAM_ID)]
    entries = list(case.log())
    assert [one.number for one in entries] == [1, 2, 3]
    assert entries[0].previous == "0" * 64
    assert [one.previous for one in entries[1:]] == [one.hash for one in entries[:-1]]
    assert entries[0].details["text"] == identity(DAM.reading.document.text.encode())[7:]


def test_an_empty_batch_does_nothing(case):
    assert case.add([]) == []
    case.read_again([])
    assert actions(case) == []


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.text(st.characters(codec=None), min_size=1),
    st.text(st.characters(codec=None)),
    st.text(st.characters(codec=None)),
)
def test_any_text_is_kept_and_found_whole(case, text, title, url):
    raw = text.encode("utf-8", "surrogatepass") + title.encode("utf-8", "surrogatepass")
    document = Document(
        id=identity(raw),
        text=text,
        path=url,
        external_id=title,
        publisher=title,
        title=title,
        url=url,
        provenance=Provenance(raw, "text/plain", title, url, None),
    )
    case.add([Entry(reading(document), {}, VERSIONS)])
    assert case.document(document.id).text == text
    rows = {row.id: row for row in case.documents()}
    assert rows[document.id].external_id is not None


@pytest.mark.parametrize(
    "text", ["word " * 200_000, "x" * 1_000_000, "9" * 400_000, "🌊 " * 300_000]
)
def test_a_very_long_text_is_kept(case, text):
    case.add([entry(text)])
    [row] = case.documents()
    assert case.document(row.id).text == text
    assert case.verify().breaks == ()


def test_bytes_that_unpack_to_a_great_deal_are_kept_small(case):
    raw = b"<p>Orle</p>" + b" " * 10_000_000
    case.add([entry("Orle", raw=raw)])
    assert case.document(identity(raw)).provenance.raw == raw
