"""The state of the case, what people decided, and the audit log."""

from itertools import islice
from typing import Any

from rashomon.render.case.records import decisions_record, log_record
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.paging import paged, stretch
from rashomon.web.api.schemas import PAGED
from rashomon.web.desk import Desk

_GROUP = "records"


def state(desk: Desk, _: Asked) -> dict[str, Any]:
    """Return how the case stands."""
    contents = desk.contents()
    return {
        "format": "rashomon.state/1",
        "name": desk.name,
        "state": contents.state,
        "documents": len(contents.rows),
        "incidents": len(contents.incidents),
        "decisions": len(contents.decisions),
        "is_linked": contents.is_linked,
    }


def decisions(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return what people decided."""
    kept = desk.contents().decisions
    return paged(decisions_record(stretch(kept, asked)), len(kept), asked)


def log(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the audit log."""
    start = int(asked.query["offset"])
    with desk.opened() as case:
        entries = case.log()
        before = sum(1 for _ in islice(entries, start))
        shown = list(islice(entries, int(asked.query["limit"])))
        total = before + len(shown) + sum(1 for _ in entries)
    return paged(log_record(shown), total, asked)


ENDPOINTS = (
    Endpoint(
        "GET",
        "/state",
        "getState",
        _GROUP,
        "How the case stands: what tells whether it has changed, and how much it holds.",
        state,
        "state",
    ),
    Endpoint(
        "GET",
        "/decisions",
        "listDecisions",
        _GROUP,
        "What people decided, the first decision first, and what was taken back.",
        decisions,
        "decisions",
        query=PAGED,
        is_paged=True,
    ),
    Endpoint(
        "GET",
        "/log",
        "getLog",
        _GROUP,
        "What was done to the case, and when: every entry holds the hash of the one before.",
        log,
        "log",
        query=PAGED,
        is_paged=True,
    ),
)
