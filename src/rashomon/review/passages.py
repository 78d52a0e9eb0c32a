"""The same passage in another text: words that stand there letter for letter, and what is around.

Blanks make no difference, nor does how quotation marks are set. A word alone says little: *Tuesday*
stands in many texts, and *12* behind *at least* is another number. So all of the sentence around
must stand there, from its beginning to its end, and with it so many words in a row as tell one
passage from another. Who reports it from where (``BRINN (Meridian Wire) —``) is each outlet's own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.spans import Span, Spans, covering

LEAST_WORDS = 15
"""Words in a row that two texts share where one copies the other: as in tracing origins."""

_QUOTES = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\xab\xbb", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u2039\u203a`", "'")
)
_WORD = re.compile(r"[—–]|[^\s—–]+")
_OPENING, _CLOSING = "\"'([{", "\"')]}"
_DASHES = frozenset(("-", "--", "—", "–"))
_DATELINE = 12  # words
_SHORT = 4  # letters; "Mr.", "Gen." and "Sept." end no sentence
_CAPITALS = 3
_MOST_AROUND = 1_000  # words that are looked at on either side of a sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one text that stand in another as well.

    Attributes:
        here: the one text.
        there: the other.
        first: the number of their first word in the one.
        shift: how many words further on they stand in the other.
    """

    here: "Worded"
    there: "Worded"
    first: int
    shift: int

    def moved(self, span: Span) -> Span:
        """Return where a stretch of the one text, which is in the passage, stands in the other.

        A dateline that the other lacks is left out.
        """
        first = self.here.word_at(span.start)
        around = slice(max(first + self.shift, 0), self.first + self.shift)
        if self.here.words[first : self.first] != self.there.words[around]:
            span = self.here.told(span)
        return Span(self._moved(span.start, span.start), self._moved(span.end - 1, span.end))

    def _moved(self, within: int, place: int) -> int:
        """Return a place in the word that another place is in, or in the blanks behind it."""
        word = self.here.word_at(within)
        further = self.there.starts[word + self.shift] - self.here.starts[word]
        return min(place + further, self.there.end_at(word + self.shift))


class Worded:
    """A text in words, each as it is compared.

    Args:
        text: the text.

    Attributes:
        text: the same.
        starts: where its words begin.
        ends: where they end.
        words: the words.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        even = text.translate(_QUOTES)
        found = list(_WORD.finditer(even))
        self.starts = [one.start() for one in found]
        self.ends = [one.end() for one in found]
        self.words = [one[0] for one in found]
        self._joined = f" {' '.join(self.words)} "

    def word_at(self, place: int) -> int:
        """Return the number of the word at a place, or of the last before it; -1 for none."""
        return bisect_right(self.starts, place) - 1

    def end_at(self, word: int) -> int:
        """Return where the blanks behind a word end."""
        return self.starts[word + 1] if word + 1 < len(self.starts) else len(self.text)

    def sentence(self, span: Span) -> tuple[int, int] | None:
        """Return the first and the last word of the sentences around a stretch."""
        first, last = self.word_at(span.start), self.word_at(span.end - 1)
        if first < 0:
            return None
        while not self.is_edge(first):
            first -= 1
        while not self.is_edge(last + 1):
            last += 1
        return first, last

    def places(self, words: list[str]) -> Iterator[int]:
        """Yield the numbers of the words at which others begin to stand here, in a row."""
        sought = f" {' '.join(words)} "
        word = read = 0
        at = self._joined.find(sought)
        while at >= 0:
            word += self._joined.count(" ", read, at)
            read = at
            yield word
            at = self._joined.find(sought, at + 1)

    def is_edge(self, word: int) -> bool:
        """Return whether a sentence begins with a word, or ended with the one before it."""
        if not 0 < word < len(self.words):
            return True
        before, after = self.words[word - 1], self.words[word]
        lines = self.text.count("\n", self.ends[word - 1], self.starts[word])
        if lines > 1 or (lines and _begins(after)):
            return True
        return (_ends(before) and _begins(after)) or self._dateline(word - 1) is not None

    def told(self, span: Span) -> Span:
        """Return a stretch without the dateline that it begins in."""
        first, last = self.word_at(span.start), self.word_at(span.end - 1)
        for dash in range(max(first, 0), min(first + _DATELINE, last - 1) + 1):
            line = self._dateline(dash)
            if line is not None and line <= first:
                return Span(self.starts[dash + 1], span.end)
        return span

    def _dateline(self, dash: int) -> int | None:
        """Return the first word of the dateline that a dash ends: ``BRINN (Meridian Wire) —``."""
        if self.words[dash] not in _DASHES:
            return None
        is_one = False
        for word in range(dash - 1, max(dash - 1 - _DATELINE, -1), -1):
            is_one = is_one or _tells_where(self.words[word])
            if not word or "\n" in self.text[self.ends[word - 1] : self.starts[word]]:
                return word if is_one else None
        return None


def _ends(word: str) -> bool:
    """Return whether a sentence may end with a word."""
    bare = word.rstrip(_CLOSING)
    if not bare.endswith("."):
        return bare.endswith(("!", "?", "…"))
    stem = bare[:-1].lstrip(_OPENING)
    return "." not in stem and not (len(stem) <= _SHORT and stem[:1].isupper())


def _begins(word: str) -> bool:
    """Return whether a sentence may begin with a word."""
    bare = word.lstrip(_OPENING)
    return bare[:1].isalpha() and not bare[:1].islower()


def _tells_where(word: str) -> bool:
    letters = "".join(filter(str.isalpha, word))
    return word.endswith(")") or (len(letters) >= _CAPITALS and letters.isupper())


def find_passage(here: Worded, spans: Spans, there: Worded) -> Passage | None:
    """Return the passage around some words of a text where it stands in another one as well.

    Args:
        here: the one text.
        spans: the words.
        there: the other text.

    Returns:
        Where it stands there more than once, the one of which most around it is the same; ``None``
        where it does not stand there, or it cannot be told which it is.
    """
    if not all(0 <= one.start < one.end <= len(here.text) for one in spans):
        return None
    around = here.sentence(here.told(covering(spans))) if spans else None
    if around is None:
        return None
    first, last = around
    runs: list[tuple[int, int]] = []
    for at in there.places(here.words[first : last + 1]):
        shift = at - first
        if there.is_edge(at) and there.is_edge(last + shift + 1):
            runs.append((_shared(here, there, around, shift), shift))
    runs.sort(reverse=True)
    if not runs or runs[0][0] < LEAST_WORDS or (len(runs) > 1 and runs[0][0] == runs[1][0]):
        return None
    return Passage(here, there, first, runs[0][1])


def _shared(here: Worded, there: Worded, around: tuple[int, int], shift: int) -> int:
    """Return how many words in a row are the same, those of a sentence among them."""
    first, last = around
    before = after = 0
    for word in range(first - 1, max(first - _MOST_AROUND, 0, -shift) - 1, -1):
        if here.words[word] != there.words[word + shift]:
            break
        before += 1
    most = min(last + _MOST_AROUND, len(here.words) - 1, len(there.words) - shift - 1)
    for word in range(last + 1, most + 1):
        if here.words[word] != there.words[word + shift]:
            break
        after += 1
    return before + last - first + 1 + after
