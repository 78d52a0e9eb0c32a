"""Answers to when it happened."""

from collections.abc import Collection, Iterator
from datetime import date

from rashomon.compare.answers.belonging import NOT_TOLD
from rashomon.compare.answers.questions.precise import Rank, most_precise
from rashomon.compare.answers.questions.telling import Telling
from rashomon.compare.answers.questions.ties import are_tied
from rashomon.model.comparison import Answer, When
from rashomon.model.reading import Event, Reading, Time

_DAYS = 4
"""Days of the longest stretch that still says when one thing happened."""


def times(reading: Reading, events: Collection[str], telling: Telling) -> Iterator[Answer]:
    """Yield when it happened: of each who says so in a document, the most precise.

    Args:
        reading: what was read in it.
        events: the ``id`` of the event mentions that belong to the incident.
        telling: what in it tells of the incident.
    """
    yield from most_precise(_told(reading, events, telling))


def _told(
    reading: Reading, events: Collection[str], telling: Telling
) -> Iterator[tuple[Rank, Answer]]:
    by_id = {one.id: one for one in reading.times}
    for event in reading.events:
        time = by_id.get(event.time or "")
        if event.id not in events or event.modality in NOT_TOLD or time is None:
            continue
        text, apart = reading.document.text, telling.wording.apart
        # a time that stands elsewhere was taken over from there, where it counts already
        is_here = event.span.holds(time.span) and are_tied(text, event.trigger, time.span, apart)
        if not is_here or not _is_of(time, event):
            continue
        value = _value(time)
        days = _days(value) if value else None
        if value and days is not None and days <= _DAYS:
            yield from (((days,), one) for one in telling.answer("time", value, time.span))


def _is_of(time: Time, event: Event) -> bool:
    return time.of in ("event", None) and event.polarity != "denied"


def _value(time: Time) -> When | None:
    if time.edtf is None or time.earliest is None or time.latest is None:
        return None
    return When(time.edtf, time.earliest, time.latest)


def _days(value: When) -> int | None:
    """Return how many days a time takes, or ``None`` where its ends are no days."""
    try:
        return (date.fromisoformat(value.latest) - date.fromisoformat(value.earliest)).days + 1
    except ValueError:
        return None
