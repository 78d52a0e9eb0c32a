"""Statements that several documents quote: the same words of the same speaker are one root."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.linking.origins import reasons
from rashomon.linking.origins.candidates import MOST_DOCUMENTS
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.grouping import Groups
from rashomon.linking.origins.roots import Edge, Root
from rashomon.linking.origins.sketches import SketchedQuote
from rashomon.linking.origins.tables import OriginTables
from rashomon.linking.origins.words import normal

_SHORTEST_WORD = 3
_SCORE = 0.9
_UNNAMED = 0.7
_DAYS = 31

_ENOUGH = 2
"""Fingerprints of two quotations that are the same, where both have so many."""


class _Quoted:
    """A quotation of a document."""

    def __init__(
        self, document: int, day: int | None, quote: SketchedQuote, empty: frozenset[str]
    ) -> None:
        self.document = document
        self.day = day
        self.quote = quote
        self.speaker = frozenset(
            word
            for word in normal(quote.speaker).split()
            if len(word) >= _SHORTEST_WORD and word not in empty
        )

    def may_be_of(self, other: "_Quoted") -> bool:
        """Return whether both can have one speaker: they share a name, or one has none."""
        return not (self.speaker and other.speaker) or not self.speaker.isdisjoint(other.speaker)

    def is_near(self, other: "_Quoted") -> bool:
        """Return whether both are of one month, or the day of one is not known."""
        return not (self.day and other.day) or abs(self.day - other.day) <= _DAYS


def find_statements(
    documents: Sequence[Traced], roots: Sequence[Root], tables: OriginTables
) -> Iterator[Edge]:
    """Yield what is quoted by documents of more than one root.

    Args:
        documents: in the order in which one can come from another.
        roots: for each document the root of the whole.
        tables: words by which speakers are not told from one another.
    """
    quoted = [
        _Quoted(number, one.day, quote, tables.empty)
        for number, one in enumerate(documents)
        for quote in one.sketch.quotes
        if quote.marks
    ]
    for group in _groups(quoted):
        held = {roots[one.document] for one in group}
        if len(held) > 1:
            yield from _edges(group, documents)


def _groups(quoted: Sequence[_Quoted]) -> Iterator[list[_Quoted]]:
    """Yield quotations that share words and may have one speaker, in the order of documents."""
    groups = Groups(len(quoted), _alike(quoted))
    found: dict[int, list[_Quoted]] = {}
    for number, one in enumerate(quoted):
        found.setdefault(groups.first(number), []).append(one)
    return (one for one in found.values() if len(one) > 1)


def _alike(quoted: Sequence[_Quoted]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of quotations that are of one statement."""
    by_mark: dict[int, list[int]] = {}
    for number, one in enumerate(quoted):
        for mark in one.quote.marks:
            by_mark.setdefault(mark, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in by_mark.values():
        # of words that very many quote, each with the first
        star = ((numbers[0], other) for other in numbers[1:])
        shared.update(combinations(numbers, 2) if len(numbers) <= MOST_DOCUMENTS else star)
    for (first, second), marks in shared.items():
        one, other = quoted[first], quoted[second]
        least = min(_ENOUGH, len(one.quote.marks), len(other.quote.marks))
        if marks >= least and one.may_be_of(other) and one.is_near(other):
            yield first, second


def _edges(group: Sequence[_Quoted], documents: Sequence[Traced]) -> Iterator[Edge]:
    named = [one.quote.speaker for one in group if one.speaker]
    speaker = max(named, key=lambda one: (named.count(one), len(one), one), default="")
    first = documents[group[0].document]
    root = Root(
        "statement", speaker or "a speaker who is not named", f"{first.id}/{group[0].quote.first}"
    )
    holders = len({one.document for one in group})
    for one in group:
        is_named = bool(one.speaker)
        reason = reasons.of_statement(root.name, holders, first, is_named=is_named)
        yield Edge(
            document=one.document,
            span=documents[one.document].sketch.span(one.quote.first, one.quote.last),
            parent=None,
            parent_span=None,
            root=root,
            kind="statement",
            score=_SCORE if is_named else _UNNAMED,
            reason=reason,
        )
