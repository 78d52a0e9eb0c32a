"""Decisions that are put on record as one act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.errors import SettingsError
from rashomon.model.tasks import Words
from rashomon.store.case import Case

ACT = "act"
"""By what the decisions of one act are known: the same in the values of all of them."""

MOST_NAME = 100
"""Characters of the name of a reviewer."""

Made = tuple[str, Words | None, Mapping[str, str]]
"""A decision that is to be made: its kind, what it is about, its value."""


def put_act(case: Case, made: Iterable[Made], reviewer: str, note: str) -> tuple[int, ...]:
    """Put decisions on record as one act, all of them or none, and return their numbers.

    Raises:
        SettingsError: nobody decides.
        UnknownItemError: one is about a document that is not in the case.
        CaseError: a span does not resolve.
    """
    check_reviewer(reviewer)
    return case.decide_all(as_one_act(case, [_decision(one, reviewer, note) for one in made]))


def as_one_act(case: Case, decisions: Sequence[Decision]) -> Sequence[Decision]:
    """Return decisions as those of one act, which are taken back together."""
    if len(decisions) < len(("one", "other")):
        return decisions  # one is known by its number
    act = {ACT: case.state()}  # the state is another after every act
    return [replace(one, value={**one.value, **act}) for one in decisions]


def act_of(decisions: Iterable[KeptDecision], number: int) -> tuple[KeptDecision, ...]:
    """Return a decision with all that were put on record as one act with it; none is no error."""
    kept = tuple(decisions)
    asked = next((one for one in kept if one.number == number), None)
    act = asked.decision.value.get(ACT) if asked else None
    if asked is None or act is None:
        return (asked,) if asked else ()
    return tuple(one for one in kept if one.decision.value.get(ACT) == act)


def _decision(made: Made, reviewer: str, note: str) -> Decision:
    kind, about, value = made
    document, span = (about.document, about.span) if about else (None, None)
    return Decision(kind, document, span, value, reviewer, note)


def check_reviewer(reviewer: str) -> None:
    """Refuse a decision of nobody, or of somebody whose name is longer than :data:`MOST_NAME`.

    Raises:
        SettingsError: nobody decides, or the name is too long.
    """
    if not reviewer.strip():
        raise SettingsError("nobody decides", where="reviewer", remedy="name who does")
    if (length := len(reviewer.strip())) > MOST_NAME:
        raise SettingsError(
            f"{length:,} characters for a name, {MOST_NAME} at most",
            where="reviewer",
            remedy="write a shorter one",
        )
