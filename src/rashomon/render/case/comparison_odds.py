"""Which answers to a point stand against each other, and which of them tell most."""

from collections.abc import Sequence

from rashomon.model.comparison import Count, Point, Position, Value, When
from rashomon.render.case.comparison_marks import deniers, size_of

MOST_TELLING = 3
"""How many answers tell most."""


def at_odds(point: Point) -> list[Position]:
    """Return the answers that somebody gives and that stand against others."""
    return [one for one in point.positions if one.held_by and is_at_odds(one, point)]


def most_telling(positions: Sequence[Position]) -> list[Position]:
    """Return the positions to show: of counts the lowest, the highest and the best supported."""
    if not all(isinstance(one.value, Count) for one in positions):
        return sorted(positions, key=lambda one: not deniers(one))[:MOST_TELLING]
    by_size = sorted(positions, key=size_of)
    kept = {id(one): one for one in (*by_size[:1], *by_size[-1:], *positions)}
    return sorted(list(kept.values())[:MOST_TELLING], key=size_of)


def is_at_odds(position: Position, point: Point) -> bool:
    """Return whether a position is denied, or another cannot be true with it.

    What is graded otherwise than as contested or confirmed has no rival: of a toll, it is an
    earlier or later state. The grade of a person says nothing of that.
    """
    if deniers(position):
        return True
    grade = position.grade
    if grade and not grade.reviewer and grade.airwars not in ("contested", "confirmed"):
        return False
    others = (one.value for one in point.positions if one.held_by and one is not position)
    return any(excludes(position.value, one) for one in others)


def excludes(one: Value, other: Value) -> bool:
    """Return whether two answers are not both true: of what is no range, all others are not."""
    if isinstance(one, Count) and isinstance(other, Count):
        return not one.may_be(other)
    if isinstance(one, When) and isinstance(other, When):
        return not one.may_be(other)
    return one != other
