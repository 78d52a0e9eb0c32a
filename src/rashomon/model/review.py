"""What review passes on: items with what was decided of them, conflicts, how decisions stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rashomon.model.case import KeptDecision
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

ItemKind = Literal["claim", "time", "place", "count"]
"""What of a reading people decide on: an attribution, a time, a place, a count of people."""

ItemVerdict = Literal["accept", "reject", "correct"]
"""What people decide of an item that was read: it is right, it is none, it is otherwise."""


@dataclass(frozen=True, slots=True)
class Item:
    """A claim, time, place or count of a reading, with what was decided of it.

    Attributes:
        what: what it is.
        id: of a claim, time or place its ``id`` in the reading; a count is known by its words, its
            kind and whom it counts (``c120-131-killed-civilians``).
        span: its words; of a claim from the first to the last of its content.
        values: its fields as texts, as decisions hold them (``docs/review.md``).
        decisions: the numbers of the decisions in force on it, the first first.
        is_rejected: whether people took it out of the reading.
        is_inserted: whether people put it in, or hold on to what the machine does not read.
    """

    what: ItemKind
    id: str
    span: Span
    values: Mapping[str, str]
    decisions: tuple[int, ...] = ()
    is_rejected: bool = False
    is_inserted: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A machine reading with the decisions of people upon it.

    Attributes:
        reading: what is shown: the machine reading itself where nobody decided on an item.
        items: its items, in the order of claims, times, places and counts and of the text; those
            that people rejected too.
    """

    reading: Reading
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What one reviewer holds of something.

    Attributes:
        reviewer: who.
        value: what is held, as a text.
        number: the number of the last decision that says so.
    """

    reviewer: str
    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions in force of different reviewers that cannot all hold; the last one does.

    Attributes:
        about: on what: an item (``claim``, ``time``, ``place``, ``count``), or ``incident``,
            ``origin``, ``party``, ``relation``, ``grade``, ``document``.
        document: the ``id`` of the document, where they are about one.
        span: the words, where they are about some.
        field: in what they differ: a field of the item (``stance``) or of what is known of the
            document (``publisher``), or ``presence``: whether it is there at all; for all else
            ``value``.
        sides: what each reviewer holds, the last decision last.
    """

    about: str
    document: str | None
    span: Span | None
    field: str
    sides: tuple[Held, ...]

    @property
    def holds(self) -> int:
        """The number of the decision that holds until one of them is undone: the last."""
        return self.sides[-1].number

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the decisions, the first first."""
        return tuple(one.number for one in self.sides)


@dataclass(frozen=True, slots=True)
class Standing:
    """What second reviewers said of a decision.

    Attributes:
        confirmed_by: who confirmed it, in the order of their decisions.
        disputed_by: who disputed it.
    """

    confirmed_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What putting a decision on record came to.

    Attributes:
        number: the number of the decision.
        conflicts: those that it is in.
        newer: decisions on the same thing by others that the reviewer had not seen.
        numbers: the numbers of all decisions that were made as one act.
    """

    number: int
    conflicts: tuple[Conflict, ...] = ()
    newer: tuple[KeptDecision, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A document that copies the words of a decision, and on which it is not made.

    Attributes:
        document: its ``id``.
        why: a clause.
    """

    document: str
    why: str
