"""Deciding on the same words in all documents that copy them, in one act.

::

    decision = claim_decision(seen.reading, "a3", "correct", stance="denies", reviewer="Mira")
    copies = decide_copies(case, decision)              # made: decisions; left: documents, and why
    kept = put(case, decision, copies=copies)           # all on record, or none
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.model.review import Item, LeftAlone
from rashomon.pipeline.acting import ACT
from rashomon.review.carrying import bearing
from rashomon.review.copies import (
    Copy,
    Sought,
    copy_at,
    decision_there,
    items_near,
    sought_item,
    sought_of,
)
from rashomon.review.corrections import reviewed as laid_upon
from rashomon.review.corrections import reviewed_items
from rashomon.review.passages import Worded, find_passage
from rashomon.store.case import Case

_NO_COPIES = ("citation", "statement")
"""Derivations of what is not copied: who reports it, and who said it, is all that is shared."""


@dataclass(frozen=True, slots=True)
class Copies:
    """What a decision comes to on the documents that copy its words.

    Attributes:
        made: it, as it is made on each.
        left: the documents on which it is not made.
        upon: the documents on whose item people decided before, together with this one.
        last: the number of the last decision that may be heeded.
    """

    made: tuple[Decision, ...] = ()
    left: tuple[LeftAlone, ...] = ()
    upon: frozenset[str] = frozenset()
    last: int = 0


NO_COPIES = Copies()
"""What a decision comes to that is made on one document alone."""


@dataclass(frozen=True, slots=True)
class Together:
    """A decision on an item that is to be put on record with what it comes to on its copies.

    Attributes:
        decision: the decision.
        copies: what it comes to on the documents that copy its words.
    """

    decision: Decision
    copies: Copies


def decide_copies(case: Case, decision: Decision, origins: Origins | None = None) -> Copies:
    """Return a decision on an item as it is made on all documents that copy its words.

    Args:
        case: a case that is linked.
        decision: what is decided of an item of one document.
        origins: what the case holds of origins, where that is at hand.

    Raises:
        UnknownItemError: there is no such document.
        CaseError: the case cannot be read.
    """
    last = case.last_decision()  # first: what is decided meanwhile may not be heeded
    if not decision.document:
        return Copies()
    grounds = case.grounds(decision.document)
    decisions = bearing(grounds)
    seen = laid_upon(grounds.reading, decisions)
    sought = sought_of(decision, seen.reading)
    if sought is None:
        return Copies()
    named = sought.what, sought.item
    item = next((one for one in seen.items if (one.what, one.id) == named), None)
    made, left, upon = [], [], set()
    for copy, there in _copies(case, sought, _acts(decisions, item), origins):
        found = decision_there(decision, copy, there())
        if isinstance(found, Decision):
            made.append(found)
        else:
            left.append(LeftAlone(copy.document.id, found))
        if copy.item and copy.item.decisions:
            upon.add(copy.document.id)
    return Copies(tuple(made), tuple(left), frozenset(upon), last)


def find_copies(
    case: Case, document_id: str, item: Item, origins: Origins | None = None
) -> tuple[Copy, ...]:
    """Return how an item stands in all documents that copy its words.

    Args:
        case: a case that is linked.
        document_id: the ``id`` of the document that has the item.
        item: the item.
        origins: what the case holds of origins, where that is at hand.

    Raises:
        UnknownItemError: there is no such document.
        CaseError: the case cannot be read.
    """
    grounds = case.grounds(document_id)
    decisions = bearing(grounds)
    sought = sought_item(item, laid_upon(grounds.reading, decisions).reading)
    found = _copies(case, sought, _acts(decisions, item), origins)
    return tuple(copy for copy, _ in found)


def _acts(decisions: Iterable[KeptDecision], item: Item | None) -> frozenset[str]:
    """Return by what the acts are known that decisions in force on an item are of."""
    numbers = item.decisions if item else ()
    acts = (one.decision.value.get(ACT, "") for one in decisions if one.number in numbers)
    return frozenset(filter(None, acts))


def _copies(
    case: Case, sought: Sought, acts: Container[str], origins: Origins | None
) -> Iterator[tuple[Copy, Callable[[], Reading]]]:
    """Yield how an item stands in other documents, with what makes the readings of these."""
    document = sought.reading.document
    here = Worded(document.text)
    found = case.origins() if origins is None else origins
    for other in related_documents(found, document.id):
        passage = find_passage(here, sought.words, Worded(case.document(other).text))
        if passage is None:
            continue
        grounds = case.grounds(other)
        machine, decisions = grounds.reading, bearing(grounds)
        if any(one.is_upon_reading for one in decisions):
            items = reviewed_items(machine, decisions, sought.what)
        else:
            items = items_near(machine, sought.what, passage.moved(sought.around))
        together = {one.number for one in decisions if one.decision.value.get(ACT) in acts}
        copy = copy_at(sought, passage, machine.document, items, together)
        yield copy, partial(_reading, machine, decisions, copy)


def _reading(machine: Reading, decisions: Sequence[KeptDecision], copy: Copy) -> Reading:
    """Return the reading of a copy; where that is not looked at, the machine's will do."""
    is_corrected = any(one.is_upon_reading for one in decisions)
    return laid_upon(machine, decisions).reading if is_corrected and not copy.decided else machine


def related_documents(origins: Origins, document: str) -> tuple[str, ...]:
    """Return the other documents that share a root with one, as a whole or in a stretch."""
    roots: dict[str, set[str]] = {}
    for name, root in origins.by_document().items():
        roots.setdefault(name, set()).add(root)
    for one in origins.derivations:
        if one.span and one.kind not in _NO_COPIES:
            roots.setdefault(one.document, set()).add(one.root)
    own = roots.get(document, set())
    return tuple(one for one, some in roots.items() if one != document and own & some)
