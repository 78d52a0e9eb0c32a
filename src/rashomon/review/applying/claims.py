"""Claims as people have them, in their order, each within the innermost that holds it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from rashomon.model.contents import Contents
from rashomon.model.reading import Attribution, Framing, Stance
from rashomon.model.spans import Span, Spans
from rashomon.review.fields import parse_spans
from rashomon.review.naming import name_of
from rashomon.review.resolving import Resolved

_WORDS = frozenset(("source", "cue", "content"))


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a reading after all decisions on them.

    Attributes:
        all: the claims.
        moved: the ids of those that stand at other words than before, or are new.
        gone: the ids of those that people rejected.
    """

    all: tuple[Attribution, ...]
    moved: frozenset[str]
    gone: frozenset[str]


def correct_claims(
    before: Sequence[Attribution], resolved: Iterable[Resolved], party_of: Mapping[str, str | None]
) -> Claims:
    """Return claims after all decisions on them.

    Args:
        before: the claims that the machine reads.
        resolved: what the decisions on claims come to.
        party_of: by the ``id`` of a claim the ``id`` of its party.
    """
    decided = {name_of(one): one for one in resolved if one.in_force}
    kept: list[Attribution] = []
    fresh: list[Attribution] = []
    for claim in before:
        own = decided.pop(claim.id, None)
        if own is None:
            kept.append(claim)
        elif own.is_there:
            changed = _claim(claim.id, own, party_of, claim.within)
            (fresh if own.changed & _WORDS else kept).append(changed)
    fresh += [_claim(key, one, party_of, None) for key, one in decided.items() if one.is_there]
    there = {one.id for one in (*kept, *fresh)}
    moved = frozenset(one.id for one in fresh)
    gone = frozenset(one.id for one in before) - there
    ordered = _in_order(kept, fresh)
    return Claims(tuple(_nested(ordered, moved, gone)), moved, gone)


def _claim(
    key: str, one: Resolved, party_of: Mapping[str, str | None], within: str | None
) -> Attribution:
    """Return a claim with the fields that people gave it; of these they are sure."""
    values = one.values
    source, cue, content = (
        parse_spans(values[name]) or () for name in ("source", "cue", "content")
    )
    return Attribution(
        id=key,
        source=source,
        cue=cue,
        content=content,
        party=party_of.get(key),
        stance=cast(Stance, values["stance"]),
        framing=cast(Framing, values["framing"]),
        within=within,
        confidence=1.0,
    )


def _in_order(kept: Sequence[Attribution], fresh: Iterable[Attribution]) -> list[Attribution]:
    """Return claims in the order of the text: each new one before the first that begins later."""
    ordered = list(kept)
    for one in sorted(fresh, key=_place):
        later = (at for at, other in enumerate(ordered) if _place(other) > _place(one))
        ordered.insert(next(later, len(ordered)), one)
    return ordered


def _place(one: Attribution) -> tuple[int, int, str]:
    """Return by what claims are put in order: where they begin, the longer ones first."""
    return one.whole.start, -one.whole.end, one.id


def _nested(
    claims: Sequence[Attribution], moved: frozenset[str], gone: frozenset[str]
) -> Iterator[Attribution]:
    """Yield claims, each within the innermost that holds it where that may have changed."""
    contents = Contents(claims)
    touched: Spans = tuple(span for one in claims if one.id in moved for span in one.content)
    for one in claims:
        is_touched = one.id in moved or one.within in moved or one.within in gone
        if is_touched or any(span.holds(one.whole) for span in touched):
            yield replace(one, within=_holder(one, claims, contents))
        else:
            yield one


def _holder(one: Attribution, claims: Sequence[Attribution], contents: Contents) -> str | None:
    whole = one.whole
    for _, number in contents.holding(whole):
        other = claims[number]
        if other.id != one.id and _length(other.whole) > _length(whole):
            return other.id
    return None


def _length(span: Span) -> int:
    return span.end - span.start
