"""What a case holds as JSON, in the public formats ``rashomon.documents/1`` and its like.

Each has its JSON Schema in ``render/schemas``; fields without a value are ``null`` or an empty
list, never left out.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rashomon.model.case import DocumentRow, Hit, KeptDecision, LogEntry, Verified
from rashomon.model.incidents import Incident
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.review import Conflict, Standing
from rashomon.render.values import plain_values


def documents_record(rows: Iterable[DocumentRow]) -> dict[str, Any]:
    """Return the documents of a case."""
    return {"format": "rashomon.documents/1", "documents": [plain_values(row) for row in rows]}


def incidents_record(incidents: Iterable[Incident], origins: Origins) -> dict[str, Any]:
    """Return incidents, each with the number of independent origins of its documents.

    Args:
        incidents: what happened.
        origins: the origins of the case that they are of.
    """
    root_of = origins.by_document()
    return {
        "format": "rashomon.incidents/1",
        "incidents": [_incident(one, root_of) for one in incidents],
    }


def _incident(incident: Incident, root_of: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = plain_values(incident)
    for document in values["documents"]:
        document["origin"] = root_of.get(document["document"])
    values["independent_origins"] = independent_origins(incident, root_of)
    return values


def independent_origins(incident: Incident, root_of: dict[str, str]) -> int:
    """Return how many origins the documents of an incident have, those it is background of too."""
    return len({root_of.get(one.document, one.document) for one in incident.documents})


def origins_record(
    origins: Sequence[Origin], derivations: Sequence[Derivation], incident: str | None
) -> dict[str, Any]:
    """Return origins with the edges that lead to them.

    Args:
        origins: the roots, with those of their documents that are to be shown.
        derivations: the edges of these documents.
        incident: the ``id`` of the incident that they are of; ``None`` for the whole case.
    """
    return {
        "format": "rashomon.origins/1",
        "incident": incident,
        "documents": sum(len(origin.documents) for origin in origins),
        "independent_origins": sum(bool(origin.documents) for origin in origins),
        "origins": [plain_values(origin) for origin in origins],
        "derivations": [plain_values(derivation) for derivation in derivations],
    }


def search_record(hits: Iterable[Hit]) -> dict[str, Any]:
    """Return the results of a search, the best first."""
    return {"format": "rashomon.search/1", "results": [_hit(hit) for hit in hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    values: dict[str, Any] = plain_values(hit)
    row = values.pop("document")
    about = ("publisher", "title", "url", "published", "path", "external_id")
    return {"document": row["id"], **{name: row[name] for name in about}, **values}


def verified_record(verified: Verified) -> dict[str, Any]:
    """Return what the check of a case came to."""
    return {"format": "rashomon.verified/1", **plain_values(verified)}


def log_record(entries: Iterable[LogEntry]) -> dict[str, Any]:
    """Return the audit log, the first entry first."""
    return {"format": "rashomon.log/1", "entries": [plain_values(entry) for entry in entries]}


def decisions_record(decisions: Iterable[KeptDecision]) -> dict[str, Any]:
    """Return what people decided, the first decision first."""
    return {
        "format": "rashomon.decisions/1",
        "decisions": [plain_values(decision) for decision in decisions],
    }


def review_record(
    decisions: Iterable[KeptDecision],
    standings: Mapping[int, Standing],
    conflicts: Iterable[Conflict],
) -> dict[str, Any]:
    """Return what people decided, with how that stands and where they differ.

    Args:
        decisions: the decisions, the first first.
        standings: what second reviewers said of them, by their numbers.
        conflicts: those that cannot all hold.
    """
    return {
        **decisions_record(decisions),
        "standings": [
            {"decision": number, **plain_values(one)} for number, one in sorted(standings.items())
        ],
        "conflicts": [{**plain_values(one), "holds": one.holds} for one in conflicts],
    }


def written(record: dict[str, Any]) -> str:
    """Return a record as JSON that people can read too."""
    return json.dumps(record, ensure_ascii=False, indent=1)
