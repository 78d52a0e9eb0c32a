"""Makes the base map that ships: countries of Natural Earth, as world-atlas has them.

The borders and coasts of a TopoJSON file become a zip file of plain arrays, which
``rashomon.render.figures.basemap`` reads. Each point carries a level that tells up to which detail
it is needed, so that a map of a continent leaves most of them out without any work.
"""

import heapq
import json
import math
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FORMAT = "rashomon.basemap/1"
LEVELS_AN_OCTAVE = 4
LEVEL_OF_ONE_DEGREE = 128
ALWAYS = 255
"""The level of the ends of lines, where others go on."""

_MOST_STEP = 32_767
_STEPS_AROUND = 360.0
_OLDEST = (1980, 1, 1, 0, 0, 0)  # what a zip file can say; the same inputs make the same file

Point = tuple[float, float]


def write_basemap(atlas: Path, target: Path) -> None:
    """Write the base map.

    Args:
        atlas: a TopoJSON file with the object ``countries`` (``id``, ``properties.name``).
        target: where the base map will stand.
    """
    topology = json.loads(atlas.read_text("utf-8"))
    x_scale, y_scale = topology["transform"]["scale"]
    around = round(_STEPS_AROUND / x_scale)
    xs, ys, levels, lengths = array("h"), array("h"), array("B"), array("i")
    starts: list[tuple[int, int]] = []
    for arc in topology["arcs"]:
        first, *rest = arc
        steps = [step for dx, dy in rest for step in _short(_unwound(dx, around), dy)]
        starts.append((first[0], first[1]))
        lengths.append(len(steps) + 1)
        xs.extend([0, *(dx for dx, _ in steps)])
        ys.extend([0, *(dy for _, dy in steps)])
        levels.extend(_levels(list(_placed(topology["transform"], first, steps))))
    outlines = Outlines(topology["arcs"], around)
    about = {
        "format": FORMAT,
        "scale": [x_scale, y_scale],
        "translate": topology["transform"]["translate"],
        "starts": starts,
        "countries": [
            {
                "name": one["properties"]["name"],
                "rings": [outlines.ring(ring) for ring in _rings(one)],
            }
            for one in topology["objects"]["countries"]["geometries"]
        ],
    }
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as file:
        _put(file, "about.json", json.dumps(about, ensure_ascii=False).encode())
        for name, values in (("x", xs), ("y", ys), ("levels", levels), ("lengths", lengths)):
            if sys.byteorder == "big":
                values.byteswap()
            _put(file, name, values.tobytes())


def _put(file: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _OLDEST)
    entry.compress_type = ZIP_DEFLATED
    file.writestr(entry, content)


class Outlines:
    """Puts arcs together into rings that do not jump at the antimeridian."""

    def __init__(self, arcs: list[list[list[int]]], around: int) -> None:
        """Take the arcs, steps from one point to the next, and how many steps go around."""
        self._around = around
        self._arcs = [list(_walked(arc, around)) for arc in arcs]

    def ring(self, numbers: list[int]) -> dict[str, list[int]]:
        """Return a ring: its arcs, how often around the world each is moved, and its box."""
        turns: list[int] = []
        points: list[tuple[int, int]] = []
        for number in numbers:
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            turn = round((points[-1][0] - arc[0][0]) / self._around) if points else 0
            turns.append(turn)
            points += [(x + turn * self._around, y) for x, y in arc]
        xs, ys = zip(*points, strict=True)
        return {"arcs": numbers, "turns": turns, "box": [min(xs), min(ys), max(xs), max(ys)]}


def _rings(geometry: dict[str, Any]) -> list[list[int]]:
    """Return the rings of a country: numbers of arcs, ``~number`` for one walked from its end."""
    arcs = geometry.get("arcs", [])
    polygons = [arcs] if geometry["type"] == "Polygon" else arcs
    return [ring for polygon in polygons for ring in polygon]


def _walked(arc: list[list[int]], around: int) -> Iterator[tuple[int, int]]:
    """Yield the places of an arc's points."""
    (x, y), *steps = arc
    yield x, y
    for dx, dy in steps:
        x, y = x + _unwound(dx, around), y + dy
        yield x, y


def _unwound(dx: int, around: int) -> int:
    """Return a step that does not go around the world: where lines cross the antimeridian."""
    return dx - around * round(dx / around)


def _short(dx: int, dy: int) -> Iterator[tuple[int, int]]:
    """Yield a step in parts that 16 bits hold."""
    parts = max(1, math.ceil(max(abs(dx), abs(dy)) / _MOST_STEP))
    for part in range(parts):
        yield (
            dx * (part + 1) // parts - dx * part // parts,
            dy * (part + 1) // parts - dy * part // parts,
        )


def _placed(
    transform: dict[str, Any], first: list[int], steps: list[tuple[int, int]]
) -> Iterator[Point]:
    """Yield the points of an arc in degrees, those of longitude as wide as those of latitude."""
    (x_scale, y_scale), (x_shift, y_shift) = transform["scale"], transform["translate"]
    x, y = first[0], first[1]
    narrow = math.cos(math.radians(y * y_scale + y_shift))
    for dx, dy in ((0, 0), *steps):
        x, y = x + dx, y + dy
        yield (x * x_scale + x_shift) * narrow, y * y_scale + y_shift


def _levels(points: list[Point]) -> list[int]:
    """Return the level of each point, after Visvalingam and Whyatt (1993).

    The point that spans the smallest triangle with its neighbours goes first; its level is the
    size of that triangle, or of one that went before where that was greater.
    """
    levels = [ALWAYS] * len(points)
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    areas = [
        _area(points[at - 1], points[at], points[at + 1]) if 0 < at < len(points) - 1 else math.inf
        for at in range(len(points))
    ]
    waiting = [(area, at) for at, area in enumerate(areas) if area < math.inf]
    heapq.heapify(waiting)
    greatest = 0.0
    while waiting:
        area, at = heapq.heappop(waiting)
        if area != areas[at]:
            continue  # its neighbours went, and it waits again with its new area
        greatest = max(greatest, area)
        levels[at] = _level(greatest)
        areas[at] = math.inf
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for one in (left, right):
            if 0 < one < len(points) - 1:
                areas[one] = _area(points[before[one]], points[one], points[after[one]])
                heapq.heappush(waiting, (areas[one], one))
    return levels


def _area(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _level(area: float) -> int:
    if area <= 0:
        return 0
    level = LEVEL_OF_ONE_DEGREE + LEVELS_AN_OCTAVE * math.log2(math.sqrt(area))
    return max(0, min(ALWAYS - 1, math.floor(level)))
