"""Each kind of decision that programs put on record: what keeps it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.model.case import Decision
from rashomon.model.review import ItemKind
from rashomon.model.tasks import Words
from rashomon.pipeline import reviewing
from rashomon.pipeline.claims import relate_claims
from rashomon.pipeline.describing import described
from rashomon.pipeline.grading import grade_decision
from rashomon.pipeline.linking import SAME
from rashomon.pipeline.pairing import pair_decision
from rashomon.pipeline.recording import Made, with_copies
from rashomon.review.making import find_item
from rashomon.store.case import Case
from rashomon.web.api.deciding.fields import as_texts, span_of
from rashomon.web.desk import Desk
from rashomon.web.problems import Problem, RefusedError


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision that is to be put on record.

    Attributes:
        desk: the desk of the case.
        case: the case, open for writing.
        body: what the program sent.
        reviewer: who decides.
        note: why; may be empty.
    """

    desk: Desk
    case: Case
    body: Mapping[str, Any]
    reviewer: str
    note: str


def on_item(wish: Wish) -> Made:
    """Decide on an item of a reading.

    Raises:
        RefusedError: the item has other words than the program saw.
        SettingsError: what is corrected makes no sense.
        UnknownItemError: there is no such document or item.
    """
    body = wish.body
    reading = reviewing.reviewed(wish.case, body["document"]).reading
    what: ItemKind = body["what"]
    item = find_item(reading, what, body["item"])
    if "span" in body and item.span != span_of(body["span"]):
        seen = f"{what} {body['item']} has other words now"
        raise RefusedError(
            Problem(409, seen, "decision.stale", "body/span", "ask for the items again")
        )
    return _with_copies(
        wish,
        reviewing.item_decision(
            reading,
            what,
            item.id,
            body["kind"],
            as_texts(body.get("fields", {})),
            reviewer=wish.reviewer,
            note=wish.note,
        ),
    )


def _with_copies(wish: Wish, decision: Decision) -> Made:
    """Return a decision, with what it comes to on its copies where that is wished for."""
    if not wish.body.get("copies", False):
        return decision
    return with_copies(wish.case, decision, wish.desk.contents().origins)


def of_missed(wish: Wish) -> Made:
    """Put an item into a reading that lacks it."""
    reading = reviewing.reviewed(wish.case, wish.body["document"]).reading
    values = as_texts(wish.body["fields"])
    decision = reviewing.insert_decision(
        reading, wish.body["what"], values, reviewer=wish.reviewer, note=wish.note
    )
    return _with_copies(wish, decision)


def of_description(wish: Wish) -> Made:
    """Say what documents are."""
    body = wish.body
    one = [body["document"]] if "document" in body else []
    documents = [*one, *body.get("documents", ())]
    return described(wish.case, documents, body["fields"], reviewer=wish.reviewer, note=wish.note)


def of_grade(wish: Wish) -> Made:
    """Grade a position."""
    body = wish.body
    return grade_decision(
        wish.desk.comparison(body["incident"]),
        body["point"],
        str(int(body["position"])),
        body["airwars"],
        body.get("admiralty", ""),
        reviewer=wish.reviewer,
        note=wish.note,
    )


def of_incident(wish: Wish) -> Made:
    """Say whether two documents are about one incident."""
    return pair_decision(
        wish.case,
        wish.body["document"],
        wish.body["other"],
        is_one=wish.body["kind"] == SAME,
        reviewer=wish.reviewer,
        note=wish.note,
    )


def of_remark(wish: Wish) -> Made:
    """Confirm or dispute a decision."""
    what: Literal["confirm", "dispute"] = wish.body["kind"]
    number = int(wish.body["decision"])
    return reviewing.remark(wish.case, number, what, reviewer=wish.reviewer, note=wish.note)


def of_relation(wish: Wish) -> Made:
    """Say how two claims relate."""
    first, second = (
        Words(wish.case.document(one["document"]).id, span_of(one["span"]))
        for one in (wish.body["first"], wish.body["second"])
    )
    return relate_claims(
        wish.case, first, second, wish.body["relation"], reviewer=wish.reviewer, note=wish.note
    )


def by(act: Callable[..., tuple[int, ...]], *names: str) -> Callable[[Wish], Made]:
    """Return what calls an act with the fields of some names.

    Args:
        act: puts decisions on record, and returns their numbers.
        names: the fields of the body that it takes, in its order.
    """

    def decide(wish: Wish) -> Made:
        given = [wish.body[name] for name in names]
        return act(wish.case, *given, reviewer=wish.reviewer, note=wish.note)

    return decide
