"""The state of the case, and its audit log."""

from itertools import islice
from typing import Any

from rashomon.pipeline.placing import places_called
from rashomon.pipeline.resources import load_gazetteer
from rashomon.pipeline.versions import reading_versions
from rashomon.render.case.records import log_record
from rashomon.render.values import plain_values
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.paging import paged
from rashomon.web.api.schemas import PAGED, text
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


def about(desk: Desk, _: Asked) -> dict[str, Any]:
    """Return what the case was read and linked with, and the settings of the desk."""
    versions = reading_versions(desk.settings.analysis)
    with desk.opened() as case:
        others, linked = len(case.readings_by_others(versions)), case.linked_by()
    return {
        "format": "rashomon.about/1",
        "name": desk.name,
        "versions": versions,
        "read_by_others": others,
        "linked_by": linked and dict(linked),
        "settings": plain_values(desk.settings),
    }


def places(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the places that the gazetteer knows by a name."""
    gazetteer = load_gazetteer(desk.settings.analysis)
    found = places_called(asked.query.get("name", ""), gazetteer)
    return {"format": "rashomon.places/1", "places": [plain_values(one) for one in found]}


def log(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the audit log."""
    with desk.opened() as case:
        entries = case.log(after=int(asked.query["offset"]))  # they are numbered from 1
        shown = list(islice(entries, int(asked.query["limit"])))
        return paged(log_record(shown), case.log_size(), asked)


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
        "/about",
        "getAbout",
        _GROUP,
        "What the case was read and linked with, and the settings of the desk.",
        about,
        "about",
    ),
    Endpoint(
        "GET",
        "/places",
        "findPlaces",
        _GROUP,
        "The places that the gazetteer knows by a name, the likeliest first.",
        places,
        "places",
        query={"name": text("the name", longest=200)},
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
