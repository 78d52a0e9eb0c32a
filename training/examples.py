"""From marked texts to batches: the same words, looks and windows as when reading."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from evaluation.corpora import Article
from evaluation.damage import damaged
from evaluation.factual import FactualText
from evaluation.marked import MarkedText
from evaluation.matching import ROLES, Quotation
from evaluation.typed import TypedText
from rashomon.analysis.encoder import Floats, Task, answered_pieces, encoder_inputs
from rashomon.analysis.heads import LABELS, TYPES
from rashomon.analysis.tags import OUTSIDE, Role, WordSpan, tags_of
from rashomon.analysis.windows import plan
from rashomon.analysis.words import Ints, Words, find_words
from training.embedding import embed
from training.mangling import draw_damage

T = TypeVar("T")

Bounds = tuple[int, int]
"""Words ``start`` to ``end`` (exclusive)."""

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution, in words."""

    sources: tuple[Bounds, ...]
    cue: Bounds
    contents: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One article to learn from.

    Attributes:
        article: its text, and its attributions as people marked them.
        nested: the attributions within contents, made by embedding.
    """

    article: Article
    nested: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A lesson in words, ready to be cut into windows.

    Attributes:
        text: its text.
        words: its words.
        tags: ``[n]``, the tags of attributions that stand by themselves; ``UNKNOWN`` where nobody
            marked them.
        nested_tags: ``[n]``, those of attributions within contents; ``UNKNOWN`` where nobody
            marked them.
        linked: its attributions.
        nested: those within contents.
        marks: for each other head that the lesson teaches ``[n]``, its tags.
        happened: ``[n]``, how likely the event that each word names took place, 0 to 1; NaN where
            nobody judged it. ``None`` where nobody judged any.
        type: the number of the type of the event that the text tells, or ``UNKNOWN``.
    """

    text: str
    words: Words
    tags: Ints
    nested_tags: Ints
    linked: tuple[Linked, ...] = ()
    nested: tuple[Linked, ...] = ()
    marks: Mapping[str, Ints] = field(default_factory=dict)
    happened: Floats | None = None
    type: int = UNKNOWN


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of an example."""

    example: Example
    task: Task

    @property
    def length(self) -> int:
        """How many wordpieces the encoder sees."""
        return self.task.pieces


def example(lesson: Lesson, tokenizer: Tokenizer) -> Example:
    """Return a lesson in words."""
    article = lesson.article
    words = find_words(article.text, tokenizer)
    return _in_words(article.text, words, article.quotations, lesson.nested)


def _in_words(
    text: str, words: Words, said: Sequence[Quotation], within: Sequence[Quotation]
) -> Example:
    linked, nested = _linked(said, words), _linked(within, words)
    tags = np.full(len(words), OUTSIDE)
    for one in linked:
        _set_tags(tags, one)
    return Example(
        text=text,
        words=words,
        tags=tags,
        nested_tags=_nested_tags(len(words), linked, nested),
        linked=linked,
        nested=nested,
    )


def marked_example(
    marked: MarkedText,
    said: Sequence[Quotation] | None,
    tokenizer: Tokenizer,
    *,
    damage_rate: float,
    dice: random.Random,
) -> Example:
    """Return a text with the marks of other heads in words, damaged by lot.

    Args:
        marked: the text.
        said: its attributions; ``None`` where they are not known.
        tokenizer: cuts it into wordpieces.
        damage_rate: the share of texts that are damaged.
        dice: for the damage.
    """
    labels = [(head, label) for head, marks in marked.marks.items() for label, _ in marks]
    carried = tuple(
        Quotation((), (), (span,)) for marks in marked.marks.values() for _, span in marks
    )
    article = Article(marked.id, marked.text, (*(said or ()), *carried))
    if dice.random() < damage_rate:
        article = damaged(article, draw_damage(dice), dice)
    words = find_words(article.text, tokenizer)
    tags = {head: np.full(len(words), OUTSIDE) for head in marked.marks}
    first = len(said or ())
    for (head, label), mark in zip(labels, article.quotations[first:], strict=True):
        number = LABELS[head].index(label)
        for start, end in _bounds(mark, "content", words):
            tags[head][start:end] = tags_of(WordSpan(number, start, end))
    known = article.quotations[:first] if said is not None else None
    return replace(_attributed(article.text, words, known), marks=tags)


def typed_example(
    typed: TypedText,
    said: Sequence[Quotation] | None,
    tokenizer: Tokenizer,
    *,
    damage_rate: float,
    dice: random.Random,
) -> Example:
    """Return a text with the type of its event in words, damaged by lot.

    Arguments are those of :func:`marked_example`.
    """
    article = Article(typed.id, typed.text, tuple(said or ()))
    if dice.random() < damage_rate:
        article = damaged(article, draw_damage(dice), dice)
    words = find_words(article.text, tokenizer)
    known = article.quotations if said is not None else None
    return replace(_attributed(article.text, words, known), type=TYPES.index(typed.type))


def factual_example(
    factual: FactualText, said: Sequence[Quotation] | None, tokenizer: Tokenizer
) -> Example:
    """Return a sentence with its judgements in words: of a phrase at its last word."""
    words = find_words(factual.text, tokenizer)
    happened = np.full(len(words), np.nan, np.float32)
    for span, judgement in factual.judged:
        happened[int(np.searchsorted(words.start, span.end)) - 1] = (judgement + 3) / 6
    return replace(_attributed(factual.text, words, said), happened=happened)


def _attributed(text: str, words: Words, said: Sequence[Quotation] | None) -> Example:
    """Return a text with its attributions, if they are known."""
    if said is None:
        unknown = np.full(len(words), UNKNOWN)
        return Example(text, words, unknown, unknown)
    return _in_words(text, words, said, ())


def varied_example(
    lesson: Lesson,
    tokenizer: Tokenizer,
    *,
    embedding: float,
    damage_rate: float,
    dice: random.Random,
) -> Example:
    """Return a lesson in words, varied by lot.

    A share ``embedding`` of the lessons get sentences put into other mouths; a share
    ``damage_rate`` are damaged.
    """
    if dice.random() < embedding:
        embedded = embed(lesson.article, dice)
        lesson = Lesson(embedded.article, embedded.nested)
    kinds = draw_damage(dice) if dice.random() < damage_rate else []
    if not kinds:
        return example(lesson, tokenizer)
    # damage carries marks along: those of both kinds together, then parted again
    outer = len(lesson.article.quotations)
    together = replace(lesson.article, quotations=(*lesson.article.quotations, *lesson.nested))
    article = damaged(together, kinds, dice)
    marked = article.quotations
    return example(Lesson(replace(article, quotations=marked[:outer]), marked[outer:]), tokenizer)


def windows(examples: Iterable[Example], size: int, dice: random.Random | None) -> list[Piece]:
    """Cut examples into windows; with ``dice``, each text at a phase of its own."""
    pieces = []
    for one in examples:
        count = len(one.words)
        first = 0
        if dice:
            reach = int(np.searchsorted(one.words.first, dice.randint(20, size)))
            first = min(reach, count)
        planned = [
            *plan(one.text, one.words, 0, first, size=size, context=0),
            *plan(one.text, one.words, first, count, size=size, context=0),
        ]
        pieces += [Piece(one, Task(one.words, window)) for window in planned]
    return pieces


def batches(
    items: Sequence[T], length: Callable[[T], int], most: int, dice: random.Random | None = None
) -> list[list[T]]:
    """Return batches of windows of like length, in an order drawn by lot where there are dice.

    Args:
        items: the windows.
        length: how many wordpieces one has.
        most: wordpieces of a batch, padding included.
        dice: for the order.
    """
    made: list[list[T]] = []
    for item in sorted(items, key=length, reverse=True):
        if made and length(made[-1][0]) * (len(made[-1]) + 1) <= most:
            made[-1].append(item)
        else:
            made.append([item])
    if dice:
        dice.shuffle(made)
    return made


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network takes: tensors ``[windows, pieces]``; ``first`` is ``[windows, words]``."""

    piece: Tensor
    look: Tensor
    mask: Tensor
    first: Tensor


