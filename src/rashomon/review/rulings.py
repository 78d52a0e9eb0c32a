"""What people put together and keep apart, as their decisions have it, and where they contradict.

Names of parties, roots of documents, incidents of documents: decisions on each are of pairs.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from rashomon.model.case import KeptDecision
from rashomon.model.rulings import Ruling, last_words

Subject = Literal["party", "origin", "incident"]
"""What is one, or is not."""

KINDS: Mapping[str, tuple[Subject, bool]] = {
    "same_party": ("party", True),
    "other_party": ("party", False),
    "same_origin": ("origin", True),
    "other_origin": ("origin", False),
    "same_incident": ("incident", True),
    "other_incident": ("incident", False),
}
"""The kinds of decisions on pairs: what is decided of, and whether both are one."""


def rulings(decisions: Iterable[KeptDecision], subject: Subject) -> tuple[Ruling, ...]:
    """Return what people decided of pairs and did not take back, the first decision first.

    What names no two things is left out.

    Args:
        decisions: of a case, in their order.
        subject: what is decided of.
    """
    found = (_ruling(one) for one in decisions if KINDS.get(one.decision.kind, ("",))[0] == subject)
    return tuple(one for one in found if one is not None)


def _ruling(kept: KeptDecision) -> Ruling | None:
    decision = kept.decision
    subject, is_one = KINDS[decision.kind]
    first = decision.value.get("name", "") if subject == "party" else decision.document
    second = decision.value.get("with", "")
    if kept.is_undone or not first or not second or first == second:
        return None
    return Ruling(first, second, is_one, decision.reviewer, kept.number)


def contrary(decisions: Iterable[KeptDecision]) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of decisions on pairs that cannot all hold, each set in order.

    Two people decide otherwise of one pair; or what decisions join by way of others, one keeps
    apart. Of one person's decisions on one pair the last is meant, and that is no conflict.

    Args:
        decisions: of a case, in their order.
    """
    kept = tuple(decisions)
    found: dict[tuple[int, ...], None] = {}
    for subject in ("party", "origin", "incident"):
        ruled = rulings(kept, subject)
        found.update(dict.fromkeys((*_of_pairs(ruled), *_by_way_of_others(ruled))))
    return tuple(sorted(found))


def _of_pairs(ruled: Sequence[Ruling]) -> list[tuple[int, ...]]:
    by_pair: dict[tuple[str, str], dict[str, Ruling]] = defaultdict(dict)
    for one in ruled:
        by_pair[one.pair][one.reviewer] = one
    return [
        tuple(sorted(one.number for one in last.values()))
        for last in by_pair.values()
        if len({one.is_one for one in last.values()}) > 1
    ]


def _by_way_of_others(ruled: Sequence[Ruling]) -> list[tuple[int, ...]]:
    """Return each ruling that keeps two apart, with the fewest of those that join them."""
    last = last_words(ruled)
    joined: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in last:
        if one.is_one:
            joined[one.first].append((one.second, one.number))
            joined[one.second].append((one.first, one.number))
    ways = ((one, _way(joined, one.first, one.second)) for one in last if not one.is_one)
    return [tuple(sorted((one.number, *way))) for one, way in ways if way]


def _way(
    joined: Mapping[str, Sequence[tuple[str, int]]], first: str, second: str
) -> tuple[int, ...]:
    """Return the numbers of the rulings that lead from one thing to another; none for no way."""
    came: dict[str, tuple[str, int]] = {first: ("", 0)}
    waiting = deque((first,))
    while waiting and second not in came:
        at = waiting.popleft()
        for other, number in joined.get(at, ()):
            if other not in came:
                came[other] = (at, number)
                waiting.append(other)
    way: list[int] = []
    at = second if second in came else first
    while at != first:
        at, number = came[at]
        way.append(number)
    return tuple(way)
