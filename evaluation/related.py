"""Pairs of claims with how the second relates to the first.

Nine sources of pairs of sentences, and headlines with the rumour that they report. A pair belongs
to a part with all pairs that share a sentence with it, so that none is learned from and measured.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from evaluation.corpora import corpus, rows
from evaluation.splits import Split
from rashomon.model.comparison import Relation

_CORPORA = ("relation/train", "relation/emergent_stance.train")
_NAMED: Mapping[str, Relation] = {
    **{one: one for one in get_args(Relation)},
    "for": "entails",
    "against": "contradicts",
    "observing": "neutral",
    "entail": "entails",
    "contradict": "contradicts",
}
_RESERVED, _DEV, _OF = 10, 5, 100
"""Percent of the pairs that are kept apart, and that choices are made on."""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two claims.

    Attributes:
        source: the corpus.
        a: the one that is given.
        b: the one that is held against it.
        relation: whether the first entails the second, contradicts it, or neither.
    """

    source: str
    a: str
    b: str
    relation: Relation


@cache
def parts() -> Mapping[Split, tuple[ClaimPair, ...]]:
    """Return the pairs of all sources, parted.

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    found = [one for name in _CORPORA for one in _pairs(name)]
    group = _groups(found)
    parted: dict[Split, list[ClaimPair]] = {"train": [], "dev": [], "reserved": []}
    for one in found:
        parted[_part(group[one.a])].append(one)
    return {name: tuple(some) for name, some in parted.items()}


def rte3() -> tuple[ClaimPair, ...]:
    """Return the development part of RTE-3 (Giampiccolo et al. 2007), three-way.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    return tuple(_pairs("relation/rte3.dev"))


def _pairs(name: str) -> Iterable[ClaimPair]:
    for row in rows(corpus(f"{name}.jsonl.gz")):
        source = row.get("source", name.partition("/")[2].partition(".")[0])
        yield ClaimPair(source, row["a"], row["b"], _NAMED[row["label"]])


def _groups(pairs: Iterable[ClaimPair]) -> Mapping[str, str]:
    """Return for each sentence what stands for all that pairs tie to it: their first by letters.

    A sentence that stands in very many pairs (*It is not known*) ties nothing.
    """
    often = Counter(text for one in pairs for text in (one.a, one.b))
    near: dict[str, set[str]] = defaultdict(set)
    for one in pairs:
        near[one.a].add(one.b)
        if often[one.b] <= _MANY:
            near[one.b].add(one.a)
    group: dict[str, str] = {}
    for start in sorted(near):
        waiting = [start]
        while waiting:
            text = waiting.pop()
            if text not in group:
                group[text] = start
                waiting.extend(near[text])
    return group


_MANY = 50


def _part(group: str) -> Split:
    share = int.from_bytes(hashlib.sha256(group.encode()).digest()[:4], "big") % _OF
    return "reserved" if share < _RESERVED else "dev" if share < _RESERVED + _DEV else "train"
