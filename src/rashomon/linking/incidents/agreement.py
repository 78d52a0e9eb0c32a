"""What the accounts of one incident agree on: its days, its place, its type, who is in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from rashomon.linking.incidents.sketches import LONG, Spot
from rashomon.model.geometry import great_circle_km
from rashomon.model.incidents import IncidentPlace, IncidentTime
from rashomon.model.reading import Precision

_TOGETHER = 15.0
"""Km within which towns are taken for one place."""
_PRECISIONS: Mapping[str, Precision] = {one: one for one in get_args(Precision)}
_WIDE = ("region", "country")
_PARTIES = 8
_LOOKED_AT = 100
_FAR_MORE = 3.0
"""Of different days or places, how many are looked at: those with the most weight."""


def agreed_days(accounts: Iterable[tuple[int, int, float]]) -> tuple[int, int] | None:
    """Return the first and last day between which something took place, as most accounts have it.

    Args:
        accounts: the first and last day that each account gives, and its weight.

    The days that most weight speaks for; of accounts that fit together their intersection.
    ``None`` where no account gives any.
    """
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for first, last, weight in accounts:
        weights[first, last] += weight
    found = _heaviest(weights)
    found = [one for one in found if one[0][1] - one[0][0] <= LONG] or found
    meeting = {
        (max(a[0], b[0]), min(a[1], b[1]))
        for a, _ in found
        for b, _ in found
        if a[0] <= b[1] and b[0] <= a[1]
    }
    return max(
        meeting, key=lambda one: (_support(one, found), one[0] - one[1], -one[0]), default=None
    )


def incident_time(days: tuple[int, int] | None, published: Iterable[int] = ()) -> IncidentTime:
    """Return days as the time of an incident.

    Args:
        days: the first and the last, as ordinals.
        published: when its accounts were published: where nothing else is known, it took place
            before the first of them.
    """
    if days is None:
        before = min(published, default=None)
        if before is None:
            return IncidentTime(None, None, None)
        day = date.fromordinal(before).isoformat()
        return IncidentTime(f"../{day}", None, day)
    first, last = map(date.fromordinal, days)
    return IncidentTime(_edtf(first, last), first.isoformat(), last.isoformat())


def _heaviest(weights: Mapping[tuple[int, int], float]) -> list[tuple[tuple[int, int], float]]:
    return sorted(weights.items(), key=lambda one: (-round(one[1], 6), one[0]))[:_LOOKED_AT]


def _support(stretch: tuple[int, int], found: Sequence[tuple[tuple[int, int], float]]) -> float:
    """Return the weight of the accounts that all of a stretch fits."""
    fitting = (w for (first, last), w in found if first <= stretch[0] and stretch[1] <= last)
    return round(sum(fitting), 6)


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == after.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        if first.month == after.month == 1 and first.year == last.year:
            return f"{first:%Y}"
    return f"{first.isoformat()}/{last.isoformat()}"


def agreed_place(accounts: Iterable[Sequence[Spot]]) -> Spot | None:
    """Return where something took place: the place that most name in the area that most name.

    A place that no gazetteer knows is taken only where far more speak for it than for any that one
    knows: a village beside which a distant namesake of another word was found.

    Args:
        accounts: the places of each account, with their weights.
    """
    weights: dict[Spot, float] = defaultdict(float)
    for spots in accounts:
        for spot in spots:
            weights[replace(spot, weight=0.0)] += spot.weight
    ordered = sorted(weights, key=lambda one: (-round(weights[one], 6), one.name))[:_LOOKED_AT]
    placed = [one for one in ordered if one.lat is not None]
    pool = [one for one in placed if one.precision not in _WIDE] or placed or ordered

    def support(one: Spot) -> float:
        return round(sum(weights[each] for each in pool if _are_near(one, each)), 6)

    best = max(pool, key=support, default=None)
    if best and ordered[0].lat is None and weights[ordered[0]] > _FAR_MORE * support(best):
        return ordered[0]
    return best


def incident_place(spot: Spot) -> IncidentPlace:
    """Return a place as that of an incident."""
    precision = _PRECISIONS.get(spot.precision or "")
    return IncidentPlace(spot.name, spot.lat, spot.lon, spot.country, precision)


def _are_near(a: Spot, b: Spot) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return a.name == b.name
    return great_circle_km(a.lat, a.lon, b.lat, b.lon) <= _TOGETHER


def agreed_type(accounts: Iterable[Sequence[tuple[str, float]]], vague: str) -> str | None:
    """Return the type that most speak for; one that says little only where there is no other.

    Args:
        accounts: the types of each account with their weights.
        vague: the type that fits nearly all that is done to people.
    """
    weights: dict[str, float] = defaultdict(float)
    for types in accounts:
        for one, weight in types:
            weights[one] += weight / 3 if one == vague else weight
    return min(weights, key=lambda one: (-round(weights[one], 6), one), default=None)


def agreed_parties(accounts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the names of those who act and suffer, those that most accounts name first.

    Args:
        accounts: the names in each account.
    """
    named: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for names in accounts:
        for name in sorted(set(names)):
            if name and name[0].isalpha():
                named[name.casefold()] += 1
                spelt.setdefault(name.casefold(), Counter())[name] += 1
    best = sorted(named, key=lambda one: (-named[one], one))[:_PARTIES]
    return tuple(min(spelt[one], key=lambda name: (-spelt[one][name], name)) for one in best)
