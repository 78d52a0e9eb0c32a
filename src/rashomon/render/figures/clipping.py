"""Lines and rings cut at the edges of a box."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Rows of x and y."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world, in degrees.

    Attributes:
        west: from this longitude on, at least -180.
        south: from this latitude on.
        east: up to this longitude; above 180 where the box crosses the antimeridian.
        north: up to this latitude.
    """

    west: float
    south: float
    east: float
    north: float

    def edges(self) -> tuple[tuple[int, float, int], ...]:
        """Return each edge: its axis, where it is, and 1 where more is inside, -1 where less is."""
        return (0, self.west, 1), (1, self.south, 1), (0, self.east, -1), (1, self.north, -1)


def clip_ring(ring: Points, box: Box) -> Points:
    """Return what of a ring lies in a box, after Sutherland and Hodgman (1974).

    Args:
        ring: a closed ring: its last point is its first.
        box: where it is cut.

    Returns:
        A closed ring, along the edges where it was cut; no points where nothing is inside.
    """
    for axis, at, sign in box.edges():
        if not len(ring):
            break
        ring = _beyond(ring, axis, at, sign)
    return ring


def clip_line(line: Points, box: Box) -> Iterator[Points]:
    """Yield the parts of a line that lie in a box, each of two points or more."""
    parts = [line]
    for axis, at, sign in box.edges():
        parts = [piece for part in parts for piece in _pieces(part, axis, at, sign)]
    yield from parts


def _beyond(ring: Points, axis: int, at: float, sign: int) -> Points:
    """Return what of a closed ring lies on one side of an edge, closed."""
    points, crossings, is_in, crosses = _cut(ring, axis, at, sign)
    # each point that is inside, then the crossing behind it where there is one
    both = np.empty((2 * len(points), 2))
    both[0::2] = points
    both[1::2][:-1] = crossings
    keep = np.zeros(2 * len(points), bool)
    keep[0::2] = is_in
    keep[1::2][:-1] = crosses
    keep[-2] = False  # the last point is the first again
    kept = both[keep]
    return np.vstack((kept, kept[:1])) if len(kept) else kept


def _pieces(line: Points, axis: int, at: float, sign: int) -> Iterator[Points]:
    points, crossings, is_in, crosses = _cut(line, axis, at, sign)
    if is_in.all():
        yield points
        return
    (places,) = np.nonzero(crosses)
    bounds = [-1, *places.tolist(), len(points) - 1]
    for start, end in pairwise(bounds):
        inner = points[start + 1 : end + 1]
        if not len(inner) or not is_in[start + 1]:
            continue
        head = crossings[start : start + 1] if start >= 0 else inner[:0]
        tail = crossings[end : end + 1] if end < len(points) - 1 else inner[:0]
        piece = np.vstack((head, inner, tail))
        if len(piece) > 1:
            yield piece


def _cut(
    points: Points, axis: int, at: float, sign: int
) -> tuple[Points, Points, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the points, where each step meets the edge, what is inside, and which steps cross."""
    inside = sign * (points[:, axis] - at)
    is_in = inside >= 0
    crosses = is_in[:-1] != is_in[1:]
    spans = np.where(crosses, inside[:-1] - inside[1:], 1.0)
    share = (inside[:-1] / spans)[:, None]
    crossings = points[:-1] + share * (points[1:] - points[:-1])
    crossings[:, axis] = at
    return points, crossings, is_in, crosses
