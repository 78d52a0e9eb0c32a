"""The origins of the case: which documents share a root, and why."""

from dataclasses import asdict
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.origins import Origins, RootKind
from rashomon.pipeline.asking import words_of
from rashomon.pipeline.browsing.origins import (
    OriginFilter,
    chosen_origin,
    list_origins,
    origin_tree,
)
from rashomon.pipeline.browsing.pages import page_of
from rashomon.web.asked import number_asked, text_asked
from rashomon.web.rendering import desk_of, is_outdated, page

_ON_A_PAGE = 100
_STRETCHES = 50


def _origins(request: Request) -> Response:
    contents = desk_of(request).contents()
    wanted = OriginFilter(
        text_asked(request, "words"),
        text_asked(request, "kind"),
        number_asked(request, "documents"),
    )
    return page(
        request,
        "origins.html",
        page=page_of(list_origins(contents, wanted), number_asked(request, "page", 1), _ON_A_PAGE),
        total=len(contents.origins.origins),
        documents=len(contents.current),
        asked={**asdict(wanted), "documents": wanted.documents or ""},
        is_outdated=is_outdated(request),
        is_filtered=wanted != OriginFilter(),
        kinds=[(one, one) for one in get_args(RootKind)],
        rows=contents.rows,
    )


def _origin(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    origin = chosen_origin(contents, request.path_params["origin"])
    branches = page_of(origin_tree(contents, origin), number_asked(request, "page", 1), _ON_A_PAGE)
    stretches = page_of(
        [one for one in contents.derivations_from.get(origin.id, ()) if one.span],
        number_asked(request, "stretches", 1),
        _STRETCHES,
    )
    with desk.opened() as case:
        words = words_of(case, Origins((), stretches.items))
    return page(
        request,
        "origin.html",
        origin=origin,
        page=branches,
        stretches=stretches,
        words=words,
        rows=contents.rows,
    )


ROUTES = (Route("/origins", _origins), Route("/origins/{origin}", _origin))
