"""Words before an answer that leave it open or take it back, and patterns made of words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.compare import phrases

_TOKEN = re.compile(r"\w+")
_BEFORE = 60
"""Characters before an answer in which words stand that leave it open."""
_CLOSE = 32
"""The same of words that take it back."""
_INSTEAD = {"* ": r"[\"“‘']?(?:[\w-]{1,20}\s{1,3})?[\"“‘']?", " ": r"\s{1,3}"}
"""What any word in a phrase becomes, and a blank."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A pattern, and phrases of which a text must hold one for the pattern to find anything.

    Attributes:
        pattern: the pattern, in small letters.
        keys: the words of the phrases, casefolded.
    """

    pattern: re.Pattern[str]
    keys: frozenset[frozenset[str]]

    def within(self, text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Yield what the pattern finds in a text in small letters, whose words are these."""
        if any(one <= words for one in self.keys):
            yield from self.pattern.finditer(text)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that all questions share.

    Attributes:
        open: finds words that leave open what stands behind them.
        negating: finds words that take it back.
        still: finds those that only look as if they did.
        again: finds words that speak of the act of a sentence before.
        apart: finds words that part an act from a day or a place.
        named_after: matches words behind a place that make a name of it.
        speech: types of events that are said and not done.
    """

    open: re.Pattern[str]
    negating: re.Pattern[str]
    still: re.Pattern[str]
    again: re.Pattern[str]
    apart: re.Pattern[str]
    named_after: re.Pattern[str]
    speech: frozenset[str]

    def is_open(self, text: str, start: int, at: int) -> bool:
        """Return whether words between ``start`` and ``at`` leave open what stands there."""
        return bool(self.open.search(text, max(start, at - _BEFORE), at))

    def is_negated(self, text: str, start: int, at: int) -> bool:
        """Return whether words of the clause before ``at`` take back what follows."""
        before = re.split(r"[,;:()]", text[max(start, at - _CLOSE) : at])[-1]
        return bool(self.negating.search(self.still.sub(" ", before)))

    def goes_on(self, text: str, start: int, at: int) -> bool:
        """Return whether words from ``start`` to ``at`` speak of an act of a sentence before."""
        return bool(self.again.search(text, start, at))

    def last_again(self, text: str, start: int, at: int) -> int | None:
        """Return where the last such words end, or ``None`` where there are none."""
        found = [one.end() for one in self.again.finditer(text, start, at)]
        return found[-1] if found else None


def build_wording(table: Mapping[str, Any], speech: Iterable[str]) -> Wording:
    """Return the words that all questions share.

    Args:
        table: ``questions.toml``.
        speech: types of events that are said and not done.
    """
    again = table["again"]
    return Wording(
        open=compiled(any_of(table["open"]["words"])),
        negating=compiled(rf"{any_of(table['not']['words'])}|n['’]t(?!\w)"),
        still=compiled(any_of(table["not"]["still"])),
        again=compiled(
            rf"{any_of(again['the'])}\s{{1,3}}(?:[\w-]{{1,20}}\s{{1,3}})?{any_of(again['acts'])}"
            rf"|{any_of(again['it'])}|(?<=[.!?”\"]\s)that\s(?:is|was)(?!\w)"
        ),
        apart=compiled(any_of(table["apart"]["words"])),
        named_after=compiled(
            rf"(?:\s{{1,3}}[\w-]{{1,20}})?\s{{1,3}}{any_of(table['apart']['named_after'])}"
        ),
        speech=frozenset(speech),
    )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, whole and with any space between them.

    ``*`` in them is any one word, in quotation marks or not, or none.
    """
    return rf"{phrases.any_begun(words, _INSTEAD)}(?!\w)"


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, casefolded."""
    return frozenset(_TOKEN.findall(text.casefold()))


def finder(pattern: str, words: Iterable[str]) -> Finder:
    """Return what finds a pattern, in small letters, that holds one of some words or phrases."""
    return Finder(re.compile(pattern), frozenset(map(words_of, words)))


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that takes small and capital letters alike."""
    return re.compile(pattern, re.I)
