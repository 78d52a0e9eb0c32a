"""A map: circles as wide as places are uncertain, on land and sea, with towns for orientation."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from rashomon.model.geometry import Circle
from rashomon.render.figures.basemap import Line
from rashomon.render.figures.ground import KM_OF_A_DEGREE, Ground, Town, cosine
from rashomon.render.figures.svg import element, number, percent
from rashomon.render.plain import plain

WIDE = 800
"""How many units the map is wide."""
_MIDDLE = 9
_MOST_TOWNS = 9
_APART = 0.05
_LETTER = 0.011
_RIGHT = 0.72
_AROUND = 0.012
_TOWN_GAP = 6
_STEPS = (1, 2, 5)
_SCALE_SHARE = 0.25


_Taken: TypeAlias = tuple[float, float, float]
"""What a label takes up: from where to where it reaches, and at which height."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as an account has it.

    Attributes:
        circle: where it is, and how uncertain.
        number: what it is called in the table beside the map.
        label: what it is called on the map where there is room.
        note: what it says, for who points at it or hears it.
        series: which of the colours it has, from 1.
    """

    circle: Circle
    number: int
    label: str
    note: str
    series: int


def map_svg(ground: Ground, spots: Sequence[Spot], title: str, description: str) -> Markup:
    """Return a map.

    It stretches with the page; what is written on it does not.

    Args:
        ground: what lies around.
        spots: the places, the widest below.
        title: what it shows.
        description: the same at more length.
    """
    frame = _Frame(ground)
    base = element(
        "svg",
        *_land(frame, ground),
        *(_circle(frame, one) for one in sorted(spots, key=lambda each: -each.circle.km)),
        viewBox=f"0 0 {WIDE} {number(frame.high)}",
        preserveAspectRatio="none",
        width="100%",
        height="100%",
    )
    return element(
        "svg",
        element("title", title),
        element("desc", description),
        base,
        *_middles(frame, spots),
        *_labels(frame, ground.towns, spots),
        _scale(frame),
        class_="map",
        role="img",
        width="100%",
        height="100%",
    )


class _Frame:
    """Puts degrees on the map: plate carrée, true in the middle."""

    def __init__(self, ground: Ground) -> None:
        box = ground.box
        self._box = box
        lat = (box.south + box.north) / 2
        across = (box.east - box.west) * cosine(lat)
        self._unit = WIDE / across
        self._narrow = cosine(lat)
        self.high = (box.north - box.south) * self._unit

    @property
    def kilometres(self) -> float:
        """How many kilometres the map is wide."""
        return WIDE / self._unit * KM_OF_A_DEGREE

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point is, in units from the upper left."""
        if lon < self._box.west:
            lon += 360.0
        return (lon - self._box.west) * self._narrow * self._unit, (
            self._box.north - lat
        ) * self._unit

    def share(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point is, as shares of width and height."""
        x, y = self.at(lon, lat)
        return x / WIDE, y / self.high

    def long(self, km: float) -> float:
        """Return how many units so many kilometres are."""
        return km / KM_OF_A_DEGREE * self._unit


def _land(frame: _Frame, ground: Ground) -> Iterator[Markup]:
    base = ground.base
    yield element("rect", class_="water", width=WIDE, height=frame.high)
    rings = "".join(_path(frame, ring, "Z") for one in base.countries for ring in one.rings)
    yield element("path", class_="land", d=rings, fill_rule="evenodd")
    yield element("path", class_="coast", d="".join(_path(frame, one) for one in base.coasts))
    yield element("path", class_="border", d="".join(_path(frame, one) for one in base.borders))


def _path(frame: _Frame, line: Line, end: str = "") -> str:
    points = dict.fromkeys(f"{x:.0f} {y:.0f}" for x, y in (frame.at(lon, lat) for lon, lat in line))
    return "M" + "L".join(points) + end


def _circle(frame: _Frame, spot: Spot) -> Markup:
    x, y = frame.at(spot.circle.lon, spot.circle.lat)
    ring = element("circle", class_="spread", cx=x, cy=y, r=frame.long(spot.circle.km))
    return element(
        "g", element("title", plain(spot.note)), ring, class_=f"spot series-{spot.series}"
    )


def _middles(frame: _Frame, spots: Sequence[Spot]) -> Iterator[Markup]:
    """Yield the middle of each circle, with its number; those at one place beside each other."""
    for same in _together(frame, spots):
        for before, one in enumerate(same):
            x, y = map(percent, frame.share(one.circle.lon, one.circle.lat))
            yield element(
                "g",
                element("title", plain(one.note)),
                element("circle", cx=x, cy=y, r=_MIDDLE),
                element("text", one.number, x=x, y=y, dy=4, text_anchor="middle"),
                class_=f"middle series-{one.series}",
                transform=f"translate({before * 2 * _MIDDLE})" if before else None,
            )


def _together(frame: _Frame, spots: Iterable[Spot]) -> list[list[Spot]]:
    """Return the spots whose middles are on the map, those at one place together."""
    found: dict[tuple[float, float], list[Spot]] = {}
    for one in spots:
        x, y = frame.share(one.circle.lon, one.circle.lat)
        if 0 <= x <= 1 and 0 <= y <= 1:
            found.setdefault((round(x, 2), round(y, 2)), []).append(one)
    return list(found.values())


def _labels(frame: _Frame, towns: Iterable[Town], spots: Sequence[Spot]) -> Iterator[Markup]:
    places = _together(frame, spots)
    taken: list[_Taken] = []
    for same in places:
        x, y = frame.share(same[0].circle.lon, same[0].circle.lat)
        taken.append((x - _AROUND, x + _AROUND * (2 * len(same) - 1), y))
    for own, same in zip(tuple(taken), places, strict=True):
        x, y = frame.share(same[0].circle.lon, same[0].circle.lat)
        others = [one for one in taken if one is not own]
        gap = _MIDDLE * (2 * len(same) - 1) + 4
        yield from _label(x, y, same[0].label, taken, others, ("name", gap))
    shown = 0
    for town in towns:
        x, y = frame.share(town.lon, town.lat)
        words = list(_label(x, y, town.name, taken, taken, ("town", _TOWN_GAP)))
        if words and shown < _MOST_TOWNS:
            shown += 1
            yield element("circle", class_="town", cx=percent(x), cy=percent(y), r=2)
            yield from words


def _label(
    x: float,
    y: float,
    words: str,
    taken: list[_Taken],
    others: Sequence[_Taken],
    how: tuple[str, int],
) -> Iterator[Markup]:
    """Yield a label where nothing else is; where it stands is taken from then on.

    Args:
        x: where it begins, as a share of the width; it ends there where there is no room behind.
        y: at which share of the height.
        words: what it says.
        taken: what all labels take up; it is added to.
        others: what it must not stand on.
        how: its class, and how many pixels it stands away.
    """
    kind, gap = how
    is_inside = 0 < x < 1 and _APART < y < 1 - _APART
    long = len(words) * _LETTER
    begin = x - long if x > _RIGHT else x
    if not is_inside or any(
        abs(y - other) < _APART and begin < end and start < begin + long
        for start, end, other in others
    ):
        return
    taken.append((begin, begin + long, y))
    yield element(
        "text",
        plain(words),
        class_=kind,
        x=percent(x),
        y=percent(y),
        dx=-min(gap, _MIDDLE + 4) if x > _RIGHT else gap,
        dy=4,
        text_anchor="end" if x > _RIGHT else "start",
    )


def _scale(frame: _Frame) -> Markup:
    """Return a bar that is a round number of kilometres long."""
    most = frame.kilometres * _SCALE_SHARE
    power = 10 ** math.floor(math.log10(most))
    km = max((step * power for step in _STEPS if step * power <= most), default=power)
    share = km / frame.kilometres
    left = 0.02
    return element(
        "g",
        element(
            "line",
            x1=percent(left),
            x2=percent(left + share),
            y1="96%",
            y2="96%",
            class_="scale",
        ),
        element("text", f"{number(km)} km", x=percent(left), y="96%", dy=-6, class_="town"),
    )
