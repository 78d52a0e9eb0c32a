"""The first page: what happened, according to how many documents and independent origins."""

from dataclasses import asdict
from typing import Any, cast, get_args

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.pipeline.browsing.incidents import (
    IncidentFilter,
    IncidentRow,
    IncidentSort,
    incident_choices,
    list_incidents,
)
from rashomon.pipeline.browsing.pages import page_of
from rashomon.render.plain import flat
from rashomon.render.words import type_words
from rashomon.web.asked import choice_asked, day_asked, number_asked, text_asked
from rashomon.web.posting import Fields, back_to, follow, next_page, posted
from rashomon.web.rendering import desk_of, is_outdated, page
from rashomon.web.told import led_on

_ON_A_PAGE = 50
_SORTS: dict[IncidentSort, str] = {
    "documents": "the number of documents",
    "origins": "the number of origins",
    "newest": "day, the newest first",
    "oldest": "day, the oldest first",
    "title": "title",
}


def _incidents(request: Request) -> Response:
    contents = desk_of(request).contents()
    wanted = _filter(request)
    sort = cast(IncidentSort, choice_asked(request, "sort", get_args(IncidentSort), "documents"))
    listed = page_of(
        list_incidents(contents, wanted, sort), number_asked(request, "page", 1), _ON_A_PAGE
    )
    choices = incident_choices(contents)
    asked = {**asdict(wanted), "sort": sort}
    return page(
        request,
        "incidents.html",
        page=listed,
        total=len(contents.incidents),
        documents=len(contents.current),
        asked=asked | {name: asked[name] or "" for name in ("documents", "origins")},
        is_outdated=is_outdated(request),
        is_filtered=wanted != IncidentFilter(),
        sorts=_SORTS,
        types=[(one, f"{type_words(one)} ({count:,})") for one, count in choices.types],
        countries=[(one, f"{one} ({count:,})") for one, count in choices.countries],
        figures=[_figure(row) for row in listed.items],
    )


def _filter(request: Request) -> IncidentFilter:
    return IncidentFilter(
        words=text_asked(request, "words"),
        type=text_asked(request, "type"),
        country=text_asked(request, "country"),
        since=day_asked(request, "since"),
        until=day_asked(request, "until"),
        documents=number_asked(request, "documents"),
        origins=number_asked(request, "origins"),
    )


def _figure(row: IncidentRow) -> dict[str, Any]:
    """Return what the map and the timeline draw of an incident."""
    one = row.incident
    place = one.place
    return {
        "id": one.id,
        "title": flat(one.title),
        "type": type_words(one.type) if one.type else None,
        "place": flat(place.name) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "earliest": one.time.earliest,
        "latest": one.time.latest,
        "documents": row.documents,
        "origins": row.origins,
    }


def _link(request: Request, fields: Fields) -> Response:
    """Find incidents and origins anew: at once in a small case, else by a job."""
    desk = desk_of(request)
    with desk.opened(writing=True) as case:
        follow(desk, case)
    return RedirectResponse(next_page({"next": back_to(fields, "/incidents")}), 303)


def _first(request: Request) -> Response:
    return led_on(request, "/incidents")


ROUTES = (
    Route("/", _first),
    Route("/incidents", _incidents),
    Route("/incidents/link", posted(_link), methods=["POST"]),
)
