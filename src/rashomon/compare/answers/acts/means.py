"""By what means it was done, as the words of a sentence say."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rashomon.compare.answers.acts.words import (
    DESIGNATION,
    ActWords,
    designation,
    plain,
)
from rashomon.compare.phrases import in_small_letters
from rashomon.model.spans import Span

_TAKING_UP = re.compile(
    r"\b(?:the|this|that|these|those|such|similar|\w+day['’]?s)\s+"
    r"(?:(?!suicide\b|air\b|car\b)[^\W_]+\s+)?$",
    re.I,
)
_LOOK = 40
_RAID, _AIR = "raid", "air strike"
_FROM_AIR = re.compile(
    r"\b(?:air[\s-]?(?:raids?|strikes?)|warplanes?|(?:fighter\s+)?jets?|aircraft)\b"
)


@dataclass(frozen=True, slots=True)
class Means:
    """By what means.

    Attributes:
        name: what it is called.
        span: the words.
    """

    name: str
    span: Span


class MeansTold:
    """Finds means in the sentences of a document, one after the other.

    *The explosion* takes up what was told, and says no more of it.

    Args:
        text: the text.
        words: the words of the table.
    """

    def __init__(self, text: str, words: ActWords) -> None:
        self._text = text
        self._words = words
        self._low = in_small_letters(text)
        self._told: set[str] = set()

    def of(self, sentence: Span, hit: Collection[Span]) -> Iterator[Means]:
        """Yield the means that a sentence names, the most telling of those of one kind.

        Args:
            sentence: where to look.
            hit: the words for what was hit: *an arms depot* says not how.
        """
        found = _joined(
            one
            for one in self._named(sentence)
            if not any(words.overlaps(one.span) for words in hit)
        )
        names = {one.name for one in found}
        general = {each for name in names for each in _kinds(name, self._words.kinds)}
        for one in found:
            if one.name not in general:
                yield one
        self._told |= names | general

    def _named(self, sentence: Span) -> Iterator[Means]:
        for match in self._words.means.finditer(self._low, sentence.start, sentence.end):
            if not self._takes_up(match, sentence):
                yield Means(self._name(match.group()), Span(*match.span()))
        for match in DESIGNATION.finditer(self._text, sentence.start, sentence.end):
            yield Means(designation(match), Span(*match.span()))

    def _takes_up(self, match: re.Match[str], sentence: Span) -> bool:
        if not self._told or not self._words.referring.fullmatch(match.group()):
            return False
        start = max(sentence.start, match.start() - _LOOK)
        return bool(_TAKING_UP.search(self._text, start, match.start()))

    def _name(self, words: str) -> str:
        said = plain(words)
        forms = (said, said.removesuffix("s"), said.removesuffix("es"))
        name = next((self._words.named[one] for one in forms if one in self._words.named), said)
        return self._raid if name == _RAID else name

    @cached_property
    def _raid(self) -> str:
        return _AIR if _FROM_AIR.search(self._low) else _RAID


def _kinds(name: str, kinds: Mapping[str, str]) -> Iterator[str]:
    """Yield what a means is a kind of, the closest first."""
    seen = {name}
    while (name := kinds.get(name, "")) and name not in seen:
        seen.add(name)
        yield name


def _joined(found: Iterable[Means]) -> list[Means]:
    """Return means where a suicide attacker's car bomb is one: a suicide car bomb."""
    told = list(found)
    names = {one.name for one in told}
    if not {"suicide bombing", "car bomb"} <= names:
        return told
    return [
        Means("suicide car bomb", one.span) if one.name == "suicide bombing" else one
        for one in told
        if one.name != "car bomb"
    ]
