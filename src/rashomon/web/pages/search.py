"""Search over the claims and documents of the case, by all that it can be asked."""

from dataclasses import replace
from typing import get_args

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.case import Hit, Query
from rashomon.model.errors import SettingsError
from rashomon.model.reading import Stance
from rashomon.model.spans import Span
from rashomon.pipeline.asking import parse_query
from rashomon.render.html.marks import Mark, marked
from rashomon.web.asked import number_asked, text_asked
from rashomon.web.problems import Problem, problem_of
from rashomon.web.rendering import desk_of, page

_ON_A_PAGE = 20
_WHAT = {"claims": "claims", "documents": "whole documents"}
_FIELDS = (
    "words",
    "what",
    "speaker",
    "side",
    "stance",
    "publisher",
    "since",
    "until",
    "place",
    "near",
    "incident",
)


def _search(request: Request) -> Response:
    asked = {name: text_asked(request, name) for name in _FIELDS}
    number = max(1, number_asked(request, "page", 1))
    is_asked = any(value for name, value in asked.items() if name != "what")
    problem: Problem | None = None
    hits: tuple[Hit, ...] = ()
    if is_asked:
        try:
            hits = _found(request, _query(asked, number))
        except SettingsError as error:
            problem = problem_of(error)
    shown = hits[:_ON_A_PAGE]
    return page(
        request,
        "search.html",
        status=problem.status if problem else 200,
        asked={**asked, "what": asked["what"] if asked["what"] in _WHAT else "claims"},
        problem=problem,
        is_asked=is_asked,
        is_narrowed=any(value for name, value in asked.items() if name != "words"),
        hits=[(hit, _context(hit)) for hit in shown],
        first=(number - 1) * _ON_A_PAGE + 1,
        number=number,
        has_more=len(hits) > _ON_A_PAGE,
        kinds=list(_WHAT.items()),
        stance_choices=[(one, one) for one in get_args(Stance)],
        incident_choices=[
            (one.id, f"{one.id} {one.title}"[:60])
            for one in desk_of(request).contents().incidents[:200]
        ],
    )


def _query(asked: dict[str, str], number: int) -> Query:
    return parse_query(
        words=asked["words"],
        what=asked["what"] or "claims",
        speaker=asked["speaker"],
        side=asked["side"],
        stance=asked["stance"] or None,
        publisher=asked["publisher"],
        since=asked["since"] or None,
        until=asked["until"] or None,
        place=asked["place"],
        near=asked["near"],
        incident=asked["incident"].lower(),
        limit=_ON_A_PAGE + 1,
        offset=(number - 1) * _ON_A_PAGE,
    )


def _found(request: Request, query: Query) -> tuple[Hit, ...]:
    with desk_of(request).opened() as case:
        return tuple(case.search(query))


def _context(hit: Hit) -> Markup:
    """Return the words around a result, with the claim and the words searched for set off."""
    start, end = hit.context_span
    marks = [Mark(span, "content") for span in hit.content]
    marks += [Mark(span, "words") for span in hit.marks]
    moved = (
        replace(one, span=Span(max(0, one.span.start - start), one.span.end - start))
        for one in marks
        if one.span.end > start and one.span.start < end
    )
    return marked(hit.context, moved)


ROUTES = (Route("/search", _search),)
