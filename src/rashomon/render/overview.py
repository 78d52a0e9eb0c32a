"""Parties, times, places and events of a reading as tables for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.padding import Padding

from rashomon.model.gazetteer import NameMatch
from rashomon.model.reading import Casualties, Event, Party, Place, Reading, Time
from rashomon.render.layout import indented, table_of
from rashomon.render.plain import plain
from rashomon.render.words import type_words

_UNDATED = "no date"
_SAID = frozenset(("accuse", "demand", "deny"))
"""Types of events that the table of who says what shows better."""


def party_note(party: Party) -> str:
    """Return what is known of a party, in brackets; nothing where nothing is."""
    kind = "" if party.kind == "person" else (party.kind or "").replace("_", " ")
    side = "" if party.side == party.name else plain(party.side or "")
    known = ", ".join(filter(None, (kind, side)))
    return f" ({known})" if known else ""


def parties_table(reading: Reading) -> Padding | None:
    """Return the parties by side, or ``None`` where no side is known."""
    sides: dict[str, list[Party]] = {}
    for party in reading.parties:
        if party.side:
            sides.setdefault(party.side, []).append(party)
    if not sides:
        return None
    table = table_of(("", 1, "bold"), ("", 3, ""))
    for side, parties in sides.items():
        kinds: dict[str, list[str]] = {}
        for party in parties:
            kinds.setdefault(_kind(party), []).append(plain(party.name))
        listed = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in kinds.items())
        table.add_row(plain(side), listed)
    return indented(table)


def timeline(reading: Reading) -> Padding | None:
    """Return what is dated, from the earliest on: the day or the span of days, and the words."""
    dated = sorted(
        (one for one in reading.times if one.earliest or one.latest),
        key=lambda one: (one.earliest or "", one.latest or "9", one.span),
    )
    if not dated:
        return None
    told = _told_at(reading)
    table = table_of(("", None, ""), ("", 1, ""), ("", 2, "dim"))
    for days, same in groupby(dated, key=_days):
        times = list(same)
        words = dict.fromkeys(plain(one.span.of(reading.document.text)) for one in times)
        events = dict.fromkeys(name for one in times for name in told.get(one.id, ()))
        what = ", ".join((*events, *_other_times(times)))
        table.add_row(days, ", ".join(words), what)
    return indented(table)


def places_table(reading: Reading) -> Padding | None:
    """Return the places: name, where, how precisely, how often; unresolved ones last."""
    found: dict[tuple[object, ...], list[Place]] = {}
    for place in reading.places:
        if place.use != "associative":
            key = (place.name, place.lat, place.lon, place.precision)
            found.setdefault(key, []).append(place)
    if not found:
        return None
    table = table_of(("", 2, ""), ("", 2, ""), ("", None, ""), ("", None, "dim"))
    for places in sorted(found.values(), key=lambda same: same[0].lat is None):
        first = places[0]
        area = ", ".join(plain(part) for part in (first.admin1, first.country) if part)
        times = f"{len(places)} times" if len(places) > 1 else ""
        table.add_row(plain(first.name), area, _where(first), times)
    return indented(table)


def events_table(reading: Reading) -> Padding | None:
    """Return what happened, the main events first: type, words, when, where, who, how many.

    What is only said is left out, and what is told beside the main events without a day or a count.
    """
    times = {one.id: one for one in reading.times}
    names = {party.id: party.name for party in reading.parties}
    names |= {place.id: place.name for place in reading.places}
    text = reading.document.text
    shown: dict[tuple[str, ...], None] = {}
    for event in sorted(reading.events, key=lambda one: one.is_background):
        time = times.get(event.time or "")
        if event.type not in _SAID and not (event.is_background and _is_bare(event, time)):
            shown.setdefault(_event_row(event, text, time, names))
    if not shown:
        return None
    table = table_of(("", 6, ""), ("", 4, "dim"), ("", 4, ""), ("", 4, ""), ("", 6, ""))
    for row in shown:
        table.add_row(*row)
    return indented(table)


def _is_bare(event: Event, time: Time | None) -> bool:
    """Return whether an event has neither a day nor a count."""
    return not event.casualties and (time is None or time.edtf is None)


def matches_table(matches: Sequence[NameMatch]) -> Padding:
    """Return places of a gazetteer: name, where, what, how many people, from which list."""
    table = table_of(
        ("", 2, "bold"), ("", 3, ""), ("", None, ""), ("", None, ""), ("", None, "dim")
    )
    for match in matches:
        entry = match.entry
        area = ", ".join(
            plain(part) for part in (entry.admin2, entry.admin1, entry.country) if part
        )
        people = f"{entry.population:,}" if entry.population else ""
        where = f"{entry.feature} {entry.lat:.3f}, {entry.lon:.3f}"
        table.add_row(plain(entry.name), area, where, people, plain(entry.source))
    return indented(table)


def _event_row(
    event: Event, text: str, time: Time | None, names: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the row of an event; ``names`` are those of parties and places by their ids."""
    denied = "denied: " if event.polarity == "denied" else ""
    told = "" if event.modality == "happened" else f" ({event.modality})"
    actors = [plain(names[one]) if one else "?" for one in (event.agent, event.target)]
    who = " → ".join(actors) if event.agent or event.target else ""
    counts = _counts(event.casualties)
    return (
        f"{denied}{type_words(event.type)}{told}{', background' if event.is_background else ''}",
        plain(event.trigger.of(text)),
        _when(time, text),
        plain(names[event.place]) if event.place else "",
        "; ".join(filter(None, (who, counts))),
    )


def _when(time: Time | None, text: str) -> str:
    """Return the days of a time; its words where they are not known."""
    if time is None:
        return ""
    return _days(time) if time.earliest or time.latest else plain(time.span.of(text))


def count_words(counted: Casualties) -> str:
    """Return a count in words: ``2 or more children killed``."""
    if counted.max is None:
        number = f"{counted.min} or more"
    elif counted.max == counted.min:
        number = f"{counted.min}"
    else:
        number = f"{counted.min} to {counted.max}"
    return " ".join(filter(None, (number, counted.who or "", counted.kind)))


def _counts(casualties: Iterable[Casualties]) -> str:
    """Return counts in words; those that are parts of one before them say so."""
    words: list[str] = []
    is_told = False
    for one in casualties:
        words.append(
            f"of these {count_words(one)}" if one.is_part and is_told else count_words(one)
        )
        is_told = is_told or not one.is_part
    return "; ".join(words)


def _told_at(reading: Reading) -> dict[str, list[str]]:
    """Return for each time which types of events are dated by it."""
    told: dict[str, list[str]] = {}
    for event in reading.events:
        if event.time and event.type not in _SAID:
            told.setdefault(event.time, []).append(type_words(event.type))
    return told


def _other_times(times: Iterable[Time]) -> Sequence[str]:
    """Return what else than events was then: statements, the publication."""
    return list(dict.fromkeys(one.of for one in times if one.of and one.of != "event"))


def _days(time: Time) -> str:
    if time.earliest == time.latest:
        return time.earliest or _UNDATED
    return f"{time.earliest or '…'} – {time.latest or '…'}"


def _where(place: Place) -> str:
    if place.lat is None or place.lon is None:
        return "not resolved"
    radius = f" ±{place.radius_km:.0f} km" if place.precision == "near" and place.radius_km else ""
    return f"{place.precision}{radius} {place.lat:.2f}, {place.lon:.2f}"


def _kind(party: Party) -> str:
    return (party.kind or "other").replace("_", " ")
