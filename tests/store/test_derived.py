"""Verify compares all that is kept for lists and search with what it was made of."""

from dataclasses import replace

import apsw
import pytest

from rashomon.model.case import Correction, Decision
from rashomon.model.spans import Span
from rashomon.store import open_case

from .making import BRIDGE, DAM, entry
from .test_linking import FLOOD, IDS, LINKING

DAM_ID = DAM.reading.document.id
PAGES = [
    entry(
        f"Orle, day {day}.", url="https://a.example/orle", obtained_at=f"2023-05-0{day}T08:00:00Z"
    )
    for day in (1, 2)
]


def of(document):
    """Return what stands for the number of a document in a statement."""
    return f"(SELECT number FROM documents WHERE id = '{document}')"


@pytest.fixture
def location(new_location):
    """The address of a case that holds something of everything."""
    location = new_location()
    with open_case(location, create=True) as case:
        case.add([DAM, BRIDGE, FLOOD, *PAGES])
        case.put_linking(LINKING)
        case.decide(Decision("accept", DAM_ID, Span(0, 9), {"what": "claim"}, "Mira"))
        made_of = case.grounds(DAM_ID).made_of
        accepted = replace(DAM.reading, boilerplate=(Span(0, 3),))
        case.put_corrected(Correction(DAM_ID, made_of, "hand/1", accepted, DAM.sketches))
    return location


def found(location, statement):
    """Change a case behind its back and return what the check finds, as texts."""
    if location.startswith("postgresql:"):
        psycopg = pytest.importorskip("psycopg")
        server, _, schema = location.rpartition("&schema=")
        with psycopg.connect(f"{server}&options=-csearch_path%3D{schema}") as db:
            db.execute(statement)
    else:
        file = apsw.Connection(location)
        file.execute(statement)
        file.close()
    with open_case(location, read_only=True) as case:
        return [f"{one.where}: {one.what}" for one in case.verify().breaks]


def test_a_case_that_nobody_touched_is_whole(location):
    with open_case(location, read_only=True) as case:
        assert case.verify().breaks == ()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            f"UPDATE document_origins SET origin = 'o99' WHERE document = {of(IDS[0])}",
            f"{IDS[0]}: it is listed with the origin o99, and the origins say the origin o1",
        ),
        (
            f"UPDATE document_origins SET origin = 'o2' WHERE document = {of(IDS[2])}",
            f"{IDS[2]}: it is listed with the origin o2, and the origins say the origin o1",
        ),
        (
            f"DELETE FROM document_origins WHERE document = {of(IDS[1])}",
            f"{IDS[1]}: it is listed with no origin, and the origins say the origin o2",
        ),
        (
            "INSERT INTO document_origins (document, origin) VALUES (5, 'o1')",
            f"{PAGES[1].reading.document.id}: it is listed with the origin o1,"
            " and the origins say no origin",
        ),
        (
            f"DELETE FROM incident_documents WHERE document = {of(IDS[0])}",
            f"i1: search does not know that {IDS[0]} belongs to it",
        ),
        (
            f"INSERT INTO incident_documents (incident, document) VALUES ('i1', {of(IDS[1])})",
            f"i1: search takes {IDS[1]} for one of its documents, and it is none",
        ),
        (
            "UPDATE claims SET attribution = 'a9' WHERE document = 1 AND attribution = 'a1'",
            f"{DAM_ID}: search does not know the claims that its reading has",
        ),
        (
            "UPDATE times SET claim = NULL WHERE document = 1",
            f"{DAM_ID}: search does not know the days that its reading has",
        ),
        (
            "UPDATE places SET claim = NULL WHERE document = 1",
            f"{DAM_ID}: search does not know the places that its reading has",
        ),
        (
            "UPDATE documents SET words = words + 1 WHERE number = 1",
            f"{DAM_ID}: its text does not have the 26 words that are listed",
        ),
        (
            "UPDATE documents SET article = 'b.example' WHERE number = 1",
            f"{DAM_ID}: its versions are kept under another address than its own",
        ),
    ],
)
def test_what_was_made_of_something_else_and_changed_is_named(location, statement, expected):
    assert found(location, statement) == [expected]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "UPDATE corrected SET made_of = hash",
            f"{DAM_ID}: its corrected reading was made of another reading or of other decisions",
        ),
        (
            "DELETE FROM corrected",
            f"{DAM_ID}: decisions on what was read in it are not laid upon its reading",
        ),
        (
            "UPDATE decisions SET undone_by = 'Mira'",
            f"{DAM_ID}: its corrected reading was made of another reading or of other decisions",
        ),
        (
            "UPDATE corrected SET reading = (SELECT reading FROM readings WHERE document = 2)",
            f"{DAM_ID}: its corrected reading is not what the log says was stored",
        ),
        ("UPDATE corrected SET reading = hash", f"{DAM_ID}: stored bytes cannot be unpacked"),
    ],
)
def test_a_corrected_reading_that_does_not_follow_from_decisions_is_named(
    location, statement, expected
):
    assert any(one.startswith(expected) for one in found(location, statement))


def test_a_day_that_was_moved_is_named(location):
    said = found(location, "UPDATE times SET first = first + 1, last = last + 1 WHERE document = 1")
    assert f"{DAM_ID}: search does not know the days that its reading has" in said
    assert f"{DAM_ID}: search looks for its days where they are not" in said


def test_a_place_that_was_moved_is_named(location):
    said = found(location, "UPDATE places SET lat = lat + 1 WHERE document = 1")
    assert f"{DAM_ID}: search does not know the places that its reading has" in said
    assert f"{DAM_ID}: search looks for its places where they are not" in said


def test_versions_in_another_order_are_named(location):
    swapped = "UPDATE documents SET version = 3 - version, is_current = 1 - is_current"
    said = found(location, f"{swapped} WHERE number > 3")
    assert any("as they were obtained" in one for one in said)


def test_a_document_without_an_address_that_is_hidden_is_named(location):
    said = found(location, "UPDATE documents SET is_current = 0 WHERE number = 3")
    assert f"{FLOOD.reading.document.id}: it has no address, and is not its only version" in said
