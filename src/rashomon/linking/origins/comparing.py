"""All documents compared that may share text; what was compared before is taken as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.linking.origins.alignment import Passage, align, pack_passages, unpack_passages
from rashomon.linking.origins.candidates import Candidates, find_candidates
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.fingerprints import RUN
from rashomon.linking.origins.sketches import Sketch
from rashomon.linking.origins.words import normal
from rashomon.model.case import Pair

_NEAR_DAYS = 3
"""Days between documents up to which what they share tells, whatever their titles."""

_DAYS = 31
"""Days up to which passages of more than a sentence tell, where the titles share a word."""

_ALIKE = 1 / 3
"""The share of the words of titles that must be the same beyond that."""

_SENTENCE = 29
_PARAGRAPH = 39
"""Words of what is always written, at most."""

_WHOLE = 0.6
"""The share of the shorter text that makes it the same as a whole."""

_LONGER = 4


@dataclass(frozen=True, slots=True)
class Shared:
    """What two documents share.

    Attributes:
        earlier: the number of the document that comes first in the order.
        later: the number of the other.
        passages: what they share, the earlier document first.
    """

    earlier: int
    later: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing a case came to.

    Attributes:
        shared: pairs of documents that share passages, in order.
        new_pairs: what is to be kept of pairs that were compared now.
        gone_pairs: pairs that are no longer compared.
    """

    shared: tuple[Shared, ...]
    new_pairs: tuple[Pair, ...]
    gone_pairs: tuple[tuple[str, str], ...]


def compare(documents: Sequence[Traced], known: Iterable[Pair]) -> Compared:
    """Return which passages documents share.

    Args:
        documents: in the order in which one can come from another.
        known: what was kept of pairs compared before.
    """
    candidates = find_candidates(
        [one.sketch for one in documents],
        _numbers(documents),
        [-1 if one.day is None else one.day // 7 for one in documents],
    )
    kept = {(one.first, one.second): one.data for one in known}
    shared: list[Shared] = []
    new_pairs: list[Pair] = []
    compared: set[tuple[str, str]] = set()
    for earlier, later in candidates.pairs.tolist():
        first, second = sorted((documents[earlier].sketch, documents[later].sketch), key=_by_id)
        compared.add((first.id, second.id))
        passages, data = _passages(first, second, kept.get((first.id, second.id)))
        if data is not None:
            new_pairs.append(Pair(first.id, second.id, data))
        if first is not documents[earlier].sketch:
            passages = tuple(one.turned() for one in passages)
        telling = _near(
            documents[earlier],
            documents[later],
            [one for one in passages if _is_telling(one, earlier, later, documents, candidates)],
        )
        if telling:
            shared.append(Shared(earlier, later, telling))
    gone = tuple(sorted(kept.keys() - compared))
    return Compared(tuple(shared), tuple(new_pairs), gone)


def _numbers(documents: Sequence[Traced]) -> list[int]:
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(one.house.key, len(numbers)) if one.house else -1 for one in documents
    ]


def _by_id(one: Sketch) -> str:
    return one.id


def _passages(
    first: Sketch, second: Sketch, kept: bytes | None
) -> tuple[tuple[Passage, ...], bytes | None]:
    """Return the passages, and what is to be kept where that is new."""
    if kept is not None:
        checks, passages = unpack_passages(kept)
        if checks == (first.check, second.check):
            return passages, None
    passages = align(first, second)
    return passages, pack_passages((first.check, second.check), passages)


def _is_telling(
    passage: Passage,
    earlier: int,
    later: int,
    documents: Sequence[Traced],
    candidates: Candidates,
) -> bool:
    """Return whether a passage holds a fingerprint that is not everybody's, in both documents."""
    here = _within(
        documents[earlier].sketch, passage.first, passage.first_end, candidates.telling(earlier)
    )
    there = _within(
        documents[later].sketch, passage.second, passage.second_end, candidates.telling(later)
    )
    return not here.isdisjoint(there)


def _near(earlier: Traced, later: Traced, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages that tell where a text comes from, going by when and on what it is.

    Sentences that stand in documents of other weeks, or on other things, are what a house or an
    agency always writes; whole texts under unlike titles belong to the page.
    """
    days = abs(later.day - earlier.day) if earlier.day and later.day else 0
    if days <= _NEAR_DAYS:
        return tuple(passages)
    alike = likeness(earlier.sketch.title, later.sketch.title)
    is_of_one_thing = alike > 0 if days <= _DAYS else alike >= _ALIKE
    same = sum(one.same for one in passages)
    if not is_of_one_thing and same >= _WHOLE * min(earlier.length, later.length):
        return ()
    least = _SENTENCE if is_of_one_thing and days <= _DAYS else _PARAGRAPH
    return tuple(one for one in passages if one.same > least)


def likeness(one: str, other: str) -> float:
    """Return the share of the longer words of two titles that is in both; 1 where one has none."""
    first, second = (
        {word for word in normal(title).split() if len(word) >= _LONGER} for title in (one, other)
    )
    return len(first & second) / len(first | second) if first and second else 1.0


def _within(
    sketch: Sketch, first: int, last: int, telling: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> set[int]:
    start, end = np.searchsorted(sketch.places, (first, last - RUN + 1))
    inside = slice(int(start), int(end))
    return set(sketch.prints[inside][telling[inside]].tolist())
