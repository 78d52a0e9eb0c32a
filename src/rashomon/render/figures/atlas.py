"""The file of the base map: what it holds, and what of it lies within a box."""

import functools
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray

from rashomon.render.figures.clipping import Box, Points, clip_line, clip_ring

_ALWAYS = 255
_LEVELS_AN_OCTAVE = 4
_LEVEL_OF_ONE_DEGREE = 128
_AROUND = 360.0
_ANTIMERIDIAN = 180.0 - 1e-9
_POLE = 90.0
_LEAST_OF_A_RING = 4


@dataclass(frozen=True, slots=True)
class Ring:
    """An outline of a country.

    Attributes:
        country: its name.
        arcs: the arcs that it is made of; ``~number`` for one that is walked from its end.
        turns: how often around the world each arc is moved so that the ring does not jump.
    """

    country: str
    arcs: tuple[int, ...]
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """Coasts and borders of the world.

    Attributes:
        points: longitude and latitude of the points of all arcs, one arc after the other, each
            arc without a jump at the antimeridian.
        levels: for each point, up to which detail it is needed.
        first: where each arc begins in ``points``; one number more, for where the last one ends.
        boxes: west, south, east and north of each arc.
        shared: for each arc, in how many rings it is.
        rings: the outlines of all countries.
        ring_boxes: west, south, east and north of each ring.
    """

    points: Points
    levels: NDArray[np.uint8]
    first: NDArray[np.int64]
    boxes: Points
    shared: NDArray[np.int64]
    rings: tuple[Ring, ...]
    ring_boxes: Points

    def outlines(self, box: Box, detail: float) -> Iterator[tuple[str, Points]]:
        """Yield names of countries, each with a ring of it that is cut at the edges of a box."""
        for turn, number in _meeting(self.ring_boxes, box, detail):
            ring = self.rings[number]
            cut = clip_ring(_moved(self._outline(ring, detail), turn), box)
            if len(cut) >= _LEAST_OF_A_RING:
                yield ring.country, cut

    def lines(self, box: Box, detail: float) -> Iterator[tuple[bool, Points]]:
        """Yield lines that are cut at the edges of a box, and whether they part two countries."""
        for turn, arc in _meeting(self.boxes, box, detail):
            for line in _apart(self._arc(arc, detail)):
                for part in clip_line(_moved(line, turn), box):
                    yield bool(self.shared[arc] > 1), part

    def _outline(self, ring: Ring, detail: float) -> Points:
        """Return a ring, closed; over the pole where it goes around one."""
        parts = []
        for arc, turn in zip(ring.arcs, ring.turns, strict=True):
            points = _moved(self._arc(arc if arc >= 0 else ~arc, detail), turn)
            parts.append(points if arc >= 0 else points[::-1])
        outline = np.vstack(parts)
        (west, south), (east, _) = outline[0], outline[-1]
        if abs(east - west) < _AROUND / 2:
            return outline
        pole = math.copysign(_POLE, south)
        return np.vstack((outline, [(east, pole), (west, pole), (west, south)]))

    def _arc(self, number: int, detail: float) -> Points:
        part = slice(self.first[number], self.first[number + 1])
        points: Points = self.points[part][self.levels[part] >= _level(detail)]
        return points


def _meeting(boxes: Points, box: Box, detail: float) -> Iterator[tuple[int, int]]:
    """Yield which boxes meet another, and how often around the world they are moved for that.

    Those that are smaller than the detail are passed over.
    """
    sizes = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    fits = (sizes >= detail) & (boxes[:, 1] <= box.north) & (boxes[:, 3] >= box.south)
    for turn in (-1, 0, 1):
        west, east = boxes[:, 0] + turn * _AROUND, boxes[:, 2] + turn * _AROUND
        for number in np.flatnonzero(fits & (west <= box.east) & (east >= box.west)):
            yield turn, int(number)


def _apart(line: Points) -> Iterator[Points]:
    """Yield a line without its parts on the antimeridian, where the land goes on beyond it."""
    on = np.abs(line[:, 0]) > _ANTIMERIDIAN
    for part in np.split(line, np.flatnonzero(on[:-1] & on[1:]) + 1):
        if len(part) > 1:
            yield part


def _moved(points: Points, turn: int) -> Points:
    return points + np.array((turn * _AROUND, 0.0)) if turn else points


def _level(detail: float) -> int:
    """Return the least level that a detail wants: of triangles of half its square."""
    if detail <= 0:
        return 0
    level = _LEVEL_OF_ONE_DEGREE + _LEVELS_AN_OCTAVE * math.log2(detail / math.sqrt(2))
    return max(0, min(_ALWAYS, round(level)))


@functools.lru_cache(maxsize=2)
def read_atlas(path: Path) -> Atlas:
    """Return the base map of a file; it is read once.

    Raises:
        FileNotFoundError: the package was not built.
    """
    with ZipFile(path) as file:
        about = json.loads(file.read("about.json"))
        lengths = np.frombuffer(file.read("lengths"), "<i4").astype(np.int64)
        levels = np.frombuffer(file.read("levels"), np.uint8)
        steps = np.stack([np.frombuffer(file.read(axis), "<i2") for axis in ("x", "y")], axis=1)
    first = np.concatenate(([0], np.cumsum(lengths)))
    walked = np.cumsum(steps, axis=0, dtype=np.int64)
    moved = np.array(about["starts"]) - walked[first[:-1]]
    scale, translate = np.array(about["scale"]), np.array(about["translate"])
    points = (walked + np.repeat(moved, lengths, axis=0)) * scale + translate
    rings = [(one["name"], ring) for one in about["countries"] for ring in one["rings"]]
    arcs = np.array([arc for _, ring in rings for arc in ring["arcs"]])
    ring_boxes = np.array([ring["box"] for _, ring in rings], float).reshape(-1, 2, 2)
    return Atlas(
        points=points,
        levels=levels,
        first=first,
        boxes=np.hstack(
            [least.reduceat(points, first[:-1], axis=0) for least in (np.minimum, np.maximum)]
        ),
        shared=np.bincount(np.where(arcs < 0, ~arcs, arcs), minlength=len(lengths)),
        rings=tuple(Ring(name, tuple(ring["arcs"]), tuple(ring["turns"])) for name, ring in rings),
        ring_boxes=(ring_boxes * scale + translate).reshape(-1, 4),
    )
