"""What the decisions on an item come to: field by field the last one holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.review import ItemKind
from rashomon.review.fields import UNITS, faults, unit_values
from rashomon.review.matching import ACCEPT, CORRECT, INSERT, REJECT, Thread

PRESENCE = "presence"
"""The unit of whether an item is there at all."""

THERE, AWAY = "there", "rejected"
"""What people hold of whether an item is there."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An item after all decisions on it.

    Attributes:
        thread: the item and the decisions on it.
        values: its fields.
        is_there: whether the reading has it.
        in_force: the decisions that were not taken back, the first first.
        changed: the units in which it differs from what the machine reads.
    """

    thread: Thread
    values: Mapping[str, str]
    is_there: bool
    in_force: tuple[KeptDecision, ...]
    changed: frozenset[str]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the decisions in force."""
        return tuple(one.number for one in self.in_force)


def resolve(thread: Thread, text: str) -> Resolved:
    """Return what an item comes to with the decisions in force on it.

    A field that makes no sense in the text is passed over. What the machine no longer reads is
    there where people vouched for it; it is as the first of them saw it, with what others changed.

    Args:
        thread: the item with its decisions.
        text: the text of the document.
    """
    in_force = tuple(one for one in thread.decisions if not one.is_undone)
    if thread.item and not in_force:
        return Resolved(thread, thread.item.values, True, (), frozenset())
    held = [(one.decision, _held(thread.what, one.decision, text)) for one in in_force]
    own = dict(thread.item.values) if thread.item else None
    values = dict(own) if own is not None else _first_seen(thread.what, in_force, text)
    is_there = thread.item is not None
    for decision, units in held:
        is_there = decision.kind != REJECT
        for unit in units.values():
            values.update(unit)
    if thread.item is None and is_there:
        is_there = _sound(thread.what, values, text) == set(UNITS[thread.what])
        values = _whole(thread.what, values) if is_there else values
    return Resolved(
        thread=thread,
        values=values,
        is_there=is_there,
        in_force=in_force,
        changed=frozenset(_differing(thread.what, own or {}, values)),
    )


def held_units(what: ItemKind, decision: Decision, text: str) -> Iterator[tuple[str, str]]:
    """Yield what a decision says of an item: unit by unit, each with its value as a text."""
    yield PRESENCE, AWAY if decision.kind == REJECT else THERE
    for unit, values in _held(what, decision, text).items():
        yield unit, " ".join(one for one in values.values() if one)


def _held(what: ItemKind, decision: Decision, text: str) -> dict[str, dict[str, str]]:
    """Return the units that a decision fixes, those that make sense in the text."""
    asked: Iterable[str] = ()
    if decision.kind in (ACCEPT, INSERT):
        asked = _said(what, decision)
    elif decision.kind == CORRECT:
        changed = decision.value.get("changed", "").split()
        asked = [one for one in UNITS[what] if one in changed]
    return {
        unit: unit_values(what, unit, decision.value)
        for unit in asked
        if not any(faults(what, unit, decision.value, text))
    }


def _said(what: ItemKind, decision: Decision) -> list[str]:
    """Return the units of which a decision says anything."""
    return [
        unit for unit, names in UNITS[what].items() if any(name in decision.value for name in names)
    ]


def _first_seen(what: ItemKind, in_force: Iterable[KeptDecision], text: str) -> dict[str, str]:
    """Return an item as the first decision saw it that tells all of it; else nothing."""
    for kept in in_force:
        values = kept.decision.value
        if _sound(what, values, text) == set(UNITS[what]):
            return _whole(what, values)
    return {}


def _whole(what: ItemKind, values: Mapping[str, str]) -> dict[str, str]:
    """Return all fields of an item, those that are left out empty."""
    return {
        name: value
        for unit in UNITS[what]
        for name, value in unit_values(what, unit, values).items()
    }


def _sound(what: ItemKind, values: Mapping[str, str], text: str) -> set[str]:
    """Return the units that make sense in a text."""
    return {unit for unit in UNITS[what] if not any(faults(what, unit, values, text))}


def _differing(
    what: ItemKind, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[str]:
    for unit in UNITS[what]:
        if unit_values(what, unit, before) != unit_values(what, unit, after):
            yield unit
