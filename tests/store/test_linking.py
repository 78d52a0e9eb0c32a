from dataclasses import replace

import pytest

from rashomon.model.case import Linking, Pair, Query
from rashomon.model.errors import UnknownItemError
from rashomon.model.incidents import (
    Incident,
    IncidentDocument,
    IncidentLink,
    IncidentPlace,
    IncidentTime,
)
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.spans import Span

from .making import BRIDGE, DAM, entry

FLOOD = entry("Orle was flooded, the ministry says.")
IDS = sorted(one.reading.document.id for one in (DAM, BRIDGE, FLOOD))
BY = {"linking": "1"}
ORIGINS = Origins(
    (
        Origin("o1", "agency", "Halen Press", None, (IDS[0], IDS[2])),
        Origin("o2", "document", "The Tide", IDS[1], (IDS[1],)),
    ),
    (
        Derivation(IDS[0], None, None, None, "o1", "byline", 0.9, "it begins with “(HP)”"),
        Derivation(IDS[2], Span(0, 9), IDS[0], Span(3, 12), "o1", "passage", 0.5, "9 words"),
    ),
)
INCIDENT = Incident(
    id="i1",
    title="Flood at Orle",
    type=None,
    time=IncidentTime("2023-05-03", "2023-05-03", "2023-05-03"),
    place=IncidentPlace("Orle", 36.0, None, "XA", "town"),
    parties=("Estmark",),
    documents=(IncidentDocument(IDS[0], "main", ()), IncidentDocument(IDS[2], "background", ())),
    links=(IncidentLink(IDS[0], IDS[2], 0.75, "the same day"),),
)
PAIRS = (Pair(IDS[0], IDS[1], b"\0one"), Pair(IDS[0], IDS[2], b"two"), Pair(IDS[1], IDS[2], b""))
LINKING = Linking(ORIGINS, (INCIDENT,), {"origins": PAIRS, "incidents": PAIRS[:1]}, {}, BY)


@pytest.fixture
def linked(case):
    case.add([DAM, BRIDGE, FLOOD])
    case.put_linking(LINKING)
    return case


def test_what_linking_came_to_comes_back_as_it_was(linked):
    assert linked.origins() == ORIGINS
    assert linked.incidents() == (INCIDENT,)
    assert tuple(linked.pairs("origins")) == PAIRS
    assert tuple(linked.pairs("incidents")) == PAIRS[:1]


def test_documents_are_listed_with_their_origin(linked):
    assert {row.id: row.origin for row in linked.documents()} == {
        IDS[0]: "o1",
        IDS[1]: "o2",
        IDS[2]: "o1",
    }


def test_the_next_linking_takes_the_place_of_the_one_before(linked):
    moved = replace(INCIDENT, id="i2")
    fresh = replace(INCIDENT, title="Dam", documents=INCIDENT.documents[:1], links=())
    origins = Origins(
        (replace(ORIGINS.origins[1], id="o1"), replace(ORIGINS.origins[0], id="o2")),
        ORIGINS.derivations[1:],
    )
    changed = Pair(IDS[0], IDS[2], b"changed")
    gone = {"origins": [(IDS[0], IDS[1])], "incidents": [(IDS[1], IDS[2])]}
    linked.put_linking(Linking(origins, (fresh, moved), {"origins": [changed]}, gone, BY))
    assert linked.origins() == origins
    assert linked.incidents() == (fresh, moved)
    assert tuple(linked.pairs("origins")) == (changed, PAIRS[2])
    assert tuple(linked.pairs("incidents")) == PAIRS[:1]
    assert {row.id: row.origin for row in linked.documents()}[IDS[1]] == "o1"
    assert linked.verify().breaks == ()


def test_a_case_is_linked_until_something_changes(linked):
    assert linked.linked_by() == BY
    linked.add([DAM])
    assert linked.linked_by() == BY
    linked.add([entry("News.")])
    assert linked.linked_by() is None
    linked.put_linking(LINKING)
    linked.read_again([DAM])
    assert linked.linked_by() is None


def test_what_was_linked_while_something_changed_is_out_of_date(linked):
    began = linked.unlinked()
    linked.add([entry("News.")])
    linked.put_linking(replace(LINKING, unlinked=began))
    assert linked.linked_by() is None
    assert linked.incidents() == (INCIDENT,)
    linked.put_linking(replace(LINKING, unlinked=linked.unlinked()))
    assert linked.linked_by() == BY


def test_an_empty_case_is_not_linked_and_has_no_results(case):
    assert case.linked_by() is None
    assert case.origins() == Origins((), ())
    assert case.incidents() == ()


def test_linking_that_names_a_document_that_is_not_there_is_refused_as_a_whole(linked):
    unknown = "sha256:" + "0" * 64
    stray = replace(INCIDENT, documents=(IncidentDocument(unknown, "main", ()),))
    with pytest.raises(UnknownItemError):
        linked.put_linking(replace(LINKING, origins=Origins((), ()), incidents=(stray,)))
    assert linked.origins() == ORIGINS


def test_linking_stands_in_the_log(linked):
    [*_, last] = linked.log()
    assert (last.action, last.details["origins"], last.details["incidents"]) == ("linked", "2", "1")


def test_documents_of_an_incident_are_found(linked):
    found = linked.search(Query(what="documents", incident="i1"))
    assert {hit.document.id for hit in found} == {IDS[0], IDS[2]}
    assert linked.search(Query(what="documents", incident="i9")) == ()


def test_sketches_that_another_version_made_are_told_and_replaced(case):
    case.add([DAM, BRIDGE])
    first, second = sorted(one.reading.document.id for one in (DAM, BRIDGE))
    assert case.unsketched("origins/2") == [first, second]
    case.put_sketches({first: {"origins/2": b"new"}})
    assert case.unsketched("origins/2") == [second]
    assert list(case.sketches("origins/2")) == [(first, b"new")]
    assert not case.verify().breaks
    with pytest.raises(UnknownItemError):
        case.put_sketches({"sha256:0": {"origins/2": b""}})


def test_pairs_that_another_version_compared_are_dropped(linked):
    new = {"origins/2": PAIRS[:1]}
    linked.put_linking(replace(LINKING, new_pairs=new))
    assert tuple(linked.pairs("origins/2")) == PAIRS[:1]
    assert tuple(linked.pairs("origins")) == ()
