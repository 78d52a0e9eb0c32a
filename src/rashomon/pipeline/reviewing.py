"""Reviewing what was read: decisions on items, what they come to, and where people differ.

::

    seen = reviewed(case, document)                       # the reading, with all its items
    decision = claim_decision(seen.reading, "a3", "correct", stance="denies", reviewer="Mira")
    kept = put(case, decision, seen=last_number(case))    # on record; kept.conflicts, kept.newer
    refresh(case, linkers)                                # readings, then links where they changed
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rashomon.model.case import ON_ITEMS, Decision, KeptDecision
from rashomon.model.errors import SettingsError, UnknownItemError
from rashomon.model.reading import Reading
from rashomon.model.review import Conflict, Kept, Reviewed
from rashomon.pipeline.acting import as_one_act, check_reviewer
from rashomon.pipeline.copying import NO_COPIES, Copies
from rashomon.pipeline.correcting import decided_versions, remake_readings
from rashomon.review.carrying import bearing
from rashomon.review.conflicts import (
    item_conflicts,
    on_the_same,
    on_the_same_as,
    other_conflicts,
)
from rashomon.review.corrections import resolved_items
from rashomon.review.corrections import reviewed as laid_upon
from rashomon.review.making import insert_decision, item_decision
from rashomon.review.naming import name_of
from rashomon.review.saying import (
    claim_decision,
    count_decision,
    new_claim,
    new_count,
    new_place,
    new_time,
    place_decision,
    time_decision,
)
from rashomon.review.standings import remarked, standings
from rashomon.store.case import Case

if TYPE_CHECKING:
    from rashomon.pipeline.linking import Linkers

__all__ = [
    "Refreshed",
    "claim_decision",
    "conflicts",
    "count_decision",
    "insert_decision",
    "item_decision",
    "item_decisions",
    "last_number",
    "new_claim",
    "new_count",
    "new_place",
    "new_time",
    "place_decision",
    "put",
    "refresh",
    "remake",
    "remark",
    "reviewed",
    "standings",
    "take_back",
    "time_decision",
]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What bringing a case up to date with its decisions came to.

    Attributes:
        documents: the ids of the documents whose readings were made anew.
        is_linked: whether origins and incidents were found anew.
    """

    documents: tuple[str, ...]
    is_linked: bool


def reviewed(case: Case, document_id: str) -> Reviewed:
    """Return the reading of a document with all decisions in force upon it, and its items.

    It is made of the machine reading and the decisions as they are now, whether or not the case has
    been refreshed since.

    Args:
        case: a case.
        document_id: the ``id`` of a document, or enough of its beginning.

    Raises:
        UnknownItemError: there is no such document.
    """
    grounds = case.grounds(document_id)
    return laid_upon(grounds.reading, bearing(grounds))


def item_decisions(case: Case, document_id: str) -> Mapping[str, tuple[KeptDecision, ...]]:
    """Return the decisions on each item of a document, by ``Item.id``, the first first.

    Those that were taken back are among them; items on which nobody decided are left out, and those
    that nobody holds on to any more.

    Raises:
        UnknownItemError: there is no such document.
    """
    grounds = case.grounds(document_id)
    found = resolved_items(grounds.reading, bearing(grounds))
    return {name_of(one): tuple(one.thread.decisions) for one in found if one.thread.decisions}


def remark(
    case: Case,
    number: int,
    what: Literal["confirm", "dispute"],
    *,
    reviewer: str,
    note: str = "",
) -> Decision:
    """Return the decision of a second reviewer that another decision is right, or is not.

    Args:
        case: the case.
        number: the number of the other decision.
        what: ``confirm`` or ``dispute``.
        reviewer: who says so.
        note: why; may be empty.

    Raises:
        SettingsError: it is the reviewer's own decision, or was taken back, or says only this of
            another.
        UnknownItemError: there is no such decision.
    """
    check_reviewer(reviewer)
    about = next((one for one in case.decisions() if one.number == number), None)
    if about is None:
        remedy = "'rashomon decisions' shows those that there are"
        raise UnknownItemError(f"there is no decision {number}", where=what, remedy=remedy)
    fault, remedy = "", "undo it instead"
    if about.decision.reviewer == reviewer.strip():
        fault = f"decision {number} is {reviewer.strip()}'s own"
    elif about.is_undone:
        fault, remedy = f"decision {number} was taken back", "decide anew"
    elif remarked(about) is not None:
        fault = f"decision {number} only says how another stands"
        remedy = f"{what} decision {remarked(about)}"
    if fault:
        raise SettingsError(fault, where=what, remedy=remedy)
    return Decision(what, None, None, {"decision": str(number)}, reviewer.strip(), note)


def last_number(case: Case) -> int:
    """Return the number of the last decision; 0 where there is none.

    What a form carries as the last decision that its reader saw.
    """
    return case.last_decision()


