"""Claims that are the same but for a number: how they relate follows from the numbers.

*Forty people were killed* entails *people were killed* and *at least 20 people were killed*, and
contradicts *thirty people were killed*. A model that has seen few such pairs does not know it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.counts import CountTable
from rashomon.analysis.casualties.lines import line_of
from rashomon.analysis.casualties.numbers import find_number
from rashomon.compare.claims.relating import Relater
from rashomon.model.comparison import Count, Related, Relation
from rashomon.model.spans import Span

_MARKS = frozenset(".,;:!?-–—()\"'“”")
_LONGEST = 2_000
"""Characters of a claim that is looked at."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A claim in words, with the numbers between them.

    Attributes:
        words: the words without the numbers.
        counts: the numbers, by how many words stand before each.
    """

    words: tuple[str, ...]
    counts: dict[int, Count]


class NumberedRelater:
    """Tells how two claims relate: by their numbers where nothing else differs, else by the model.

    Args:
        relater: the model.
        table: how numbers are written.
    """

    def __init__(self, relater: Relater, table: CountTable) -> None:
        self._relater = relater
        self._table = table

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Related]:
        """Return how the second claim of each pair relates to the first."""
        by_numbers = [self._by_numbers(a, b) for a, b in pairs]
        open_pairs = [pair for pair, one in zip(pairs, by_numbers, strict=True) if one is None]
        asked = iter(self._relater.relate(open_pairs))
        return [next(asked) if one is None else Related(one, 1.0) for one in by_numbers]

    def _by_numbers(self, a: str, b: str) -> Relation | None:
        """Return what follows from the numbers; ``None`` where the claims differ in more."""
        first, second = self._counted(a), self._counted(b)
        if (
            first.words != second.words
            or not first.counts
            or not second.counts.keys() <= first.counts.keys()
        ):
            return None
        held = [(first.counts[at], count) for at, count in second.counts.items()]
        if any(not one.may_be(other) for one, other in held):
            return "contradicts"
        return "entails" if all(_is_within(one, other) for one, other in held) else "neutral"

    def _counted(self, claim: str) -> _Counted:
        line = line_of(claim, Span(0, min(len(claim), _LONGEST)))
        words: list[str] = []
        counts: dict[int, Count] = {}
        at = 0
        while at < len(line.words):
            number = find_number(line, at, self._table)
            if number is not None and len(words) not in counts:
                counts[len(words)] = Count(number.count.min, number.count.max)
                at = number.end
                continue
            if line.words[at] not in _MARKS:
                words.append(line.words[at])
            at += 1
        return _Counted(tuple(words), counts)


def _is_within(one: Count, other: Count) -> bool:
    """Return whether whatever the one count allows the other allows as well."""
    is_least = other.min is None or (one.min is not None and one.min >= other.min)
    is_most = other.max is None or (one.max is not None and one.max <= other.max)
    return is_least and is_most
