"""Where reviewers decided what cannot all hold."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.pipeline.reviewing import conflicts, standings
from rashomon.web.rendering import desk_of, page
from rashomon.web.taskshown import words_in_context


def _conflicts(request: Request) -> Response:
    desk = desk_of(request)
    with desk.opened() as case:
        found = conflicts(case)
        words = {
            (one.document, one.span): words_in_context(desk, one.document, one.span)
            for one in found
            if one.document
        }
    contents = desk.contents()
    return page(
        request,
        "review/conflicts.html",
        found=found,
        words=words,
        standings=standings(contents.decisions),
        decisions={one.number: one for one in contents.decisions},
        rows=contents.rows,
    )


ROUTES = (Route("/conflicts", _conflicts),)
