"""Of what each who speaks gives in a document, the most precise."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from rashomon.model.comparison import Answer
from rashomon.model.spans import Span

Rank: TypeAlias = tuple[float, ...]


def most_precise(given: Iterable[tuple[Rank, Answer]]) -> Iterator[Answer]:
    """Yield one answer of each party, asserted and denied apart, in the order of the text.

    Args:
        given: answers of one document to one point, each with how imprecise it is. Of answers that
            rank the same, the one given most often is taken, and of those the first.
    """
    ranked: dict[tuple[str, bool], dict[object, list[tuple[Rank, Answer]]]] = {}
    for rank, one in given:
        of_party = ranked.setdefault((one.voice.party, one.is_denied), {})
        of_party.setdefault(one.value, []).append((rank, one))
    chosen = [_best(of_party) for of_party in ranked.values()]
    yield from sorted(chosen, key=lambda one: one.span)


def _best(of_party: Mapping[object, list[tuple[Rank, Answer]]]) -> Answer:
    """Return the first of the answers with the least rank that is given most often."""
    ordered = [sorted(some, key=_first) for some in of_party.values()]
    ordered.sort(key=lambda some: (some[0][0], -len(some), some[0][1].span))
    return ordered[0][0][1]


def _first(ranked: tuple[Rank, Answer]) -> tuple[Rank, Span]:
    return ranked[0], ranked[1].span


def first_of_each(given: Iterable[Answer]) -> Iterator[Answer]:
    """Yield of answers that say the same in the same voice the first, in the order of the text."""
    seen: set[tuple[object, ...]] = set()
    for one in sorted(given, key=lambda one: one.span):
        key = (one.value, one.is_denied, one.voice.party)
        if key not in seen:
            seen.add(key)
            yield one
