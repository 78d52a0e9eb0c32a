"""The decisions of a case: filtered, the last first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rashomon.model.case import KeptDecision
from rashomon.model.document import Document
from rashomon.pipeline.acting import ACT
from rashomon.pipeline.browsing.contents import Contents
from rashomon.store.case import Case

InForce = Literal["", "yes", "no"]
"""Whether decisions are listed that hold, that were taken back, or both."""


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """Which decisions are listed: all that is given must hold.

    Attributes:
        kind: what is decided.
        reviewer: who decided.
        document: the ``id`` of the document that it is about.
        in_force: whether it holds.
    """

    kind: str = ""
    reviewer: str = ""
    document: str = ""
    in_force: InForce = ""


def list_decisions(contents: Contents, wanted: DecisionFilter) -> tuple[KeptDecision, ...]:
    """Return the decisions that fit a filter, the last first."""
    return tuple(one for one in reversed(contents.decisions) if _fits(one, wanted))


def in_acts(decisions: Iterable[KeptDecision]) -> tuple[tuple[KeptDecision, ...], ...]:
    """Return decisions by what was decided as one act, each as it stands among them.

    Merging two incidents is as many decisions as they have documents.
    """
    return tuple(tuple(some) for _, some in groupby(decisions, _act))


def decision_kinds(contents: Contents) -> tuple[str, ...]:
    """Return what was decided, in the order of the alphabet."""
    return tuple(sorted({one.decision.kind for one in contents.decisions}))


def reviewers(contents: Contents) -> tuple[str, ...]:
    """Return who decided, in the order of the alphabet."""
    return tuple(sorted({one.decision.reviewer for one in contents.decisions}))


def words_of_decisions(case: Case, decisions: Iterable[KeptDecision]) -> dict[int, str]:
    """Return by number the words that decisions are about, where they are about some."""
    documents: dict[str, Document] = {}
    found: dict[int, str] = {}
    for one in decisions:
        about = one.decision
        if about.document and about.span:
            if about.document not in documents:
                documents[about.document] = case.document(about.document)
            found[one.number] = about.span.of(documents[about.document].text)
    return found


def _act(one: KeptDecision) -> tuple[str | int, bool]:
    return one.decision.value.get(ACT) or one.number, one.is_undone


def _fits(one: KeptDecision, wanted: DecisionFilter) -> bool:
    return all(_tests(one, wanted))


def _tests(one: KeptDecision, wanted: DecisionFilter) -> Iterator[bool]:
    decision = one.decision
    yield not wanted.kind or decision.kind == wanted.kind
    yield not wanted.reviewer or decision.reviewer == wanted.reviewer
    documents = (decision.document, decision.value.get("with"))
    yield not wanted.document or wanted.document in documents
    yield not wanted.in_force or one.is_undone == (wanted.in_force == "no")
