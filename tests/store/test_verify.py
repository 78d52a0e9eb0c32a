"""Verify finds what was changed behind the case's back, names it, and goes on."""

from dataclasses import replace

import apsw
import pytest

from rashomon.model.case import Correction, Decision, Description
from rashomon.model.errors import DamagedCaseError
from rashomon.model.spans import Span
from rashomon.store import codec, open_case

from .making import BRIDGE, DAM, VERSIONS, entry
from .test_linking import LINKING

DAM_ID = DAM.reading.document.id
BRIDGE_ID = BRIDGE.reading.document.id
FLOOD = entry("Orle was flooded, the ministry says.")


@pytest.fixture
def path(tmp_path):
    """The file of a case that holds something of everything."""
    path = tmp_path / "sarn.case"
    with open_case(str(path), create=True) as case:
        case.add([DAM, BRIDGE, FLOOD])
        case.put_linking(LINKING)
        case.decide(Decision("stance", DAM_ID, Span(4, 9), {"is": "doubts"}, "Mira"))
        case.decide(Decision("party", DAM_ID, None, {}, "Mira"))
        case.undo(2, reviewer="Mira")
    return path


def tampered(path, *statements, values=()):
    """Change a case behind its back and return what the check finds, as texts."""
    db = apsw.Connection(str(path))
    for trigger in (
        "log_is_not_changed",
        "log_is_not_cut",
        "decisions_stay",
        "decisions_stay_as_made",
    ):
        db.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        db.execute(statement, values)
    db.close()
    with open_case(str(path), read_only=True) as case:
        return [f"{one.where}: {one.what}" for one in case.verify().breaks]


def test_a_case_that_nobody_touched_is_whole(path):
    with open_case(str(path), read_only=True) as case:
        verified = case.verify()
    assert verified.breaks == ()
    assert verified.checked == {
        "documents": 3,
        "spans": 16,
        "log entries": 7,
        "derivations": 2,
        "incidents": 1,
        "decisions": 2,
        "pairs": 4,
        "sketches": 6,
    }


def test_what_holds_the_same_has_the_same_digest(path, tmp_path):
    with open_case(str(tmp_path / "other.case"), create=True) as other:
        for one in (FLOOD, DAM, BRIDGE):
            other.add([one])
        other.put_linking(LINKING)
        other.decide(Decision("stance", DAM_ID, Span(4, 9), {"is": "doubts"}, "Mira"))
        other.decide(Decision("party", DAM_ID, None, {}, "Mira"))
        before = other.verify().digest
        other.undo(2, reviewer="Mira")
        after = other.verify().digest
    with open_case(str(path)) as case:
        assert case.verify().digest == after != before


def test_when_something_was_obtained_makes_no_difference_to_the_digest(tmp_path):
    digests = set()
    for day in (1, 2):
        path = tmp_path / f"{day}.case"
        with open_case(str(path), create=True) as case:
            case.add(
                [entry("Orle.", url="https://a.example", obtained_at=f"2023-05-0{day}T08:00:00Z")]
            )
            digests.add(case.verify().digest)
    assert len(digests) == 1


def test_bytes_that_were_changed_are_found(path):
    raw = DAM.reading.document.provenance.raw
    found = tampered(
        path,
        "UPDATE contents SET raw = ?, text = ? WHERE document = 1",
        values=(codec.pack(raw + b" "), codec.pack(raw, like=raw + b" ")),
    )
    assert found == [f"{DAM_ID}: its bytes are not those of its id"]


def test_a_text_that_was_changed_is_found_though_its_hash_was_changed_too(path):
    raw = DAM.reading.document.provenance.raw
    text = DAM.reading.document.text.replace("shut", "open").encode()
    found = tampered(
        path,
        "UPDATE contents SET text = ?, hash = ? WHERE document = 1",
        values=(codec.pack(text, like=raw), codec.digest(text)),
    )
    assert found == [f"{DAM_ID}: its text is not what the log says was stored"]


