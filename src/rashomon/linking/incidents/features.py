"""What is held of two documents: numbers that mean the same whatever the incident is.

``nan`` stands for what cannot be said because one of the two does not tell.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.incidents.geometry import distance
from rashomon.linking.incidents.sketches import Days, Range, Sketch, Spot
from rashomon.linking.incidents.tables import Words
from rashomon.linking.incidents.terms import Rarity

UNKNOWN = math.nan

FEATURES: Mapping[str, int] = {
    "likeness": 1,  # how much of their weighty words the two share: the cosine
    "headlines": 1,  # the same of their headlines and addresses
    "rare": 1,  # how rare the words are that both have, added up
    "rarest": 1,  # how rare the third rarest of these is
    "names": 1,  # how rare the names are that both have, added up
    "named": 1,  # the share of rare names that both have, of the document with fewer
    "ages": 1,  # the same of the ages of people
    "numbers": 1,  # long numbers that both have
    "days_apart": -1,  # days between the likeliest days of the two
    "days_shared": 1,  # how likely it is that both mean the same days
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
_STRONG = 9.0
_NEAR = 3
"""Places of each document that are looked at."""
_TOWN = 15.0
"""Km within which two places of towns may be one."""
_LONG = 31
_FAR = 400
_COMPATIBLE = 0.6
_PRECISE = frozenset(("exact", "near", "town", "district"))


@dataclass(frozen=True, slots=True)
class Side:
    """A document as comparisons need it: its sketch, with what is looked up often.

    Attributes:
        sketch: the sketch.
        terms: the weights of its terms.
        heads: the weights of the terms of its headline, of length 1 together.
        names: the weights of its names.
        strong: its rare names.
        spots: its likeliest places that are precise and have coordinates.
    """

    sketch: Sketch
    terms: Mapping[str, float]
    heads: Mapping[str, float]
    names: Mapping[str, float]
    strong: frozenset[str]
    spots: Sequence[Spot]


def side(sketch: Sketch, rarity: Rarity) -> Side:
    """Return a document, ready to be compared."""
    weighed = {one: rarity.weigh(one) for one in sketch.heads}
    length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
    return Side(
        sketch=sketch,
        terms=dict(sketch.terms),
        heads={one: value / length for one, value in weighed.items()},
        names=dict(sketch.names),
        strong=frozenset(one for one, weight in sketch.names if weight >= _STRONG),
        spots=[one for one in sketch.spots if one.lat is not None and one.precision in _PRECISE][
            :_NEAR
        ],
    )


def compare(a: Side, b: Side, words: Words, rarity: Rarity) -> list[float]:
    """Return the features of two documents, in the order of :data:`FEATURES`."""
    shared = a.terms.keys() & b.terms.keys()
    return [
        *_wording(a, b, shared, rarity),
        *_persons(a, b, shared),
        *_times(a.sketch, b.sketch),
        *_places(a, b),
        _types(a.sketch, b.sketch, words),
        _apart(a.sketch.killed, b.sketch.killed),
        _apart(a.sketch.injured, b.sketch.injured),
        _same(a.sketch.publisher, b.sketch.publisher),
        math.log1p(min(a.sketch.words, b.sketch.words)),
    ]


def _wording(a: Side, b: Side, shared: set[str], rarity: Rarity) -> list[float]:
    rare = sorted((rarity.weigh(one) for one in shared), reverse=True)
    return [
        sum(a.terms[one] * b.terms[one] for one in shared),
        sum(a.heads[one] * b.heads[one] for one in a.heads.keys() & b.heads.keys()),
        math.log1p(sum(max(0.0, value - _COMMON) for value in rare)),
        rare[2] if len(rare) > 2 else 0.0,
    ]


def _persons(a: Side, b: Side, shared: set[str]) -> list[float]:
    names = a.names.keys() & b.names.keys()
    strong = (
        len(a.strong & b.strong) / min(len(a.strong), len(b.strong), key=abs)
        if (a.strong and b.strong)
        else UNKNOWN
    )
    ages, other = set(a.sketch.ages), set(b.sketch.ages)
    return [
        math.log1p(sum(a.names[one] for one in names)),
        strong,
        len(ages & other) / min(len(ages), len(other)) if ages and other else UNKNOWN,
        float(
            sum(one.isdigit() and len(one) > 2 and one[:2] not in ("19", "20") for one in shared)
        ),
    ]


def _times(a: Sketch, b: Sketch) -> list[float]:
    published = (
        math.log1p(abs(a.published - b.published)) if a.published and b.published else UNKNOWN
    )
    late = [
        one.published - other.days[0].last
        for one, other in ((a, b), (b, a))
        if one.published and other.days
    ]
    return [
        float(min(_FAR, _gap(a.days[0], b.days[0]))) if a.days and b.days else UNKNOWN,
        _days_shared(a.days, b.days),
        published,
        float(max(0, *(-one for one in late))) if late else UNKNOWN,
        float(min(_FAR, max(late))) if late else UNKNOWN,
    ]


def _gap(a: Days, b: Days) -> int:
    return max(0, a.first - b.last, b.first - a.last)


def _days_shared(some: Sequence[Days], others: Sequence[Days]) -> float:
    if not some or not others:
        return UNKNOWN
    return sum(
        a.weight * b.weight / math.sqrt(max(a.last - a.first, b.last - b.first) + 1)
        for a in some
        for b in others
        if _gap(a, b) == 0
    )


def _places(a: Side, b: Side) -> list[float]:
    country = _country(a.sketch, b.sketch)
    if not a.spots or not b.spots:
        return [UNKNOWN, UNKNOWN, UNKNOWN, country]
    apart = [[_beyond(one, other) for other in b.spots] for one in a.spots]
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


def _beyond(a: Spot, b: Spot) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return UNKNOWN
    return max(0.0, distance((a.lat, a.lon), (b.lat, b.lon)) - a.radius - b.radius)


def _country(a: Sketch, b: Sketch) -> float:
    one = next((spot.country for spot in a.spots if spot.country), None)
    other = next((spot.country for spot in b.spots if spot.country), None)
    return float(one == other) if one and other else UNKNOWN


def _types(a: Sketch, b: Sketch, words: Words) -> float:
    if not a.types or not b.types:
        return UNKNOWN
    return sum(
        weight * other_weight * fitting(one, other, words)
        for one, weight in a.types
        for other, other_weight in b.types
    )


def fitting(one: str, other: str, words: Words) -> float:
    """Return how well two types go together, 0 to 1."""
    if one == other:
        return 1.0
    if "attack" in (one, other) or "other_development" in (one, other):
        return _COMPATIBLE
    families = words.families
    both = families.get(one, frozenset()) & families.get(other, frozenset())
    return _COMPATIBLE if both else 0.0


def _apart(a: Range | None, b: Range | None) -> float:
    """Return the logarithm of how far apart two counts are; 0 where they may be the same."""
    if a is None or b is None:
        return UNKNOWN
    low, high = max(a[0], b[0]), min(one[1] if one[1] is not None else math.inf for one in (a, b))
    return math.log((low + 1) / (high + 1)) if low > high else 0.0


def _same(a: str, b: str) -> float:
    return float(a.casefold() == b.casefold()) if a and b else UNKNOWN
