"""Where: the places that accounts give, on a map and in a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import Comparison, Point, Position, Where
from rashomon.render.case.comparison_marks import names, said
from rashomon.render.dossier.evidence import anchor_of
from rashomon.render.dossier.names import listing
from rashomon.render.dossier.view import View
from rashomon.render.figures.basemap import CREDIT
from rashomon.render.figures.ground import Circle
from rashomon.render.figures.map import Spot, map_svg
from rashomon.render.figures.svg import number
from rashomon.render.words import counted

_COLOURS = 8
_MOST_SPOTS = 40
_TOO_WIDE_KM = 150.0
"""A place less precise than this does not widen the map where others are more precise."""
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
        km: how far from its middle it may be.
        coordinates: its middle.
        who: who says so.
        count: how many these are.
        href: leads to the words; empty for nowhere.
        series: which of the colours and shapes it has on the map, from 1; 0 where it is not there.
    """

    name: str
    precision: str
    km: str
    coordinates: str
    who: Markup
    count: str
    href: str
    series: int


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

    Places known but by their country or region are left out where a narrower one is known.
    """
    found = [_circle(one.value) for _, _, one in _answers(comparison) if _is_where(one.value)]
    place = comparison.incident.place
    if not found and place and place.lat is not None and place.lon is not None:
        found = [Circle(place.lat, place.lon, _RADIUS_KM[place.precision])]
    narrow = [one for one in found if one.km <= _TOO_WIDE_KM]
    return tuple(narrow or found)


def whereabouts_of(view: View) -> Whereabouts:
    """Return where accounts place the incident."""
    answers = list(_answers(view.comparison))
    places = tuple(
        _located(point, at, one, min(rank, _COLOURS))
        for rank, (point, at, one) in enumerate(answers, start=1)
    )
    spots = [
        _spot(point, at, one, min(rank, _COLOURS))
        for rank, (point, at, one) in enumerate(answers[:_MOST_SPOTS], start=1)
    ]
    if not view.ground:
        return Whereabouts(Markup(), places, CREDIT)
    spots = spots or [_spot_of_incident(view.comparison)]
    told = "; ".join(one.note for one in spots)
    figure = map_svg(view.ground, spots, "Where it happened, by the accounts", told)
    return Whereabouts(figure, places, CREDIT)


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


def _located(point: Point, at: int, one: Position, series: int) -> Located:
    value = one.value
    assert isinstance(value, Where)
    who = names(one.held_by)
    return Located(
        name=said(one),
        precision=value.precision,
        km=f"{number(round(value.radius_km, 1))} km",
        coordinates=f"{value.lat:.2f}, {value.lon:.2f}",
        who=listing(who, 4),
        count=f"{counted(len(who), 'account')}, {counted(len(one.origins), 'origin')}",
        href=f"#{anchor_of(point, at)}",
        series=series,
    )


def _spot(point: Point, at: int, one: Position, series: int) -> Spot:
    note = f"{said(one)}: {counted(len(names(one.held_by)), 'account')}"
    return Spot(_circle(one.value), said(one), note, f"#{anchor_of(point, at)}", series)


def _spot_of_incident(comparison: Comparison) -> Spot:
    place = comparison.incident.place
    (circle,) = circles_of(comparison)
    name = place.name if place else ""
    return Spot(circle, name, f"{name}: as all accounts together have it", "", 1)
