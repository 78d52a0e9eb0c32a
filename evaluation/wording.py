"""Where sentences begin, what hedges, what is loaded: the shipped heads on texts held out.

The heads are trained on the same corpora (``training/wording.py``), less 15 % of their texts, drawn
by a hash of their names; the figures are of these.
"""

import hashlib
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

import numpy as np
import numpy.typing as npt

from evaluation.corpora import Article, corpus, rows
from evaluation.matching import Count, Quotation
from rashomon.analysis.sentences import find_sentences
from rashomon.analysis.words import Words, find_words
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_encoder, load_parameters, load_tokenizer

SENTENCE = "sentence"

_HELD_OUT = 0.15
_LIKELY = 0.5
_TOGETHER = 6
"""Sentences of a corpus of sentences that are put together into one text."""


def texts(head: str) -> tuple[list[Article], list[Article]]:
    """Return the texts that a head is trained on, and those that are held out.

    What is marked is the content of their attributions.
    """
    training: list[Article] = []
    held_out: list[Article] = []
    for one in _CORPORA[head]():
        number = int.from_bytes(hashlib.sha256(one.id.encode()).digest()[:4], "big")
        (held_out if number < _HELD_OUT * 2**32 else training).append(one)
    return training, held_out


def marks(article: Article, words: Words, head: str) -> npt.NDArray[np.bool_]:
    """Return ``[n]``: which words are marked; of sentences the first one."""
    marked = np.zeros(len(words), bool)
    for one in article.quotations:
        for span in one.content:
            first = int(np.searchsorted(words.end, span.start, "right"))
            last = int(np.searchsorted(words.start, span.end, "left"))
            marked[first : min(first + 1, last) if head == SENTENCE else last] = True
    return marked


def measure() -> dict[str, Count]:
    """Return for each head how many words it marks rightly on texts that it was not trained on."""
    encoder, tokenizer, parameters = load_encoder(threads=2), load_tokenizer(), load_parameters()
    counts = {head: Count() for head in _CORPORA}
    for head, count in counts.items():
        for article in texts(head)[1]:
            words = find_words(article.text, tokenizer)
            whole = [(words, 0, len(words))]
            [heads] = encoder.encode(article.text, whole, size=parameters.size, context=0)
            said = heads[head][:, 0]
            if head == SENTENCE:
                starts = [one.start for one in find_sentences(article.text, said, words)]
                found = np.isin(words.start, starts)
            else:
                found = said >= _LIKELY
            marked = marks(article, words, head)
            count.add(int((found & marked).sum()), int(marked.sum()), int(found.sum()))
    return counts


def _marked(name: str, text: str, spans: Iterable[Span]) -> Article:
    """Return a text with marked stretches, which damage then carries along."""
    return Article(name, text, tuple(Quotation((), (), (span,)) for span in spans))


def _sentences() -> Iterator[Article]:
    """Yield texts with their sentences marked by people: GUM, MEANTIME."""
    for name in ("entity/gum.jsonl.gz", "time/meantime.jsonl.gz"):
        for row in rows(corpus(name)):
            yield _marked(row["id"], row["text"], (Span(a, b) for a, b in row["sentences"]))


def _hedges() -> Iterator[Article]:
    """Yield texts of Wikipedia with hedging words marked (CoNLL-2010 shared task)."""
    documents: dict[str, list[tuple[str, list[Span]]]] = {}
    for row in rows(corpus("stance/hedge_wiki.train.jsonl.gz")):
        spans = [Span(cue["start"], cue["end"]) for cue in row["cues"]]
        documents.setdefault(row["doc"], []).append((row["text"], spans))
    for name, sentences in documents.items():
        for text, spans in _together(sentences, " "):
            yield _marked(name, text, spans)


def _loaded() -> Iterator[Article]:
    """Yield texts of news with loaded words marked (BABE, Spinde et al. 2021)."""
    sentences = [
        (row["text"], [Span(span["start"], span["end"]) for span in row["spans"]])
        for row in rows(corpus("wording/babe.train.jsonl.gz"))
    ]
    random.Random(0).shuffle(sentences)
    for number, (text, spans) in enumerate(_together(sentences, "\n\n")):
        yield _marked(f"babe/{number}", text, spans)


def _together(
    sentences: Iterable[tuple[str, list[Span]]], gap: str
) -> Iterator[tuple[str, list[Span]]]:
    """Yield texts of a few sentences each: a word is read among others, not alone."""
    iterator = iter(sentences)
    while part := list(islice(iterator, _TOGETHER)):
        text, spans = "", []
        for sentence, marked in part:
            spans += [Span(span.start + len(text), span.end + len(text)) for span in marked]
            text += sentence + gap
        yield text, spans


_CORPORA: Mapping[str, Callable[[], Iterator[Article]]] = {
    SENTENCE: _sentences,
    "hedge": _hedges,
    "loaded": _loaded,
}

HEADS = tuple(_CORPORA)
