"""Derivations that are made of real articles, so that what derives is known to the word."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.spans import Span

_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]")
_LEAST_PARAGRAPH = 40
_LEAST_SENTENCE = 20
_LONGEST_SENTENCE = 40


@dataclass(frozen=True, slots=True)
class Made:
    """Two texts, and the stretch of the second that comes from the first.

    Attributes:
        kind: how it was made.
        original: the first text.
        derived: the second.
        taken: the stretch of the first that is in the second; ``None`` where nothing is.
        placed: where it stands in the second.
    """

    kind: str
    original: str
    derived: str
    taken: Span | None
    placed: Span | None

    @property
    def is_whole(self) -> bool:
        """Whether the whole derived text comes from the original."""
        return self.placed == Span(0, len(self.derived))


def made(texts: Sequence[str], seed: int) -> Iterator[Made]:
    """Yield every kind of derivation for each text; the text behind it is the host.

    Args:
        texts: articles that share nothing.
        seed: of what is drawn by chance.
    """
    draw = random.Random(seed)
    for number, text in enumerate(texts):
        host = texts[(number + 1) % len(texts)]
        for kind, make in KINDS.items():
            if one := make(kind, text, host, draw):
                yield one


def _edited(share: float) -> "Callable[[str, str, str, random.Random], Made | None]":
    def make(kind: str, text: str, host: str, draw: random.Random) -> Made:
        words = [one.group() for one in _WORD.finditer(host)]
        kept: list[str] = []
        for one in _WORD.finditer(text):
            if draw.random() >= share:
                kept.append(one.group())
            elif (how := draw.randrange(3)) == 0:  # else the word is left out
                kept.append(draw.choice(words))
            elif how == 1:
                kept += [one.group(), draw.choice(words)]
        derived = " ".join(kept)
        return Made(kind, text, derived, Span(0, len(text)), Span(0, len(derived)))

    return make


def _headline(kind: str, text: str, host: str, draw: random.Random) -> Made:
    head = " ".join(draw.sample(host.split(), min(9, len(host.split()))))
    body = text.partition("\n")[2].strip() or text
    derived = f"{head}\n\n{body}"
    taken = Span(text.index(body), text.index(body) + len(body))
    return Made(kind, text, derived, taken, Span(0, len(derived)))


def _cut(kind: str, text: str, host: str, draw: random.Random) -> Made:
    del host, draw
    sentences = list(_SENTENCE.finditer(text))
    end = sentences[max(0, len(sentences) // 3 - 1)].end() if sentences else len(text) // 3
    derived = text[:end]
    return Made(kind, text, derived, Span(0, end), Span(0, len(derived)))


def _inserted(kind: str, text: str, host: str, stretch: Span, draw: random.Random) -> Made:
    breaks = [one.end() for one in re.finditer(r"\n+", host)] or [len(host)]
    at = draw.choice(breaks)
    words = stretch.of(text)
    derived = f"{host[:at]}\n{words}\n{host[at:]}"
    return Made(kind, text, derived, stretch, Span(at + 1, at + 1 + len(words)))


def _paragraph(kind: str, text: str, host: str, draw: random.Random) -> Made | None:
    paragraphs = [
        one for one in _unquoted(r"[^\n]+", text) if len(one.of(text).split()) >= _LEAST_PARAGRAPH
    ]
    return _inserted(kind, text, host, draw.choice(paragraphs), draw) if paragraphs else None


def _sentence(kind: str, text: str, host: str, draw: random.Random) -> Made | None:
    sentences = [
        one
        for one in _unquoted(_SENTENCE.pattern, text)
        if _LEAST_SENTENCE <= len(one.of(text).split()) <= _LONGEST_SENTENCE
    ]
    return _inserted(kind, text, host, draw.choice(sentences), draw) if sentences else None


def _unrelated(kind: str, text: str, host: str, draw: random.Random) -> Made:
    del draw
    return Made(kind, text, host, None, None)


def _unquoted(pattern: str, text: str) -> Iterator[Span]:
    """Yield the stretches that match and hold no quotation marks: those are a speaker's words."""
    for one in re.finditer(pattern, text):
        if not re.search('[“”"]', one.group()):
            lead = len(one.group()) - len(one.group().lstrip())
            yield Span(one.start() + lead, one.end())


KINDS: "dict[str, Callable[[str, str, str, random.Random], Made | None]]" = {
    "5 % of words edited": _edited(0.05),
    "10 % of words edited": _edited(0.10),
    "20 % of words edited": _edited(0.20),
    "another headline": _headline,
    "cut to a third": _cut,
    "one paragraph in another article": _paragraph,
    "one sentence in another article": _sentence,
    "unrelated": _unrelated,
}
"""How derivations are made."""
