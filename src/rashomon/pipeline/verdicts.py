"""The grades that people gave, as the decisions of a case hold them."""

from collections.abc import Iterator
from typing import get_args

from rashomon.compare.grades.verdicts import Verdict
from rashomon.model.case import Decision
from rashomon.model.comparison import Airwars, Credibility, PointKind, Reliability
from rashomon.store.case import Case

GRADE = "grade"
"""The kind of decisions that comparisons heed: how well a position is supported."""

AIRWARS: dict[str, Airwars] = {one: one for one in get_args(Airwars)}
"""The grades that there are, by their words."""
_RELIABILITY: dict[str, Reliability] = {one: one for one in get_args(Reliability)}
_CREDIBILITY: dict[str, Credibility] = {one: one for one in get_args(Credibility)}
_KINDS: dict[str, PointKind] = {one: one for one in get_args(PointKind)}


def verdicts(case: Case) -> Iterator[Verdict]:
    """Yield the grades that people gave and did not take back, the first decision first.

    What is no grade that this version knows is left out.
    """
    for kept in case.decisions():
        if kept.decision.kind == GRADE and not kept.is_undone:
            yield from _verdict(kept.decision)


def _verdict(decision: Decision) -> Iterator[Verdict]:
    value = decision.value
    kind = _KINDS.get(value.get("kind", ""))
    airwars = AIRWARS.get(value.get("airwars", ""))
    pair = value.get("admiralty", "")
    if decision.document and decision.span and kind and airwars:
        yield Verdict(
            document=decision.document,
            span=decision.span,
            kind=kind,
            who=value.get("who") or None,
            answer=value.get("answer", ""),
            airwars=airwars,
            reliability=_RELIABILITY.get(pair[:1]),
            credibility=_CREDIBILITY.get(pair[1:]),
            note=decision.note,
            reviewer=decision.reviewer,
        )
