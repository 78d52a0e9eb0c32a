"""How pairs of claims relate: many of them, in order, a batch at a time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rashomon.model.comparison import Related
from rashomon.model.failure import Failure
from rashomon.pipeline.numbers import NumberedRelater
from rashomon.readers.pairs import ClaimPair

_AT_ONCE = 64
_LONGEST = 20_000
"""Characters of a claim that are looked at: many times what the model takes in."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class RelatedPair:
    """Two claims and how the second relates to the first.

    Attributes:
        pair: the claims.
        related: their relation.
    """

    pair: ClaimPair
    related: Related


def relate_pairs(
    pairs: Iterable[ClaimPair | Failure], relater: NumberedRelater
) -> Iterator[RelatedPair | Failure]:
    """Yield how the claims of each pair relate, and failures in their places.

    Args:
        pairs: the pairs, which are read as they are needed.
        relater: tells how two claims relate.
    """
    waiting = iter(pairs)
    while batch := list(islice(waiting, _AT_ONCE)):
        asked = [one for one in batch if isinstance(one, ClaimPair)]
        found = iter(relater.relate([(_cut(one.a), _cut(one.b)) for one in asked]))
        for one in batch:
            yield RelatedPair(one, next(found)) if isinstance(one, ClaimPair) else one


def relate_claims(a: str, b: str, relater: NumberedRelater) -> Related:
    """Return how the second of two claims relates to the first, whatever they hold."""
    [related] = relater.relate([(_cut(a), _cut(b))])
    return related


def _cut(claim: str) -> str:
    # half a surrogate pair is no character, and the tokenizer refuses it
    return _SURROGATE.sub("\ufffd", " ".join(claim[:_LONGEST].split()))
