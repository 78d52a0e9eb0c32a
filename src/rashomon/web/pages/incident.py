"""One incident: the accounts side by side, with links to the words and to what can be decided."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.pipeline.browsing.claims import claim_at
from rashomon.pipeline.browsing.documents import is_lacking
from rashomon.pipeline.dossier import view_of
from rashomon.render.dossier.page import dossier_page
from rashomon.render.dossier.sections import Section, sections
from rashomon.render.dossier.view import Links, View
from rashomon.web.desk import Desk
from rashomon.web.links import (
    document_link,
    grade_link,
    insert_link,
    item_link,
    party_link,
    relation_link,
)
from rashomon.web.rendering import desk_of, is_outdated, page

_MOST_LINKS = 200


def _incident(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    incident = contents.incident(request.path_params["incident"])
    surest = sorted(incident.links, key=lambda one: one.score)
    return page(
        request,
        "incident.html",
        incident=incident,
        is_outdated=is_outdated(request),
        sections=desk.made(("sections", incident.id), lambda _: _sections(desk, incident.id)),
        rows=contents.rows,
        lacking=sum(is_lacking(contents.rows[one.document]) for one in incident.documents),
        links=surest[:_MOST_LINKS],
        more_links=max(0, len(surest) - _MOST_LINKS),
        origins=contents.origins_behind(incident),
    )


def _sections(desk: Desk, incident: str) -> tuple[Section, ...]:
    view = _view(desk, incident)
    return sections(
        view,
        Links(
            document=document_link,
            decide=lambda document, span: _decide_link(view.readings, document, span),
            grade=lambda point, number: grade_link(incident, point, number),
            party=party_link,
            relate=relation_link,
        ),
    )


def _view(desk: Desk, incident: str) -> View:
    accounts, comparison = desk.compared(incident)
    with desk.opened() as case:
        return view_of(case, desk.name, accounts, comparison, desk.settings)


def _decide_link(readings: Mapping[str, Reading], document: str, span: Span) -> str:
    """Return where the claim that holds some words is decided on, or one is put in there."""
    reading = readings.get(document)
    claim = claim_at(reading, span) if reading else None
    if claim is None:
        return insert_link(document, "claim", span)
    return item_link(document, "claim", claim.id)


def _dossier(request: Request) -> Response:
    """Answer with the dossier as one file to keep: its own policy allows its own style."""
    desk = desk_of(request)
    incident = desk.contents().incident(request.path_params["incident"])
    written = dossier_page(_view(desk, incident.id))
    return Response(
        written.encode("utf-8", "replace"),
        media_type="text/html",
        headers={"Content-Disposition": f'attachment; filename="{incident.id}.html"'},
    )


ROUTES = (
    Route("/incidents/{incident}", _incident),
    Route("/incidents/{incident}/dossier", _dossier),
)