def inputs(tasks: Sequence[Task], device: torch.device) -> Inputs:
    """Return a batch as tensors; places without a word point at the first piece."""
    arrays = encoder_inputs(tasks, max(task.pieces for task in tasks))
    firsts = [torch.from_numpy(answered_pieces(task)) for task in tasks]
    first = torch.nn.utils.rnn.pad_sequence(firsts, batch_first=True)
    piece, look, mask = (torch.from_numpy(arrays[name]) for name in ("piece", "look", "mask"))
    return Inputs(*(tensor.to(device) for tensor in (piece, look, mask, first)))


def _set_tags(tags: Ints, one: Linked) -> None:
    for role, spans in zip(Role, (one.sources, (one.cue,), one.contents), strict=True):
        for start, end in spans:
            tags[start:end] = tags_of(WordSpan(role, start, end))


def _nested_tags(count: int, linked: Sequence[Linked], nested: Sequence[Linked]) -> Ints:
    """Return the tags within contents: unknown where a content holds no known attribution."""
    tags = np.full(count, OUTSIDE)
    for one in linked:
        for start, end in one.contents:
            holds = any(start <= inner.cue[0] and inner.cue[1] <= end for inner in nested)
            tags[start:end] = OUTSIDE if holds else UNKNOWN
    for one in nested:
        _set_tags(tags, one)
    return tags


def _linked(quotations: Iterable[Quotation], words: Words) -> tuple[Linked, ...]:
    found = []
    for one in quotations:
        source, cue, content = (_bounds(one, role, words) for role in ROLES)
        if cue:
            found.append(Linked(source, cue[0], content))
    return tuple(found)


def _bounds(quotation: Quotation, role: str, words: Words) -> tuple[Bounds, ...]:
    found = []
    for span in getattr(quotation, role):
        start = int(np.searchsorted(words.end, span.start, "right"))
        end = int(np.searchsorted(words.start, span.end, "left"))
        if start < end:
            found.append((start, end))
    return tuple(found)
