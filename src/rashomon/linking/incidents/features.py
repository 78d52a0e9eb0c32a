"""What is held of two documents: numbers that mean the same whatever the incident is.

``nan`` stands for what cannot be said because one of the two does not tell.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.incidents.kinds import specific
from rashomon.linking.incidents.sketches import Days, Range, Sketch, Spot
from rashomon.linking.incidents.tables import Words
from rashomon.linking.incidents.terms import LOCAL, Rarity
from rashomon.model.geometry import great_circle_km

UNKNOWN = math.nan

FEATURES: Mapping[str, int] = {
    "likeness": 1,  # how much of their weighty words the two share: the cosine
    "headlines": 1,  # the same of their headlines and addresses
    "headed": 1,  # how much of the headline of one the other tells
    "rare": 1,  # how rare the words are that both have, added up
    "rarest": 1,  # how rare the third rarest of these is
    "names": 1,  # how rare the names are that both have, added up
    "named": 1,  # the share of rare names that both have, of the document with fewer
    "ages": 1,  # the same of the ages of people
    "numbers": 1,  # long numbers that both have
    "days_apart": -1,  # days between the likeliest days of the two
    "days_shared": 1,  # how likely it is that both mean the same days
    "told": 1,  # how well the best two events go together that both tell of one day
    "published_apart": -1,  # days between their publications, as a logarithm
    "told_early": -1,  # days by which one was published before what the other tells
    "told_late": 0,  # days from what one tells to the publication of the other
    "km_apart": -1,  # km between their likeliest places beyond their radii, as a logarithm
    "km_least": -1,  # the same of the nearest two of their places
    "places_shared": 1,  # how likely it is that both mean the same place
    "country": 1,  # whether both are in one country
    "types": 1,  # how well their types of events go together
    "killed": -1,  # how far apart their counts of killed are, as a logarithm
    "injured": -1,  # the same of injured
    "publisher": 0,  # whether both have the same publisher
    "length": 0,  # how many words the shorter has, as a logarithm
}
"""Features with what more of them says: 1 for, -1 against, 0 either."""

_COMMON = 4.0
_FEW = 2
"""Words of a headline that says too little."""
_STRONG = 9.0
_NEAR = 3
"""Places of each document that are looked at."""
_TOWN = 15.0
"""Km within which two places of towns may be one."""
_FAR = 400
_IN_PASSING = 0.7
_PRECISE = frozenset(("exact", "near", "town", "district"))


@dataclass(frozen=True, slots=True)
class Side:
    """A document as comparisons need it: its sketch, with what is looked up often.

    Attributes:
        sketch: the sketch.
        terms: the weights of its terms.
        rare: how rare these are.
        heads: the weights of the terms of its headline, of length 1 together.
        all: the terms of its text and of its headline.
        local: those of its terms that are of names of places.
        names: the weights of its names.
        strong: its rare names.
        spots: its likeliest places that are precise and have coordinates.
        told: for each single day what it tells of it: type, place, whether it is its subject.
    """

    sketch: Sketch
    terms: Mapping[str, float]
    rare: Mapping[str, float]
    heads: Mapping[str, float]
    all: frozenset[str]
    local: frozenset[str]
    names: Mapping[str, float]
    strong: frozenset[str]
    spots: Sequence[Spot]
    told: Mapping[int, Sequence[tuple[str, Spot | None, bool]]]


def side(sketch: Sketch, rarity: Rarity) -> Side:
    """Return a document, ready to be compared."""
    local = frozenset(sketch.local)
    weighed = {
        one: min(LOCAL, rarity.weigh(one)) if one in local else rarity.weigh(one)
        for one in sketch.heads
    }
    length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
    heads = {one: value / length for one, value in weighed.items()}
    return Side(
        sketch=sketch,
        terms=dict(sketch.terms),
        rare={one: rarity.weigh(one) for one, _ in sketch.terms},
        heads=heads,
        all=frozenset(heads).union(one for one, _ in sketch.terms),
        local=local,
        names=dict(sketch.names),
        strong=frozenset(one for one, weight in sketch.names if weight >= _STRONG),
        told=_by_day(sketch),
        spots=[one for one in sketch.spots if one.lat is not None and one.precision in _PRECISE][
            :_NEAR
        ],
    )


def _by_day(sketch: Sketch) -> Mapping[int, Sequence[tuple[str, Spot | None, bool]]]:
    """Return what a document tells of each day: types, places, whether it is its subject."""
    found: dict[int, dict[tuple[str, Spot | None, bool], None]] = {}
    for one in sketch.told:
        if one.days is None or not one.is_told_as_fact:
            continue
        first, last = sketch.days_told[one.days]
        if last == first:
            spot = None if one.spot is None else sketch.spots[one.spot]
            found.setdefault(first, {})[one.type, spot, one.is_main] = None
    return {day: tuple(told) for day, told in found.items()}


def compare(a: Side, b: Side, words: Words) -> list[float]:
    """Return the features of two documents, in the order of :data:`FEATURES`."""
    shared = a.terms.keys() & b.terms.keys()
    return [
        *_wording(a, b, shared),
        *_persons(a, b, shared),
        *_times(a.sketch, b.sketch),
        _told(a, b, words),
        *_published(a.sketch, b.sketch),
        *_places(a, b),
        _types(a.sketch, b.sketch, words),
        _apart(a.sketch.killed, b.sketch.killed),
        _apart(a.sketch.injured, b.sketch.injured),
        _same(a.sketch.publisher, b.sketch.publisher),
        math.log1p(min(a.sketch.words, b.sketch.words)),
    ]


def _wording(a: Side, b: Side, shared: set[str]) -> list[float]:
    local = a.local | b.local
    rare = sorted((a.rare[one] for one in shared if one not in local), reverse=True)
    return [
        math.fsum(a.terms[one] * b.terms[one] for one in shared),
        math.fsum(a.heads[one] * b.heads[one] for one in a.heads.keys() & b.heads.keys()),
        max(_headed(a, b), _headed(b, a)),
        math.log1p(sum(max(0.0, value - _COMMON) for value in rare)),
        rare[2] if len(rare) > 2 else 0.0,
    ]


def _headed(a: Side, b: Side) -> float:
    """Return how much of the headline of one document the other has among its weighty words."""
    weight = math.fsum(value * value for one, value in a.heads.items() if one in b.all)
    return weight if len(a.heads) > _FEW else 0.0


def _persons(a: Side, b: Side, shared: set[str]) -> list[float]:
    names = a.names.keys() & b.names.keys()
    fewer = min(len(a.strong), len(b.strong))
    strong = len(a.strong & b.strong) / fewer if fewer else UNKNOWN
    ages, other = set(a.sketch.ages), set(b.sketch.ages)
    return [
        math.log1p(math.fsum(a.names[one] for one in names)),
        strong,
        len(ages & other) / min(len(ages), len(other)) if ages and other else UNKNOWN,
        float(
            sum(one.isdigit() and len(one) > 2 and one[:2] not in ("19", "20") for one in shared)
        ),
    ]


def _told(a: Side, b: Side, words: Words) -> float:
    if not a.told or not b.told:
        return UNKNOWN
    return max(
        (
            specific(one, other, words)
            * where(spot, other_spot)
            * (1.0 if is_main and other_is_main else _IN_PASSING)
            for day in a.told.keys() & b.told.keys()
            for one, spot, is_main in a.told[day]
            for other, other_spot, other_is_main in b.told[day]
            if is_main or other_is_main
        ),
        default=0.0,
    )


def where(a: Spot | None, b: Spot | None) -> float:
    """Return how much it says that two events are told of these places, 0 to 1."""
    if a is None or b is None:
        return 0.5
    if a.precision in _PRECISE and b.precision in _PRECISE:
        km = beyond(a, b)
        return 0.5 if math.isnan(km) else 1.0 if km < _TOWN else 0.1
    return 0.5 if not a.country or not b.country or a.country == b.country else 0.1


def _times(a: Sketch, b: Sketch) -> list[float]:
    return [
        float(min(_FAR, between(a.days[0], b.days[0]))) if a.days and b.days else UNKNOWN,
        _days_shared(a.days, b.days),
    ]


def _published(a: Sketch, b: Sketch) -> list[float]:
    published = (
        math.log1p(abs(a.published - b.published)) if a.published and b.published else UNKNOWN
    )
    late = [
        one.published - other.days[0].last
        for one, other in ((a, b), (b, a))
        if one.published and other.days
    ]
    return [
        published,
        float(max(0, *(-one for one in late))) if late else UNKNOWN,
        float(min(_FAR, max(late))) if late else UNKNOWN,
    ]


def between(a: Days, b: Days) -> int:
    """Return how many days lie between two stretches; 0 where they share one."""
    return max(0, a.first - b.last, b.first - a.last)


def _days_shared(some: Sequence[Days], others: Sequence[Days]) -> float:
    if not some or not others:
        return UNKNOWN
    return sum(
        a.weight * b.weight / math.sqrt(max(a.last - a.first, b.last - b.first) + 1)
        for a in some
        for b in others
        if between(a, b) == 0
    )


def _places(a: Side, b: Side) -> list[float]:
    country = _country(a.sketch, b.sketch)
    if not a.spots or not b.spots:
        return [UNKNOWN, UNKNOWN, UNKNOWN, country]
    apart = [[beyond(one, other) for other in b.spots] for one in a.spots]
    together = sum(
        min(one.weight, other.weight)
        for one, row in zip(a.spots, apart, strict=True)
        for other, km in zip(b.spots, row, strict=True)
        if km < _TOWN
    )
    return [
        math.log1p(apart[0][0]),
        math.log1p(min(map(min, apart))),
        together,
        country,
    ]


def beyond(a: Spot, b: Spot) -> float:
    """Return the km between two places beyond their radii; ``nan`` where one is not placed."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return UNKNOWN
    return max(0.0, great_circle_km(a.lat, a.lon, b.lat, b.lon) - a.radius - b.radius)


def _country(a: Sketch, b: Sketch) -> float:
    one = next((spot.country for spot in a.spots if spot.country), None)
    other = next((spot.country for spot in b.spots if spot.country), None)
    return float(one == other) if one and other else UNKNOWN


def _types(a: Sketch, b: Sketch, words: Words) -> float:
    if not a.types or not b.types:
        return UNKNOWN
    return sum(
        weight * other_weight * specific(one, other, words)
        for one, weight in a.types
        for other, other_weight in b.types
    )


def _apart(a: Range | None, b: Range | None) -> float:
    """Return the logarithm of how far apart two counts are; 0 where they may be the same."""
    if a is None or b is None:
        return UNKNOWN
    low, high = max(a[0], b[0]), min(one[1] if one[1] is not None else math.inf for one in (a, b))
    return math.log((low + 1) / (high + 1)) if low > high else 0.0


def _same(a: str, b: str) -> float:
    return float(a.casefold() == b.casefold()) if a and b else UNKNOWN
