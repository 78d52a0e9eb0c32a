"""From marked articles to batches: the same words, looks and windows as when reading."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from evaluation.corpora import Article
from evaluation.matching import Quotation
from rashomon.analysis.encoder import Task, encoder_inputs, first_pieces
from rashomon.analysis.tags import OUTSIDE, Role, WordSpan, tags_of
from rashomon.analysis.windows import plan
from rashomon.analysis.words import Ints, Words, find_words
from rashomon.model.spans import Spans

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Linked:
    """One marked attribution, in words."""

    sources: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One article, ready to be cut into windows.

    Attributes:
        text: its text.
        words: its words.
        tags: ``[n]``, the marked tag of each word.
        linked: its attributions.
        taught: ``[n, TAGS]``, the probabilities that teachers gave to the tags; rows of NaN
            where they gave none. ``None`` where there are no teachers.
        marked: whether people marked the tags; else they are the teachers'.
    """

    text: str
    words: Words
    tags: Ints
    linked: tuple[Linked, ...]
    taught: np.ndarray | None = None
    marked: bool = True


def example(article: Article, tokenizer: Tokenizer) -> Example:
    """Return ``article`` in words, with the tags that its marked spans make."""
    words = find_words(article.text, tokenizer)
    tags = np.full(len(words), OUTSIDE)
    linked = []
    for quotation in article.quotations:
        parts = {role: _in_words(quotation, role, words) for role in Role}
        for role, spans in parts.items():
            for start, end in spans:
                tags[start:end] = tags_of(WordSpan(role, start, end))
        if parts[Role.CUE]:
            linked.append(Linked(parts[Role.SOURCE], parts[Role.CUE][0], parts[Role.CONTENT]))
    return Example(article.text, words, tags, tuple(linked))


def _in_words(quotation: Quotation, role: Role, words: Words) -> tuple[tuple[int, int], ...]:
    spans: Spans = quotation.of(role.name.lower())  # type: ignore[arg-type]
    found = []
    for span in spans:
        start = int(np.searchsorted(words.end, span.start, "right"))
        end = int(np.searchsorted(words.start, span.end, "left"))
        if start < end:
            found.append((start, end))
    return tuple(found)
