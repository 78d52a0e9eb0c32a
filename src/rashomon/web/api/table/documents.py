"""Documents, what was read in them, and the search over them."""

from dataclasses import replace
from typing import Any, get_args

from rashomon.model.reading import Stance
from rashomon.pipeline.asking import chosen_incidents, parse_query
from rashomon.pipeline.browsing.documents import DocumentFilter, DocumentSort, list_documents
from rashomon.render.case.document_record import document_record
from rashomon.render.case.records import documents_record, search_record
from rashomon.render.interchange import to_dict
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.paging import paged, stretch
from rashomon.web.api.schemas import (
    DAY,
    DOCUMENT,
    INCIDENT,
    ORIGIN,
    PAGED,
    flag,
    formed,
    one_of,
    text,
    whole,
)
from rashomon.web.desk import Desk

_GROUP = "documents"
_NUMBER = r"-?[0-9]{1,5}(\.[0-9]{1,12})?"


def list_all(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return what is known of documents."""
    wanted = {name: asked.query[name] for name in _FILTERS if name in asked.query}
    rows = list_documents(desk.contents(), DocumentFilter(**wanted), asked.query["sort"])
    return paged(documents_record(stretch(rows, asked)), len(rows), asked)


def show(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return what is known of a document: its versions, and of what it speaks."""
    contents = desk.contents()
    row = contents.row(asked.path["document"])
    with desk.opened() as case:
        versions, change = case.versions(row.id), case.change(row.id)
    return document_record(row, versions, change, contents.incidents_of.get(row.id, ()))


def read(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return a document with its text, and what was read in it."""
    row = desk.contents().row(asked.path["document"])
    with desk.opened() as case:
        is_machine = asked.query["machine"]
        return to_dict(case.machine_reading(row.id) if is_machine else case.reading(row.id))


def search(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the best results."""
    query = parse_query(**{name: asked.query.get(name, none) for name, none in _UNSAID.items()})
    with desk.opened() as case:
        if query.incident:
            (known,) = chosen_incidents(case, query.incident)
            query = replace(query, incident=known.id)
        return search_record(case.search(query))


_FILTERS = {
    "words": text("words that its title, publisher, address or path have", longest=200),
    "publisher": text("the whole name of its publisher", longest=500),
    "since": {**DAY, "description": "the first day of publication, as 2017-06-19"},
    "until": {**DAY, "description": "the last day of publication, as 2017-06-19"},
    "incident": {**INCIDENT, "description": "the id of an incident that it speaks of, as i1"},
    "origin": {**ORIGIN, "description": "the id of its origin, as o1"},
    "lacking": flag("only those of which the publisher or the day is not known"),
    "all_versions": flag("earlier states of articles too"),
}
_SEARCH = {
    "words": text('words that stand there; "..." is a phrase, a trailing * any ending'),
    "what": one_of("claims, or whole documents", ("claims", "documents"), default="claims"),
    "speaker": text("words of the name of who speaks", longest=200),
    "side": text("the side of who speaks", longest=200),
    "stance": one_of("what the speaker does with the claim", get_args(Stance)),
    "publisher": text("words of the publisher's name", longest=200),
    "since": {**DAY, "description": "the first day that it speaks of, as 2017-06-19"},
    "until": {**DAY, "description": "the last day that it speaks of, as 2017-06-19"},
    "place": text("the name of a place that it speaks of", longest=200),
    "near": formed(
        "a circle with a place that it speaks of: latitude, longitude, kilometres",
        f"^{_NUMBER},{_NUMBER},{_NUMBER}$",
    ),
    "incident": INCIDENT,
    "limit": whole("how many at most", 1, 200, default=20),
    "offset": whole("how many to leave out before the first", 0, 10_000, default=0),
}
_UNSAID: dict[str, Any] = {
    name: None if name in ("stance", "since", "until") else "" for name in _SEARCH
}

ENDPOINTS = (
    Endpoint(
        "GET",
        "/documents",
        "listDocuments",
        _GROUP,
        "What is known of the documents of the case, without their texts.",
        list_all,
        "documents",
        query={
            **_FILTERS,
            "sort": one_of("what they are sorted by", get_args(DocumentSort), default="added"),
            **PAGED,
        },
        is_paged=True,
        leads_to={
            "getReading": {"document": "/documents/0/id"},
            "listItems": {"document": "/documents/0/id"},
        },
    ),
    Endpoint(
        "GET",
        "/documents/{document}",
        "getDocument",
        _GROUP,
        "One document: what is known of it, its versions, and the incidents that it speaks of.",
        show,
        "document",
        parts={"document": DOCUMENT},
        errors=(404,),
    ),
    Endpoint(
        "GET",
        "/documents/{document}/reading",
        "getReading",
        _GROUP,
        "The text of a document, and what was read in it.",
        read,
        "reading",
        parts={"document": DOCUMENT},
        query={"machine": flag("what the machine read, without what people decided on that")},
        errors=(404,),
    ),
    Endpoint(
        "GET",
        "/search",
        "search",
        _GROUP,
        "Claims, or documents: by words, who speaks, how, when and where; the best first.",
        search,
        "search",
        query=_SEARCH,
        errors=(404, 422),
    ),
)
