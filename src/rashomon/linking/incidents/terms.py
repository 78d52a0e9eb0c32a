"""What words tell documents apart: terms with weights that depend on nothing but the document.

How common a term is stands in a table that ships with the package, so that what two documents
share weighs the same in every case, whatever else the case holds.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 24
_PLURAL = 4
LOCAL = 5.0
"""How rare the name of a place is at most."""
_TITLE = 1.0
"""How much more often a word of the title counts."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare terms are.

    Attributes:
        of: the negative logarithm of the share of documents that hold a term, the largest share of
            several kinds of news; names of two words are terms as well.
        unknown: that of a word that is not in the table.
        number: the most that a number may have.
    """

    of: Mapping[str, float]
    unknown: float
    number: float

    def weigh(self, term: str) -> float:
        """Return how rare a term is."""
        known = self.of.get(term, self.unknown)
        return min(known, self.number) if term.isdigit() else known


def tokens(text: str) -> list[str]:
    """Return the words of a text as terms: lower-cased, without accents and plural endings."""
    return [term(match.group()) for match in _WORD.finditer(text)]


def term(word: str) -> str:
    """Return the term that a word stands for."""
    folded = word.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded)
        folded = "".join(one for one in parts if not unicodedata.combining(one))
    folded = folded[:_LONGEST]
    if len(folded) > _PLURAL and folded[-1] == "s" and folded[-2] not in "sui":
        return folded[:-1]
    return folded


def weights(
    title: Sequence[str], text: Sequence[str], rarity: Rarity, local: frozenset[str]
) -> dict[str, float]:
    """Return the weights of the terms of a document, of length 1 together.

    Args:
        title: the terms of its headline, which count once more than those of the text.
        text: the terms of its text, each as often as it stands there.
        rarity: how rare terms are.
        local: terms of places, which weigh no more than common words.
    """
    counts: dict[str, float] = dict(Counter(text))
    for one in title:
        counts[one] = counts.get(one, 0.0) + _TITLE
    weighed = {}
    for one, times in counts.items():
        rare = rarity.weigh(one)
        rare = min(rare, LOCAL) if one in local else rare
        weighed[one] = (1 + math.log(max(times, 1))) * rare
    return unit(weighed)


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """Return a vector of length 1 in the same direction; the empty one stays empty."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {one: value / length for one, value in vector.items()} if length else {}


def heaviest(vector: Mapping[str, float], most: int) -> tuple[tuple[str, float], ...]:
    """Return the ``most`` heaviest of a vector, the heaviest first, of equals by their letters."""
    return tuple(sorted(vector.items(), key=lambda one: (-one[1], one[0]))[:most])


def overlap(some: Mapping[str, float], others: Iterable[tuple[str, float]]) -> float:
    """Return the product of two vectors."""
    return sum(weight * some.get(one, 0.0) for one, weight in others)