def test_a_reading_that_was_changed_is_found(path):
    other = codec.encode_reading(BRIDGE.reading)
    found = tampered(
        path, "UPDATE readings SET reading = ? WHERE document = 3", values=(codec.pack(other),)
    )
    flood = FLOOD.reading.document.id
    assert found[0] == f"{flood}: the hash of its reading is not that which was stored"
    assert any("of its reading is not in its text" in one for one in found)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE documents SET title = 'x' WHERE number = 1", "title, address or the like is not"),
        ("UPDATE documents SET version = 2 WHERE number = 1", "not numbered one by one"),
        ("UPDATE log SET at = '2000-01-01T00:00:00Z' WHERE number = 2", "log entry 2: its hash"),
        ("UPDATE log SET details = 'no JSON' WHERE number = 2", "make no sense"),
        ("UPDATE log SET details = '[]' WHERE number = 2", "log entry 2: its hash"),
        ("DELETE FROM log WHERE number = 3", "log entry 3: it is missing"),
        ("DELETE FROM log WHERE number > 1", "the log does not say that it was added"),
        ("UPDATE contents SET raw = x'616263' WHERE document = 1", "cannot be unpacked"),
        ("UPDATE contents SET text = x'' WHERE document = 1", "cut off"),
        ("UPDATE readings SET reading = x'616263' WHERE document = 1", "cannot be unpacked"),
        ("DELETE FROM contents WHERE document = 2", "not all that was stored of it can be fetched"),
        ("UPDATE incidents SET data = x'1234'", "linking: the check broke off"),
        ("DELETE FROM incidents", "linking: its results are not what the log says"),
        ("UPDATE incidents SET id = 'i9'", "linking: incidents are kept under other names"),
        ("UPDATE decisions SET undone_by = NULL", "decision 2: the log does not say the same"),
        ("UPDATE decisions SET decision = x'7b7d' WHERE number = 1", "decisions: the check broke"),
        ("DELETE FROM decisions WHERE number = 1", "decision 1: the log says that it was made"),
        ("DELETE FROM claims WHERE document = 1", "search does not know the claims"),
        ("INSERT INTO pairs VALUES ('x', 77, 78, x'')", "refers to what is not in documents"),
        ("DELETE FROM claim_words_data", "SQLite's check"),
        ("DELETE FROM time_days_node", "RTree"),
        ("DELETE FROM time_days WHERE number = 1", "search knows 1 times by days of 2"),
        ("DELETE FROM claim_words WHERE rowid = 1", "search knows 2 claims by words of 3"),
        ("DELETE FROM document_words WHERE rowid = 1", "search knows 2 documents by words of 3"),
        ("DELETE FROM place_points", "search knows 0 places by where they are of 2"),
    ],
)
def test_what_was_changed_is_found(path, statement, expected):
    found = tampered(path, statement)
    assert any(expected in one for one in found), found


def test_a_document_that_was_taken_out_is_found(path):
    tables = ("contents", "readings", "sketches", "claims", "times", "places", "decisions")
    found = tampered(
        path,
        *(f"DELETE FROM {table} WHERE document = 1" for table in tables),
        "DELETE FROM documents WHERE number = 1",
    )
    assert f"{DAM_ID}: the log says that it was added, and it is not there" in found


def test_results_of_which_the_log_says_nothing_are_found(tmp_path):
    path = tmp_path / "sarn.case"
    with open_case(str(path), create=True) as case:
        case.add([DAM])
    data = codec.encode(replace(LINKING.incidents[0], documents=(), links=()))
    found = tampered(path, "INSERT INTO incidents VALUES (0, 'i1', ?)", values=(data,))
    assert found == ["linking: its results are not what the log says was stored"]


def test_the_rest_is_checked_though_one_thing_is_damaged(path):
    db = apsw.Connection(str(path))
    db.execute("UPDATE contents SET raw = x'616263' WHERE document IN (1, 3)")
    db.close()
    with open_case(str(path), read_only=True) as case:
        verified = case.verify()
    assert verified.checked["documents"] == 3
    broken = [one.where for one in verified.breaks if "unpacked" in one.what]
    assert broken == [DAM_ID, FLOOD.reading.document.id]


