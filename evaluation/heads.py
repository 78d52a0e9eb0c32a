"""What the heads mark, against texts that people marked and that they were not trained on."""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from evaluation.corpora import Article
from evaluation.damage import Damage, damaged
from evaluation.marked import Mark, MarkedText, texts
from evaluation.matching import Count, Quotation
from evaluation.splits import Split
from rashomon.analysis.heads import LABELS, find_mentions
from rashomon.analysis.mentions import Mention
from rashomon.analysis.words import find_words
from rashomon.pipeline.resources import load_encoder, load_parameters, load_tokenizer

Marker: TypeAlias = Callable[[str], Mapping[str, Sequence[Mention]]]
"""Says what each head marks in a text."""


@cache
def marker() -> Marker:
    """Return the shipped encoder as something that marks texts; each text is encoded once."""
    encoder, tokenizer, parameters = load_encoder(threads=2), load_tokenizer(), load_parameters()

    @cache
    def mark(text: str) -> Mapping[str, Sequence[Mention]]:
        words = find_words(text, tokenizer)
        whole = [(words, 0, len(words))]
        [heads] = encoder.encode(text, whole, size=parameters.size, context=parameters.context)
        return {head: find_mentions(heads[head], words, 0, head) for head in LABELS if heads}

    return mark


def measure(split: Split, kinds: Sequence[Damage] = ()) -> dict[str, tuple[Count, Count]]:
    """Return for each corpus, head and label how many spans are exact, and how many overlap.

    Args:
        split: which texts.
        kinds: the damage that is done to them before they are read.
    """
    mark = marker()
    counts: dict[str, tuple[Count, Count]] = {}
    for head in LABELS:
        for one in texts(head, split):
            text, wanted = _damaged(one, head, kinds)
            found = [(each.label, each.span) for each in mark(text).get(head, ())]
            corpus = one.id.partition(":")[0]
            for label in LABELS[head]:
                exact, overlap = counts.setdefault(f"{head}: {label}, {corpus}", (Count(), Count()))
                _count(
                    [mark for mark in wanted if mark[0] == label],
                    [mark for mark in found if mark[0] == label],
                    exact,
                    overlap,
                )
    return counts


def _damaged(one: MarkedText, head: str, kinds: Sequence[Damage]) -> tuple[str, list[Mark]]:
    """Return a text as it is read, with what should be marked in it."""
    marks = one.marks[head]
    carried = tuple(Quotation((), (), (span,)) for _, span in marks)
    article = damaged(Article(one.id, one.text, carried), kinds, random.Random(one.id))
    wanted = [
        (label, quotation.content[0])
        for (label, _), quotation in zip(marks, article.quotations, strict=True)
        if quotation.content
    ]
    return article.text, wanted


def _count(wanted: Sequence[Mark], found: Sequence[Mark], exact: Count, overlap: Count) -> None:
    """Add what is right of the spans of one label; each overlaps one other at most."""
    exact.add(len(set(wanted) & set(found)), len(wanted), len(found))
    right = at = 0
    for _, span in sorted(found):
        while at < len(wanted) and wanted[at][1].end <= span.start:
            at += 1
        if at < len(wanted) and wanted[at][1].overlaps(span):
            right += 1
            at += 1
    overlap.add(right, len(wanted), len(found))
