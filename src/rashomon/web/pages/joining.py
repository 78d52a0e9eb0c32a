"""Putting together and taking apart: parties, origins of documents, incidents."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.compare.speakers.names import are_alike
from rashomon.model.comparison import Comparison
from rashomon.model.errors import RashomonError, SettingsError
from rashomon.pipeline.browsing.likely import documents_like, incidents_like
from rashomon.pipeline.merging import (
    merge_incidents,
    merge_origins,
    merge_parties,
    names_of_party,
    part_origins,
    part_parties,
    split_incident,
)
from rashomon.pipeline.recording import Made
from rashomon.web.desk import Desk
from rashomon.web.links import incident_link, origin_link, party_link
from rashomon.web.posting import Again, Fields, Wish, back_to, deciding
from rashomon.web.problems import problem_of
from rashomon.web.rendering import desk_of, page

_Shower: TypeAlias = Callable[
    [Request, list[str], Mapping[str, str], RashomonError | None], Response
]
"""Shows a form: with what is named, what was typed, and what is wrong with it."""

_MOST_NAMED = 50
_SUGGESTED = 300


def _named(request: Request) -> list[str]:
    """Return what the address names, or else a form that is shown again."""
    return [one for one in request.query_params.getlist("of") if one.strip()][:_MOST_NAMED]


def _again(show: _Shower) -> Again:
    """Return what shows a form again."""

    def again(request: Request, given: Fields, error: RashomonError) -> Response:
        named = [given.get("of", ""), *given.getlist("with")]
        return show(request, [one for one in named if one][:_MOST_NAMED], given, error)

    return again


def _shower(show: _Shower) -> Callable[[Request], Response]:
    """Return what shows a form as its address asks for it."""
    return lambda request: show(request, _named(request), dict(request.query_params), None)


def _shown(
    request: Request,
    template: str,
    given: Mapping[str, str],
    error: RashomonError | None,
    **values: Any,
) -> Response:
    problem = problem_of(error) if error else None
    status = problem.status if problem else 200
    return page(
        request,
        template,
        status=status,
        problem=problem,
        note=given.get("note", ""),
        words=given.get("words", ""),
        incident=given.get("incident", ""),
        **values,
    )


def _parties(
    request: Request, named: list[str], given: Mapping[str, str], error: RashomonError | None
) -> Response:
    desk = desk_of(request)
    comparison = desk.comparison(given["incident"]) if given.get("incident") else None
    typed = given.get("with", "") if error else ""  # the last of them is what was written
    ticked = [*named[:1], *(one for one in named[1:] if one != typed)]
    return _shown(
        request,
        "review/parties.html",
        given,
        error,
        named=ticked,
        typed=typed,
        others=comparison.parties if comparison else _known(desk),
        names=_names(desk, comparison, named[0]) if named else (),
        back=back_to(given, party_link(named[0]) if named else "/parties"),
    )


def _names(desk: Desk, comparison: Comparison | None, party: str) -> tuple[str, ...]:
    """Return the names that documents use for a party, of an incident or of the whole case."""
    if comparison:
        return names_of_party(comparison, party)
    return next((row.names for row in desk.parties() if row.name == party), ())


def _known(desk: Desk) -> list[str]:
    """Return the names that may be meant: of those who speak most in the case."""
    return [name for row in desk.parties()[:_SUGGESTED] for name in (row.name, *row.names)]


def _origins(
    request: Request, named: list[str], given: Mapping[str, str], error: RashomonError | None
) -> Response:
    contents = desk_of(request).contents()
    rows = [contents.row(one) for one in named]
    if not rows:
        raise SettingsError("no document is named", remedy="begin at a document")
    first = rows[0]
    return _shown(
        request,
        "review/origins.html",
        given,
        error,
        first=first,
        chosen=[row.id for row in rows[1:]],
        origin=contents.origin_by_id.get(first.origin or ""),
        candidates=documents_like(contents, rows, given.get("words", "")),
        back=back_to(given, origin_link(first.origin) if first.origin else "/origins"),
    )


def _incidents(
    request: Request, named: list[str], given: Mapping[str, str], error: RashomonError | None
) -> Response:
    contents = desk_of(request).contents()
    if not named:
        raise SettingsError("no incident is named", remedy="begin at an incident")
    first = contents.incident(named[0])
    chosen = contents.incident(named[1]) if len(named) > 1 else None
    return _shown(
        request,
        "review/incidents.html",
        given,
        error,
        first=first,
        chosen=chosen,
        candidates=incidents_like(contents, first, chosen, given.get("words", "")),
        rows=contents.rows,
        back=back_to(given, incident_link(first.id)),
    )


def _on_parties(wish: Wish) -> Made:
    first = wish.of("of")
    others = [one.strip() for one in wish.fields.getlist("with") if one.strip()]
    if not others:
        raise SettingsError("there are no two names", remedy="choose or write another name")
    _check_names(wish, [first, *others])
    if wish.of("act") == "part":
        return part_parties(wish.case, first, *others, reviewer=wish.reviewer, note=wish.note)
    name = wish.of("name") or first
    names = [one for one in dict.fromkeys((first, *others)) if one != name]
    return merge_parties(wish.case, name, names, reviewer=wish.reviewer, note=wish.note)


def _check_names(wish: Wish, names: list[str]) -> None:
    """Raise :class:`SettingsError` for a name that no party of the case has: it is mistyped."""
    incident = wish.of("incident")
    used = list(wish.desk.comparison(incident).parties) if incident else []
    used += [name for row in wish.desk.parties() for name in (row.name, *row.names)]
    known = frozenset(used)
    for one in names:
        if one in known or any(are_alike(one, other) for other in used):
            continue
        words = one.casefold().split()
        like = [other for other in used if all(word in other.casefold() for word in words)]
        remedy = f"it may be {like[0]!r}" if like else "write a name as the list of parties has it"
        raise SettingsError(f"no document names a party {one!r}", remedy=remedy)


def _on_origins(wish: Wish) -> Made:
    first, others = wish.of("of"), wish.fields.getlist("with")
    if not others:
        raise SettingsError("no other document is chosen", remedy="choose one")
    if wish.of("act") == "part":
        return part_origins(wish.case, first, *others, reviewer=wish.reviewer, note=wish.note)
    return merge_origins(wish.case, [first, *others], reviewer=wish.reviewer, note=wish.note)


def _on_incidents(wish: Wish) -> Made:
    first = wish.of("of")
    if wish.of("act") == "split":
        documents = wish.fields.getlist("document")
        return split_incident(wish.case, first, documents, reviewer=wish.reviewer, note=wish.note)
    other = wish.of("with")
    if not other:
        raise SettingsError("no other incident is chosen", remedy="choose one")
    return merge_incidents(wish.case, first, other, reviewer=wish.reviewer, note=wish.note)


ROUTES = (
    Route("/decide/parties", _shower(_parties)),
    Route("/decide/parties", deciding(_on_parties, _again(_parties)), methods=["POST"]),
    Route("/decide/origins", _shower(_origins)),
    Route("/decide/origins", deciding(_on_origins, _again(_origins)), methods=["POST"]),
    Route("/decide/incidents", _shower(_incidents)),
    Route("/decide/incidents", deciding(_on_incidents, _again(_incidents)), methods=["POST"]),
)
