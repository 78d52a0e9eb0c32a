"""What people decided, with who, when and why; the last first."""

from dataclasses import asdict
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.pipeline.browsing.decisions import (
    DecisionFilter,
    InForce,
    decision_kinds,
    in_acts,
    list_decisions,
    reviewers,
    words_of_decisions,
)
from rashomon.pipeline.browsing.pages import page_of
from rashomon.pipeline.reviewing import standings
from rashomon.web.asked import choice_asked, number_asked, text_asked
from rashomon.web.rendering import desk_of, page

_ON_A_PAGE = 50


def _decisions(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    wanted = DecisionFilter(
        text_asked(request, "kind"),
        text_asked(request, "reviewer"),
        text_asked(request, "document"),
        cast(InForce, choice_asked(request, "in_force", get_args(InForce))),
    )
    found = list_decisions(contents, wanted)
    listed = page_of(in_acts(found), number_asked(request, "page", 1), _ON_A_PAGE)
    with desk.opened() as case:
        words = words_of_decisions(case, [act[-1] for act in listed.items])
    return page(
        request,
        "decisions.html",
        page=listed,
        found=len(found),
        total=len(contents.decisions),
        asked=asdict(wanted),
        is_filtered=wanted != DecisionFilter(),
        kinds=[(one, one.replace("_", " ")) for one in decision_kinds(contents)],
        reviewers=[(one, one) for one in reviewers(contents)],
        standings=standings(contents.decisions) if contents.decisions else {},
        rows=contents.rows,
        words=words,
    )


ROUTES = (Route("/decisions", _decisions),)
