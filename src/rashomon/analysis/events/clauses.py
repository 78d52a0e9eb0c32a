"""The words of a sentence in small letters, with where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.spans import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*|[,;:.()!?]")
_APOSTROPHE = str.maketrans("’", "'")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence in words.

    Attributes:
        span: where the sentence stands.
        words: its words and marks, in small letters, but for "May" and "Will".
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
    words = tuple(_small(number, found) for number in range(len(found)))
    return Clause(
        span=span,
        words=words,
        starts=tuple(match.start() for match in found),
        ends=tuple(match.end() for match in found),
        line=f" {' '.join(words)} ",
    )


def _small(number: int, found: Sequence[re.Match[str]]) -> str:
    """Return a word in small letters; "May" and "Will" keep their capital: a month, a name."""
    word = found[number][0]
    if word == "Will" and (number or found[-1][0] != "?"):
        return word
    if word.lower() == "may":
        around = (found[at][0] for at in (number - 1, number + 1) if 0 <= at < len(found))
        if word == "May" or any(map(str.isdigit, around)):
            return "May"
    return word.lower().translate(_APOSTROPHE)


def holds_any(line: str, words: Iterable[str]) -> bool:
    """Return whether one of some words or phrases stands in a line of words."""
    return any(f" {word} " in line for word in words)
