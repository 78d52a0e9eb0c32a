"""What search needs of a reading: claims with their words, days and places of which each speaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rashomon.model.reading import Place, Reading, Time
from rashomon.store.words import fold, name_key

DEGREE = 100_000
"""Coordinates are stored as whole numbers: so many to a degree, a metre or less apart."""

FIRST_DAY, LAST_DAY = 0, 4_000_000
"""Before and after all days that have a number."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as search has it.

    Attributes:
        attribution: the ``id`` of its attribution.
        side: the side of the party that speaks, as names are compared.
        stance: what the speaker does with it.
        content: its folded words.
        speaker: the folded words of the source and of the party's name.
    """

    attribution: str
    side: str | None
    stance: str
    content: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document as search has it.

    Attributes:
        content: the folded words of title and text.
        publisher: those of the publisher's name.
        claims: its claims.
        times: number of the claim or ``None``, first day and last day of which it speaks.
        places: number of the claim or ``None``, the name and the wording as names are compared,
            latitude and longitude in parts of a degree.
    """

    content: str
    publisher: str
    claims: tuple[Claim, ...]
    times: tuple[tuple[int | None, int, int], ...]
    places: tuple[tuple[int | None, str, str, int | None, int | None], ...]


def index(reading: Reading) -> Indexed:
    """Return a reading as search has it."""
    document = reading.document
    told_in = _told_in(reading)
    return Indexed(
        content=fold(f"{document.title or ''}\n{document.text}"),
        publisher=fold(document.publisher or ""),
        claims=tuple(_claims(reading)),
        times=tuple(
            (number, *days)
            for time in reading.times
            if (days := _days(time))
            for number in _speaking(time, reading, told_in)
        ),
        places=tuple(
            (number, *_whereabouts(place, document.text))
            for place in reading.places
            for number in _speaking(place, reading, told_in)
            if number is not None or place.use == "literal"
        ),
    )


def day_number(day: str | None) -> int | None:
    """Return the number of a day; ``None`` where there is none or it cannot be numbered."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:  # a year before 1 or after 9999
        return None


def _claims(reading: Reading) -> Iterator[Claim]:
    parties = {party.id: party for party in reading.parties}
    quote = reading.document.quote
    for one in reading.attributions:
        party = parties.get(one.party or "")
        yield Claim(
            attribution=one.id,
            side=name_key(party.side) if party and party.side else None,
            stance=one.stance,
            content=fold(quote(one.content)),
            speaker=fold(f"{quote(one.source)} {party.name if party else ''}"),
        )


def _told_in(reading: Reading) -> dict[str, set[str]]:
    """Return the attributions that tell an event of each time and place, by the latter's id."""
    told: dict[str, set[str]] = {}
    for event in reading.events:
        for one in (event.time, event.place):
            if one and event.attribution:
                told.setdefault(one, set()).add(event.attribution)
    return told


def _speaking(
    one: Time | Place, reading: Reading, told_in: dict[str, set[str]]
) -> list[int | None]:
    """Return the numbers of the claims that speak of a time or place; ``[None]`` for none."""
    telling = told_in.get(one.id, set())
    is_itself = not isinstance(one, Place) or one.use == "literal"
    start, end = one.span
    found: list[int | None] = [
        number
        for number, claim in enumerate(reading.attributions)
        if claim.id in telling
        or (is_itself and any(left <= start and end <= right for left, right in claim.content))
    ]
    return found or [None]


def _days(time: Time) -> tuple[int, int] | None:
    first, last = day_number(time.earliest), day_number(time.latest)
    if first is None and last is None:
        return None
    first, last = FIRST_DAY if first is None else first, LAST_DAY if last is None else last
    return min(first, last), max(first, last)


def _whereabouts(place: Place, text: str) -> tuple[str, str, int | None, int | None]:
    names = name_key(place.name), name_key(place.span.of(text))
    if place.lat is None or place.lon is None:
        return *names, None, None
    return *names, round(place.lat * DEGREE), round(place.lon * DEGREE)
