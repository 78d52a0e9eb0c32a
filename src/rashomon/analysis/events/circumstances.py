"""When and where an event took place.

That is the nearest time and place of its sentence, else those told before in the paragraph.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.model.reading import Place, Time
from rashomon.model.spans import Span

_FAR = 400
"""Code points back to a time or place that an earlier sentence of the paragraph gives."""

Placed = TypeVar("Placed", Time, Place)


class InOrder(Generic[Placed]):
    """Times or places in the order of the text.

    Args:
        items: the times, or the places.
    """

    def __init__(self, items: Iterable[Placed]) -> None:
        self._items: list[Placed] = sorted(items, key=lambda one: one.span)
        self._starts: list[int] = [one.span.start for one in self._items]

    def within(self, span: Span) -> Sequence[Placed]:
        """Return those that a span holds."""
        found = self._items[self._number(span.start) : self._number(span.end)]
        return [one for one in found if span.holds(one.span)]

    def before(self, place: int) -> Placed | None:
        """Return the last one that ends before a place of the text; ``None`` for none."""
        number = self._number(place)
        while number and self._items[number - 1].span.end > place:
            number -= 1
        return self._items[number - 1] if number else None

    def _number(self, place: int) -> int:
        return bisect_left(self._starts, place)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The time and the place of an event; ``None`` where nothing gives one."""

    time: Time | None
    place: Place | None


def circumstances(
    text: str,
    sentence: Span,
    trigger: Span,
    times: InOrder[Time],
    places: InOrder[Place],
    acting: Container[Span],
    *,
    is_said: bool,
) -> Circumstances:
    """Return when and where an event took place.

    Args:
        text: the document's text.
        sentence: the sentence that tells of it.
        trigger: the words for it.
        times: the times of events and of nothing known.
        places: the places that are meant as such.
        acting: names of places that stand for who acts; nothing happens there for that.
        is_said: whether it is only said: of that, the sentences before give no time or place.
    """
    here = [one for one in places.within(sentence) if one.span not in acting]
    time = _nearest(trigger, times.within(sentence))
    place = _nearest(trigger, _finest(here))
    if is_said:
        return Circumstances(time, place)
    return Circumstances(
        time=time or _told_before(text, sentence, times),
        place=place or _told_before(text, sentence, places),
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


def _told_before(text: str, sentence: Span, candidates: InOrder[Placed]) -> Placed | None:
    """Return the last one that stands before the sentence in its paragraph, not far off."""
    one = candidates.before(sentence.start)
    if one is None or sentence.start - one.span.end > _FAR:
        return None
    return None if "\n" in text[one.span.end : sentence.start] else one
