"""The words of a sentence in small letters, with where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.numerals import ARABIC_POINT
from rashomon.model.spans import Span

# a number that holds marks of direction, or those by which digits become signs, is one word, so
# that no part of it is taken for a number
_INVISIBLE = "\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_SIGNS = "\ufe00-\ufe0f\u20e3"
_WORD = re.compile(
    rf"\d+(?:(?:[.,:/'’٬{ARABIC_POINT}]|[{_INVISIBLE}{_SIGNS}]+)\d+)+"  # 1,200, 2.5, 10:45
    rf"(?:-[^\W\d_]+|[{_SIGNS}])*"  # 100,000-strong
    rf"|\d+[{_SIGNS}]+"
    r"|(?:[^\W\d_]\.){2,}"  # U.S., p.m.
    r"|['’](?:s|re|ve|d|ll)\b"
    r"|n['’]t\b|[^\W\d_]+(?=n['’]t\b|['’](?:re|ve|d|ll)\b)"
    r"|(?i:he|it|she|that|there|who)(?=['’]s\b)"
    r"|[^\W_]+(?:[-'’][^\W_]+)*"
    r"|--+|[^\w\s]"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = 4
_ABBREVIATIONS = frozenset(("IS", "IT", "US", "WHO"))
_INVISIBLE_MARK = re.compile(f"[{_INVISIBLE}]")
_LEFT_OUT = frozenset("\"“”„«»‘’'`[]")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in words and marks; quotation marks, square brackets and what is not seen are out.

    Attributes:
        text: the text that it stands in.
        words: its words and marks, in small letters, apostrophes straight; abbreviations that look
            like other words in small letters ("IS") as they are.
        starts: the first code point of each.
        ends: the code point after each.
        is_cased: whether capitals say anything: longer words without one stand beside them.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    is_cased: bool

    def span(self, first: int, end: int) -> Span:
        """Return where words ``first`` to ``end`` (exclusive) stand."""
        return Span(self.starts[first], self.ends[end - 1])

    def has_capital(self, at: int) -> bool:
        """Return whether word ``at`` begins with a capital letter."""
        return self.text[self.starts[at]].isupper()


def is_latin(word: str) -> bool:
    """Return whether a word begins with a Latin letter."""
    return word[0].isalpha() and (word[0] <= "\u024f" or "\u1e00" <= word[0] <= "\u1eff")


def words_of(text: str) -> Sequence[str]:
    """Return the words of a text in small letters, cut at every mark: a quick first look."""
    return _LETTERS.findall(text.lower())


def line_of(text: str, sentence: Span) -> Line:
    """Return a sentence of a text in words."""
    found = [
        match
        for match in _WORD.finditer(text, sentence.start, sentence.end)
        if match[0] not in _LEFT_OUT and not _INVISIBLE_MARK.fullmatch(match[0])
    ]
    written = [match[0] for match in found]
    is_cased = any(len(word) >= _LONG and word.islower() for word in written)
    return Line(
        text,
        tuple(map(_small, written)),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
        is_cased,
    )


def _small(word: str) -> str:
    """Return a word in small letters, but for abbreviations that look like other words then."""
    return word if word in _ABBREVIATIONS else word.lower().replace("’", "'")
