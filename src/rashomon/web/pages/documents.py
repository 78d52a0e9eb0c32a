"""The documents of the case."""

from dataclasses import asdict
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.pipeline.browsing.documents import (
    DocumentFilter,
    DocumentSort,
    is_lacking,
    list_documents,
    publishers_of,
)
from rashomon.pipeline.browsing.pages import page_of
from rashomon.web.asked import choice_asked, day_asked, number_asked, text_asked
from rashomon.web.rendering import desk_of, page

_ON_A_PAGE = 50
_TICKED = ("lacking", "all_versions")
_SORTS: dict[DocumentSort, str] = {
    "newest": "day of publication, the newest first",
    "oldest": "day of publication, the oldest first",
    "title": "title",
    "publisher": "publisher",
    "longest": "length, the longest first",
    "added": "when they were added, the last first",
}


def _documents(request: Request) -> Response:
    contents = desk_of(request).contents()
    wanted = _filter(request)
    sort = cast(DocumentSort, choice_asked(request, "sort", get_args(DocumentSort), "newest"))
    listed = page_of(
        list_documents(contents, wanted, sort), number_asked(request, "page", 1), _ON_A_PAGE
    )
    ticked = {name: "yes" if getattr(wanted, name) else "" for name in _TICKED}
    asked = {**asdict(wanted), **ticked, "sort": sort}
    return page(
        request,
        "documents.html",
        page=listed,
        total=len(contents.current),
        lacking=sum(map(is_lacking, contents.current)),
        has_versions=len(contents.rows) > len(contents.current),
        asked=asked,
        is_filtered=wanted != DocumentFilter(),
        sorts=_SORTS,
        publishers=[(one, f"{one} ({count:,})") for one, count in publishers_of(contents)],
        origin_of=contents.origin_by_id,
        incidents_of=contents.incidents_of,
    )


def _filter(request: Request) -> DocumentFilter:
    return DocumentFilter(
        words=text_asked(request, "words"),
        publisher=text_asked(request, "publisher"),
        since=day_asked(request, "since"),
        until=day_asked(request, "until"),
        incident=text_asked(request, "incident"),
        origin=text_asked(request, "origin"),
        **{name: bool(text_asked(request, name)) for name in _TICKED},
    )


ROUTES = (Route("/documents", _documents),)
