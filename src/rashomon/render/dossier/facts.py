"""What is known of an incident as a whole: what, when and where, and how precisely."""

from collections.abc import Iterable, Mapping

from rashomon.model.comparison import Comparison, Position, Where
from rashomon.model.geometry import great_circle_km
from rashomon.model.incidents import IncidentPlace
from rashomon.render.case.comparison_marks import names
from rashomon.render.dossier.view import View
from rashomon.render.html.days import long_days
from rashomon.render.plain import plain
from rashomon.render.words import as_title, counted, type_words

_SEVERAL = 2
_NEAR_KM = 25.0
"""Places no farther apart are one in what a head says."""
_WHERE: Mapping[int | None, str] = {
    1: "the very place is known",
    2: "within 25 km of a known place",
    3: "the district is known",
    4: "the province is known",
    5: "an area without clear bounds",
    6: "the country is known",
    7: "at sea, or between countries",
}
_TOWN = "the town is known, not where in or around it"
"""What 1 means of a town: UCDP codes a named town as an exact place."""
_WHEN: Mapping[int | None, str] = {
    1: "the day is known",
    2: "two to six days",
    3: "the week is known",
    4: "the month is known",
    5: "the year is known",
}
"""What UCDP's codes of precision mean (UCDP GED codebook, where_prec and date_prec)."""


def facts_of(view: View) -> Iterable[tuple[str, str, str]]:
    """Yield what is known: its name, the words, and how precise that is."""
    comparison = view.comparison
    incident = comparison.incident
    if incident.type:
        yield "What", as_title(type_words(incident.type)), _means(comparison)
    if days := long_days(incident.time.earliest, incident.time.latest):
        yield "When", days, _code("date", _WHEN, comparison.date_precision)
    yield from _where(view)


def _means(comparison: Comparison) -> str:
    """Return by what means most origins say it was done, beside the type that all have in common.

    The type is made of all events that documents tell of an incident, and may be wider or other
    than what they say of it.
    """
    held = [
        one
        for point in comparison.points
        if point.kind == "means"
        for one in point.positions
        if len(one.origins) >= _SEVERAL
    ]
    best = max(held, key=lambda one: len(one.origins), default=None)
    if best is None or plain(best.label) == type_words(comparison.incident.type or ""):
        return ""
    told = counted(len(best.origins), "independent origin")
    return f"by what means: {plain(best.label)}, according to {told}"


def _where(view: View) -> Iterable[tuple[str, str, str]]:
    """Yield where it happened: where all accounts together have it, if any answers so.

    The place of an incident is made of all that documents mention; where no account says that it
    happened there or near there, what most of them say is told instead.
    """
    comparison = view.comparison
    place = comparison.incident.place
    answers = _answers(comparison)
    if place and (not answers or any(_is_there(place, one) for _, one in answers)):
        country = f", {view.country}" if view.country else ""
        yield "Where", f"{plain(place.name)}{country}", _place_code(comparison, place)
    elif answers:
        position, where = max(answers, key=lambda one: len(one[0].origins))
        told = counted(len(names(position.held_by)), "account")
        yield "Where", plain(where.name), f"according to {told}"


def _answers(comparison: Comparison) -> list[tuple[Position, Where]]:
    return [
        (one, one.value)
        for point in comparison.points
        for one in point.positions
        if isinstance(one.value, Where) and one.held_by
    ]


def _is_there(place: IncidentPlace, where: Where) -> bool:
    """Return whether an answer is the place of the incident, or has it within.

    Of a place that is on no map it cannot be said that an answer is another one.
    """
    if place.name == where.name or place.lat is None or place.lon is None:
        return True
    apart = great_circle_km(place.lat, place.lon, where.lat, where.lon)
    if where.precision == "country":
        return place.country == where.country
    return apart <= max(_NEAR_KM, where.radius_km)


def _place_code(comparison: Comparison, place: IncidentPlace) -> str:
    code = comparison.where_precision
    if code == 1 and place.precision == "town":
        return f"{_TOWN} (UCDP place precision 1)"
    return _code("place", _WHERE, code)


def _code(name: str, meanings: Mapping[int | None, str], code: int | None) -> str:
    """Return UCDP's code with what it means; nothing for none."""
    return f"{meanings[code]} (UCDP {name} precision {code})" if code in meanings else ""
