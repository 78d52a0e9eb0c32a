"""Coasts and borders of the world, for maps; they ship with the package.

They are Natural Earth's at 1:10 million, in the de facto borders that it shows, good to half a
kilometre. The file is made when the package is built (``hatch_build.py``).
"""

from dataclasses import dataclass
from pathlib import Path

from rashomon.render.figures.atlas import read_atlas
from rashomon.render.figures.clipping import Box, Points

__all__ = ["CREDIT", "BaseMap", "Box", "Country", "Line", "base_map"]

SHIPPED = Path(__file__).parent / "basemap.zip"
"""The file that ships."""

CREDIT = "Natural Earth"
"""Whom a map names; the data are in the public domain."""

Line = tuple[tuple[float, float], ...]
"""Points, each of longitude and latitude in degrees."""


@dataclass(frozen=True, slots=True)
class Country:
    """What a box holds of a country.

    Attributes:
        name: in English, as Natural Earth has it.
        rings: its outlines, cut at the edges of the box, each closed; to be filled by the
            even-odd rule, since holes are among them. Not to be stroked: the cuts are no borders.
    """

    name: str
    rings: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BaseMap:
    """What a box holds of the world.

    Longitudes go on through the box: beyond the antimeridian they are above 180.

    Attributes:
        box: the part of the world.
        countries: the land, in the order of names.
        coasts: lines between land and sea, cut at the edges of the box.
        borders: lines between two countries, cut at the edges of the box.
    """

    box: Box
    countries: tuple[Country, ...]
    coasts: tuple[Line, ...]
    borders: tuple[Line, ...]


def base_map(box: Box, detail: float = 0.0) -> BaseMap:
    """Return what lies within a box.

    Args:
        box: the part of the world.
        detail: what is smaller than so many degrees is left out: the width of a pixel, say.

    Raises:
        FileNotFoundError: the package was not built.
    """
    atlas = read_atlas(SHIPPED)
    rings: dict[str, list[Line]] = {}
    for name, ring in atlas.outlines(box, detail):
        rings.setdefault(name, []).append(_line(ring))
    lines: dict[bool, list[Line]] = {False: [], True: []}
    for is_border, line in atlas.lines(box, detail):
        lines[is_border].append(_line(line))
    return BaseMap(
        box,
        tuple(Country(name, tuple(found)) for name, found in sorted(rings.items())),
        coasts=tuple(lines[False]),
        borders=tuple(lines[True]),
    )


def _line(points: Points) -> Line:
    return tuple((x, y) for x, y in points.tolist())
