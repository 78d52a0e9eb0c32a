"""Decisions of people on what belongs together."""

from collections.abc import Sequence

from rashomon.model.case import Decision
from rashomon.model.errors import SettingsError
from rashomon.pipeline.linking import OTHER, SAME
from rashomon.store.case import Case

_KINDS = {"same": SAME, "other": OTHER}
_REMEDY = "write: same DOCUMENT DOCUMENT, other DOCUMENT DOCUMENT, or undo NUMBER"


def decide(case: Case, what: str, subjects: Sequence[str], *, reviewer: str, note: str) -> int:
    """Put a decision on record, or take one back; return its number.

    Args:
        case: a case, open for writing.
        what: ``same`` or ``other``: whether two documents are about one incident; ``undo``.
        subjects: two documents, by the beginnings of their ids; to undo, the number of a decision.
        reviewer: who decides.
        note: why; may be empty.

    Raises:
        SettingsError: it cannot be told what is meant.
        UnknownItemError: there is no such document or decision, or the beginning fits several.
    """
    if not reviewer.strip():
        raise SettingsError("nobody decides", where="reviewer", remedy="name who does")
    if what == "undo":
        if len(subjects) != 1 or not subjects[0].isdecimal():
            raise SettingsError("no number of a decision", where="undo", remedy=_REMEDY)
        case.undo(int(subjects[0]), reviewer=reviewer)
        return int(subjects[0])
    if what not in _KINDS:
        raise SettingsError(f"{what!r} is nothing to decide", where="decide", remedy=_REMEDY)
    if len(subjects) != len(("one", "other")):
        raise SettingsError(f"{len(subjects)} documents", where=what, remedy=_REMEDY)
    first, second = (case.document(one).id for one in subjects)
    if first == second:
        raise SettingsError("both are one document", where=what, remedy=_REMEDY)
    return case.decide(Decision(_KINDS[what], first, None, {"with": second}, reviewer, note))
