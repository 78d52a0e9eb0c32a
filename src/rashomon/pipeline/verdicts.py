"""What people decided of accounts, as the decisions of a case hold it."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from rashomon.compare.claims.ruled import RelationRuling
from rashomon.compare.decided import Decided
from rashomon.compare.grades.verdicts import Verdict
from rashomon.model.case import Decision, KeptDecision
from rashomon.model.comparison import Airwars, Credibility, PointKind, Relation, Reliability
from rashomon.model.spans import Span
from rashomon.review.rulings import rulings
from rashomon.store.case import Case

GRADE = "grade"
"""The kind of decisions on how well a position is supported."""

RELATION = "relation"
"""The kind of decisions on how two claims relate."""

AIRWARS: dict[str, Airwars] = {one: one for one in get_args(Airwars)}
"""The grades that there are, by their words."""
_RELIABILITY: dict[str, Reliability] = {one: one for one in get_args(Reliability)}
_CREDIBILITY: dict[str, Credibility] = {one: one for one in get_args(Credibility)}
_KINDS: dict[str, PointKind] = {one: one for one in get_args(PointKind)}


_RELATIONS: dict[str, Relation] = {one: one for one in get_args(Relation)}
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def decided(case: Case) -> Decided:
    """Return what people decided that comparing heeds, without what was taken back.

    What this version does not know is left out.
    """
    return decided_by(case.decisions())


def decided_by(decisions: Iterable[KeptDecision]) -> Decided:
    """Return the same of the decisions of a case, in their order."""
    kept = tuple(decisions)
    return Decided(tuple(_verdicts(kept)), rulings(kept, "party"), tuple(_relations(kept)))


def verdicts(case: Case) -> Iterator[Verdict]:
    """Yield the grades that people gave and did not take back, the first decision first.

    What is no grade that this version knows is left out.
    """
    return _verdicts(case.decisions())


def _verdicts(decisions: Iterable[KeptDecision]) -> Iterator[Verdict]:
    for kept in decisions:
        if kept.decision.kind == GRADE and not kept.is_undone:
            yield from _verdict(kept.decision)


def _relations(decisions: Iterable[KeptDecision]) -> Iterator[RelationRuling]:
    for kept in decisions:
        one = kept.decision
        if one.kind != RELATION or kept.is_undone or not one.document or not one.span:
            continue
        relation = _RELATIONS.get(one.value.get("relation", ""))
        other = one.value.get("with", "")
        words = _SPAN.fullmatch(one.value.get("with_span", ""))
        if relation and other and words:
            span = Span(int(words[1]), int(words[2]))
            yield RelationRuling(one.document, one.span, other, span, relation, one.reviewer)


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
