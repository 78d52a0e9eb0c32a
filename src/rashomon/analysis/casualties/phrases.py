"""Phrases of a table, found in the words of a sentence."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeAlias, TypeVar

from rashomon.analysis.inflection import verb_forms

Pattern: TypeAlias = tuple[frozenset[str], ...]
"""For each word in a row the forms that it may take; an empty set stands for a gap."""

GAP: frozenset[str] = frozenset()
"""Up to :data:`LONGEST_GAP` words of any form, no marks."""

LONGEST_GAP = 4
_NEGATIONS = frozenset(("no", "not", "without"))
"""Words that no gap holds: "with no visible injuries"."""

T = TypeVar("T")


class Phrases(Generic[T]):
    """What each of some phrases stands for.

    Args:
        entries: the phrases with what they stand for; of two that fit, the longer is taken, of
            two as long the first.
    """

    def __init__(self, entries: Iterable[tuple[Pattern, T]]) -> None:
        self.patterns = tuple(entries)
        self._by_first: dict[str, list[tuple[Pattern, T]]] = {}
        for wanted, meaning in self.patterns:
            for first in wanted[0]:
                self._by_first.setdefault(first, []).append((wanted, meaning))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def openings(self) -> frozenset[str]:
        """Return every word that a phrase begins with."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[str], start: int) -> tuple[T, int] | None:
        """Return what begins at word ``start`` stands for and the word after it, or ``None``."""
        found = self._by_first.get(words[start]) if start < len(words) else None
        if found is None:
            return None
        for wanted, meaning in found:
            end = _matched(wanted, words, start)
            if end is not None:
                return meaning, end
        return None

    def all_in(self, words: Sequence[str]) -> Iterator[tuple[int, T, int]]:
        """Yield the phrases in some words, each with its first word and the one after it."""
        for start, word in enumerate(words):
            if word in self._by_first and (found := self.at(words, start)) is not None:
                yield start, *found


def pattern(entry: str) -> Pattern:
    """Return the pattern of some words.

    Args:
        entry: the words; ``a|b`` for either word, ``verb+`` for any form of a verb, ``_`` for a
            gap.
    """
    return tuple(map(_forms, entry.split()))


def verb_pattern(entry: str) -> Pattern:
    """Return the pattern of a verb in all its forms, and of the words that follow it.

    Args:
        entry: ``verb``, ``verb + words``, ``verb: irregular, forms + words``, or ``some, forms +
            words`` of a verb that is meant in these forms alone.
    """
    verb, _, rest = entry.partition("+")
    if "," in verb and ":" not in verb:
        return (frozenset(form.strip() for form in verb.split(",")), *pattern(rest))
    return (verb_forms(verb), *pattern(rest))


def forms_of(verbs: Iterable[str]) -> frozenset[str]:
    """Return all forms of some verbs, each given as "verb" or "verb: irregular, forms"."""
    return frozenset(form for verb in verbs for form in verb_pattern(verb)[0])


def _forms(word: str) -> frozenset[str]:
    if word == "_":
        return GAP
    if word.endswith("+") and word != "+":
        return verb_forms(word[:-1])
    return frozenset(word.split("|"))


def _matched(wanted: Pattern, words: Sequence[str], start: int) -> int | None:
    """Return the word after the one with which a pattern ends whose first word fits already."""
    at = start + 1
    for number, forms in enumerate(wanted[1:], start=1):
        if not forms:
            return _matched_after_gap(wanted[number + 1 :], words, at)
        if at >= len(words) or words[at] not in forms:
            return None
        at += 1
    return at


def _matched_after_gap(rest: Pattern, words: Sequence[str], start: int) -> int | None:
    """Return the word after the one with which the rest of a pattern ends, after a gap."""
    for at in range(start, min(start + LONGEST_GAP + 1, len(words))):
        if words[at] in rest[0] and (end := _matched(rest, words, at)) is not None:
            return end
        if words[at] in _NEGATIONS or not words[at][0].isalnum():
            break
    return None
