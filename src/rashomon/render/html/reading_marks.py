"""What was read in a text, as marks on it."""

import re
from collections.abc import Iterable, Iterator

from rashomon.model.reading import Attribution, Event, Place, Reading, Time
from rashomon.model.spans import Span, subtract
from rashomon.render.html.marks import Mark
from rashomon.render.words import type_words

_WORD = re.compile(r"\s*\S+")


def reading_marks(reading: Reading) -> tuple[Mark, ...]:
    """Return the marks of all that was read in a document.

    The first words of each item have its ``id`` (``a1``, ``t2``), so that links lead there;
    ``data-item`` says what it is, ``data-n`` the number of a claim.
    """
    return tuple(
        mark
        for found in (
            _claims(reading.attributions),
            _own(reading),
            _times(reading.times),
            _places(reading.places),
            _events(reading.events),
            (Mark(span, "boilerplate") for span in reading.boilerplate),
        )
        for mark in found
    )


def _claims(attributions: Iterable[Attribution]) -> Iterator[Mark]:
    for one in attributions:
        data = {"item": "claim", "claim": one.id, "n": one.id.removeprefix("a")}
        spans = sorted(
            [(span, "content") for span in one.content]
            + [(span, "source") for span in one.source]
            + [(span, "cue") for span in one.cue]
        )
        for at, (span, kind) in enumerate(spans):
            yield Mark(span, kind, id="" if at else one.id, data=data)


def _own(reading: Reading) -> Iterator[Mark]:
    """Yield what the document asserts itself; words of claims within are not its own."""
    text = reading.document.text
    claimed = [span for one in reading.attributions for span in one.content]
    for one in reading.statements:
        within = (span for span in claimed if span.overlaps(one.span))
        for at, span in enumerate(subtract(one.span, within)):
            yield Mark(span, "own", id="" if at else one.id)
            if not at:
                first = _WORD.match(text, span.start, span.end)
                yield Mark(Span(span.start, first.end() if first else span.end), "own-begun")
        if one.hedged:
            yield Mark(one.span, "hedged", title="marked as uncertain")
        for span in one.loaded:
            yield Mark(span, "loaded", title="a loaded word")


def _times(times: Iterable[Time]) -> Iterator[Mark]:
    for one in times:
        title = one.edtf or "no day"
        yield Mark(one.span, "time", id=one.id, title=title, data={"item": "time"})


def _places(places: Iterable[Place]) -> Iterator[Mark]:
    for one in places:
        if one.use == "literal":
            title = f"{one.name} ({one.precision})" if one.precision else "not found on the map"
            yield Mark(one.span, "place", id=one.id, title=title, data={"item": "place"})


def _events(events: Iterable[Event]) -> Iterator[Mark]:
    counted: set[tuple[Span, str]] = set()
    for one in events:
        yield Mark(one.trigger, "event", id=one.id, title=type_words(one.type))
        for each in one.casualties:
            if (each.span, each.kind) in counted:
                continue
            counted.add((each.span, each.kind))
            most = "or more" if each.max is None else f"to {each.max:,}"
            many = f"{each.min:,}" if each.max == each.min else f"{each.min:,} {most}"
            title = f"{many} {each.kind}"
            yield Mark(each.span, "count", title=title, data={"item": "count"})
