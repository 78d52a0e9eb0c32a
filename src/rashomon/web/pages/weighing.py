"""Weighing: how well a position is supported, and how two claims relate, as a person sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.comparison import (
    Airwars,
    Comparison,
    Credibility,
    Point,
    Position,
    Relation,
    Reliability,
)
from rashomon.model.document import Document
from rashomon.model.errors import RashomonError, SettingsError, UnknownItemError
from rashomon.model.spans import Span
from rashomon.model.tasks import Words
from rashomon.pipeline.claims import check_claim, relate_claims
from rashomon.pipeline.comparing import chosen_point
from rashomon.pipeline.grading import grade_decision
from rashomon.pipeline.recording import Made
from rashomon.pipeline.reviewing import last_number
from rashomon.review.fields import parse_spans
from rashomon.web.context import in_context
from rashomon.web.links import incident_link
from rashomon.web.posting import Wish, back_to, deciding
from rashomon.web.problems import problem_of
from rashomon.web.rendering import desk_of, page

_HOLDINGS_SHOWN = 8
_AROUND = 160
_RELATIONS: Mapping[str, Relation] = {one: one for one in get_args(Relation)}
RELATION_WORDS: Mapping[Relation, str] = {
    "entails": "The second follows from the first",
    "contradicts": "They cannot both be true",
    "neutral": "Neither",
}
"""How two claims relate, in words."""

_RELIABILITIES: Mapping[Reliability, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
_CREDIBILITIES: Mapping[Credibility, str] = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words with what stands around them.

    Attributes:
        document: whose they are.
        span: where they stand.
        text: the words, set off, in their context.
    """

    document: Document
    span: Span
    text: Markup


def _grade(request: Request) -> Response:
    return _grade_form(request, dict(request.query_params))


def _grade_form(
    request: Request, given: Mapping[str, str], error: RashomonError | None = None
) -> Response:
    desk = desk_of(request)
    incident = given.get("incident", "")
    with desk.opened() as case:
        seen = last_number(case)  # first: what is decided meanwhile is newer than what is shown
    accounts, comparison = desk.compared(incident)
    point, position = _position(comparison, given)
    problem = problem_of(error) if error else None
    held = [
        (one, in_context(accounts.documents[one.document].text, one.span, around=_AROUND))
        for one in position.held_by[:_HOLDINGS_SHOWN]
    ]
    return page(
        request,
        "review/grade.html",
        status=problem.status if problem else 200,
        problem=problem,
        incident=accounts.incident,
        point=point,
        position=position,
        number=given.get("position", ""),
        held=held,
        documents=accounts.documents,
        airwars=get_args(Airwars),
        reliabilities=_RELIABILITIES,
        credibilities=_CREDIBILITIES,
        typed=given,
        seen=given.get("seen", seen),
        back=back_to(given, f"{incident_link(incident)}#{point.id}"),
    )


def _position(comparison: Comparison, given: Mapping[str, str]) -> tuple[Point, Position]:
    """Return the point and position that an address or a form names.

    Raises:
        UnknownItemError: there is none such.
    """
    point = chosen_point(comparison, given.get("point", ""))
    number = given.get("position", "")
    known = {str(at): one for at, one in enumerate(point.positions, 1)}
    if number not in known:
        raise UnknownItemError(
            f"there is no position {number!r} in {point.id}", remedy="go back to the incident"
        )
    return point, known[number]


def _grade_again(request: Request, given: Mapping[str, str], error: RashomonError) -> Response:
    return _grade_form(request, given, error)


def _on_grade(wish: Wish) -> Made:
    """Grade a position; where it is another one by now than the person saw, refuse it."""
    comparison = wish.desk.comparison(wish.of("incident"))
    if bool(wish.of("reliability")) != bool(wish.of("credibility")):
        raise SettingsError(
            "only one part of the Admiralty pair is chosen", remedy="choose both, or neither"
        )
    decision = grade_decision(
        comparison,
        wish.of("point"),
        wish.of("position"),
        wish.of("grade"),
        wish.of("reliability") + wish.of("credibility"),
        reviewer=wish.reviewer,
        note=wish.note,
    )
    if decision.value["answer"] != wish.of("answer"):
        raise SettingsError(
            "the accounts changed meanwhile: this is another answer than you saw",
            remedy="look at it, and grade it again",
        )
    return decision


def _relation(request: Request) -> Response:
    return _relation_form(request, dict(request.query_params))


def _relation_form(
    request: Request, given: Mapping[str, str], error: RashomonError | None = None
) -> Response:
    problem = problem_of(error) if error else None
    first, second = (_quoted(request, given, name) for name in ("first", "second"))
    return page(
        request,
        "review/relation.html",
        status=problem.status if problem else 200,
        problem=problem,
        first=first,
        second=second,
        relations=RELATION_WORDS,
        note=given.get("note", ""),
        back=back_to(given, "/queue"),
    )


def _quoted(request: Request, given: Mapping[str, str], name: str) -> Quoted:
    spans = parse_spans(given.get(f"{name}_at", ""))
    with desk_of(request).opened() as case:
        document = case.document(given.get(name, ""))
    if not spans or not spans[0].start < spans[0].end <= len(document.text):
        raise SettingsError("the words of a claim are missing", remedy="begin at an incident")
    check_claim(document, spans[0])
    return Quoted(document, spans[0], in_context(document.text, spans[0]))


def _relation_again(request: Request, given: Mapping[str, str], error: RashomonError) -> Response:
    return _relation_form(request, given, error)


def _on_relation(wish: Wish) -> Made:
    relation = _RELATIONS.get(wish.of("relation"))
    if relation is None:
        raise SettingsError("no relation is chosen", remedy="choose one")
    first, second = (
        Words(wish.of(name), (parse_spans(wish.of(f"{name}_at")) or (None,))[0])
        for name in ("first", "second")
    )
    return relate_claims(wish.case, first, second, relation, reviewer=wish.reviewer, note=wish.note)


ROUTES = (
    Route("/decide/grade", _grade),
    Route("/decide/grade", deciding(_on_grade, _grade_again), methods=["POST"]),
    Route("/decide/relation", _relation),
    Route("/decide/relation", deciding(_on_relation, _relation_again), methods=["POST"]),
)
