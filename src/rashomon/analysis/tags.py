"""From the scores of tags to spans: the best sequence that the rules of tags allow.

Tags are O, and B (begins), I (inside), E (ends), S (single word) for each label; every head that
marks spans has labels of its own, and those of attribution are the roles. A span never ends inside
a word, since it is words that are tagged, and never runs over a paragraph. Viterbi (1967) over all
paragraphs of a text at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.words import LINE, PARAGRAPH, Ints


class Role(IntEnum):
    """What a span is in its attribution."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


OUTSIDE = 0
_BEGIN, _INSIDE, _END, _SINGLE = range(4)
_PARTS = 4
_FORBIDDEN = -1e9


def tag_count(labels: int) -> int:
    """Return how many tags a head with so many labels has."""
    return 1 + _PARTS * labels


TAGS = tag_count(len(Role))
"""The tags of attribution."""


@dataclass(frozen=True, slots=True)
class WordSpan:
    """A span of words ``start`` to ``end`` (exclusive) with its label: a role, or a number."""

    label: int
    start: int
    end: int

    def placed(self, places: Ints) -> "WordSpan":
        """Return the same span where word ``i`` is word ``places[i]``."""
        return WordSpan(self.label, int(places[self.start]), int(places[self.end - 1]) + 1)


@dataclass(frozen=True, slots=True)
class TagCosts:
    """What the best sequence pays, in nats; chosen on development data.

    Attributes:
        opening: for opening a span, by label; negative values favour spans.
        line: for a span that runs over the end of a line.
    """

    opening: tuple[float, ...] = (0.0, 0.0, 0.0)
    line: float = 0.0


def tag(label: int, part: int) -> int:
    """Return the number of a tag."""
    return 1 + _PARTS * label + part


def tags_of(span: WordSpan) -> Ints:
    """Return the tags that make up a span, one a word."""
    tags = np.full(span.end - span.start, tag(span.label, _INSIDE))
    tags[0], tags[-1] = tag(span.label, _BEGIN), tag(span.label, _END)
    if len(tags) == 1:
        tags[0] = tag(span.label, _SINGLE)
    return tags


def find_spans(scores: Floats, gap: Ints, costs: TagCosts) -> list[WordSpan]:
    """Return the spans of the best tag sequence, in text order.

    Args:
        scores: ``[n, tags]``, log-probabilities of the tags of each word.
        gap: ``[n]``, what parts each word from the one before.
        costs: what the sequence pays; it opens as many labels as the head has.
    """
    if not len(scores):
        return []
    starts = np.flatnonzero(gap == PARAGRAPH)
    starts = np.unique(np.append(0, starts))
    bounds = list(zip(starts, np.append(starts[1:], len(scores)), strict=True))
    best = _best_sequences([scores[a:b] for a, b in bounds], [gap[a:b] for a, b in bounds], costs)
    spans: list[WordSpan] = []
    for (at, _), sequence in zip(bounds, best, strict=True):
        spans.extend(_spans(sequence, int(at)))
    return spans


def _transitions(costs: TagCosts) -> tuple[Floats, Floats]:
    """Return ``[from, to]`` gains within a line and over its end; the last row is the start."""
    labels = range(len(costs.opening))
    tags = tag_count(len(labels))
    within = np.full((tags + 1, tags), _FORBIDDEN, np.float32)
    closed = [OUTSIDE, tags, *(tag(label, part) for label in labels for part in (_END, _SINGLE))]
    within[closed, OUTSIDE] = 0
    for label in labels:
        for part in (_BEGIN, _SINGLE):
            within[closed, tag(label, part)] = -costs.opening[label]
    over = within.copy()
    for label in labels:
        for before in (_BEGIN, _INSIDE):
            for after in (_INSIDE, _END):
                within[tag(label, before), tag(label, after)] = 0
                over[tag(label, before), tag(label, after)] = -costs.line
    return within, over


def _best_sequences(scores: Sequence[Floats], gaps: Sequence[Ints], costs: TagCosts) -> list[Ints]:
    """Return the best tags of each paragraph; all are advanced together, the longest first."""
    within, over = _transitions(costs)
    tags = within.shape[1]
    order = sorted(range(len(scores)), key=lambda i: -len(scores[i]))
    lengths = np.array([len(scores[i]) for i in order])
    longest = int(lengths[0])
    padded = np.zeros((len(order), longest, tags), np.float32)
    at_line = np.zeros((len(order), longest), bool)
    for row, i in enumerate(order):
        padded[row, : lengths[row]] = scores[i]
        at_line[row, : lengths[row]] = gaps[i] == LINE
    back = np.zeros((longest, len(order), tags), np.int8)
    total = padded[:, 0] + within[tags]
    for step in range(1, longest):
        live = int(np.searchsorted(-lengths, -step))
        moves = np.where(at_line[:live, step, None, None], over[:tags], within[:tags])
        paths = total[:live, :, None] + moves
        back[step, :live] = paths.argmax(1)
        total[:live] = paths.max(1) + padded[:live, step]
    unfinished = [
        1 + _PARTS * i + part for i in range(tags // _PARTS) for part in (_BEGIN, _INSIDE)
    ]
    total[:, unfinished] = _FORBIDDEN
    best: list[Ints] = [np.zeros(0, np.int64)] * len(order)
    last = total.argmax(1)
    for row, i in enumerate(order):
        sequence = np.zeros(lengths[row], np.int64)
        sequence[-1] = last[row]
        for step in range(int(lengths[row]) - 1, 0, -1):
            sequence[step - 1] = back[step, row, sequence[step]]
        best[i] = sequence
    return best


def _spans(sequence: Ints, at: int) -> list[WordSpan]:
    spans = []
    start = 0
    for i, number in enumerate(sequence):
        if number == OUTSIDE:
            continue
        label, part = divmod(int(number) - 1, _PARTS)
        if part in (_BEGIN, _SINGLE):
            start = i
        if part in (_END, _SINGLE):
            spans.append(WordSpan(label, at + start, at + i + 1))
    return spans
