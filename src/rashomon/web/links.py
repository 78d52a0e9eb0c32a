"""The addresses of pages."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from rashomon.model.case import DocumentRow
from rashomon.model.spans import Span

_SCHEME = "sha256:"
_ENOUGH = 24
"""Digits of the id of a document: it is named by them, and many fit into one address."""


def document_link(document: str, span: Span | None = None) -> str:
    """Return the address of a document, with some of its words set off."""
    base = f"/documents/{quote(document.removeprefix(_SCHEME), safe='')}"
    return f"{base}?at={span.start}-{span.end}#at" if span else base


def incident_link(incident: str) -> str:
    """Return the address of an incident."""
    return f"/incidents/{quote(incident, safe='')}"


def origin_link(origin: str) -> str:
    """Return the address of an origin."""
    return f"/origins/{quote(origin, safe='')}"


def party_link(name: str) -> str:
    """Return the address of a party, over all documents of the case."""
    return f"/party?{urlencode({'name': name}, errors='replace')}"


def job_link(number: int) -> str:
    """Return the address of a job."""
    return f"/jobs/{number}"


def with_values(path: str, asked: Mapping[str, str], **changed: str | int) -> str:
    """Return a path with what was asked, some of it changed; what is empty or 0 is left out."""
    values = {**asked, **changed}
    kept = {name: value for name, value in values.items() if value not in ("", 0)}
    return f"{path}?{urlencode(kept, errors='replace')}" if kept else path


def item_link(document: str, what: str, item: str) -> str:
    """Return where an item of a reading is looked at, accepted, corrected or rejected.

    Args:
        document: the ``id`` of the document.
        what: ``claim``, ``time``, ``place`` or ``count``.
        item: its ``id``, as ``rashomon.model.review.Item`` has it.
    """
    return with_values("/decide/item", {"document": document, "what": what, "item": item}) + "#at"


def insert_link(document: str, what: str, span: Span | None = None) -> str:
    """Return where an item is put in that reading missed, at some words."""
    at = f"{span.start}-{span.end}" if span else ""
    return with_values("/decide/new", {"document": document, "what": what, "at": at})


def describe_link(rows: Iterable[DocumentRow], back: str = "") -> str:
    """Return where it is said what documents are.

    Args:
        rows: the documents.
        back: the page that it leads back to; empty for that of the document, or the list.
    """
    asked = [("of", row.id.removeprefix(_SCHEME)[:_ENOUGH]) for row in rows]
    return f"/decide/documents?{urlencode([*asked, *([('next', back)] if back else [])])}"


def grade_link(incident: str, point: str, position: int) -> str:
    """Return where a position of an incident (counted from 1) is given a grade."""
    asked = {"incident": incident, "point": point, "position": str(position)}
    return with_values("/decide/grade", asked)


def relation_link(first: str, first_span: Span, second: str, second_span: Span) -> str:
    """Return where it is decided how the words of a second document relate to those of a first."""
    spans = {"first_at": first_span, "second_at": second_span}
    at = {name: f"{span.start}-{span.end}" for name, span in spans.items()}
    return with_values("/decide/relation", {"first": first, "second": second, **at})


def merge_link(what: str, *subjects: str) -> str:
    """Return where things are put together or taken apart.

    Args:
        what: ``parties``, ``origins`` or ``incidents``.
        subjects: the names of parties, the ids of documents or of incidents; one will do.
    """
    named = urlencode([("of", one) for one in subjects], errors="replace")
    return f"/decide/{quote(what, safe='')}?{named}"


def queue_link(incident: str = "") -> str:
    """Return where there is what to look at next, in an incident or in the whole case."""
    return f"/queue/{quote(incident, safe='')}" if incident else "/queue"
