"""Decisions on an earlier version of an article, carried over to a later one.

They hold on to words: where these stand in the later version too, unchanged, the decisions are on
them there. What is about words that were changed or left out stays with the version that has them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from rashomon.model.case import ON_ITEMS, Decision, Grounds, KeptDecision
from rashomon.model.spans import Span, Spans
from rashomon.review.fields import parse_spans, write_spans

_WORD = re.compile(r"\S+")
_STRETCHES = ("at_cue", "at_content", "source", "cue", "content", "words")
_MOST_WORDS = 5_000
"""Words that differ, more than which on a side are taken to be changed as a whole: comparing takes
time with the square of their number."""


def bearing(grounds: Grounds) -> tuple[KeptDecision, ...]:
    """Return all decisions that bear on a document, in their order, undone ones too.

    Args:
        grounds: what its reading is made of.
    """
    carried = [
        kept
        for one in grounds.earlier
        for kept in _carried(one.decisions, Kept(one.text, grounds.reading.document.text), grounds)
    ]
    return tuple(sorted((*carried, *grounds.decisions), key=lambda one: one.number))


class Kept:
    """Where the words of a text stand in a later version of it.

    Args:
        old: the text.
        new: the later one.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old = [Span(*found.span()) for found in _WORD.finditer(old)]
        self._new = [Span(*found.span()) for found in _WORD.finditer(new)]
        self._starts = [one.start for one in self._old]
        words = [one.of(old) for one in self._old], [one.of(new) for one in self._new]
        self._runs = list(_runs(*words))

    def moved(self, span: Span) -> Span | None:
        """Return where a stretch stands in the later version; ``None`` where it was changed."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, span.end - 1) - 1
        for begin, end, shift in self._runs:
            if begin <= first <= last < end:
                start = self._moved(first, shift, span.start)
                return Span(start, self._moved(last, shift, span.end))
        return None

    def _moved(self, word: int, shift: int, place: int) -> int:
        """Return a place within a word, or just behind it, in the later version."""
        old, new = self._old[word], self._new[word + shift]
        return new.start + min(place, old.end) - old.start


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of words that both have: first word, last but one, how far it moved."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    yield 0, head, 0
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(left), len(right)) <= _MOST_WORDS:
        for one in Levenshtein.opcodes(left, right):
            if one.tag == "equal":
                shift = one.dest_start - one.src_start
                yield head + one.src_start, head + one.src_end, shift
    yield len(old) - tail, len(old), len(new) - len(old)


def _carried(
    decisions: Sequence[KeptDecision], kept: Kept, grounds: Grounds
) -> Iterator[KeptDecision]:
    """Yield decisions on items of an earlier version as decisions on a later one."""
    for one in decisions:
        if one.decision.kind in ON_ITEMS:
            decision = _moved(one.decision, kept, grounds.reading.document.id)
            if decision is not None:
                yield replace(one, decision=decision)


def _moved(decision: Decision, kept: Kept, document: str) -> Decision | None:
    span = kept.moved(decision.span) if decision.span else None
    value = dict(decision.value)
    value.pop("item", None)  # it is numbered anew
    for name in _STRETCHES:
        spans = _all_moved(parse_spans(value.get(name, "")) or (), kept)
        if spans is None:
            return None
        if spans:
            value[name] = write_spans(spans)
    if decision.span and span is None:
        return None
    return replace(decision, document=document, span=span, value=value)


def _all_moved(spans: Spans, kept: Kept) -> Spans | None:
    moved = [kept.moved(one) for one in spans]
    found = tuple(one for one in moved if one is not None)
    return found if len(found) == len(moved) else None
