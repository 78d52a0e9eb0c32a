"""What people decided, put on record and taken back; the items that they decide on; conflicts."""

from typing import Any, get_args

from rashomon.model.errors import SettingsError
from rashomon.model.review import Conflict, ItemKind
from rashomon.model.spans import covering
from rashomon.pipeline import merging, recording, reviewing
from rashomon.pipeline.copying import find_copies
from rashomon.render.case.records import review_record
from rashomon.render.values import plain_values
from rashomon.review.copies import Copy
from rashomon.review.making import find_item
from rashomon.store.case import Case
from rashomon.web.api.deciding.kinds import DECISION, ITEM, REST, decide
from rashomon.web.api.deciding.wishes import Wish
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.paging import paged, stretch
from rashomon.web.api.schemas import DOCUMENT, NUMBER, PAGED, one_of, record
from rashomon.web.desk import Desk
from rashomon.web.posting import follow
from rashomon.web.reviewer import clean_name

_GROUP = "decisions"


def list_all(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return what people decided, and how what is shown of it stands."""
    kept = desk.contents().decisions
    shown = stretch(kept, asked)
    numbers = {one.number for one in shown}
    stood = {one: how for one, how in reviewing.standings(kept).items() if one in numbers}
    with desk.opened() as case:
        found = [one for one in reviewing.conflicts(case) if numbers & set(one.numbers)]
    return paged(review_record(shown, stood, found), len(kept), asked)


def put(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Put a decision on record, and bring the case up to date with it."""
    reviewer = _reviewer(asked)
    seen = int(asked.body["seen"]) if "seen" in asked.body else None
    with desk.opened(writing=True) as case:
        made = decide(Wish(desk, case, asked.body, reviewer, str(asked.body.get("note", ""))))
        kept = recording.record(case, made, seen=seen)
        is_linked = _followed(desk, case)
    return {
        "format": "rashomon.kept/1",
        "decisions": list(kept.numbers),
        "left_alone": [plain_values(one) for one in recording.copies_of(made).left],
        "conflicts": [_conflict(one) for one in kept.conflicts],
        "newer": [plain_values(one) for one in kept.newer],
        "is_linked": is_linked,
    }


def _reviewer(asked: Asked) -> str:
    """Return who decides.

    Raises:
        SettingsError: nobody does.
    """
    name = clean_name(str(asked.body.get("reviewer", ""))) or asked.reviewer
    if not name:
        remedy = 'send it as "reviewer": who decides; or start the desk with --reviewer'
        raise SettingsError("reviewer is missing", where="body/reviewer", remedy=remedy)
    return name


def undo(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Take a decision back, with those that were made in one act with it."""
    reviewer = _reviewer(asked)
    with desk.opened(writing=True) as case:
        numbers = merging.take_back(case, int(asked.path["decision"]), reviewer=reviewer)
        is_linked = _followed(desk, case)
    return {"format": "rashomon.undone/1", "decisions": list(numbers), "is_linked": is_linked}


def conflicts(desk: Desk, _: Asked) -> dict[str, Any]:
    """Return where decisions cannot all hold."""
    with desk.opened() as case:
        found = reviewing.conflicts(case)
    return {"format": "rashomon.conflicts/1", "conflicts": [_conflict(one) for one in found]}


def _conflict(one: Conflict) -> dict[str, Any]:
    return {**plain_values(one), "holds": one.holds}


def items(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return what people decide on of a document, with what was decided."""
    with desk.opened() as case:
        last = reviewing.last_number(case)  # first: it is what a program sends as ``seen``
        seen = reviewing.reviewed(case, asked.path["document"])
    return {
        "format": "rashomon.items/1",
        "document": seen.reading.document.id,
        "last_decision": last,
        "items": [plain_values(one) for one in seen.items],
    }


def copies(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return the documents that copy the words of an item, and how it is read in each."""
    origins = desk.contents().origins
    with desk.opened() as case:
        reading = reviewing.reviewed(case, asked.path["document"]).reading
        item = find_item(reading, asked.query["what"], asked.query["item"])
        found = find_copies(case, reading.document.id, item, origins)
    return {
        "format": "rashomon.copies/1",
        "document": reading.document.id,
        "copies": [_copy(one) for one in found],
    }


def _copy(one: Copy) -> dict[str, Any]:
    return {
        "document": one.document.id,
        "span": list(covering(one.words)),
        "item": one.item.id if one.item else None,
        "differing": list(one.differing),
        "decisions": list(one.decided),
    }


def _followed(desk: Desk, case: Case) -> bool:
    """Let readings and links follow from decisions; return whether these are up to date now."""
    follow(desk, case)
    return not case.unread() and case.linked_by() == desk.linkers.versions


ENDPOINTS = (
    Endpoint(
        "GET",
        "/decisions",
        "listDecisions",
        _GROUP,
        "What people decided, the first decision first, and what was taken back.",
        list_all,
        "decisions",
        query=PAGED,
        is_paged=True,
    ),
    Endpoint(
        "POST",
        "/decisions",
        "decide",
        _GROUP,
        "Put on record what a person decides. Nothing is lost: what others decided on the same "
        "thing stays beside it, and is told.",
        put,
        "kept",
        201,
        body=DECISION,
        errors=(404, 409),
        leads_to={"undoDecision": {"decision": "/decisions/0"}},
    ),
    Endpoint(
        "POST",
        "/decisions/{decision}/undo",
        "undoDecision",
        _GROUP,
        "Take a decision back, with those that were made in one act with it; it stays on record.",
        undo,
        "undone",
        parts={"decision": NUMBER},
        body=record("who takes it back", {}, {"reviewer": REST["reviewer"]}),
        errors=(404, 409),
    ),
    Endpoint(
        "GET",
        "/conflicts",
        "listConflicts",
        _GROUP,
        "Where decisions in force of different reviewers cannot all hold.",
        conflicts,
        "conflicts",
    ),
    Endpoint(
        "GET",
        "/documents/{document}/items",
        "listItems",
        _GROUP,
        "The claims, times, places and counts of a document, with what was decided of each.",
        items,
        "items",
        parts={"document": DOCUMENT},
        errors=(404,),
    ),
    Endpoint(
        "GET",
        "/documents/{document}/copies",
        "listCopies",
        _GROUP,
        "The documents that copy the words of an item, and how it is read in each of them.",
        copies,
        "copies",
        parts={"document": DOCUMENT},
        query={"what": one_of("the kind of the item", get_args(ItemKind)), "item": ITEM},
        needed=("what", "item"),
        errors=(404,),
    ),
)
