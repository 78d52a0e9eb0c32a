"""A machine reading with the decisions of people upon it: what is shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.model.case import KeptDecision
from rashomon.model.reading import Event, Place, Reading, Time
from rashomon.model.review import Item, ItemKind, Reviewed
from rashomon.model.spans import Span, covering
from rashomon.review.applying.claims import correct_claims
from rashomon.review.applying.counts import correct_counts
from rashomon.review.applying.events import retell
from rashomon.review.applying.parties import find_speakers, with_mentions
from rashomon.review.applying.statements import restate
from rashomon.review.applying.values import corrected_place, corrected_time
from rashomon.review.fields import parse_spans
from rashomon.review.items import items_of
from rashomon.review.matching import threads, what_of
from rashomon.review.naming import name_of
from rashomon.review.resolving import Resolved, resolve

VERSION = "rashomon.review/1"
"""What says how decisions are applied; changed where the same ones come to another reading."""

_ORDER = ("claim", "time", "place", "count")

Thing = TypeVar("Thing", Time, Place)


def reviewed(machine: Reading, decisions: Iterable[KeptDecision]) -> Reviewed:
    """Return a reading with the decisions in force upon it, and its items.

    Every span of the reading resolves, whatever was decided: what makes no sense is passed over.
    Claims, times and places keep their ids; what people put in has one of its own, which no other
    decision changes. Where nothing is in force on an item the reading is the machine's own.

    Args:
        machine: what the machine read.
        decisions: all decisions in their order, those taken back too; those on other documents, and
            on other things than items, are passed over.
    """
    resolved = resolved_items(machine, decisions)
    items = sorted(map(_item, resolved), key=lambda one: (_ORDER.index(one.what), one.span))
    if not any(one.in_force for one in resolved):
        return Reviewed(machine, tuple(items))
    return Reviewed(_corrected(machine, resolved), tuple(items))


def reviewed_items(
    machine: Reading, decisions: Iterable[KeptDecision], what: ItemKind
) -> tuple[Item, ...]:
    """Return the items of one kind that :func:`reviewed` returns, which takes less time.

    Args:
        machine: what the machine read.
        decisions: as :func:`reviewed` takes them.
        what: the kind.
    """
    bare = replace(
        machine,
        attributions=machine.attributions if what == "claim" else (),
        times=machine.times if what == "time" else (),
        places=machine.places if what == "place" else (),
        events=machine.events if what == "count" else (),
    )
    of_kind = (one for one in decisions if what_of(one.decision) == what)
    return tuple(sorted(map(_item, resolved_items(bare, of_kind)), key=lambda one: one.span))


def resolved_items(machine: Reading, decisions: Iterable[KeptDecision]) -> list[Resolved]:
    """Return the items of a reading, each with what the decisions on it come to.

    Those that decisions in force reject are among them; they are not there.
    """
    about = on_items(machine.document.id, decisions)
    found = [resolve(one, machine.document.text) for one in threads(items_of(machine), about)]
    return [one for one in found if one.thread.item or one.in_force]


def on_items(document: str, decisions: Iterable[KeptDecision]) -> Iterator[KeptDecision]:
    """Yield the decisions on items of a document, those taken back too."""
    return (
        one
        for one in decisions
        if one.decision.document == document and what_of(one.decision) is not None
    )


def _corrected(machine: Reading, resolved: Sequence[Resolved]) -> Reading:
    text = machine.document.text
    on = {what: [one for one in resolved if one.thread.what == what] for what in _ORDER}
    speaking = find_speakers(machine, on["claim"])
    claims = correct_claims(machine.attributions, on["claim"], speaking.of)
    times = _corrected_values(machine.times, on["time"], corrected_time)
    places = _corrected_values(machine.places, on["place"], corrected_place)
    events = retell(machine.events, machine.attributions, claims)
    events = correct_counts(events, on["count"], claims.all, text)
    events = _tied(events, machine, times, places)
    statements = machine.statements
    if claims.moved or claims.gone:
        statements = restate(
            statements, machine.attributions, claims.all, machine.boilerplate, text
        )
    return replace(
        machine,
        attributions=claims.all,
        statements=statements,
        parties=with_mentions(speaking.parties, machine.attributions, claims.all, events),
        times=times,
        places=places,
        events=events,
    )


def _corrected_values(
    before: Sequence[Thing],
    resolved: Iterable[Resolved],
    corrected: Callable[[Thing | None, str, Resolved], Thing],
) -> tuple[Thing, ...]:
    """Return times or places after all decisions on them, in the order of the text."""
    by_id = {one.id: one for one in before}
    decided = {name_of(one): one for one in resolved if one.in_force}
    for key, one in decided.items():
        if not one.is_there:
            by_id.pop(key, None)
        elif one.changed:
            by_id[key] = corrected(by_id.get(key), key, one)
    return tuple(sorted(by_id.values(), key=lambda one: one.span))


def _tied(
    events: Iterable[Event], machine: Reading, times: Sequence[Time], places: Sequence[Place]
) -> tuple[Event, ...]:
    """Return events without times and places that are gone; new ones are given to those around."""
    there = {one.id for one in times} | {one.id for one in places}
    known = {one.id for one in machine.times} | {one.id for one in machine.places}
    new_times = [(one.span, one.id) for one in times if one.id not in known]
    new_places = [(one.span, one.id) for one in places if one.id not in known]
    tied = []
    for event in events:
        time = event.time if event.time in there else None
        place = event.place if event.place in there else None
        tied.append(
            replace(
                event,
                time=time or _within(event.span, new_times),
                place=place or _within(event.span, new_places),
            )
        )
    return tuple(tied)


def _within(span: Span, items: Iterable[tuple[Span, str]]) -> str | None:
    return next((key for words, key in items if span.holds(words)), None)


def _item(one: Resolved) -> Item:
    """Return an item as it is shown."""
    item = one.thread.item
    written = one.values.get("content" if one.thread.what == "claim" else "words", "")
    words = parse_spans(written)
    looks = [span for look in one.thread.looks for span in look.words]
    return Item(
        what=one.thread.what,
        id=name_of(one),
        span=covering(words) if words else (item.span if item else covering(looks)),
        values=one.values,
        decisions=one.numbers,
        is_rejected=not one.is_there,
        is_inserted=item is None,
    )
