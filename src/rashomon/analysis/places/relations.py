"""Places that the gazetteer lacks, by how the text says that they lie to places that it has.

"Orle, 12 km south of Calder" is a point twelve kilometres south of Calder, give or take; "Orle,
near Calder" and "Orle in Halen" are somewhere there, as far around as that may be.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.analysis.places.geometry import distance_km
from rashomon.model.gazetteer import GazetteerEntry
from rashomon.model.geometry import EARTH_KM
from rashomon.model.spans import Span

_MOST_BETWEEN = 80
"""Code points between two places that are said to lie somehow to each other."""

_BETWEEN = re.compile(r"[^.;:!?]{0,40}\bbetween\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\s*['’]s?\s+(?:[^\W\d_]+\s+){0,2}")


@dataclass(frozen=True, slots=True)
class Relations:
    """The words for how places lie to each other, as ``places.toml`` has them.

    Attributes:
        pattern: matches what stands between a place and the one that it lies near or in.
        beside_km: how far off a place lies at most that is said to lie beside another.
        toward_km: how far off one lies that is only said to lie in some direction.
        share: by which share of a given distance it may be wrong.
        least_km: by how much it may be wrong at least.
        largest_km: how far a place may reach that another is placed by.
        units: how many km units of length have.
        bearings: degrees of directions, clockwise from the north.
    """

    pattern: re.Pattern[str]
    beside_km: float
    toward_km: float
    share: float
    least_km: float
    largest_km: float
    units: Mapping[str, float]
    bearings: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that is resolved: where it stands, what it is, how far it reaches."""

    span: Span
    entry: GazetteerEntry
    radius_km: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a place lies, as its relation to another says.

    Attributes:
        lat: latitude in degrees.
        lon: longitude in degrees.
        radius_km: how far off it may be.
        anchor: the place that it is placed by.
    """

    lat: float
    lon: float
    radius_km: float
    anchor: GazetteerEntry


def build_relations(table: Mapping[str, Any], kinds: Sequence[str]) -> Relations:
    """Return what ``places.toml`` says of relations, ready to match.

    Args:
        table: its section ``relations``.
        kinds: words for kinds of places ("town"), which may stand before a name.
    """
    bearing, units = _any(table["bearings"]), _any(table["units"])
    kind = _any(kinds)
    beside, containing = _any(table["beside"]), _any(table["containing"])
    pattern = re.compile(
        r"(?P<mark>\s*[,(]|\s)\s*"
        rf"(?:an?\s+(?:[^\W\d_]+\s+)?{kind}\s+)?"
        r"(?:(?:which|that)\s+(?:is|lies)\s+|located\s+|situated\s+)?"
        r"(?:about\s+|some\s+|around\s+|roughly\s+|nearly\s+|approximately\s+|just\s+)?"
        rf"(?:(?P<number>\d{{1,4}}(?:\.\d)?)[\s-]*(?P<unit>{units})\s+(?:\([^)]{{0,20}}\)\s+)?"
        rf"(?:to\s+the\s+)?(?:(?:due\s+)?(?P<bearing>{bearing})\s+)?(?:of|from|outside|away\s+from)\s+"
        rf"|(?:to\s+the\s+)?(?P<toward>{bearing})\s+(?:of|from)\s+"
        rf"|(?P<beside>{beside})\s+|(?P<containing>{containing})\s+)?"
        rf"(?:the\s+)?(?:(?:{bearing}|central)\s+)?(?P<part>(?:[^\W\d_]+\s+)?{kind}\s+of\s+)?",
        re.IGNORECASE,
    )
    numbers = ("beside_km", "toward_km", "share", "least_km", "largest_km", "units", "bearings")
    return Relations(pattern, **{name: table[name] for name in numbers})


def place_by_relation(
    text: str, span: Span, anchors: Sequence[Anchor], relations: Relations
) -> Placed | None:
    """Return where a place lies, or ``None`` where the text does not say.

    Args:
        text: the document's text.
        span: what names the place.
        anchors: the places of its sentence that are resolved, in text order.
        relations: the words for it.
    """
    near = [one for one in anchors if one.radius_km <= relations.largest_km]
    after = [one for one in near if span.end <= one.span.start <= span.end + _MOST_BETWEEN]
    before = [one for one in near if one.span.end <= span.start]
    if len(after) > 1 and (middle := _between(text, span, after[0], after[1])):
        return middle
    match = relations.pattern.fullmatch(text, span.end, after[0].span.start) if after else None
    if match and (placed := _by_words(match, after[0], relations)):
        return placed
    if before and _POSSESSIVE.fullmatch(text, before[-1].span.end, span.start):
        return _within(before[-1], 0.0)
    return None


def _by_words(match: re.Match[str], anchor: Anchor, relations: Relations) -> Placed | None:
    words = match.groupdict()
    if words["number"]:
        far = float(words["number"]) * relations.units[words["unit"].lower()]
        error = max(relations.least_km, relations.share * far)
        if not words["bearing"]:
            return _within(anchor, far + error)
        return _toward(anchor, far, words["bearing"], error, relations)
    if words["toward"]:
        far = anchor.radius_km + relations.toward_km / 2
        return _toward(anchor, far, words["toward"], relations.toward_km, relations)
    if words["beside"]:
        return _within(anchor, relations.beside_km)
    is_said = words["containing"] or words["mark"].strip() or words["part"]
    return _within(anchor, 0.0) if is_said else None


def _within(anchor: Anchor, further_km: float) -> Placed:
    entry = anchor.entry
    return Placed(entry.lat, entry.lon, round(anchor.radius_km + further_km, 1), entry)


def _toward(
    anchor: Anchor, far_km: float, bearing: str, error_km: float, relations: Relations
) -> Placed:
    """Return the place that lies so far off in a direction."""
    entry = anchor.entry
    angle, course = far_km / EARTH_KM, math.radians(relations.bearings[bearing.lower()])
    lat, lon = math.radians(entry.lat), math.radians(entry.lon)
    sine = math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(course)
    east = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * sine
    )
    return Placed(
        lat=round(math.degrees(math.asin(sine)), 4),
        lon=round((math.degrees(lon + east) + 180) % 360 - 180, 4),
        radius_km=round(anchor.radius_km + error_km, 1),
        anchor=entry,
    )


def _between(text: str, span: Span, first: Anchor, second: Anchor) -> Placed | None:
    """Return the middle of two places, where the text says "between" them."""
    one, other = first.entry, second.entry
    if not (
        _BETWEEN.fullmatch(text, span.end, first.span.start)
        and _AND.fullmatch(text, first.span.end, second.span.start)
    ):
        return None
    lon = other.lon - one.lon
    east = (lon + 180) % 360 - 180
    return Placed(
        lat=round((one.lat + other.lat) / 2, 4),
        lon=round((one.lon + east / 2 + 180) % 360 - 180, 4),
        radius_km=round(distance_km(one, other) / 2, 1),
        anchor=one,
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return (
        "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) + ")"
    )
