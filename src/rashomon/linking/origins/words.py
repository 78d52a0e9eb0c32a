"""The words of a text as numbers: the same word has the same number in every text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import xxhash

from rashomon.model.spans import Span, Spans

Hashes: TypeAlias = npt.NDArray[np.uint64]
Places: TypeAlias = npt.NDArray[np.int64]

# scripts without spaces: every character is a word
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text.

    Attributes:
        plain: the word in small letters, without apostrophes.
        start: the code point at which it begins.
        end: the code point behind it.
        is_name: whether it is written like a name: with a capital and small letters.
    """

    plain: str
    start: int
    end: int
    is_name: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text that count, in order, as numbers.

    Attributes:
        start: ``[n]``, the code point at which each begins.
        end: ``[n]``, the code point behind it.
        number: ``[n]``, a hash of it in small letters without apostrophes.
        is_name: ``[n]``, whether it is written like a name.
    """

    start: Places
    end: Places
    number: Hashes
    is_name: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.number)

    def between(self, span: Span) -> tuple[int, int]:
        """Return the first word and the one behind the last that lie wholly in a stretch."""
        first = int(np.searchsorted(self.start, span.start))
        return first, max(first, int(np.searchsorted(self.end, span.end, side="right")))


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order."""
    return tuple(map(_word, _WORD.finditer(text)))


def numbered(words: Iterable[Word], masked: Spans = ()) -> Words:
    """Return words as numbers, without those in stretches that do not count (the page's own)."""
    found = list(_outside(words, masked))
    return Words(
        start=np.array([one.start for one in found], np.int64),
        end=np.array([one.end for one in found], np.int64),
        number=np.array([_number(one.plain) for one in found], np.uint64),
        is_name=np.array([one.is_name for one in found], bool),
    )


@lru_cache(maxsize=1 << 14)
def normal(text: str) -> str:
    """Return the words of a text as they are compared, with spaces between them."""
    return " ".join(one.plain for one in words_of(text))


def _outside(found: Iterable[Word], masked: Spans) -> Iterator[Word]:
    left = iter(masked)
    mask = next(left, None)
    for one in found:
        while mask and mask.end <= one.start:
            mask = next(left, None)
        if not (mask and mask.start < one.end):
            yield one


def _word(found: re.Match[str]) -> Word:
    word = found.group()
    is_name = word[0].isupper() and not word.isupper()
    return Word(_plain(word), found.start(), found.end(), is_name)


def _plain(word: str) -> str:
    return word.casefold().replace("'", "").replace("’", "")


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return xxhash.xxh3_64_intdigest(word.encode("utf-8", "surrogatepass"))
