"""What is known of one document as JSON, in the public format ``rashomon.document/1``."""

from collections.abc import Iterable, Sequence
from typing import Any

from rashomon.model.case import DocumentRow, VersionChange
from rashomon.model.incidents import Incident
from rashomon.render.values import plain_values

FORMAT = "rashomon.document/1"


def document_record(
    row: DocumentRow,
    versions: Sequence[DocumentRow],
    change: VersionChange | None,
    incidents: Iterable[Incident],
) -> dict[str, Any]:
    """Return what is known of a document.

    Args:
        row: the document.
        versions: all states of its article, the first first.
        change: how it differs from the version before; ``None`` for the first.
        incidents: those that it speaks of.
    """
    return {
        "format": FORMAT,
        "document": plain_values(row),
        "versions": [one.id for one in versions],
        "change": plain_values(change),
        "incidents": [
            {"id": one.id, "title": one.title, "role": _role(one, row.id)} for one in incidents
        ],
    }


def _role(incident: Incident, document: str) -> str:
    return next(one.role for one in incident.documents if one.document == document)
