"""Where decisions in force of different reviewers cannot all hold.

The last one holds. Of one reviewer the last word on a thing counts: who comes round to what another
says is in no conflict any more.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.reading import Reading
from rashomon.model.review import Conflict, Held
from rashomon.review.corrections import resolved_items
from rashomon.review.describing import fact_conflicts, said_of
from rashomon.review.fields import UNITS
from rashomon.review.resolving import PRESENCE, THERE, Resolved, held_units
from rashomon.review.rulings import KINDS, contrary

_VALUE = "value"
_SYMMETRIC = ("contradicts", "neutral")


def item_conflicts(machine: Reading, decisions: Iterable[KeptDecision]) -> Iterator[Conflict]:
    """Yield the conflicts on items of a document, item by item.

    Args:
        machine: what the machine read in it.
        decisions: all decisions in their order.
    """
    text = machine.document.text
    for one in resolved_items(machine, decisions):
        if len({kept.decision.reviewer for kept in one.in_force}) > 1:
            yield from _on_item(one, machine.document.id, text)


def other_conflicts(decisions: Iterable[KeptDecision]) -> Iterator[Conflict]:
    """Yield the conflicts on all but items.

    They are on what is one, how claims relate, how well an answer is supported, and what documents
    are.

    Args:
        decisions: all decisions of a case in their order.
    """
    kept = {one.number: one for one in decisions}
    for numbers in contrary(kept.values()):
        yield _on_pairs([kept[number] for number in numbers])
    subjects: dict[Hashable, list[KeptDecision]] = {}
    for one in kept.values():
        subject = subject_of(one.decision)
        if subject is not None and not one.is_undone and one.decision.kind not in KINDS:
            subjects.setdefault(subject, []).append(one)
    for about in subjects.values():
        last = {one.decision.reviewer: one for one in about}
        sides = [Held(who, _value(one.decision), one.number) for who, one in last.items()]
        if len({one.value for one in sides}) > 1:
            yield _conflict(about[-1].decision, about[-1].decision.kind, sides)
    yield from fact_conflicts(kept.values())


def on_the_same(
    machine: Reading | None, decisions: Sequence[KeptDecision], number: int
) -> tuple[KeptDecision, ...]:
    """Return the other decisions in force on what a decision is on, in their order.

    Args:
        machine: what the machine read in its document; ``None`` where it is on no item.
        decisions: all decisions in their order.
        number: that of the decision.
    """
    if machine is not None:
        for one in resolved_items(machine, decisions):
            if number in one.numbers:
                return tuple(kept for kept in one.in_force if kept.number != number)
    own = next((one for one in decisions if one.number == number), None)
    others = (one for one in decisions if one.number != number)
    return on_the_same_as([own], others) if own else ()


def on_the_same_as(
    own: Iterable[KeptDecision], others: Iterable[KeptDecision]
) -> tuple[KeptDecision, ...]:
    """Return those of some decisions that are in force on anything that others are on.

    Args:
        own: decisions on no item.
        others: those among which they are looked for.
    """
    subjects = frozenset(chain.from_iterable(_subjects_of(one.decision) for one in own))
    return tuple(
        one
        for one in others
        if not one.is_undone and not subjects.isdisjoint(_subjects_of(one.decision))
    )


def _subjects_of(decision: Decision) -> frozenset[Hashable]:
    """Return all on what a decision is that is on no item: of documents it may be on much."""
    if said := said_of(decision):
        return frozenset((decision.document, name) for name in said)
    subject = subject_of(decision)
    return frozenset(() if subject is None else (subject,))


def subject_of(decision: Decision) -> Hashable | None:
    """Return on what a decision is that is on no item; ``None`` for any other kind."""
    value = decision.value
    if decision.kind in KINDS:
        about, _ = KINDS[decision.kind]
        first = value.get("name", "") if about == "party" else decision.document
        return about, frozenset((first, value.get("with", "")))
    if decision.kind == "relation":
        ends = (decision.document, _written(decision)), (value.get("with"), value.get("with_span"))
        return "relation", frozenset(ends)
    if decision.kind == "grade":
        words = tuple(value.get(name, "") for name in ("kind", "who", "answer"))
        return "grade", decision.document, decision.span, words
    return None


def _on_item(one: Resolved, document: str, text: str) -> Iterator[Conflict]:
    what, said = one.thread.what, _said(one, text)
    there = {held.reviewer for held in said.get(PRESENCE, ()) if held.value == THERE}
    span = one.in_force[-1].decision.span
    for unit in (PRESENCE, *UNITS[what]):
        sides = said.get(unit, [])
        if unit != PRESENCE:
            sides = [held for held in sides if held.reviewer in there]
        if len({held.value for held in sides}) > 1:
            yield Conflict(what, document, span, unit, _by_number(sides))


def _said(one: Resolved, text: str) -> dict[str, list[Held]]:
    """Return what each reviewer said last of each unit of an item."""
    last: dict[str, dict[str, Held]] = {}
    for kept in one.in_force:
        decision = kept.decision
        for unit, value in held_units(one.thread.what, decision, text):
            last.setdefault(unit, {})[decision.reviewer] = Held(
                decision.reviewer, value, kept.number
            )
    return {unit: list(held.values()) for unit, held in last.items()}


def _on_pairs(kept: Sequence[KeptDecision]) -> Conflict:
    sides = []
    for one in kept:
        _, is_one = KINDS[one.decision.kind]
        sides.append(Held(one.decision.reviewer, "same" if is_one else "other", one.number))
    about, _ = KINDS[kept[-1].decision.kind]
    return _conflict(kept[-1].decision, about, sides)


def _conflict(last: Decision, about: str, sides: Iterable[Held]) -> Conflict:
    return Conflict(about, last.document, last.span, _VALUE, _by_number(sides))


def _by_number(sides: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(sides, key=lambda one: one.number))


def _value(decision: Decision) -> str:
    """Return what a decision says of its subject."""
    value: Mapping[str, str] = decision.value
    if decision.kind == "grade":
        return " ".join(filter(None, (value.get("airwars"), value.get("admiralty"))))
    relation = value.get("relation", "")
    if relation in _SYMMETRIC:
        return relation
    return f"{relation} from {decision.document} {_written(decision)}"


def _written(decision: Decision) -> str:
    return f"{decision.span.start}-{decision.span.end}" if decision.span else ""
