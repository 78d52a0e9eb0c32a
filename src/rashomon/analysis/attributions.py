"""From what the heads say to attributions: spans found and linked, with what speaks for them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.analysis.confidence import evidence
from rashomon.analysis.encoder import Floats
from rashomon.analysis.links import Layout, LinkTables, layout, link
from rashomon.analysis.parameters import Parameters
from rashomon.analysis.tags import Role, WordSpan, find_spans
from rashomon.analysis.words import PARAGRAPH, Ints

_TO_SOURCE, _TO_CUE = 0, 1


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in words, before it is given its place in the reading.

    Attributes:
        source: the span of the source; ``None`` where there is none.
        cue: that of the cue.
        contents: those of the content, in text order.
        evidence: what speaks for it (see :mod:`rashomon.analysis.confidence`).
    """

    source: WordSpan | None
    cue: WordSpan
    contents: tuple[WordSpan, ...]
    evidence: Floats

    def placed(self, places: Ints) -> "Found":
        """Return the same attribution where word ``i`` is word ``places[i]``."""
        return Found(
            source=self.source.placed(places) if self.source else None,
            cue=self.cue.placed(places),
            contents=tuple(span.placed(places) for span in self.contents),
            evidence=self.evidence,
        )


def find_attributions(
    tags: Floats,
    links: Floats,
    gap: Ints,
    ends_sentence: npt.NDArray[np.bool_],
    parameters: Parameters,
) -> list[Found]:
    """Return the attributions of a stretch of text, in the order of their cues.

    Args:
        tags: ``[n, TAGS]``, log-probabilities of each word's tags.
        links: ``[n, 2 * 4 * width]``, each word's vectors for links to sources and to cues.
        gap: ``[n]``, what parts each word from the one before.
        ends_sentence: ``[n]``, which words are ``.``, ``!`` or ``?``.
        parameters: the numbers beside the encoder.
    """
    spans = find_spans(tags, gap, parameters.costs)
    cues, contents, sources = (
        [span for span in spans if span.label == role]
        for role in (Role.CUE, Role.CONTENT, Role.SOURCE)
    )
    if not cues or not contents:
        return []
    vectors = links.reshape(len(links), 2, 4, -1)
    place = layout(ends_sentence, gap, _bounds(cues))
    held = _contents_of(cues, contents, place, vectors[:, _TO_CUE], parameters.content_links)
    chosen = _sources_of(cues, sources, place, vectors[:, _TO_SOURCE], parameters.source_links)
    found = []
    for cue, linked, (source, source_link) in zip(cues, held, chosen, strict=True):
        parts = _without_headings(linked, cue, gap, ends_sentence)
        if not parts:
            continue
        spoken = tuple(span for span, _ in parts)
        least = min(score for _, score in parts)
        what_speaks = evidence(tags, cue, spoken, source, least, source_link)
        found.append(Found(source, cue, spoken, what_speaks))
    return found


def _contents_of(
    cues: Sequence[WordSpan],
    contents: Sequence[WordSpan],
    place: Layout,
    vectors: Floats,
    tables: LinkTables,
) -> list[list[tuple[WordSpan, float]]]:
    """Return the contents of each cue with the scores of their links.

    Each content has one cue at most; those that rather have none are dropped.
    """
    scores = link(_bounds(contents), _bounds(cues), place, vectors, tables)
    held: list[list[tuple[WordSpan, float]]] = [[] for _ in cues]
    for content, row in zip(contents, scores, strict=True):
        best = int(row.argmax())
        if best < len(cues):
            held[best].append((content, float(row[best])))
    return held


def _without_headings(
    parts: Sequence[tuple[WordSpan, float]],
    cue: WordSpan,
    gap: Ints,
    ends_sentence: npt.NDArray[np.bool_],
) -> Sequence[tuple[WordSpan, float]]:
    """Return the parts of a content, less headlines and bylines that stand before it.

    They are paragraphs of their own without the end of a sentence.
    """
    breaks = np.flatnonzero(gap == PARAGRAPH)

    def bounds(word: int) -> tuple[int, int]:
        number = int(np.searchsorted(breaks, word, "right"))
        start = int(breaks[number - 1]) if number else 0
        return start, int(breaks[number]) if number < len(breaks) else len(gap)

    own = bounds(cue.start)
    kept = []
    for span, score in parts:
        start, end = bounds(span.start)
        if (start, end) == own or start > own[0] or ends_sentence[start:end].any():
            kept.append((span, score))
    return kept or parts


def _sources_of(
    cues: Sequence[WordSpan],
    sources: Sequence[WordSpan],
    place: Layout,
    vectors: Floats,
    tables: LinkTables,
) -> list[tuple[WordSpan | None, float]]:
    """Return the source of each cue, or ``None``, with the score of the link."""
    scores = link(_bounds(cues), _bounds(sources), place, vectors, tables)
    best = scores.argmax(1)
    return [
        (sources[i] if i < len(sources) else None, float(row[i]))
        for i, row in zip(best, scores, strict=True)
    ]


def _bounds(spans: Sequence[WordSpan]) -> Ints:
    return np.array([(span.start, span.end) for span in spans], np.int64).reshape(-1, 2)
