"""Damage as texts meet it between the page and the desk, with the marked spans carried along.

Each kind of damage is a list of edits; a span keeps the characters that are left of it.
"""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from evaluation.corpora import Article
from evaluation.matching import ROLES, Quotation
from rashomon.model.spans import Span, Spans, trim


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` are replaced."""

    start: int
    end: int
    replacement: str


Damage: TypeAlias = Callable[[str, random.Random], Iterable[Edit]]

_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|vs|[A-Z])$", re.IGNORECASE
)
_TOKEN_EDGE = re.compile(
    r"(?<=\S)(?=[,.;:!?)\]”\"])|(?<=[(\[“\"])(?=\S)|(?<=\w)(?=['’]s\b)|(?<=[,;:”\")\]])(?=\S)"
)
_SENTENCE_EDGE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


def lowercased(text: str, _: random.Random) -> Iterable[Edit]:
    """All letters small, one for one."""
    for i, letter in enumerate(text):
        small = letter.lower()
        if small != letter and len(small) == 1:
            yield Edit(i, i + 1, small)


def uppercased(text: str, _: random.Random) -> Iterable[Edit]:
    """All letters capitals, one for one."""
    for i, letter in enumerate(text):
        large = letter.upper()
        if large != letter and len(large) == 1:
            yield Edit(i, i + 1, large)


def tokenized(text: str, _: random.Random) -> Iterable[Edit]:
    """Spaces around punctuation, as a tokenizer leaves them; initials and numbers stay whole."""
    for match in _TOKEN_EDGE.finditer(text):
        at = match.start()
        before, after = text[at - 1 : at], text[at : at + 1]
        inside_number = (after in ".,:" and text[at + 1 : at + 2].isalnum()) or (
            before in ",:" and after.isdigit()
        )
        initial = after == "." and _TITLES.search(text, max(0, at - 5), at)
        if not inside_number and not initial:
            yield Edit(at, at, " ")


def without_quotation_marks(text: str, _: random.Random) -> Iterable[Edit]:
    """No double quotation marks of any kind."""
    return (Edit(*match.span(), "") for match in re.finditer("[“”\"„«»]|``|''", text))


def straight_quotation_marks(text: str, _: random.Random) -> Iterable[Edit]:
    """Typewriter quotation marks and apostrophes."""
    straight = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    return (Edit(*match.span(), straight[match[0]]) for match in re.finditer("[“”‘’]", text))


def without_apostrophes(text: str, dice: random.Random) -> Iterable[Edit]:
    """No apostrophes: *Syrias*, or *Syria s*."""
    left = dice.choice(("", " "))
    return (Edit(*match.span(), left) for match in re.finditer(r"(?<=\w)['’](?=\w)", text))


def run_together(text: str, dice: random.Random) -> Iterable[Edit]:
    """Some sentences without a space between them."""
    share = dice.uniform(0.1, 0.6)
    return [
        Edit(*match.span(), "")
        for match in _SENTENCE_EDGE.finditer(text)
        if "\n\n" not in match[0] and dice.random() < share
    ]


def without_punctuation(text: str, dice: random.Random) -> Iterable[Edit]:
    """Some or all commas, or commas and full stops, lost."""
    marks = dice.choice((",", ",", ",.", ",.;:"))
    share = dice.choice((0.3, 1.0))
    return [
        Edit(*match.span(), "")
        for match in re.finditer(rf"[{re.escape(marks)}](?=\s|$)", text)
        if dice.random() < share
    ]


def on_one_line(text: str, _: random.Random) -> Iterable[Edit]:
    """No line breaks."""
    return (Edit(*match.span(), " ") for match in re.finditer(r"\s*\n\s*", text))


def single_line_breaks(text: str, _: random.Random) -> Iterable[Edit]:
    """No empty lines between paragraphs."""
    return (Edit(*match.span(), "\n") for match in re.finditer(r"\n\s*\n", text))


def sentence_a_line(text: str, _: random.Random) -> Iterable[Edit]:
    """A line break after every sentence, and no empty lines."""
    edges = re.finditer(rf"{_SENTENCE_EDGE.pattern}|\n\s*\n", text)
    return (Edit(*match.span(), "\n") for match in edges)


def damaged(article: Article, kinds: Iterable[Damage], dice: random.Random) -> Article:
    """Return ``article`` with each kind of damage done to it, one after the other."""
    for kind in kinds:
        text, moved = _edited(article.text, list(kind(article.text, dice)))
        quotations = tuple(
            Quotation(*(_carried(one.of(role), moved, text) for role in ROLES))
            for one in article.quotations
        )
        article = replace(article, text=text, quotations=quotations)
    return article


def _carried(spans: Spans, moved: list[int], text: str) -> Spans:
    new = (trim(Span(moved[span.start], moved[span.end]), text) for span in spans)
    return tuple(span for span in new if span)


def _edited(text: str, edits: list[Edit]) -> tuple[str, list[int]]:
    """Return the edited text and where each character has gone; overlapping edits are left out."""
    parts: list[str] = []
    moved: list[int] = []
    at = length = 0
    for edit in edits:
        if edit.start < at:
            continue
        kept = edit.start - at
        parts += [text[at : edit.start], edit.replacement]
        moved.extend(range(length, length + kept))
        length += kept
        size = len(edit.replacement)
        moved.extend(length + min(i, size) for i in range(edit.end - edit.start))
        length += size
        at = edit.end
    parts.append(text[at:])
    moved.extend(range(length, length + len(text) - at + 1))
    return "".join(parts), moved
