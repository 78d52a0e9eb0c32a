"""What people decided, kept apart from what was found."""

from collections.abc import Iterator, Sequence

from rashomon.model.case import ON_FACTS, ON_ITEMS, ON_LINKS, Decision, KeptDecision
from rashomon.model.errors import UnfitDecisionError, UnknownItemError
from rashomon.store import contents, records
from rashomon.store.codec import decode_decision, digest, encode_decision
from rashomon.store.columns import now, to_column
from rashomon.store.connection import Connection, Row
from rashomon.store.linked import unlink
from rashomon.store.log import Act


def decide_all(db: Connection, decisions: Sequence[Decision]) -> tuple[int, ...]:
    """Keep decisions that are one act, all of them or none; see ``Case.decide_all``."""
    with db.writing():
        return tuple(_keep(db, one) for one in decisions)


def _keep(db: Connection, decision: Decision) -> int:
    written = encode_decision(decision)
    about = _document(db, decision)
    [(last,)] = db.rows("last decision")
    number = int(last) + 1
    db.write("add decision", [(number, about, written, now())])
    _outdate(db, decision, about)
    details = {
        "number": str(number),
        "kind": decision.kind,
        "reviewer": decision.reviewer,
        "decision": digest(written).hex(),
    }
    records.append(db, [Act("decided", decision.document, details)])
    return number


def undo_all(db: Connection, numbers: Sequence[int], *, reviewer: str) -> None:
    """Take decisions back that were one act, all of them or none; see ``Case.undo_all``."""
    with db.writing():
        for number in numbers:
            _take_back(db, number, reviewer)


def _take_back(db: Connection, number: int, reviewer: str) -> None:
    found = db.rows("decision", (number,)) if 0 < number < 2**31 else []
    if not found:
        raise UnknownItemError(
            f"there is no decision {number}", where=db.where, remedy="give the number of one"
        )
    if found[0][0] is not None:
        raise UnfitDecisionError(f"decision {number} was taken back already", where=db.where)
    db.write("undo decision", [(to_column(reviewer), now(), number)])
    undone, about = decode_decision(found[0][1]), found[0][2]
    _outdate(db, undone, about)
    details = {"number": str(number), "reviewer": reviewer}
    records.append(db, [Act("undone", None, details)])


def decisions(db: Connection) -> Iterator[KeptDecision]:
    """Yield all decisions in their order."""
    last = 0
    while page := db.rows("decisions page", (last, contents.PAGE)):
        yield from map(_kept, page)
        last = page[-1][0]


def decisions_on(db: Connection, number: int) -> tuple[KeptDecision, ...]:
    """Return the decisions on the document with a number in their order."""
    return tuple(map(_kept, db.rows("decisions on", (number,))))


def _kept(stored: Row) -> KeptDecision:
    number, written, decided_at, undone_by = stored
    return KeptDecision(number, decode_decision(written), decided_at, undone_by is not None)


def _outdate(db: Connection, decision: Decision, about: int | None) -> None:
    """Mark what a decision bears upon: the reading of its document, or the links of all."""
    if decision.kind in ON_ITEMS | ON_FACTS and about is not None:
        db.write("mark outdated", [(about,)])
        db.write("mark later outdated", [(about,)])
    if decision.kind in ON_LINKS:
        unlink(db)


def _document(db: Connection, decision: Decision) -> int | None:
    """Return the number of the document that a decision is about, having looked at its span."""
    if decision.document is None:
        return None
    number = contents.numbers_of(db, [decision.document]).get(decision.document)
    if number is None:
        raise UnknownItemError(
            f"there is no document {decision.document!r}", where=db.where, remedy="add it first"
        )
    if decision.span:
        length = len(contents.document(db, decision.document).text)
        if not 0 <= decision.span.start < decision.span.end <= length:
            raise UnfitDecisionError(
                f"the span {list(decision.span)} does not resolve in a text of {length} characters",
                where=decision.document,
            )
    return number.number
