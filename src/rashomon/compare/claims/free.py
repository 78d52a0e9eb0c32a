"""Free-form points: what claims contradict each other on where no kind of point fits."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.compare.claims.contradicting import rare_words
from rashomon.model.comparison import ClaimRelation, Holding, Point, Position

_WORDS = 3
"""How many words that claims have in common name their point."""


def free_points(
    relations: Sequence[ClaimRelation], words_of: Mapping[Holding, str], after: int
) -> Iterator[Point]:
    """Yield points of claims that contradict each other.

    Claims that one contradicts are of one point, and so on. Those that contradict the same claims
    and not each other are one position, called by the claim that most others contradict.

    Args:
        relations: contradictions of claims.
        words_of: what is said, by who says it where.
        after: how many points there are already.
    """
    against: dict[Holding, list[Holding]] = defaultdict(list)
    for one in relations:
        against[one.first].append(one.second)
        against[one.second].append(one.first)
    for number, sides in enumerate(_points(against), after + 1):
        said = [words_of[one] for side in sides for one in side]
        yield Point(
            id=f"q{number}",
            kind="other",
            who=None,
            label=", ".join(rare_words(said)[:_WORDS]) or "what is claimed",
            is_contested=True,
            is_update=False,
            positions=tuple(_position(side, against, words_of) for side in sides),
            silent=(),
        )


def _position(
    side: Sequence[Holding],
    against: Mapping[Holding, Sequence[Holding]],
    words_of: Mapping[Holding, str],
) -> Position:
    first = max(side, key=lambda one: (len(against[one]), -len(words_of[one]), words_of[one]))
    held = sorted(side, key=lambda one: (one.published or "", one.document, one.span))
    return Position(words_of[first], words_of[first], tuple(held), ())


def _points(against: Mapping[Holding, Sequence[Holding]]) -> Iterator[list[list[Holding]]]:
    """Yield the claims that contradictions join, as sides: two, or each claim by itself.

    There are two sides where no claim contradicts one of its own.
    """
    side_of: dict[Holding, int] = {}
    for start in against:
        if start in side_of:
            continue
        side_of[start] = 0
        waiting = [start]
        for one in waiting:
            for other in against[one]:
                if other not in side_of:
                    side_of[other] = 1 - side_of[one]
                    waiting.append(other)
        are_two = all(side_of[one] != side_of[other] for one in waiting for other in against[one])
        if are_two:
            yield [[one for one in waiting if side_of[one] == side] for side in (0, 1)]
        else:
            yield [[one] for one in waiting]
