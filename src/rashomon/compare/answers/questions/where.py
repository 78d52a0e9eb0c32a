"""Answers to where it happened."""

import re
from collections.abc import Collection, Iterator
from typing import get_args

from rashomon.compare.answers.belonging import NOT_TOLD
from rashomon.compare.answers.questions.precise import Rank, most_precise
from rashomon.compare.answers.questions.telling import Telling
from rashomon.compare.answers.questions.ties import are_tied, is_name_of
from rashomon.model.comparison import Answer, Where
from rashomon.model.reading import Event, Place, Precision, Reading

_PRECISE: tuple[Precision, ...] = get_args(Precision)
_WIDE = ("region", "country")
_BEFORE = 40
"""Characters before a place in which the words stand that say that something is there."""
_THERE = re.compile(
    r"\b(?:across|around|at|in|inside|near|outside|throughout|within|of|on)\s+(?:the\s+)?"
    r"(?:(?:far\s+)?(?:north|south|east|west|central)[\w-]*\s+|rural\s+)?$",
    re.I,
)
_KINDS = r"(?:county|countryside|department|governorate|oblast|prefecture|province|region|state)"
_AREA_OF = re.compile(rf"\b{_KINDS}\s+of\s+$", re.I)
_AREA = re.compile(rf"(?:['’]?s)?\s{{1,3}}{_KINDS}\b", re.I)
_OBJECT = 1
"""Words between *struck* and the place that was struck."""
_DATELINE = re.compile(r"\s{0,3}(?:,[^,\n(—–-]{1,30})?(?:\([^)\n]{1,30}\)\s{0,2})?(?:[—–]|--|- )")
"""What stands behind the place that a report was sent from."""


def places(reading: Reading, events: Collection[str], telling: Telling) -> Iterator[Answer]:
    """Yield where it happened: of each who says so in a document, the most precise.

    Args:
        reading: what was read in it.
        events: the ``id`` of the event mentions that belong to the incident.
        telling: what in it tells of the incident.
    """
    yield from most_precise(_told(reading, events, telling))


def _told(
    reading: Reading, events: Collection[str], telling: Telling
) -> Iterator[tuple[Rank, Answer]]:
    by_id = {one.id: one for one in reading.places}
    for event in reading.events:
        place = by_id.get(event.place or "")
        if event.id not in events or event.modality in NOT_TOLD or place is None:
            continue
        value = _value(place)
        # a place that stands elsewhere was taken over from there, where it counts already
        if value is None or event.polarity == "denied" or not event.span.holds(place.span):
            continue
        if _is_of(event, place, telling):
            rank = (_PRECISE.index(value.precision),)
            yield from ((rank, one) for one in telling.answer("place", value, place.span))


def _is_of(event: Event, place: Place, telling: Telling) -> bool:
    """Return whether a sentence puts an event in a place, or names it by it."""
    text, start = telling.text, place.span.start
    is_part = text[start - 1 : start] == "-" or telling.wording.named_after.match(
        text, place.span.end
    )
    if is_part or _is_wider(place, text) or _is_dateline(place, text):
        return False
    if place.precision not in _WIDE and is_name_of(text, place.span, event.trigger):
        return True
    is_there = _THERE.search(text, max(0, start - _BEFORE), start)
    if not is_there and (place.precision in _WIDE or event.trigger.end > start):
        return False
    if not is_there and len(text[event.trigger.end : start].split()) > _OBJECT:
        return False
    return are_tied(text, event.trigger, place.span, telling.wording.apart)


def _value(place: Place) -> Where | None:
    if place.use == "metonymic" or place.lat is None or place.lon is None:
        return None
    if place.precision is None:
        return None
    return Where(
        place.name, place.lat, place.lon, place.radius_km or 0.0, place.country, place.precision
    )


def _is_wider(place: Place, text: str) -> bool:
    """Return whether words beside a town say that they mean the area named after it."""
    if place.precision in _WIDE or place.precision == "district":
        return False
    before = text[max(0, place.span.start - _BEFORE) : place.span.start]
    return bool(_AREA_OF.search(before) or _AREA.match(text, place.span.end))


def _is_dateline(place: Place, text: str) -> bool:
    return place.span.of(text).isupper() and bool(_DATELINE.match(text, place.span.end))