@pytest.fixture
def large(tmp_path):
    path = tmp_path / "large.case"
    with open_case(str(path), create=True) as case:
        case.add(
            [entry(f"Report {number}: " + "the gates were shut. " * 99) for number in range(99)]
        )
    return path


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_file_that_is_cut_off_is_named_damaged(large, part):
    content = large.read_bytes()
    large.write_bytes(content[: int(len(content) * part)])
    assert checked(large)


@pytest.mark.parametrize("page", range(1, 40, 3))
def test_a_page_that_is_overwritten_is_found(large, page):
    content = bytearray(large.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    large.write_bytes(content)
    assert checked(large)


def test_what_is_damaged_is_named_and_what_is_not_is_checked(large):
    with open_case(str(large), read_only=True) as case:
        raw = codec.pack(next(case.readings()).document.provenance.raw)
    large.write_bytes(large.read_bytes().replace(raw, bytes(len(raw))))
    with open_case(str(large), read_only=True) as case:
        first, *rest = (one.id for one in case.documents())
        verified = case.verify()
        assert {one.where for one in verified.breaks} == {first}
        assert verified.checked["documents"] == 99
        assert [case.reading(one).document.id for one in rest] == rest


def test_a_page_that_is_no_page_leaves_the_rest_to_be_checked(large):
    db = apsw.Connection(str(large))
    page = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'sketches'").get
    db.close()
    content = bytearray(large.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    large.write_bytes(content)
    with open_case(str(large), read_only=True) as case:
        verified = case.verify()
    assert {one.where for one in verified.breaks} == {"database", "pairs"}
    assert verified.checked["documents"] == 99


@pytest.mark.parametrize("seed", range(20))
def test_bytes_that_were_overwritten_never_crash_the_check(large, seed):
    content = bytearray(large.read_bytes())
    step = 7919 * (seed + 1)
    for at in range(4096 + seed, len(content), step):
        content[at] ^= 0xFF
    large.write_bytes(content)
    checked(large)


def checked(path):
    """Return what is found broken in a case; that it cannot be opened is one."""
    try:
        with open_case(str(path), read_only=True) as case:
            return case.verify().breaks
    except DamagedCaseError as error:
        return (error,)


@pytest.fixture
def described(path):
    """The file with something that was said of a document, and read with it."""
    with open_case(str(path)) as case:
        case.decide(Decision("describe", DAM_ID, None, {"publisher": "Orle Times"}, "Mira"))
        document = replace(DAM.reading.document, publisher="Orle Times")
        read = replace(DAM.reading, document=document, times=())
        made_of = case.grounds(DAM_ID).made_of
        case.put_described(Description(DAM_ID, made_of, document.facts, read, VERSIONS))
        made_of = case.grounds(DAM_ID).made_of
        case.put_corrected(Correction(DAM_ID, made_of, "hand/1", None, DAM.sketches))
    return path


def test_what_was_said_of_documents_is_checked(described):
    with open_case(str(described), read_only=True) as case:
        verified = case.verify()
    assert (verified.breaks, verified.checked["described documents"]) == ((), 1)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE described SET publisher = 'x'", "what is known of it is not what the log says"),
        ("UPDATE described SET is_read = 0", "it was not read with what is known of it"),
        ("UPDATE described SET reading = x'616263'", "cannot be unpacked"),
        ("UPDATE described SET hash = x'00'", "what was read with what is known of it is not"),
        ("UPDATE described SET reading = NULL, hash = NULL", "what was read with what is known"),
        ("DELETE FROM described", "the log says what it is known to be, and that is not there"),
        ("DELETE FROM claims WHERE document = 1", "search does not know the claims"),
        ("UPDATE documents SET publisher = 'x' WHERE number = 1", "title, address or the like"),
    ],
)
def test_what_was_changed_of_what_was_said_is_found(described, statement, expected):
    found = tampered(described, statement)
    assert any(expected in one for one in found), found
