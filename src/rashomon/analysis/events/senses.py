"""What the encoder says of a stretch: which type of event it tells, and whether it took place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.heads import NONE, TYPES
from rashomon.analysis.words import Words
from rashomon.model.spans import Span

_NUMBER = {name: number for number, name in enumerate(TYPES)}
_LEAD = 1.0
"""By how many nats another type than the first must be likelier; chosen on CASE dev."""

_NEAR = 12
"""Words before and after a trigger that count beside its sentence."""


@dataclass(frozen=True, slots=True)
class Senses:
    """What the heads say of the words of a document.

    Attributes:
        words: the words.
        types: ``[n, len(TYPES)]``, the scores of the head ``type``.
        happened: ``[n]``, the probability that the event that a word names took place.
    """

    words: Words
    types: Floats
    happened: Floats

    def scores(self, sentence: Span, trigger: Span) -> Floats:
        """Return ``[len(TYPES)]``: log-probabilities of what a trigger tells in its sentence.

        A sentence is the mean of its words, as in training; the words near the trigger count twice.
        """
        first, last = self._numbers(sentence)
        here = self._numbers(trigger)
        near = slice(max(first, here[0] - _NEAR), min(last, here[1] + _NEAR))
        mean = (self.types[first:last].mean(0) + self.types[near].mean(0)) / 2
        return _log_softmax(mean)

    def took_place(self, trigger: Span) -> float:
        """Return how likely the event that a trigger names took place, as its writer has it."""
        first, last = self._numbers(trigger)
        return float(self.happened[first:last].max())

    def _numbers(self, span: Span) -> tuple[int, int]:
        """Return the words ``[first, last)`` that share a character with a span; one at least."""
        first = int(np.searchsorted(self.words.end, span.start, "right"))
        last = int(np.searchsorted(self.words.start, span.end))
        return min(first, len(self.words) - 1), max(last, first + 1)


def likeliest(types: Sequence[str], scores: Floats) -> str:
    """Return the likeliest of some types; those that no head tells apart go last.

    Where the head is not sure, it is the first one, which the words tell by themselves.
    """

    def score(one: str) -> float:
        return float(scores[_NUMBER[one]]) if one in _NUMBER else -np.inf

    best = max(types, key=score)
    return best if score(best) > score(types[0]) + _LEAD else types[0]


def is_none(types: Iterable[str], scores: Floats, margin: float) -> bool:
    """Return whether no event is likelier, by a margin in nats, than all of some types together."""
    known = [_NUMBER[one] for one in types if one in _NUMBER]
    if not known:
        return False
    return bool(scores[_NUMBER[NONE]] > np.logaddexp.reduce(scores[known]) + margin)


def surest(scores: Floats) -> tuple[str, float]:
    """Return the likeliest type of all and its probability."""
    best = int(scores.argmax())
    return TYPES[best], float(np.exp(scores[best]))


def _log_softmax(logits: Floats) -> Floats:
    top = logits - logits.max()
    normal: Floats = top - np.log(np.exp(top).sum())
    return normal
