"""Saying what documents are: their publisher, day, title and address; one or several at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.model.case import Decision, DocumentRow
from rashomon.model.errors import RashomonError, SettingsError
from rashomon.pipeline.browsing.contents import Contents
from rashomon.pipeline.browsing.documents import publishers_of
from rashomon.pipeline.describing import described
from rashomon.pipeline.recording import Made
from rashomon.pipeline.reviewing import standings
from rashomon.review.describing import DESCRIBE, FACTS
from rashomon.web.links import document_link
from rashomon.web.posting import Wish, back_to, deciding, next_page
from rashomon.web.problems import problem_of
from rashomon.web.rendering import desk_of, page

LABELS: Mapping[str, str] = {
    "publisher": "Publisher",
    "published": "Day of publication",
    "title": "Title",
    "url": "Web address",
}
"""What each of the fields is called."""

_WAS = "was_"
"""How the name of a field begins that holds what the form had shown."""

MOST_TOGETHER = 200
"""How many documents one form is about."""


def form_of(
    contents: Contents, rows: Sequence[DocumentRow], given: Mapping[str, str]
) -> dict[str, Any]:
    """Return what the form needs that says what documents are.

    Args:
        contents: what the case holds.
        rows: the documents.
        given: what was typed, where it is shown again.
    """
    last = contents.decisions[-1].number if contents.decisions else 0
    return {
        "described": rows,
        "facts": [_field(name, rows, given) for name in FACTS],
        "publishers": [one for one, _ in publishers_of(contents)],
        "seen": given.get("seen", last),
        "note": given.get("note", ""),
    }


def _field(name: str, rows: Sequence[DocumentRow], given: Mapping[str, str]) -> dict[str, Any]:
    """Return a field of the form: what all of some documents have, or nothing where they differ."""
    known = {getattr(row, name) or "" for row in rows}
    was = given.get(f"{_WAS}{name}", known.pop() if len(known) == 1 else "")
    return {
        "name": name,
        "label": LABELS[name],
        "value": given.get(name, was),
        "was": was,
        "differs": bool(known) and not was,
    }


def _form(
    request: Request,
    named: Sequence[str],
    given: Mapping[str, str],
    error: RashomonError | None = None,
) -> Response:
    contents = desk_of(request).contents()
    rows = list({row.id: row for row in map(contents.row, named)}.values())
    if not rows:
        raise SettingsError("no document is chosen", remedy="choose some from the list")
    problem = problem_of(error) if error else None
    back = document_link(rows[0].id) if len(rows) == 1 else "/documents"
    return page(
        request,
        "review/describe.html",
        status=problem.status if problem else 200,
        problem=problem,
        back=back_to(given, back),
        said=[one for one in contents.decisions if _is_on(rows, one.decision)],
        standings=standings(contents.decisions),
        **form_of(contents, rows, given),
    )


def _is_on(rows: Sequence[DocumentRow], decision: Decision) -> bool:
    """Return whether a decision says what the only one of some documents is."""
    return decision.kind == DESCRIBE and [row.id for row in rows] == [decision.document]


def _shown(request: Request) -> Response:
    named = request.query_params.getlist("of")[:MOST_TOGETHER]
    if not named:
        back = back_to(request.query_params, "/documents")
        return RedirectResponse(next_page({"next": back}, unchosen=1), 303)
    return _form(request, named, {"next": request.query_params.get("next", "")})


def _again(request: Request, given: Mapping[str, str], error: RashomonError) -> Response:
    return _form(request, given.get("of", "").split(), given, error)


def _describe(wish: Wish) -> Made:
    named = wish.of("of").split()[:MOST_TOGETHER]
    typed = {name: wish.of(name) for name in FACTS if name in wish.fields}
    said = {name: one for name, one in typed.items() if one != wish.of(f"{_WAS}{name}")}
    if not said:
        raise SettingsError("nothing was changed", remedy="write what is known, or leave it")
    return described(wish.case, named, said, reviewer=wish.reviewer, note=wish.note)


ROUTES = (
    Route("/decide/documents", _shown),
    Route("/decide/documents", deciding(_describe, _again), methods=["POST"]),
)