def put(
    case: Case,
    decision: Decision,
    *,
    seen: int | None = None,
    copies: Copies = NO_COPIES,
) -> Kept:
    """Put a decision on record, of whatever kind, and say with what it does not agree.

    Nothing is lost: what others decided meanwhile stays on record beside it. One transaction.

    Args:
        case: a case, open for writing.
        decision: what was decided.
        seen: the number of the last decision that the reviewer saw; ``None`` where that is not
            known.
        copies: what it comes to on documents that copy its words: put on record, and taken back,
            as one act with it.

    Raises:
        CaseError: it cannot be written, or its words do not resolve.
        SettingsError: nobody decides.
        UnknownItemError: there is no such document.
    """
    check_reviewer(decision.reviewer)
    decisions = (decision, *copies.made)
    numbers = case.decide_all(as_one_act(case, decisions))
    # nobody decided on the others, unless it was meanwhile: they are in no conflict
    is_alone = numbers[0] == copies.last + 1
    of_all = [
        _met(case, number, one, seen)
        for number, one in zip(numbers, decisions, strict=True)
        if one is decision or not is_alone or one.document in copies.upon
    ]
    return Kept(
        numbers[0],
        tuple(conflict for one in of_all for conflict in one.conflicts),
        tuple(newer for one in of_all for newer in one.newer),
        numbers,
    )


def _met(case: Case, number: int, decision: Decision, seen: int | None) -> Kept:
    """Return with what a decision that was just put on record does not agree."""
    machine: Reading | None = None
    decisions: Sequence[KeptDecision]
    if decision.kind in ON_ITEMS and decision.document:
        grounds = case.grounds(decision.document)
        machine, decisions = grounds.reading, bearing(grounds)
        found = item_conflicts(machine, decisions)
    else:
        decisions = tuple(case.decisions())
        found = other_conflicts(decisions)
    newer = tuple(
        one
        for one in on_the_same(machine, decisions, number)
        if seen is not None
        and seen < one.number < number
        and one.decision.reviewer != decision.reviewer
    )
    return Kept(number, tuple(one for one in found if number in one.numbers), newer)


def take_back(case: Case, number: int, *, reviewer: str) -> None:
    """Undo a decision; it stays on record.

    Raises:
        CaseError: it was undone already.
        SettingsError: nobody is named who undoes it.
        UnknownItemError: there is no such decision.
    """
    check_reviewer(reviewer)
    case.undo(number, reviewer=reviewer.strip())


def remake(case: Case, linkers: "Linkers") -> tuple[str, ...]:
    """Make anew the readings that decisions have changed; return the ids of their documents.

    Safe to be killed, and for two at once. Whether linking is to be done anew ``case.linked_by()``
    says afterwards: only where what it needs of a document changed.

    Args:
        case: a case, open for writing.
        linkers: what makes the sketches of documents.

    Raises:
        CaseError: the case cannot be read or written.
    """
    return remake_readings(case, linkers.sketch)


def refresh(
    case: Case, linkers: "Linkers", tell: Callable[[str], None] = lambda _: None
) -> Refreshed:
    """Bring a case up to date with its decisions: readings, and links where that is needed.

    Args:
        case: a case, open for writing.
        linkers: what links documents.
        tell: is told which step begins.

    Raises:
        CaseError: the case cannot be read or written.
    """
    from rashomon.pipeline.linking import link_with  # who only shows need not wait for it

    documents = remake(case, linkers)
    return Refreshed(documents, link_with(case, linkers, tell))


def conflicts(case: Case) -> tuple[Conflict, ...]:
    """Return where decisions in force of different reviewers cannot all hold.

    Returns:
        The conflict whose last decision is the newest first.
    """
    decisions = tuple(case.decisions())
    found = {(one.numbers, one.field): one for one in other_conflicts(decisions)}
    for document, reviewers in decided_versions(case, decisions).items():
        if len(reviewers) > 1:
            grounds = case.grounds(document)
            # of the versions of an article the last is named
            differ = item_conflicts(grounds.reading, bearing(grounds))
            found.update(((one.numbers, one.field), one) for one in differ)
    return tuple(sorted(found.values(), key=lambda one: one.numbers[::-1], reverse=True))


def met(case: Case, numbers: Sequence[int], *, seen: int | None = None) -> Kept:
    """Return with what decisions that are on record already do not agree.

    Args:
        case: a case.
        numbers: the decisions of one act, none of them on an item; one at least.
        seen: as :func:`put` takes it.
    """
    found = tuple(one for one in conflicts(case) if not set(numbers).isdisjoint(one.numbers))
    kept = {one.number: one for one in case.decisions()}
    own = [kept[one] for one in numbers]
    reviewer = own[0].decision.reviewer
    others = [
        one
        for one in kept.values()
        if seen is not None and one.number > seen and one.decision.reviewer != reviewer
    ]
    return Kept(numbers[0], found, on_the_same_as(own, others), tuple(numbers))
