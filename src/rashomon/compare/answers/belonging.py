"""Which event mentions of a document are of an incident: those that linking knows, and more.

Linking knows an event by its time, its place and its words. *The death toll was 24* has none of
them: it takes up what was told before.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from rashomon.compare.phrases import in_small_letters
from rashomon.model.geometry import great_circle_km
from rashomon.model.reading import Event, Modality, Place, Reading, Time
from rashomon.model.spans import Span

NOT_TOLD: tuple[Modality, ...] = ("planned", "hypothetical")
"""How that is told which did not happen yet, or need not happen."""
_REFERRING = re.compile(
    r"\b(?:the|this|that|these|those|\w+day['’]?s)\s+(?:[^\W_]+\s+){0,2}$", re.I
)
HARM = re.compile(
    r"\b(?:bodies|body|casualties|dead|death|deaths|died|fatalities|hurt|injured|injuries|killed"
    r"|lives|lost|toll|victims|wounded)\b",
    re.I,
)
"""Finds words for the dead and the injured."""
_OFTEN = re.compile(
    r"\b(?:regularly|routinely|frequent|frequently|often|repeatedly|every day|daily|almost daily"
    r"|(?:in|over|for|during)\s+(?:the\s+)?(?:recent|past|last|previous)\s+(?:[^\W_]+\s+)?"
    r"(?:days|weeks|months|years|decades?)"
    r"|(?:[^\W_]+|\d+)\s+(?:days|weeks|months|years)\s+of\b)"
)
_WAR = re.compile(
    r"\b(?:conflict|crisis|revolt|uprising|war|insurgency|fighting)\s+(?:\w+\s+)?"
    r"(?:broke\s+out|began|erupted|started|has\s+(?:killed|left|claimed))\b"
    r"|\b(?:in|of|during)\s+(?:the|its|\w+s)\s+(?:[^\W_]+\s+){0,3}(?:conflict|war|uprising)\b"
    r"|\bsince\s+(?:\w+\s+)?(?:1[89]|20)\d\d\b"
)
_LONG = (
    *("conflict", "crisis", "daily", "day", "decade", "every", "fighting", "frequent"),
    *("insurgency", "month", "often", "regularly", "repeatedly", "revolt", "routinely"),
    *("since", "uprising", "war", "week", "year"),
)
"""Letters of which some stand in whatever these find: looking for them takes a fifth."""
_DEED = re.compile(
    r"\b(?:ambush(?:ed)?|assault(?:ed)?|atrocity|attack(?:s|ed|ing)?|blasts?|bombardment"
    r"|bomb(?:ed|ings?|s)?|explosions?|exploded|gassed|hit|incident|killings?|massacred?|murders?"
    r"|murdered|pounded|raids?|raided|shell(?:ed|ing)|shoot-?down|shootings?|shot|stabb(?:ed|ing)"
    r"|strikes?|struck|targeted|targeting|airstrikes?|air\s+(?:raids?|strikes?))\b",
    re.I,
)
_BLANK = 3
_LOOK = 60
_LONGEST = 3_000
"""Characters of a sentence that are looked at."""
_NEAR_KM = 60.0
_NARROW = ("exact", "near", "town", "district")


class Belonging:
    """What of a document is of an incident.

    One event mention that linking does not know is of the incident where it takes up what was told
    (*the attack*, or the dead alone), the last event with a time or place of its own before it was
    of the incident, and nothing in its sentence is of another time or place.

    Args:
        reading: a document.
        events: the ``id`` of the event mentions that linking knows to be of the incident.
        speech: types of events that are said, not done.

    Attributes:
        told: its event mentions that are told as having happened, in the order of the text.
        to_come: those that are told as to come, or as mere possibilities.
    """

    def __init__(
        self, reading: Reading, events: Collection[str], speech: Collection[str] = ()
    ) -> None:
        self._text = reading.document.text
        self._low = in_small_letters(self._text)
        self._setting = _Setting(reading, events)
        self._turns: list[tuple[int, bool]] = []
        self._elsewhere: dict[Span, bool] = {}
        self._several: dict[Span, bool] = {}
        self.told: list[Event] = []
        self.to_come: list[Event] = []
        for event in reading.events:
            if event.type not in speech:
                self._take(event, is_known=event.id in events)

    def _take(self, event: Event, *, is_known: bool) -> None:
        if not is_known and self._is_elsewhere(event.span):
            self._turns.append((event.span.start, False))
            return
        is_inside = bool(self._turns) and self._turns[-1][1]
        if is_known:
            self._turns.append((event.span.start, True))
        elif not is_inside or not (self._refers_back(event) or self._goes_on(event)):
            return
        if event.modality in NOT_TOLD:
            self.to_come.append(event)
        elif not self._is_of_several(event.span):
            self.told.append(event)

    def _is_elsewhere(self, stretch: Span) -> bool:
        """Return whether a stretch is of another time or place."""
        if stretch not in self._elsewhere:
            self._elsewhere[stretch] = self._setting.is_elsewhere(_looked_at(stretch))
        return self._elsewhere[stretch]

    def _is_of_several(self, stretch: Span) -> bool:
        """Return whether a stretch is of several events."""
        if stretch not in self._several:
            words = _looked_at(stretch).of(self._low)
            is_long = any(one in words for one in _LONG)
            self._several[stretch] = is_long and bool(_OFTEN.search(words) or _WAR.search(words))
        return self._several[stretch]

    def _refers_back(self, event: Event) -> bool:
        """Return whether words take up what was told: *the attack*, or the dead alone."""
        if self._is_infinitive(event):
            return False
        words = event.trigger.of(self._text)
        if event.casualties and HARM.search(words):
            return True
        start = max(event.span.start, event.trigger.start - _LOOK)
        return bool(
            _DEED.search(words) and _REFERRING.search(self._text, start, event.trigger.start)
        )

    def _goes_on(self, event: Event) -> bool:
        """Return whether an act is told right behind a sentence of the incident."""
        last = self.told[-1].span if self.told else None
        is_next = last is not None and 0 <= event.span.start - last.end <= _BLANK
        is_deed = bool(_DEED.search(event.trigger.of(self._text)))
        return is_next and is_deed and not self._is_infinitive(event)

    def _is_infinitive(self, event: Event) -> bool:
        """Return whether it is told as an aim: *used to bomb*."""
        start = event.trigger.start
        return self._text[max(0, start - len(" to ")) : start].casefold() == " to "

    def holds(self, span: Span) -> bool:
        """Return whether a stretch stands where the incident is told, and names no other."""
        at = bisect_right(self._turns, span.end, key=lambda one: one[0])
        is_inside = at > 0 and self._turns[at - 1][1]
        return is_inside and not self._is_elsewhere(span) and not self._is_of_several(span)


def _looked_at(stretch: Span) -> Span:
    return Span(stretch.start, min(stretch.end, stretch.start + _LONGEST))


class _Setting:
    """When and where an incident was, as the mentions that linking knows say."""

    def __init__(self, reading: Reading, events: Collection[str]) -> None:
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
