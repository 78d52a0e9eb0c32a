"""Claims of different parties that contradict each other on what no kind of point asks.

Only claims with rare words in common are held against each other, those that share most first, and
no more than a fixed number of pairs of an incident: what is asked of the model does not grow with
the number of documents.
"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rashomon.compare.claims.claims import Claim
from rashomon.compare.claims.relating import RELATIONS, LoadRelater, Relater
from rashomon.model.comparison import ClaimRelation

_WORD = re.compile(r"[^\W_]{3,}")
_STEM = 6
_SHORTEST, _LONGEST = 4, 60
"""Words of a claim that is compared."""
_RAREST = 8
"""How many of the rarest words of a claim others are looked up by."""
_HELD = 30
"""How many claims with a word are looked at; a word of more says little."""
_SHARED = 2
PAIRS = 250
"""How many pairs of an incident the model is asked about, at most."""
_SURE = 0.8
"""How likely a contradiction must be, either way round on average, to be shown."""
_CONTRADICTS = RELATIONS.index("contradicts")


def contradictions(claims: Sequence[Claim], load_relater: LoadRelater) -> list[ClaimRelation]:
    """Return the claims that contradict each other, the likeliest first.

    A contradiction holds either way round, so that the model is asked both ways.

    Args:
        claims: of an incident.
        load_relater: loads what tells how two claims relate.
    """
    chosen = _distinct(claims)
    pairs = _pairs(chosen)
    if not pairs:
        return []
    likely = _likely([(chosen[i].words, chosen[j].words) for i, j in pairs], load_relater())
    found = [
        ClaimRelation(
            chosen[i].holding, chosen[j].holding, "contradicts", round(float(one), 4), "model"
        )
        for (i, j), one in zip(pairs, likely, strict=True)
        if one >= _SURE
    ]
    return sorted(found, key=lambda one: -one.probability)


def _likely(pairs: Sequence[tuple[str, str]], relater: Relater) -> list[float]:
    """Return how likely each pair contradicts, either way round on average.

    The model is what comparing costs most: it is asked once of the words of several pairs, and the
    other way round only where that could still make the pair sure.
    """
    one_way = _asked(pairs, relater)
    other_way = _asked(
        [(b, a) for (a, b), one in one_way.items() if _mean(one, 1) >= _SURE], relater
    )
    return [_mean(one_way[a, b], other_way.get((b, a), 0)) for a, b in pairs]


def _asked(pairs: Sequence[tuple[str, str]], relater: Relater) -> dict[tuple[str, str], np.float32]:
    """Return how likely the second claim of each pair contradicts the first."""
    different = list(dict.fromkeys(pairs))
    return dict(zip(different, relater.probabilities(different)[:, _CONTRADICTS], strict=True))


def _mean(one: np.float32, other: np.float32 | int) -> float:
    return float((one + other) / 2)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Return claims of a length that can be compared, the same words of one party once."""
    first: dict[tuple[str, tuple[str, ...]], Claim] = {}
    for one in claims:
        words = tuple(_WORD.findall(one.words.casefold()))
        if _SHORTEST <= len(words) <= _LONGEST:
            first.setdefault((one.holding.holder, words), one)
    return list(first.values())


def _pairs(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return pairs of claims of two parties that share rare words, those that share most first."""
    stems = [
        frozenset(word[:_STEM] for word in _WORD.findall(one.words.casefold())) for one in claims
    ]
    sides = [_Side(one.holding.holder, one.holding.voice.side, one.answered) for one in claims]
    often = Counter(stem for one in stems for stem in one)
    rarity = {stem: math.log((1 + len(claims)) / number) for stem, number in often.items()}
    holding: dict[str, list[int]] = defaultdict(list)
    scored: dict[tuple[int, int], float] = {}
    for j, words in enumerate(stems):
        rarest = heapq.nsmallest(_RAREST, words, key=lambda one: (often[one], one))
        for i in {i for stem in rarest for i in holding[stem][-_HELD:]}:
            shared = words & stems[i]
            if len(shared) >= _SHARED and _may_contradict(sides[i], sides[j]):
                weight = math.fsum(rarity[one] for one in shared)
                scored[i, j] = weight / math.sqrt(len(words) * len(stems[i]))
        for stem in rarest:
            holding[stem].append(j)
    return heapq.nlargest(PAIRS, scored, key=lambda one: (scored[one], -one[0], -one[1]))


class _Side(NamedTuple):
    """Who holds a claim, on which side, and which kinds of points the claim answers."""

    holder: str
    side: str | None
    answered: frozenset[str]


def _may_contradict(one: _Side, other: _Side) -> bool:
    """Return whether two claims are of two sides, and no kind of point fits both."""
    is_one_side = one.side is not None and one.side == other.side
    return one.holder != other.holder and not is_one_side and not one.answered & other.answered


def rare_words(texts: Sequence[str]) -> list[str]:
    """Return the words that several texts have in common, the longest first."""
    words = [dict.fromkeys(_WORD.findall(one.casefold())) for one in texts]
    often = Counter(one for some in words for one in some)
    shared = [one for one, number in often.items() if number > 1 and len(one) >= _STEM]
    return sorted(shared, key=lambda one: (-len(one), one))
