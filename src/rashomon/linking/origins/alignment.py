"""Passages that two documents share, from their sketches: seeds, extended word by word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.linking.origins.coding import join, pack, split, unpack
from rashomon.linking.origins.fingerprints import RUN
from rashomon.linking.origins.sketches import Sketch

SHORTEST = 15
"""Words of the shortest passage: any run of so many shares a fingerprint."""

_ANCHOR = 4
"""Words that must agree behind a difference for the passage to go on."""

_SKIP = 8
"""Words that may differ, in both texts together, within a passage."""

_GAP = 12
"""Words that may stand in either text between two stretches that are one passage."""

_DIFFERENT = 6
"""Different words, by four bits of them, of a passage: one word said over and over is none."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stand in two documents, the first and the second.

    Attributes:
        first: the first word in the first document.
        first_end: the one behind the last.
        second: the first word in the second document.
        second_end: the one behind the last.
        same: how many words agree.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    same: int

    def turned(self) -> "Passage":
        """Return the passage with the documents exchanged."""
        return Passage(self.second, self.second_end, self.first, self.first_end, self.same)


def align(first: Sketch, second: Sketch) -> tuple[Passage, ...]:
    """Return the passages of 15 words and more that two documents share, in the first's order."""
    if first.digest == second.digest:
        whole = len(first.words)
        return (Passage(0, whole, 0, whole, whole),) if whole >= SHORTEST else ()
    found: list[Passage] = []
    for at, there in _seeds(first, second):
        if not any(_covers(one, at, there) for one in found):
            found.append(_extended(first.words, second.words, at, there))
    return tuple(
        one
        for one in _chained(_apart(found))
        if one.same >= SHORTEST and len(set(first.words[one.first : one.first_end])) >= _DIFFERENT
    )


def pack_passages(check: tuple[int, int], passages: Iterable[Passage]) -> bytes:
    """Return what is kept of two compared documents: their sketches' checks, and the passages."""
    numbers = [
        number
        for one in passages
        for number in (
            one.first,
            one.first_end - one.first,
            one.second,
            one.second_end - one.second,
            one.same,
        )
    ]
    return join((pack(check), pack(numbers)))


def unpack_passages(data: bytes) -> tuple[tuple[int, int], tuple[Passage, ...]]:
    """Return what :func:`pack_passages` was given."""
    checks, packed = split(data)
    one, other = unpack(checks).tolist()
    passages = tuple(
        Passage(first, first + length, second, second + other_length, same)
        for first, length, second, other_length, same in unpack(packed).reshape(-1, 5).tolist()
    )
    return (one, other), passages


def _seeds(first: Sketch, second: Sketch) -> Iterator[tuple[int, int]]:
    """Yield where runs of eight words with one fingerprint begin, in the order of the first."""
    places = dict(zip(second.prints.tolist(), second.places.tolist(), strict=True))
    for mark, at in zip(first.prints.tolist(), first.places.tolist(), strict=True):
        there = places.get(mark)
        if there is not None and (first.words[at : at + RUN] == second.words[there : there + RUN]):
            yield at, there


def _covers(one: Passage, at: int, there: int) -> bool:
    return one.first <= at < one.first_end and one.second <= there < one.second_end


def _extended(first: bytes, second: bytes, at: int, there: int) -> Passage:
    ahead, ahead_there, same = _onward(first, second, at, there)
    back, back_there, before = _onward(first[:at][::-1], second[:there][::-1], 0, 0)
    return Passage(at - back, ahead, there - back_there, ahead_there, same + before)


def _onward(first: bytes, second: bytes, at: int, there: int) -> tuple[int, int, int]:
    """Return where a passage that goes on at two places ends, and how many words agree."""
    end, end_there, same = at, there, 0
    while True:
        run = _agreement(first, second, at, there)
        at, there, same = at + run, there + run, same + run
        end, end_there = at, there
        skip = _difference(first, second, at, there)
        if skip is None:
            return end, end_there, same
        at, there = at + skip[0], there + skip[1]


def _agreement(first: bytes, second: bytes, at: int, there: int) -> int:
    run, step = 0, 32
    while step:
        here = first[at + run : at + run + step]
        if here and len(here) == step and here == second[there + run : there + run + step]:
            run += step
        else:
            step //= 2
    return run


def _difference(first: bytes, second: bytes, at: int, there: int) -> tuple[int, int] | None:
    """Return the fewest words to leave out in both, behind which some agree again."""
    for skipped in range(1, _SKIP + 1):
        for here in sorted(range(skipped + 1), key=lambda one: abs(2 * one - skipped)):
            left, right = at + here, there + skipped - here
            anchor = first[left : left + _ANCHOR]
            if len(anchor) == _ANCHOR and anchor == second[right : right + _ANCHOR]:
                return here, skipped - here
    return None


def _apart(found: list[Passage]) -> list[Passage]:
    """Return passages without those that lie within a longer one in both documents."""
    kept: list[Passage] = []
    for one in sorted(found, key=lambda one: (-one.same, one.first, one.second)):
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.first, one.second))


def _overlap(one: Passage, other: Passage) -> bool:
    """Return whether half of a passage is told already, in either document."""
    here = min(one.first_end, other.first_end) - max(one.first, other.first)
    there = min(one.second_end, other.second_end) - max(one.second, other.second)
    return 2 * max(here, there) > one.same


def _chained(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages, those put together that follow each other closely in both documents."""
    last: Passage | None = None
    for one in passages:
        if (
            last
            and 0 <= one.first - last.first_end <= _GAP
            and 0 <= one.second - last.second_end <= _GAP
        ):
            last = Passage(
                last.first, one.first_end, last.second, one.second_end, last.same + one.same
            )
            continue
        if last:
            yield last
        last = one
    if last:
        yield last
