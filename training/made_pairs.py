"""Neutral pairs made from marked ones.

Sources that mark only what evidence proves or refutes teach that whatever stands beside a long
text is one or the other. What is missing is made: a claim of elsewhere that shares rare words with
the evidence, and a claim whose evidence, which tells more, is held against it. Other pairs get a
sentence of elsewhere in front or behind, which changes nothing about how they relate.
"""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from evaluation.related import ClaimPair

_WORD = re.compile(r"[^\W_]+")
_CROSSED: Mapping[str, float] = {
    "fever_symmetric": 0.45,
    "fool_me_twice": 0.45,
    "healthver": 0.1,
    "anli_r1r2": 0.2,
    "mnli_taxinli": 0.1,
}
"""The share of a source's pairs for which a claim of elsewhere is held against the evidence."""
_REVERSED: Mapping[str, float] = {
    "fever_symmetric": 0.3,
    "fool_me_twice": 0.3,
    "healthver": 0.15,
    "anli_r1r2": 0.3,
    "mnli_taxinli": 0.25,
    "cad_nli": 0.1,
}
"""The share of a source's entailing pairs that are turned round as well."""
_WIDENED = 0.15
"""The share of pairs with evidence of one sentence that get another sentence beside it."""
_TELLS_MORE = 1.6
"""How many times as long evidence is that tells more than its claim."""
_NEAREST = 5
"""Among how many of the claims that share most a claim of elsewhere is drawn."""


def made(pairs: Sequence[ClaimPair], dice: random.Random) -> list[ClaimPair]:
    """Return further pairs, made from marked ones; the same for the same dice."""
    return [*_crossed(pairs, dice), *_reversed(pairs, dice), *_widened(pairs, dice)]


def _crossed(pairs: Sequence[ClaimPair], dice: random.Random) -> Iterable[ClaimPair]:
    for source, share in _CROSSED.items():
        some = [one for one in pairs if one.source == source]
        claims = sorted({one.b for one in some})
        words = {claim: _words(claim) for claim in claims}
        often = Counter(word for claim in claims for word in words[claim])
        holding: dict[str, list[str]] = defaultdict(list)
        for claim in claims:
            for word in words[claim]:
                holding[word].append(claim)
        beside: dict[str, set[str]] = defaultdict(set)
        for one in some:
            beside[one.a].add(one.b)
            beside[one.b].add(one.a)
        for one in some:
            if dice.random() < share:
                own = {one.b, *(b for a in beside[one.b] for b in beside[a])} | beside[one.a]
                near = _nearest(_words(one.a), holding, often, own, len(claims))
                if near:
                    yield ClaimPair(source, one.a, dice.choice(near), "neutral")


def _nearest(
    words: set[str],
    holding: Mapping[str, Sequence[str]],
    often: Mapping[str, int],
    own: set[str],
    total: int,
) -> list[str]:
    """Return the claims that share most with the words, rare ones first, but none of their own."""
    shared: Counter[str] = Counter()
    for word in sorted(words & holding.keys()):
        if often[word] * _COMMON < total:
            for claim in holding[word]:
                shared[claim] += round(1000 * math.log(total / often[word]))
    return [claim for claim, _ in shared.most_common(_NEAREST + len(own)) if claim not in own][
        :_NEAREST
    ]


_COMMON = 50
"""A word in more than one of this many claims says little."""


def _reversed(pairs: Sequence[ClaimPair], dice: random.Random) -> Iterable[ClaimPair]:
    for one in pairs:
        if one.relation == "entails" and dice.random() < _REVERSED.get(one.source, 0):
            evidence, claim = len(_WORD.findall(one.a)), len(_WORD.findall(one.b))
            if evidence >= _TELLS_MORE * claim:
                yield ClaimPair(one.source, one.b, one.a, "neutral")


def _widened(pairs: Sequence[ClaimPair], dice: random.Random) -> Iterable[ClaimPair]:
    by_source: dict[str, list[str]] = defaultdict(list)
    for one in pairs:
        by_source[one.source].append(one.a)
    for one in pairs:
        if one.source in _WIDER and dice.random() < _WIDENED:
            other = dice.choice(by_source[one.source])
            text = f"{one.a} {other}" if dice.random() < _HALF else f"{other} {one.a}"
            yield ClaimPair(one.source, text, one.b, one.relation)


_WIDER = frozenset({"mnli_taxinli", "fever_symmetric", "fool_me_twice", "healthver"})
_HALF = 0.5


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
