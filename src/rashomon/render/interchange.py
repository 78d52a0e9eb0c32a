"""Readings as JSON, in the public format ``rashomon.reading/1``.

The format is fixed: ``schemas/reading.schema.json`` describes it, and fields without a value
are ``null`` or an empty list, never left out.
"""

import json
from importlib.resources import files
from typing import Any

from rashomon.model.document import Document
from rashomon.model.errors import RashomonError
from rashomon.model.failure import Failure
from rashomon.model.reading import Attribution, Party, Reading, Statement
from rashomon.model.spans import Span, Spans

FORMAT = "rashomon.reading/1"


def to_dict(reading: Reading) -> dict[str, Any]:
    """Return a reading as what JSON can hold.

    Raises:
        RashomonError: a span does not resolve in the document's text; such a reading is never
            written.
    """
    _check(reading)
    return {
        "format": FORMAT,
        "document": _document(reading.document),
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "statements": [_statement(statement) for statement in reading.statements],
        "parties": [_party(party) for party in reading.parties],
        "times": [],
        "places": [],
        "events": [],
        "boilerplate": _pairs(reading.boilerplate),
    }


def failure_to_dict(failure: Failure) -> dict[str, Any]:
    """Return a failure as what JSON can hold."""
    error = failure.error
    return {"path": failure.path, "error": {"code": error.code, "message": error.message}}


def to_line(result: Reading | Failure) -> str:
    """Return a reading or a failure as one line of JSON."""
    return json.dumps(_either(result), ensure_ascii=False)


def to_text(result: Reading | Failure) -> str:
    """Return a reading or a failure as JSON that people can read too."""
    return json.dumps(_either(result), ensure_ascii=False, indent=1)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a reading."""
    text = files("rashomon.render.schemas").joinpath("reading.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _either(result: Reading | Failure) -> dict[str, Any]:
    return failure_to_dict(result) if isinstance(result, Failure) else to_dict(result)


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "external_id": document.external_id,
        "path": document.path,
        "publisher": document.publisher,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "language": document.language,
        "text": document.text,
    }


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "party": attribution.party,
        "stance": attribution.stance,
        "framing": attribution.framing,
        "within": attribution.within,
        "confidence": attribution.confidence,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "span": list(statement.span),
        "hedged": statement.hedged,
        "loaded": _pairs(statement.loaded),
    }


def _party(party: Party) -> dict[str, Any]:
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind,
        "side": party.side,
        "mentions": _pairs(party.mentions),
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _check(reading: Reading) -> None:
    """Refuse a reading with a span that does not point at words of its text."""
    spans: list[Span] = [*reading.boilerplate]
    for attribution in reading.attributions:
        spans += [*attribution.source, *attribution.cue, *attribution.content]
    for statement in reading.statements:
        spans += [statement.span, *statement.loaded]
    for party in reading.parties:
        spans += party.mentions
    length = len(reading.document.text)
    for span in spans:
        if not 0 <= span.start < span.end <= length:
            raise RashomonError(
                f"the span {list(span)} does not resolve in a text of {length} characters",
                where=reading.document.path,
                remedy="this is a fault of Rashomon: please report it with the document",
            )
