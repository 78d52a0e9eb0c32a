"""The addresses of pages."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from rashomon.model.spans import Span

_SCHEME = "sha256:"


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


def with_values(path: str, asked: Mapping[str, str], **changed: str | int) -> str:
    """Return a path with what was asked, some of it changed; what is empty or 0 is left out."""
    values = {**asked, **changed}
    kept = {name: value for name, value in values.items() if value not in ("", 0)}
    return f"{path}?{urlencode(kept, errors='replace')}" if kept else path
