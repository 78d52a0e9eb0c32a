"""Proper names in a text, with capitals or without: who and what a report names.

Where a text has capitals, a name is two words in a row that have them; where it lost them, two
rare words in a row, or a given name and a rare word behind it. Longer names give several pairs.
"""

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.linking.incidents.terms import Rarity, term

_PAIR = re.compile(r"([^\W\d_]{2,40})(?:-|[ \n](?:[^\W\d_]\.?[ ])?)(?=([^\W\d_]{2,40}))")
_WORD = re.compile(r"[^\W\d_]{2,40}")
_CASED = 0.04
"""Share of words with a capital from which a text is held to have capitals."""
_MOSTLY = 0.6
"""Share of words with a capital from which capitals say nothing (upper-cased texts)."""
_COMMON = 3.0
_UNCOMMON = 4.5
_RARE = 12.0
"""How rare two words together must be to be a name where capitals do not show it."""


def find_names(text: str, given: frozenset[str], rarity: Rarity) -> Counter[str]:
    """Return the names of two words in a text, as terms, with how often each stands there.

    Args:
        text: the text; words with an initial or a hyphen between them follow each other.
        given: given names, as terms.
        rarity: how rare terms are.
    """
    cased = _has_capitals(text)
    found: Counter[str] = Counter()
    for match in _PAIR.finditer(text):
        first, second = match.groups()
        if cased and not (first[0].isupper() and second[0].isupper()):
            continue
        a, b = term(first), term(second)
        rare = [rarity.weigh(a), rarity.weigh(b)]
        if _is_name(rare, a in given, cased):
            found[f"{a} {b}"] += 1
    return found


def _is_name(rare: Sequence[float], is_given: bool, cased: bool) -> bool:
    if cased:
        return min(rare) > _COMMON or (is_given and rare[1] > _COMMON)
    return (min(rare) > _UNCOMMON and sum(rare) > _RARE) or (is_given and rare[1] > _UNCOMMON)


def _has_capitals(text: str) -> bool:
    words = _WORD.findall(text)
    capital = sum(word[0].isupper() for word in words)
    return bool(_CASED * len(words) <= capital <= _MOSTLY * len(words))
