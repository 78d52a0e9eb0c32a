"""Putting on record what was made of a wish, whoever had it: a form, a program, a command line."""

from collections.abc import Sequence
from typing import TypeAlias

from rashomon.model.case import Decision
from rashomon.model.origins import Origins
from rashomon.model.review import Kept
from rashomon.pipeline.copying import NO_COPIES, Copies, Together, decide_copies
from rashomon.pipeline.reviewing import met, put
from rashomon.store.case import Case

Made: TypeAlias = Decision | Together | Sequence[int]
"""What is still to be put on record, or the numbers of decisions that are."""


def with_copies(case: Case, decision: Decision, origins: Origins) -> Together:
    """Return a decision with what it comes to on the documents that copy its words.

    Args:
        case: a case that is linked.
        decision: what is decided of an item of one document.
        origins: what the case holds of origins.

    Raises:
        UnknownItemError: there is no such document.
        CaseError: the case cannot be read.
    """
    return Together(decision, decide_copies(case, decision, origins))


def copies_of(made: Made) -> Copies:
    """Return what a decision comes to on its copies; nothing where that was not asked."""
    return made.copies if isinstance(made, Together) else NO_COPIES


def record(case: Case, made: Made, *, seen: int | None = None) -> Kept:
    """Put on record what is not yet, and say with what it does not agree.

    Args:
        case: a case, open for writing.
        made: what was made; where it is no decision at all, nothing is on record.
        seen: the number of the last decision that the reviewer saw; ``None`` where that is not
            known.

    Raises:
        CaseError: it cannot be written, or its words do not resolve.
        SettingsError: nobody decides.
        UnknownItemError: there is no such document.
    """
    if isinstance(made, Decision):
        return put(case, made, seen=seen)
    if isinstance(made, Together):
        return put(case, made.decision, seen=seen, copies=made.copies)
    return met(case, made, seen=seen) if made else Kept(0)
