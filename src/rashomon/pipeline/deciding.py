"""Decisions of people: on what belongs together, and on how well a position is supported."""

from collections.abc import Callable, Sequence

from rashomon.compare.comparing import Comparer
from rashomon.model.case import Decision
from rashomon.model.errors import SettingsError
from rashomon.pipeline.comparing import comparison_of
from rashomon.pipeline.grading import grade_decision
from rashomon.pipeline.linking import OTHER, SAME
from rashomon.pipeline.resources import load_comparer
from rashomon.pipeline.verdicts import GRADE
from rashomon.render.words import counted
from rashomon.store.case import Case

_KINDS = {"same": SAME, "other": OTHER}
_GRADED = ("incident", "point", "position", "grade")
_REMEDY = (
    "write: same DOCUMENT DOCUMENT, other DOCUMENT DOCUMENT, "
    "grade INCIDENT POINT POSITION GRADE [PAIR], or undo NUMBER"
)


def decide(
    case: Case,
    what: str,
    subjects: Sequence[str],
    *,
    reviewer: str,
    note: str,
    comparer: Callable[[], Comparer] = load_comparer,
) -> int:
    """Put a decision on record, or take one back; return its number.

    Args:
        case: a case, open for writing, and linked where a grade is given.
        what: ``same`` or ``other``: whether two documents are about one incident; ``grade``: how
            well a position is supported; ``undo``.
        subjects: two documents, by the beginnings of their ids; an incident, a point, the number
            of a position, a grade and an Admiralty pair or none; to undo, the number of a decision.
        reviewer: who decides.
        note: why; may be empty.
        comparer: loads what compares accounts; only for a grade.

    Raises:
        SettingsError: it cannot be told what is meant.
        UnknownItemError: there is no such document, decision, incident, point or position, or the
            beginning fits several.
        ModelError: a file of the package is missing or damaged.
    """
    if not reviewer.strip():
        raise SettingsError("nobody decides", where="reviewer", remedy="name who does")
    if what == "undo":
        if len(subjects) != 1 or not subjects[0].isdecimal():
            raise SettingsError("no number of a decision", where="undo", remedy=_REMEDY)
        case.undo(int(subjects[0]), reviewer=reviewer)
        return int(subjects[0])
    if what == GRADE:
        return _grade(case, subjects, comparer, reviewer, note)
    if what not in _KINDS:
        raise SettingsError(f"{what!r} is nothing to decide", where="decide", remedy=_REMEDY)
    if len(subjects) != len(("one", "other")):
        given = counted(len(subjects), "document")
        raise SettingsError(given, where=what, remedy=_REMEDY)
    first, second = (case.document(one).id for one in subjects)
    if first == second:
        raise SettingsError("both are one document", where=what, remedy=_REMEDY)
    return case.decide(Decision(_KINDS[what], first, None, {"with": second}, reviewer, note))


def _grade(
    case: Case, subjects: Sequence[str], comparer: Callable[[], Comparer], reviewer: str, note: str
) -> int:
    if len(subjects) not in (len(_GRADED), len(_GRADED) + 1):
        what = f"{counted(len(subjects), 'word')} for a grade"
        raise SettingsError(what, where=GRADE, remedy=_REMEDY)
    incident, point, number, grade, *pair = subjects
    comparison = comparison_of(case, incident, comparer())
    return case.decide(
        grade_decision(
            comparison, point, number, grade, "".join(pair), reviewer=reviewer, note=note
        )
    )
