"""Which events a document is about, and which it tells beside.

The main event is what the first sentences tell. Another mention is of it where it
is of the same kind, and neither its day nor its place contradicts; all others are background.
In the first sentences fighting goes with any violence: these tell of one event in several words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from rashomon.analysis.events.triggers import SPEECH
from rashomon.model.reading import Place, Time

_LEAD = 3
"""Sentences at the beginning that tell what a document is about."""

_KM_A_DEGREE = 111.2
_APART_KM = 100.0

VIOLENT = frozenset(
    (
        *("attack", "armed_clash", "air_drone_strike", "chemical_weapon", "suicide_bomb"),
        *("shelling_artillery_missile_attack", "remote_explosive_landmine_ied", "grenade"),
        "aircraft_shot_down",
    )
)
"""Types that may be told of one event in general words as well."""

_GENERIC = "attack"
_FIGHTING = "armed_clash"
_BOMBS = frozenset(("suicide_bomb", "remote_explosive_landmine_ied", "grenade"))


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of an event mention when its standing is decided.

    Attributes:
        type: its type.
        sentence: the number of its sentence.
        time: its time, or ``None``.
        place: its place, or ``None``.
        looks_back: whether its sentence says that it lies back, or is one of several.
    """

    type: str
    sentence: int
    time: Time | None
    place: Place | None
    looks_back: bool


def main_event(told: Sequence[Told]) -> int | None:
    """Return the number of the mention that tells the main event best; ``None`` for none."""
    physical = [i for i, one in enumerate(told) if one.type not in SPEECH]
    candidates = [i for i in physical if not told[i].looks_back] or physical
    if not candidates:
        return None
    counts = Counter(told[i].type for i in candidates)
    lead = [i for i in candidates if told[i].sentence < _LEAD]

    def weight(i: int) -> tuple[float, int]:
        one = told[i]
        known = (one.time is not None) + (one.place is not None)
        specific = one.type != _GENERIC
        return counts[one.type] + known + specific - 0.5 * one.sentence, -i

    return max(lead or candidates, key=weight)


def is_background(one: Told, main: Told) -> bool:
    """Return whether a mention tells of something else than the main event."""
    if one is main:
        return False
    if one.looks_back or not (_same_kind(one.type, main.type) or _tell_one(one, main)):
        return True
    return _days_apart(one.time, main.time) or _far_apart(one.place, main.place)


def _same_kind(some: str, other: str) -> bool:
    """Return whether two types may be of one event: bombs, or violence that one calls an attack."""
    both = {some, other}
    if some == other or some in SPEECH or both <= _BOMBS:
        return True
    return both <= VIOLENT and _GENERIC in both


def _tell_one(one: Told, main: Told) -> bool:
    """Return whether two mentions at the beginning may tell of one event, one as fighting."""
    both = {one.type, main.type}
    are_first = max(one.sentence, main.sentence) < _LEAD
    return are_first and both <= VIOLENT and _FIGHTING in both


def _days_apart(some: Time | None, other: Time | None) -> bool:
    if not (some and other and some.earliest and other.earliest and some.latest and other.latest):
        return False
    return some.latest < other.earliest or other.latest < some.earliest


def _far_apart(some: Place | None, other: Place | None) -> bool:
    """Return whether two towns lie too far apart for one event; areas never do."""
    if not (some and other) or "country" in (some.precision, other.precision):
        return False
    if "region" in (some.precision, other.precision):
        return False
    if some.lat is None or some.lon is None or other.lat is None or other.lon is None:
        return False
    east = (some.lon - other.lon) * cos(radians((some.lat + other.lat) / 2))
    return _KM_A_DEGREE * hypot(some.lat - other.lat, east) > _APART_KM
