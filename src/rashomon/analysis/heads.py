"""The heads that mark spans beside attributions, and what each of them marks."""

from collections.abc import Mapping

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.mentions import Mention
from rashomon.analysis.tags import TagCosts, WordSpan, find_spans, tags_of
from rashomon.analysis.words import Words
from rashomon.model.spans import Span

LABELS: Mapping[str, tuple[str, ...]] = {
    "entity": ("person", "organisation", "place"),
    "toponym": ("place",),
    "time": ("date", "time", "duration", "set"),
    "event": ("event",),
}
"""The labels of each head, in the order of their tags.

``entity`` marks names; ``toponym`` names of places, those inside other names too; ``time`` time
expressions (TIMEX3); ``event`` the words that name an event of any kind (TimeML).
"""


def find_mentions(scores: Floats, words: Words, start: int, head: str) -> list[Mention]:
    """Return what a head marks in a stretch of text, in its order.

    Args:
        scores: ``[n, tags]``, log-probabilities of each word's tags.
        words: the words of the whole text.
        start: the number of the first of the ``n`` words.
        head: a key of :data:`LABELS`.
    """
    labels = LABELS[head]
    gap = words.gap[start : start + len(scores)]
    found = find_spans(scores, gap, TagCosts(opening=(0.0,) * len(labels)))
    return [
        Mention(
            label=labels[span.label],
            span=Span(int(words.start[start + span.start]), int(words.end[start + span.end - 1])),
            confidence=round(_probability(scores, span), 3),
        )
        for span in found
    ]


def _probability(scores: Floats, span: WordSpan) -> float:
    """Return the geometric mean of the probabilities of a span's tags."""
    picked = scores[np.arange(span.start, span.end), tags_of(span)]
    return float(np.exp(picked.mean()))
