"""What programs decide in all documents that copy the words of an item."""

import pytest


@pytest.fixture
def wire(writing):
    """The id of a report that outlets print."""
    rows = writing.get("/documents")["documents"]
    return next(row["id"] for row in rows if row["publisher"] == "Valley Times")


@pytest.fixture
def denial(writing, wire):
    found = writing.get("/documents/{document}/items", parts={"document": wire})["items"]
    return next(one for one in found if one["values"].get("stance") == "denies")


def copies(writing, document, item, what="claim", status=200):
    parts = {"document": document}
    path = "/documents/{document}/copies"
    return writing.get(path, status, parts=parts, what=what, item=item)


def correction(wire, denial, **more):
    named = {"kind": "correct", "what": "claim", "document": wire, "item": denial["id"]}
    return {**named, "fields": {"stance": "doubts"}, **more}


def test_a_decision_is_made_on_all_copies_and_undone_as_one(writing, wire, denial):
    listed = copies(writing, wire, denial["id"])["copies"]
    assert len(listed) > 1
    assert all(one["decisions"] == [] for one in listed)
    kept = writing.post("/decisions", correction(wire, denial, copies=True))
    assert len(kept["decisions"]) == len(listed) + 1
    assert (kept["left_alone"], kept["conflicts"]) == ([], [])
    made = {one["decision"]["document"] for one in writing.get("/decisions")["decisions"]}
    assert made == {wire, *(one["document"] for one in listed)}
    undone = writing.post(
        "/decisions/{decision}/undo", {}, 200, parts={"decision": kept["decisions"][-1]}
    )
    assert undone["decisions"] == kept["decisions"]


def test_what_people_decided_there_is_left_alone_and_named(writing, wire, denial):
    one = next(one for one in copies(writing, wire, denial["id"])["copies"] if one["item"])
    own = {"kind": "accept", "what": "claim", "document": one["document"], "item": one["item"]}
    writing.post("/decisions", own)
    kept = writing.post("/decisions", correction(wire, denial, copies=True, reviewer="Bo"))
    assert kept["left_alone"] == [{"document": one["document"], "why": "decision 1 is on it there"}]
    again = copies(writing, wire, denial["id"])["copies"]
    assert [each["decisions"] for each in again if each["document"] == one["document"]] == [[1]]


def test_without_asking_it_is_on_one_document_alone(writing, wire, denial):
    for more in ({}, {"copies": False}):
        kept = writing.post("/decisions", correction(wire, denial, **more))
        assert (len(kept["decisions"]), kept["left_alone"]) == (1, [])
        writing.post(
            "/decisions/{decision}/undo", {}, 200, parts={"decision": kept["decisions"][0]}
        )


def test_what_is_no_item_has_no_copies(writing, wire):
    copies(writing, wire, "a999", status=404)
    copies(writing, wire, "a1", what="party", status=400)
