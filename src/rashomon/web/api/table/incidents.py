"""Incidents, their comparisons and their origins."""

from typing import Any, get_args

from rashomon.pipeline.asking import chosen_origins
from rashomon.pipeline.browsing.incidents import IncidentFilter, IncidentSort, list_incidents
from rashomon.pipeline.browsing.origins import chosen_origin
from rashomon.pipeline.comparing import chosen_point
from rashomon.render.case.comparison_record import comparison_record
from rashomon.render.case.records import incidents_record, origins_record
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.paging import paged, stretch
from rashomon.web.api.schemas import DAY, INCIDENT, ORIGIN, PAGED, POINT, one_of, text, whole
from rashomon.web.desk import Desk

_GROUP = "incidents"
_MOST = 1_000_000


def list_all(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the incidents that fit."""
    contents = desk.contents()
    wanted = {name: asked.query[name] for name in _FILTERS if name in asked.query}
    rows = list_incidents(contents, IncidentFilter(**wanted), asked.query["sort"])
    shown = [row.incident for row in stretch(rows, asked)]
    return paged(incidents_record(shown, contents.origins), len(rows), asked)


def show(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return one incident."""
    contents = desk.contents()
    return incidents_record([contents.incident(asked.path["incident"])], contents.origins)


def compare(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the accounts of an incident, side by side."""
    incident = asked.path["incident"]
    accounts, comparison = desk.compared(incident)
    points = [chosen_point(comparison, asked.query["point"])] if "point" in asked.query else None
    return comparison_record(comparison, accounts.documents, points)


def trace(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the origins of the documents of an incident, or of all."""
    incident = asked.path.get("incident", "")
    with desk.opened() as case:
        found = chosen_origins(case, incident)
    return origins_record(found.origins, found.derivations, incident or None)


def show_origin(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return one origin, with why its documents and stretches come from it."""
    contents = desk.contents()
    origin = chosen_origin(contents, asked.path["origin"])
    return origins_record([origin], contents.derivations_from.get(origin.id, ()), None)


_FILTERS = {
    "words": text("words that its title, place or parties have, each somewhere", longest=200),
    "type": text("the type of the event, as airstrike", longest=100),
    "country": text("the country, as ISO 3166-1 alpha-2 has it", longest=2),
    "since": {**DAY, "description": "the first day on which it may have been, as 2017-06-19"},
    "until": {**DAY, "description": "the last day on which it may have been, as 2017-06-19"},
    "documents": whole("how many documents speak of it at least", 0, _MOST),
    "origins": whole("how many independent origins these have at least", 0, _MOST),
}

ENDPOINTS = (
    Endpoint(
        "GET",
        "/incidents",
        "listIncidents",
        _GROUP,
        "What happened, according to how many documents and independent origins.",
        list_all,
        "incidents",
        query={
            **_FILTERS,
            "sort": one_of("what they are sorted by", get_args(IncidentSort), default="documents"),
            **PAGED,
        },
        is_paged=True,
        leads_to={"compareAccounts": {"incident": "/incidents/0/id"}},
    ),
    Endpoint(
        "GET",
        "/incidents/{incident}",
        "getIncident",
        _GROUP,
        "One incident: when, where, its documents, and why they belong together.",
        show,
        "incidents",
        parts={"incident": INCIDENT},
        errors=(404,),
    ),
    Endpoint(
        "GET",
        "/incidents/{incident}/comparison",
        "compareAccounts",
        _GROUP,
        "The accounts of an incident side by side: points, positions, grades, with the words.",
        compare,
        "comparison",
        parts={"incident": INCIDENT},
        query={"point": POINT},
        errors=(404,),
    ),
    Endpoint(
        "GET",
        "/incidents/{incident}/origins",
        "traceIncident",
        _GROUP,
        "Which documents and passages of an incident share an origin, and why.",
        trace,
        "origins",
        parts={"incident": INCIDENT},
        errors=(404,),
    ),
    Endpoint(
        "GET",
        "/origins",
        "traceAll",
        _GROUP,
        "Which documents and passages of the whole case share an origin, and why.",
        trace,
        "origins",
    ),
    Endpoint(
        "GET",
        "/origins/{origin}",
        "getOrigin",
        _GROUP,
        "One origin: the documents and passages that come from it, and why.",
        show_origin,
        "origins",
        parts={"origin": ORIGIN},
        errors=(404,),
    ),
)
