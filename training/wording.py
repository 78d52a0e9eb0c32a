"""Small heads on the frozen encoder: where sentences begin, what hedges, what is loaded.

Each is one linear layer on the hidden states of words, trained apart, so that attribution loses
nothing by them. The texts are damaged as in the training of attributions.
"""

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from evaluation.corpora import Article, corpus, rows
from evaluation.damage import damaged
from evaluation.matching import Quotation
from rashomon.analysis.encoder import Floats, Task
from rashomon.analysis.windows import plan
from rashomon.analysis.words import Words, find_words
from rashomon.model.spans import Span
from training.examples import batches, inputs
from training.loop import Report
from training.mangling import draw_damage
from training.network import WIDTH, Reader

SIZE = 254
_BATCH = 4096
_DAMAGED = 0.4
_EPOCHS = 6
_ROWS = 4096
_RATE = 2e-3
_HELD_OUT = 0.15
_TOGETHER = 6
"""Sentences of a corpus of sentences that are put together into one text."""


class Wording(nn.Module):
    """The heads: a logit a piece each."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = nn.Linear(WIDTH, 1)
        self.hedge = nn.Linear(WIDTH, 1)
        self.loaded = nn.Linear(WIDTH, 1)


@dataclass(frozen=True, slots=True)
class Score:
    """How well a head marks words that it was not trained on."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def train_wording(
    reader: Reader, tokenizer: Tokenizer, report: Report
) -> tuple[Wording, dict[str, Score]]:
    """Return the trained heads, and how well each marks words that it was not trained on."""
    wording = Wording()
    scores = {}
    for name, corpus_of in (
        ("sentence", _sentences),
        ("hedge", _hedges),
        ("loaded", _loaded),
    ):
        training, held_out = _split(corpus_of())
        dice = random.Random(name)
        training = [
            damaged(one, draw_damage(dice), dice) if dice.random() < _DAMAGED else one
            for one in training
        ]
        seen = _marked_words(reader, training, tokenizer, starts_only=name == "sentence")
        unseen = _marked_words(reader, held_out, tokenizer, starts_only=name == "sentence")
        head = getattr(wording, name)
        _fit(head, *seen)
        scores[name] = _score(head, *unseen)
        report(f"{name}: {scores[name]} on {len(held_out)} texts")
    return wording, scores


def _fit(head: nn.Linear, states: Tensor, marked: Tensor) -> None:
    """Fit a head by logistic regression; then move its bias to where F1 is best at one half."""
    torch.manual_seed(0)
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=1e-3)
    steps = _EPOCHS * (len(states) // _ROWS + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps)
    for _ in range(_EPOCHS):
        order = torch.randperm(len(states))
        for chosen in order.split(_ROWS):
            logits = head(states[chosen].float())[:, 0]
            loss = functional.binary_cross_entropy_with_logits(logits, marked[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    with torch.no_grad():
        logits = torch.cat([head(part.float())[:, 0] for part in states.split(65_536)])
        head.bias -= _best_threshold(logits.numpy(), marked.numpy())


def _best_threshold(logits: Floats, marked: Floats) -> float:
    """Return the logit from which on marking words gives the best F1."""
    order = np.argsort(-logits)
    right = np.cumsum(marked[order])
    f1 = 2 * right / (np.arange(1, len(order) + 1) + marked.sum())
    return float(logits[order[int(f1.argmax())]])


@torch.no_grad()
def _score(head: nn.Linear, states: Tensor, marked: Tensor) -> Score:
    found = torch.cat([head(part.float())[:, 0] for part in states.split(65_536)]) >= 0
    right = float((found & (marked > 0)).sum())
    return Score(right / max(float(found.sum()), 1), right / max(float(marked.sum()), 1))


@torch.no_grad()
def _marked_words(
    reader: Reader, articles: Sequence[Article], tokenizer: Tokenizer, *, starts_only: bool
) -> tuple[Tensor, Tensor]:
    """Return the hidden states of all words, and which of them are marked.

    With ``starts_only`` it is the first word of each marked stretch that counts.
    """
    device = next(reader.parameters()).device
    found = [find_words(one.text, tokenizer) for one in articles]
    marks = [
        _marks(one, words, starts_only=starts_only)
        for one, words in zip(articles, found, strict=True)
    ]
    tasks: list[tuple[int, Task]] = []
    for i, (one, words) in enumerate(zip(articles, found, strict=True)):
        windows = plan(one.text, words, 0, len(words), size=SIZE, context=0)
        tasks += [(i, Task(words, window)) for window in windows]
    states: list[Tensor] = []
    marked: list[npt.NDArray[np.float32]] = []
    for batch in batches(tasks, lambda pair: pair[1].pieces, _BATCH):
        given = inputs([task for _, task in batch], device)
        hidden = reader.encoder(given.piece, given.look, given.mask).cpu().half()
        for row, (i, task) in enumerate(batch):
            count = task.window.last - task.window.first
            states.append(hidden[row, given.first[row, :count].cpu()])
            marked.append(marks[i][task.window.first : task.window.last])
    return torch.cat(states), torch.from_numpy(np.concatenate(marked))


def _marks(article: Article, words: Words, *, starts_only: bool) -> npt.NDArray[np.float32]:
    marks = np.zeros(len(words), np.float32)
    for one in article.quotations:
        for span in one.content:
            first = int(np.searchsorted(words.end, span.start, "right"))
            last = int(np.searchsorted(words.start, span.end, "left"))
            marks[first : min(first + 1, last) if starts_only else last] = 1
    return marks


def _split(articles: Iterable[Article]) -> tuple[list[Article], list[Article]]:
    """Return what is trained on and what is held out, by a hash of the texts' names."""
    training, held_out = [], []
    for one in articles:
        number = int.from_bytes(hashlib.sha256(one.id.encode()).digest()[:4], "big")
        (held_out if number < _HELD_OUT * 2**32 else training).append(one)
    return training, held_out


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
        yield from _together(name, sentences, " ")


def _loaded() -> Iterator[Article]:
    """Yield texts of news with loaded words marked (BABE, Spinde et al. 2021)."""
    sentences = [
        (row["text"], [Span(span["start"], span["end"]) for span in row["spans"]])
        for row in rows(corpus("wording/babe.train.jsonl.gz"))
    ]
    random.Random(0).shuffle(sentences)
    yield from _together("babe", sentences, "\n\n")


def _together(
    name: str, sentences: Iterable[tuple[str, list[Span]]], gap: str
) -> Iterator[Article]:
    """Yield texts of a few sentences each: a word is read among others, not alone."""
    iterator = iter(sentences)
    number = 0
    while part := list(islice(iterator, _TOGETHER)):
        text, spans = "", []
        for sentence, marked in part:
            at = len(text)
            spans += [Span(span.start + at, span.end + at) for span in marked]
            text += sentence + gap
        yield _marked(f"{name}/{number}", text, spans)
        number += 1
