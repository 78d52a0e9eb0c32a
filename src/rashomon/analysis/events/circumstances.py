"""When and where an event took place.

That is the nearest time and place of its sentence, else those told before in the paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.model.reading import Place, Time
from rashomon.model.spans import Span

_FAR = 400
"""Code points back to a time or place that an earlier sentence of the paragraph gives."""

Placed = TypeVar("Placed", Time, Place)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The time and the place of an event; whether each stands in its own sentence."""

    time: Time | None
    place: Place | None
    has_own_time: bool
    has_own_place: bool


def circumstances(
    text: str, sentence: Span, trigger: Span, times: Sequence[Time], places: Sequence[Place]
) -> Circumstances:
    """Return when and where an event took place.

    Args:
        text: the document's text.
        sentence: the sentence that tells of it.
        trigger: the words for it.
        times: the times of events and of nothing known, in text order.
        places: the places that are meant as such, in text order.
    """
    time = _nearest(trigger, [one for one in times if sentence.holds(one.span)])
    place = _nearest(trigger, _finest([one for one in places if sentence.holds(one.span)]))
    return Circumstances(
        time=time or _told_before(text, sentence, times),
        place=place or _told_before(text, sentence, places),
        has_own_time=time is not None,
        has_own_place=place is not None,
    )


def _finest(places: Sequence[Place]) -> Sequence[Place]:
    """Return the places without the countries and regions, if there are others."""
    fine = [one for one in places if one.precision not in ("country", "region", None)]
    return fine or [one for one in places if one.precision] or places


def _nearest(trigger: Span, candidates: Sequence[Placed]) -> Placed | None:
    """Return the nearest one; of two as near, the one after the trigger."""

    def distance(one: Placed) -> tuple[int, bool]:
        far = max(one.span.start - trigger.end, trigger.start - one.span.end, 0)
        return far, one.span.start < trigger.start

    return min(candidates, key=distance, default=None)


def _told_before(text: str, sentence: Span, candidates: Sequence[Placed]) -> Placed | None:
    """Return the last one that stands before the sentence in its paragraph, not far off."""
    for one in reversed(candidates):
        if one.span.end <= sentence.start:
            gap = text[one.span.end : sentence.start]
            return one if len(gap) <= _FAR and "\n" not in gap else None
    return None
