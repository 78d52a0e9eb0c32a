"""The words of a sentence in small letters, with where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*|[,;:.()!?]")
_APOSTROPHE = str.maketrans("’", "'")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence in words.

    Attributes:
        span: where the sentence stands.
        words: its words and marks, in small letters.
        starts: the first code point of each.
        ends: the code point after each.
        line: all words with a space before and after each.
    """

    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    line: str

    def at(self, place: int) -> int:
        """Return the number of the first word that begins at a place of the text or after it."""
        return bisect_left(self.starts, place)


def clause(text: str, span: Span) -> Clause:
    """Return a sentence in words."""
    found = list(_WORD.finditer(text, span.start, span.end))
    words = tuple(match[0].lower().translate(_APOSTROPHE) for match in found)
    return Clause(
        span=span,
        words=words,
        starts=tuple(match.start() for match in found),
        ends=tuple(match.end() for match in found),
        line=f" {' '.join(words)} ",
    )


def holds_any(line: str, words: Iterable[str]) -> bool:
    """Return whether one of some words or phrases stands in a line of words."""
    return any(f" {word} " in line for word in words)
