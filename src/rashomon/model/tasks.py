"""What a reviewer should look at next, and why."""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.spans import Span

TaskKind = Literal["claim", "count", "time", "place", "relation", "link", "origin", "decision"]
"""What is to be looked at: an item of a reading; how two claims relate; whether a document is of
the incident; whether two documents share a root; decisions that are disputed or in conflict."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document, or all of it.

    Attributes:
        document: its ``id``.
        span: where they stand; ``None`` for the document as a whole.
    """

    document: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that a reviewer may look at.

    Attributes:
        kind: what it is.
        incident: the ``id`` of the incident of whose comparison it is.
        point: the ``id`` of the point on which it would change most; ``None`` for none.
        document: the ``id`` of the document, of which ``span`` is.
        span: the words to look at: of an item of a reading those of the item; ``None`` for the
            document as a whole.
        item: the ``id`` of the claim (``a3``), time or place; ``None`` for others.
        other: the words or the document that these are held against: the second claim of a
            relation, the document that this one is linked to or comes from; ``None`` for items.
        effect: how much would change in what is shown if it were wrong, above 0.
        likelihood: how likely it is wrong, 0 to 1.
        reason: what would change, and why it may be wrong, as a sentence.
        decided: the numbers of the decisions in force on it.
        is_open: whether these are disputed or in conflict: such tasks come first.
    """

    kind: TaskKind
    incident: str
    point: str | None
    document: str
    span: Span | None
    item: str | None
    other: Words | None
    effect: float
    likelihood: float
    reason: str
    decided: tuple[int, ...] = ()
    is_open: bool = False

    @property
    def weight(self) -> float:
        """What orders tasks: what is to be expected of looking at it."""
        return self.effect * self.likelihood
