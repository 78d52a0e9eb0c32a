"""Where: the places that accounts give, on a map and in a table."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import Comparison, Point, Position, Where
from rashomon.model.geometry import Circle, great_circle_km
from rashomon.render.case.comparison_marks import names
from rashomon.render.dossier.evidence import anchor_of
from rashomon.render.dossier.names import answer_words, listing
from rashomon.render.dossier.view import View
from rashomon.render.figures.basemap import CREDIT
from rashomon.render.figures.ground import KM_OF_A_DEGREE, Ground
from rashomon.render.figures.map import Spot, map_svg
from rashomon.render.figures.svg import number
from rashomon.render.words import counted

_COLOURS = 8
_MOST_NAMES = 4
_MOST_SPOTS = 40
_TOO_WIDE_KM = 150.0
"""A place less precise than this does not widen the map where others are more precise."""
_TOO_FAR_KM = 500.0
"""A place farther than this from the best supported one does not widen the map."""
_RADIUS_KM: Mapping[str | None, float] = {
    "exact": 0.5,
    "near": 5.0,
    "town": 5.0,
    "district": 30.0,
    "region": 100.0,
    "country": 500.0,
    None: 5.0,
}
"""How far a place may extend of which only the precision is known."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place that accounts give.

    Attributes:
        name: what it is called.
        precision: how precisely it is known.
        km: how far from its middle it may be, to two digits at most.
        coordinates: its middle; empty for a country, whose middle says nothing.
        who: who says so.
        count: how many these are.
        href: leads to the words.
        number: what it is called on the map.
        series: which of the colours it has there, from 1.
        is_drawn: whether it is there; what is wider than the map, or far from it, is not.
    """

    name: str
    precision: str
    km: str
    coordinates: str
    who: Markup
    count: str
    href: str
    number: int
    series: int
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The map, and the same as a table.

    Attributes:
        figure: the map; empty where there is none.
        places: what accounts say of the place.
        credit: whose coasts and borders the map shows.
    """

    figure: Markup
    places: tuple[Located, ...]
    credit: str


def circles_of(comparison: Comparison) -> tuple[Circle, ...]:
    """Return what a map of the accounts has to show: where they place the incident.

    Places known but by their country or region are left out where a narrower one is known, and
    those far from the one that most origins give: a map of the world would show none of them.
    """
    found = [_circle(one.value) for _, _, one in _answers(comparison) if _is_where(one.value)]
    place = comparison.incident.place
    if not found and place and place.lat is not None and place.lon is not None:
        found = [Circle(place.lat, place.lon, _RADIUS_KM[place.precision])]
    shown = [one for one in found if one.km <= _TOO_WIDE_KM] or found
    return tuple(one for one in shown if _apart_km(one, shown[0]) <= _TOO_FAR_KM)


def _apart_km(one: Circle, other: Circle) -> float:
    return great_circle_km(one.lat, one.lon, other.lat, other.lon)


def whereabouts_of(view: View) -> Whereabouts:
    """Return where accounts place the incident."""
    answers = tuple(
        _Numbered(point, at, one, number)
        for number, (point, at, one) in enumerate(_answers(view.comparison), start=1)
    )
    ground = view.ground()
    drawn = [one for one in answers if ground and _fits(one.where, ground)][:_MOST_SPOTS]
    places = tuple(_located(one, one in drawn) for one in answers)
    if not ground:
        return Whereabouts(Markup(), places, CREDIT)
    spots = [_spot(one) for one in drawn] or [_spot_of_incident(view.comparison)]
    told = "; ".join(one.note for one in spots)
    figure = map_svg(ground, spots, "Where it happened, by the accounts", told)
    return Whereabouts(figure, places, CREDIT)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A position on where it happened, with its point, its number there, and that on the map."""

    point: Point
    at: int
    position: Position
    number: int

    @property
    def where(self) -> Where:
        """The place."""
        assert isinstance(self.position.value, Where)
        return self.position.value

    @property
    def series(self) -> int:
        """Which colour it has."""
        return (self.number - 1) % _COLOURS + 1


def _fits(where: Where, ground: Ground) -> bool:
    """Return whether a place is on a map, and not so wide that it shows but its inside."""
    box = ground.box
    high = (box.north - box.south) * KM_OF_A_DEGREE
    east = where.lon + 360.0 if where.lon < box.west else where.lon
    is_within = box.south <= where.lat <= box.north and box.west <= east <= box.east
    return is_within and where.radius_km < high


def _answers(comparison: Comparison) -> Iterator[tuple[Point, int, Position]]:
    """Yield every place that somebody gives, the answer with most origins first."""
    for point in comparison.points:
        for at, one in enumerate(point.positions, start=1):
            if isinstance(one.value, Where) and one.held_by:
                yield point, at, one


def _is_where(value: object) -> bool:
    return isinstance(value, Where)


def _circle(value: object) -> Circle:
    assert isinstance(value, Where)
    return Circle(value.lat, value.lon, value.radius_km)


def _located(one: _Numbered, is_drawn: bool) -> Located:
    who = names(one.position.held_by)
    return Located(
        name=answer_words(one.position),
        precision=one.where.precision,
        km=_within(one.where),
        coordinates="" if _is_country(one.where) else f"{one.where.lat:.2f}, {one.where.lon:.2f}",
        who=listing(who, _MOST_NAMES),
        count=f"{_accounts(one)}, {counted(len(one.position.origins), 'origin')}",
        href=f"#{anchor_of(one.point, one.at)}",
        number=one.number,
        series=one.series,
        is_drawn=is_drawn,
    )


def _is_country(where: Where) -> bool:
    return where.precision == "country"


def _within(where: Where) -> str:
    """Return how far from its middle a place may be, no finer than it is known."""
    if _is_country(where):
        return "the country"
    km = where.radius_km
    digits = 1 - math.floor(math.log10(km)) if km > 0 else 0
    return f"{number(round(km, min(1, digits)))} km"


def _spot(one: _Numbered) -> Spot:
    name = answer_words(one.position)
    return Spot(_circle(one.where), one.number, name, f"{name}: {_accounts(one)}", one.series)


def _accounts(one: _Numbered) -> str:
    return counted(len(names(one.position.held_by)), "account")


def _spot_of_incident(comparison: Comparison) -> Spot:
    place = comparison.incident.place
    name = place.name if place else ""
    circle = circles_of(comparison)[0]
    return Spot(circle, 1, name, f"{name}: as all accounts together have it", 1)
