"""Where any of many names stand in a text, at the cost of the text and not of the names.

A document may name ten thousand parties. A pattern of all of their names takes longer to make than
the document takes to be read, and is made for one document only.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rashomon.model.spans import Span

_WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"-(?!led\b)")
_LONGEST = 120
"""Characters of a name that is looked for."""


class NameFinder:
    """Finds names, whole and in any case.

    Args:
        names: the names. Those without a letter or digit, and those of more than 120 characters,
            are not found.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: set[str] = set()
        starts: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for name in names:
            word = _WORD.search(name)
            if word and len(name) <= _LONGEST:
                self._names.add(name.lower())
                starts[word.group().lower()].add((-word.start(), len(name) - word.start()))
        # from its first word: where a name begins and ends; the first, and of those the longest
        self._starts = {word: sorted(some, key=_order) for word, some in starts.items()}

    def within(self, text: str, stretch: Span) -> Iterator[Span]:
        """Yield where a stretch has a name: in order, and at each place the longest one first.

        Names within each other, or that overlap, are all yielded.
        """
        starts = self._starts
        for word in _WORD.finditer(text, stretch.start, stretch.end):
            if (begun := word.group().lower()) in starts:
                at = word.start()
                for before, behind in starts[begun]:
                    span = Span(at + before, at + behind)
                    if stretch.holds(span) and self._is_name(text, span):
                        yield span

    def _is_name(self, text: str, span: Span) -> bool:
        is_whole = not _is_of_word(text, span.start - 1) and not _is_of_word(text, span.end)
        return is_whole and span.of(text).lower() in self._names


def _order(one: tuple[int, int]) -> tuple[int, int]:
    before, behind = one
    return before, -behind


def _is_of_word(text: str, at: int) -> bool:
    """Return whether a letter, digit or low line stands at a place."""
    return 0 <= at < len(text) and bool(_WORD.match(text, at))


class ProperNames:
    """Finds names as documents write them: those of one word in the same case.

    *Norvian-led* has a name, *Norvian-made* has none.

    Args:
        names: the names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._finder = NameFinder(self._names)

    def within(self, text: str, stretch: Span) -> Iterator[Span]:
        """Yield where a stretch has a name, in order; of those that overlap the first."""
        at = stretch.start
        for span in self._finder.within(text, stretch):
            words = span.of(text)
            is_proper = " " in words or words in self._names
            if span.start >= at and is_proper and not _is_compound(text, span):
                at = span.end
                yield span


def _is_compound(text: str, span: Span) -> bool:
    is_end = text[max(0, span.start - 1) : span.start] == "-"
    return is_end or bool(_COMPOUND.match(text, span.end))
