"""Counts held against each other: what agrees, what is a later toll, what is a conflict."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model.comparison import Count, Holding, Position

_MOST = 200
"""How many counts are held against each other: those that most roots stand behind."""


def label(count: Count) -> str:
    """Return a count as people say it; who says *no more than seven* does not say *one*."""
    if count.min is None:
        return "not said how many" if count.max is None else f"up to {count.max:,}"
    if count.max is None:
        return f"at least {count.min:,}"
    if count.min <= 1 < count.max:
        return f"up to {count.max:,}"
    return f"{count.min:,}" if count.min == count.max else f"{count.min:,} to {count.max:,}"


def conflicts(positions: Sequence[Position], *, is_rising: bool = False) -> tuple[bool, bool]:
    """Return whether counts contradict each other, and whether some are later tolls of others.

    Ranges that overlap agree: *at least 20* and *35*. Of two that do not, one is an update of the
    other where

    - nobody stands by it: each party that gave it gave another one later;
    - or all who stand by the lower gave it before the day on which the higher came up;
    - or they gave it on that very day, and the count was rising as the accounts were written;
    - or the count was rising, and only publishers give the lower one, who name nobody for it.

    Two counts that a document sets side by side, each with its source, are a conflict.

    Args:
        positions: the counts, of people of one kind.
        is_rising: whether the count is known to have risen as the accounts were written; it is
            also taken to where one party, or one document in its own voice, gives two.
    """
    later = [is_later for _, _, is_later in clashes(positions, is_rising=is_rising)]
    return not all(later), any(later)


def clashes(
    positions: Sequence[Position], *, is_rising: bool = False
) -> Iterator[tuple[Position, Position, bool]]:
    """Yield the pairs of counts of others that cannot both be true, the lower one first.

    With each, whether one is an update of the other, as :func:`conflicts` says.
    """
    counted = [one for one in positions if isinstance(one.value, Count) and one.held_by][:_MOST]
    last = _last_days(counted)
    states = [_State.of(one, last) for one in sorted(counted, key=_size)]
    apart = [
        (lower, higher)
        for lower, higher in combinations(states, 2)
        if not lower.count.may_be(higher.count)
    ]
    is_rising = is_rising or any(
        lower.called & higher.called or lower.own & higher.documents for lower, higher in apart
    )
    for lower, higher in apart:
        if len(lower.parties | higher.parties) > 1:
            yield lower.position, higher.position, _is_update(lower, higher, is_rising)


@dataclass(frozen=True, slots=True)
class _State:
    """A count with when it was given, and where.

    Attributes:
        position: the count with all who give it.
        count: it.
        parties: who gives it.
        called: what they are called: *activists* of two documents may be others, yet where they
            give two counts the count was rising.
        standing: who gave no other count later.
        first: the first day on which it was given; ``""`` where none is known.
        last: the last day on which one who stands by it gave it.
        documents: where it stands.
        own: where it stands in the document's own voice.
        attributed: where it stands as somebody's.
    """

    position: Position
    count: Count
    parties: frozenset[str]
    called: frozenset[str]
    standing: frozenset[str]
    first: str
    last: str
    documents: frozenset[str]
    own: frozenset[str]
    attributed: frozenset[str]

    @staticmethod
    def of(position: Position, last: dict[str, tuple[str, tuple[int, int]]]) -> "_State":
        assert isinstance(position.value, Count)
        held = position.held_by
        standing = [
            one for one in held if last[one.holder] == (one.published or "", _size(position))
        ]
        days = [one.published for one in held if one.published]
        return _State(
            position=position,
            count=position.value,
            parties=frozenset(one.holder for one in held),
            called=frozenset(one.party for one in held),
            standing=frozenset(one.holder for one in standing),
            first=min(days, default=""),
            last=max((one.published or "" for one in standing), default=""),
            documents=_documents(held),
            own=_documents(one for one in held if one.voice.attribution is None),
            attributed=_documents(one for one in held if one.voice.attribution is not None),
        )


def _is_update(lower: _State, higher: _State, is_rising: bool) -> bool:
    if lower.attributed & higher.attributed and not lower.parties & higher.parties:
        return False
    if not lower.standing or not higher.standing:
        return True
    if lower.last and lower.last < higher.first:
        return True
    return is_rising and (lower.last <= higher.first or not lower.attributed)


def _last_days(positions: Iterable[Position]) -> dict[str, tuple[str, tuple[int, int]]]:
    """Return for each party the last day on which it gave a count, and the highest of that day."""
    last: dict[str, tuple[str, tuple[int, int]]] = {}
    for position in positions:
        for one in position.held_by:
            given = (one.published or "", _size(position))
            last[one.holder] = max(last.get(one.holder, given), given)
    return last


def _documents(some: Iterable[Holding]) -> frozenset[str]:
    return frozenset(one.document for one in some)


def _size(position: Position) -> tuple[int, int]:
    assert isinstance(position.value, Count)
    return position.value.size
