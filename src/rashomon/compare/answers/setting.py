"""When and where an incident was by a document, and which of its words are of another."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from rashomon.compare.phrases import in_small_letters
from rashomon.model.geometry import great_circle_km
from rashomon.model.reading import Place, Reading, Time
from rashomon.model.spans import Span

_OFTEN = re.compile(
    r"\b(?:regularly|routinely|frequent|frequently|often|repeatedly|every day|daily|almost daily"
    r"|(?:in|over|for|during)\s+(?:the\s+)?(?:recent|past|last|previous)\s+(?:[^\W_]+\s+)?"
    r"(?:days|weeks|months|years|decades?)"
    r"|(?:[^\W_]+|\d+)\s+(?:days|weeks|months|years)\s+of\b)"
)
_WAR = re.compile(
    r"\b(?:conflict|crisis|revolt|turmoil|uprising|war|insurgency|fighting)"
    r"(?:\s+(?:\w+\s+)?(?:broke\s+out|began|erupted|started)"
    r"|[^.;\n]{0,40}?\s(?:has|have|continues?\s+to)\s+(?:claim|claimed|kill|killed|left))\b"
    r"|\b(?:in|of|during)\s+(?:the|its|\w+s)\s+(?:[^\W_]+\s+){0,3}(?:conflict|war|uprising)\b"
    r"|\bsince\s+(?:\w+\s+)?(?:1[89]|20)\d\d\b"
)
_LONG = (
    *("conflict", "crisis", "daily", "day", "decade", "every", "fighting", "frequent"),
    *("insurgency", "month", "often", "regularly", "repeatedly", "revolt", "routinely"),
    *("since", "turmoil", "uprising", "war", "week", "year"),
)
"""Letters of which some stand in whatever these find: looking for them takes a fifth."""
_LONGEST = 3_000
"""Characters of a sentence that are looked at."""
_NEAR_KM = 60.0
_NARROW = ("exact", "near", "town", "district")


class Setting:
    """When and where an incident was, as the event mentions of a document that are of it say.

    Args:
        reading: a document.
        events: the ``id`` of the event mentions that linking knows to be of the incident.

    Attributes:
        events: the same.
    """

    def __init__(self, reading: Reading, events: Collection[str]) -> None:
        self.events = frozenset(events)
        self._low = in_small_letters(reading.document.text)
        self._elsewhere: dict[Span, bool] = {}
        self._several: dict[Span, bool] = {}
        self._times = [one for one in reading.times if one.earliest]
        self._places = [one for one in reading.places if one.use == "literal"]
        times = {one.id: one for one in reading.times}
        places = {one.id: one for one in reading.places}
        known = [one for one in reading.events if one.id in events]
        self._days = [
            (times[one.time].earliest or "", times[one.time].latest or "9999")
            for one in known
            if one.time in times and times[one.time].earliest
        ]
        self._spots = [places[one.place] for one in known if one.place in places]

    def is_elsewhere(self, stretch: Span) -> bool:
        """Return whether a stretch names another time, or another town."""
        if stretch not in self._elsewhere:
            self._elsewhere[stretch] = self._names_other(_looked_at(stretch))
        return self._elsewhere[stretch]

    def is_of_several(self, stretch: Span) -> bool:
        """Return whether a stretch is of several events, or of a war."""
        if stretch not in self._several:
            words = _looked_at(stretch).of(self._low)
            is_long = any(one in words for one in _LONG)
            self._several[stretch] = is_long and bool(_OFTEN.search(words) or _WAR.search(words))
        return self._several[stretch]

    def _names_other(self, stretch: Span) -> bool:
        return any(not self._is_then(one) for one in _within(self._times, stretch)) or any(
            not self._is_there(one) for one in _within(self._places, stretch)
        )

    def _is_then(self, time: Time) -> bool:
        if time.earliest is None or time.of in ("statement", "publication") or not self._days:
            return True
        return any(
            time.earliest <= last and first <= (time.latest or "9999") for first, last in self._days
        )

    def _is_there(self, place: Place) -> bool:
        if place.precision not in _NARROW or not self._spots:
            return True
        return any(_are_near(place, one) for one in self._spots)


def _looked_at(stretch: Span) -> Span:
    return Span(stretch.start, min(stretch.end, stretch.start + _LONGEST))


def _are_near(place: Place, other: Place) -> bool:
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return True
    apart = great_circle_km(place.lat, place.lon, other.lat, other.lon)
    return apart <= _NEAR_KM + (other.radius_km or 0)


_Placed = TypeVar("_Placed", Time, Place)


def _within(some: Sequence[_Placed], span: Span) -> Iterator[_Placed]:
    """Yield what stands in a stretch, of what is in the order of the text."""
    first = bisect_left(some, span.start, key=lambda one: one.span.start)
    for one in islice(some, first, None):
        if one.span.start >= span.end:
            return
        if one.span.end <= span.end:
            yield one
