"""Deciding on what was read: an item accepted, corrected, rejected, put in; undone, confirmed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.model.case import Decision
from rashomon.model.errors import RashomonError
from rashomon.model.review import ItemVerdict
from rashomon.model.spans import Span
from rashomon.pipeline.acting import act_of, put_act
from rashomon.pipeline.browsing.pages import page_of
from rashomon.pipeline.merging import one_act, take_back
from rashomon.pipeline.placing import places_called
from rashomon.pipeline.recording import Made, with_copies
from rashomon.pipeline.resources import load_gazetteer
from rashomon.pipeline.reviewing import (
    insert_decision,
    item_decision,
    item_decisions,
    last_number,
    remark,
    reviewed,
    standings,
)
from rashomon.render.words import counted
from rashomon.review.fields import parse_spans
from rashomon.web.asked import number_asked, text_asked
from rashomon.web.copied import copies_shown, new_item
from rashomon.web.itemform import KINDS, form_fields, in_words_of_form, place_choice, typed_values
from rashomon.web.links import document_link
from rashomon.web.notices import Notice
from rashomon.web.posting import (
    Fields,
    Wish,
    ask_for_name,
    back_to,
    deciding,
    follow,
    next_page,
    number_in,
    posted,
)
from rashomon.web.problems import problem_of
from rashomon.web.rendering import desk_of, page
from rashomon.web.reviewer import reviewer_of
from rashomon.web.shown import (
    Shown,
    find_item,
    item_kind,
    item_shown,
    marked_text,
    place_shown,
)
from rashomon.web.told import told

_VERDICTS: Mapping[str, ItemVerdict] = {one: one for one in ("accept", "reject", "correct")}
_WITH_COPIES = "_with_copies"
"""How a verdict of a button ends that is on the documents too that copy the words."""

_PLACES_SHOWN = 12
_ON_A_PAGE = 100
_NAMED_FROM = 50  # documents of an incident; of a larger one reading them takes too long


def _items(request: Request) -> Response:
    """Show what of a kind was read in a document, with what was decided on it."""
    what = item_kind(text_asked(request, "what") or KINDS[0])
    with desk_of(request).opened() as case:
        number = last_number(case)  # first: what is decided meanwhile is newer than what is shown
        seen = reviewed(case, request.query_params.get("document", ""))
        decided = item_decisions(case, seen.reading.document.id)
        stood = standings(case.decisions())
    document = seen.reading.document
    of_kind = [one for one in seen.items if one.what == what]
    listed = page_of(of_kind, number_asked(request, "page", 1), _ON_A_PAGE)
    return page(
        request,
        "review/items.html",
        document=document,
        what=what,
        page=listed,
        items=[(one, form_fields(what, one.values, document.text, {})) for one in listed.items],
        numbers=[(kind, sum(one.what == kind for one in seen.items)) for kind in KINDS],
        decided=decided,
        standings=stood,
        seen=number,
    )


def _item(request: Request) -> Response:
    return _item_again(request, request.query_params)


def _new(request: Request) -> Response:
    given = dict(request.query_params)
    shown = place_shown(request, given)
    if shown.near.end:
        name = "content" if shown.what == "claim" else "words"
        at = f"{shown.near.start}-{shown.near.end}"
        words = " ".join(shown.near.of(shown.reading.document.text).split())
        given = {name: words, f"{name}_at": at} | given
    return _item_form(request, given, shown)


def _item_again(
    request: Request, given: Mapping[str, str], error: RashomonError | None = None
) -> Response:
    return _item_form(request, given, item_shown(request, given), error)


def _new_again(
    request: Request, given: Mapping[str, str], error: RashomonError | None = None
) -> Response:
    return _item_form(request, given, place_shown(request, given), error)


def _item_form(
    request: Request, given: Mapping[str, str], shown: Shown, error: RashomonError | None = None
) -> Response:
    document = shown.reading.document
    item = shown.item
    problem = problem_of(error) if error else None
    if problem:
        problem = replace(problem, what=in_words_of_form(shown.what, problem.what))
    with desk_of(request).opened() as case:
        decided = item_decisions(case, document.id).get(item.id, ()) if item else ()
        stood = standings(case.decisions()) if decided else {}
    sought = item or (new_item(shown.what, shown.near) if shown.near.end else None)
    lookup = given.get("lookup", "") if shown.what == "place" else ""
    return page(
        request,
        "review/item.html",
        status=problem.status if problem else 200,
        problem=problem,
        what=shown.what,
        item=item,
        document=document,
        fields=form_fields(shown.what, shown.values, document.text, given),
        text=marked_text(shown),
        window=shown.window,
        parties=_names(request, shown) if shown.what == "claim" else [],
        seen=given.get("seen", shown.newest),
        note=given.get("note", ""),
        decided=decided,
        standings=stood,
        back=back_to(given, document_link(document.id, shown.near if item else None)),
        lookup=lookup,
        places=_places(request, lookup),
        may_look_up=shown.what == "place",
        at=given.get("at", ""),
        newest=shown.newest,
        copies=copies_shown(desk_of(request), document.id, sought) if sought else (),
        is_with_copies=bool(given.get("copies")),
    )


def _names(request: Request, shown: Shown) -> list[str]:
    """Return the names of parties that may be meant: of the document, and of its incident."""
    desk = desk_of(request)
    names = {one.name for one in shown.reading.parties}
    for incident in desk.contents().incidents_of.get(shown.reading.document.id, ())[:1]:
        if len(incident.documents) <= _NAMED_FROM:
            readings = desk.accounts(incident.id).readings.values()
            names |= {party.name for reading in readings for party in reading.parties}
    return sorted(names)


def _places(request: Request, name: str) -> list[dict[str, Any]]:
    if not name.strip():
        return []
    gazetteer = load_gazetteer(desk_of(request).settings.analysis)
    found = places_called(name, gazetteer, _PLACES_SHOWN)
    return [{"place": one, "value": place_choice(one)} for one in found]


def _look_up(request: Request) -> Response:
    """Answer with the places of a name, for the form of a place."""
    name = request.query_params.get("lookup", "")
    return page(request, "review/places.html", lookup=name, places=_places(request, name))


def _on_item(wish: Wish) -> Made:
    """Decide on an item."""
    asked = wish.of("verdict")
    verdict = _VERDICTS.get(asked.removesuffix(_WITH_COPIES), "correct")
    seen = reviewed(wish.case, wish.of("document"))
    what = item_kind(wish.of("what"))
    spans = parse_spans(wish.of("span"))
    item = find_item(seen, what, wish.of("item"), spans[0] if spans else None)
    text = seen.reading.document.text
    typed = dict(wish.fields)
    values = typed_values(what, item.values, text, typed, item.span) if verdict == "correct" else {}
    if values.get("party") and values["party"] not in {one.name for one in seen.reading.parties}:
        # the reading knows no kind and side of it: they are as the form shows them
        values = {one: wish.of(one) for one in ("party_kind", "party_side")} | values
    decision = item_decision(
        seen.reading, what, item.id, verdict, values, reviewer=wish.reviewer, note=wish.note
    )
    return _with_copies(wish, decision, is_asked=asked.endswith(_WITH_COPIES))


def _with_copies(wish: Wish, decision: Decision, *, is_asked: bool = False) -> Made:
    """Return a decision, with what it comes to on the documents that copy its words if asked."""
    if not (is_asked or wish.of("copies")):
        return decision
    return with_copies(wish.case, decision, wish.desk.contents().origins)


def _on_missed(wish: Wish) -> Made:
    """Put in an item that reading missed."""
    reading = reviewed(wish.case, wish.of("document")).reading
    what = item_kind(wish.of("what"))
    spans = parse_spans(wish.of("at"))
    near = spans[0] if spans else Span(0, 0)
    values = typed_values(what, {}, reading.document.text, dict(wish.fields), near)
    decision = insert_decision(reading, what, values, reviewer=wish.reviewer, note=wish.note)
    return _with_copies(wish, decision)


def _on_decision(wish: Wish) -> Made:
    """Confirm or dispute what another reviewer decided, all that was decided as one act with it."""
    what: Literal["confirm", "dispute"] = "dispute" if wish.of("remark") == "dispute" else "confirm"
    number = number_in(wish.fields, "number") or 0
    numbers = one_act(wish.case, number) or (number,)
    made = [remark(wish.case, one, what, reviewer=wish.reviewer) for one in numbers]
    values = [(one.kind, None, one.value) for one in made]
    return put_act(wish.case, values, wish.reviewer, wish.note)


def _undo(request: Request, fields: Fields) -> Response:
    """Take back a decision, with all that were put on record in one act with it."""
    desk = desk_of(request)
    number = number_in(fields, "number") or 0
    reviewer = reviewer_of(request)
    if not reviewer:
        return ask_for_name(fields)
    with desk.opened(writing=True) as case:
        take_back(case, number, reviewer=reviewer)
        follow(desk, case)
    return RedirectResponse(next_page(fields, undone=number), 303)


def _notices(request: Request) -> Iterator[Notice]:
    """Say on the page that a decision leads to that it is on record, or taken back."""
    done, undone, differs, copied, left, unchosen = told(request)
    if done and differs:
        words = f"{_act(request, done)} on record; another reviewer decided otherwise."
        yield Notice(words, "/conflicts", "See both", is_warning=True, undo=done)
    elif done and (copied or left):
        yield Notice(_said(done, copied, left), f"/decisions#d{done}", "Look at it", undo=done)
    elif done:
        words = f"{_act(request, done)} on record."
        yield Notice(words, f"/decisions#d{done}", "Look at it", undo=done)
    if undone:
        words = f"{_act(request, undone)} taken back."
        yield Notice(words, f"/decisions#d{undone}", "Look at it")
    if unchosen:
        yield Notice("No document is chosen; tick some in the list.", is_warning=True)


def _act(request: Request, number: int) -> str:
    """Return a decision with all of the same act, and of how many documents: what they are."""
    act = act_of(desk_of(request).contents().decisions, number)
    if len(act) < len(("one", "other")):
        return f"Decision {number} is"
    numbers = sorted(one.number for one in act)
    is_pair = len(act) == len(("one", "other"))
    documents = {one.decision.document for one in act} - {None}
    about = f", about {counted(len(documents), 'document')}," if documents else ""
    return f"Decisions {numbers[0]} {'and' if is_pair else 'to'} {numbers[-1]}{about} are"


def _said(done: int, copied: int, left: int) -> str:
    """Return that a decision is on record, and in how many documents that copy its words."""
    also = f", also in {counted(copied, 'document')} with the same words" if copied else ""
    others = (
        f"; {counted(left, 'other')} {'was' if left == 1 else 'were'} left alone" if left else ""
    )
    return f"Decision {done} is on record{also}{others}."


ROUTES = (
    Route("/decide/items", _items),
    Route("/decide/item", _item),
    Route("/decide/item", deciding(_on_item, _item_again), methods=["POST"]),
    Route("/decide/new", _new),
    Route("/decide/new", deciding(_on_missed, _new_again), methods=["POST"]),
    # what is looked up without a script stands in a form that decides: its token is in no address
    Route("/decide/item/look-up", posted(_item_again), methods=["POST"]),
    Route("/decide/new/look-up", posted(_new_again), methods=["POST"]),
    Route("/decide/places", _look_up),
    Route("/decide/undo", posted(_undo), methods=["POST"]),
    Route("/decide/remark", deciding(_on_decision, None), methods=["POST"]),
)
NOTICING = (_notices,)
