"""Pages: a template with what all pages show."""

from functools import cache
from importlib.resources import files
from typing import Any, cast

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from rashomon.pipeline.browsing.documents import title_of
from rashomon.render.html.environment import build_environment
from rashomon.render.html.marks import safe_value
from rashomon.render.html.signs import FRAMINGS, GRADES, STANCES
from rashomon.render.plain import flat
from rashomon.review.items import count_id
from rashomon.web import links
from rashomon.web.desk import Desk
from rashomon.web.navigation import NAVIGATION
from rashomon.web.notices import notices_for
from rashomon.web.reviewer import reviewer_of

_STATIC = files("rashomon.web").joinpath("static")


def desk_of(request: Request) -> Desk:
    """Return the desk that a request is for."""
    return cast(Desk, request.app.state.desk)


def is_outdated(request: Request) -> bool:
    """Return whether incidents and origins are not of all that is in the case, nor being found."""
    desk = desk_of(request)
    contents = desk.contents()
    return bool(contents.rows) and not contents.is_linked and desk.jobs.current() is None


@cache
def environment() -> Environment:
    """Return what renders the pages of the desk."""
    made = build_environment(PackageLoader("rashomon.web"))
    made.filters |= {
        "document_title": title_of,
        "flat": flat,
        "safe_value": safe_value,
        "shortened": shortened,
    }
    made.globals |= {
        "count_id": count_id,
        "describe_link": links.describe_link,
        "document_link": links.document_link,
        "incident_link": links.incident_link,
        "origin_link": links.origin_link,
        "party_link": links.party_link,
        "item_link": links.item_link,
        "insert_link": links.insert_link,
        "grade_link": links.grade_link,
        "relation_link": links.relation_link,
        "merge_link": links.merge_link,
        "queue_link": links.queue_link,
        "with_values": links.with_values,
        "framings": FRAMINGS,
        "grades": GRADES,
        "stances": STANCES,
        "has_script": _STATIC.joinpath("desk.js").is_file(),
    }
    return made


def shortened(words: str, most: int) -> str:
    """Return words on one line, cut where they have more than ``most`` characters."""
    flattened = " ".join(words[: 2 * most].split())
    is_cut = len(words) > 2 * most or len(flattened) > most
    return f"{flattened[:most].rstrip()} …" if is_cut else flattened


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page.

    Templates extend ``base.html`` and are given, beside ``values``: ``case`` (its name),
    ``reviewer`` (a name, or nothing), ``csrf`` (what forms carry, first of all their fields, by
    ``{{ csrf_field() }}``), ``path``, ``here`` (the same with what was asked), ``navigation`` and
    ``notices``.

    Args:
        request: what is answered.
        template: the name of the template.
        status: the status of HTTP.
        values: what the template shows.
    """
    shared = {
        "case": desk_of(request).name,
        "reviewer": reviewer_of(request),
        "csrf": request.state.csrf,
        "path": request.url.path,
        "here": f"{request.url.path}?{request.url.query}",
        "navigation": NAVIGATION,
        "notices": notices_for(request),
    }
    return bare_page(template, status, **shared, **values)


def bare_page(template: str, status: int, **values: Any) -> HTMLResponse:
    """Return a page that shows only ``values``: for who may not see the case, or where it fails."""
    written = environment().get_template(template).render(values)
    # halves of surrogate pairs, which no page can hold, should have been made signs before
    return HTMLResponse(written.encode("utf-8", "replace"), status)
