"""Counts of people after all decisions on them, each with the event that it belongs to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.model.contents import Contents
from rashomon.model.reading import Attribution, Casualties, Event
from rashomon.model.spans import Span, trim
from rashomon.review.applying.events import innermost, modality_of, polarity_of
from rashomon.review.applying.values import corrected_count
from rashomon.review.items import count_id
from rashomon.review.naming import FIRST, first_number
from rashomon.review.resolving import Resolved

_HARM = "attack"
"""The type of an event of which nothing is told but whom it harmed."""

_LONGEST = 400
_BREAK = re.compile(r"[.!?]\s|\n")


def correct_counts(
    events: Sequence[Event],
    resolved: Iterable[Resolved],
    claims: Sequence[Attribution],
    text: str,
) -> tuple[Event, ...]:
    """Return events with the counts that people left, corrected or put in.

    A count that people put in belongs to the event told around it whose trigger stands nearest;
    where there is none, it is an event of its own.

    Args:
        events: the events of the reading.
        resolved: what the decisions on counts come to.
        claims: the claims after all decisions on them.
        text: the text of the document.
    """
    decided = {one.thread.item.id: one for one in resolved if one.in_force and one.thread.item}
    fresh = [one for one in resolved if one.is_there and not one.thread.item]
    corrected = [_with(event, decided) for event in events] if decided else list(events)
    for one in fresh:
        count = corrected_count(None, one)
        at = _nearest(count.span, corrected)
        if at is None:
            corrected.append(_event(count, f"e{FIRST + first_number(one)}", claims, text))
        else:
            event = corrected[at]
            corrected[at] = replace(event, casualties=(*event.casualties, count))
    if len(corrected) > len(events):
        corrected.sort(key=lambda one: one.trigger)
    return tuple(corrected)


def _with(event: Event, decided: Mapping[str, Resolved]) -> Event:
    if not any(count_id(one) in decided for one in event.casualties):
        return event
    counts: list[Casualties] = []
    for one in event.casualties:
        own = decided.get(count_id(one))
        if own is None:
            counts.append(one)
        elif own.is_there:
            counts.append(corrected_count(one, own) if own.changed else one)
    return replace(event, casualties=tuple(counts))


def _nearest(span: Span, events: Sequence[Event]) -> int | None:
    """Return the number of the event around a stretch with the nearest trigger."""
    around = [at for at, event in enumerate(events) if event.span.holds(span)]
    return min(around, key=lambda at: _gap(events[at].trigger, span), default=None)


def _gap(some: Span, other: Span) -> int:
    return max(some.start - other.end, other.start - some.end, 0)


def _event(count: Casualties, key: str, claims: Sequence[Attribution], text: str) -> Event:
    """Return the event of which nothing is told but a count."""
    teller = innermost(count.span, claims, Contents(claims))
    return Event(
        id=key,
        type=_HARM,
        trigger=count.span,
        span=_sentence(count.span, text),
        agent=None,
        target=None,
        instrument=None,
        time=None,
        place=None,
        casualties=(count,),
        attribution=teller.id if teller else None,
        polarity=polarity_of("asserted", None, teller),
        modality=modality_of(teller),
        is_background=False,
    )


def _sentence(span: Span, text: str) -> Span:
    """Return a stretch with what is around it to the next end of a sentence or line."""
    least, most = max(0, span.start - _LONGEST), min(len(text), span.end + _LONGEST)
    before = [found.end() for found in _BREAK.finditer(text, least, span.start)]
    behind = _BREAK.search(text, span.end, most)
    around = Span(before[-1] if before else least, behind.start() + 1 if behind else most)
    return trim(around, text) or span
