"""What search needs of a reading: claims with their words, days and places of which each speaks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.model.reading import Place, Reading, Time
from rashomon.store.words import LONGEST, fold, name_key

DEGREE = 100_000
"""Coordinates are stored as whole numbers: so many to a degree, a metre or less apart."""

FIRST_DAY, LAST_DAY = 0, 4_000_000
"""Before and after all days that have a number."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as search has it.

    Attributes:
        attribution: the ``id`` of its attribution.
        content: its folded words.
        speaker: the folded words of the source and of the party's name.
        traits: words for its stance, its side and its places; see :func:`trait`.
    """

    attribution: str
    content: str
    speaker: str
    traits: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """A document as search has it.

    Attributes:
        content: the folded words of title and text.
        publisher: those of the publisher's name.
        traits: words for its places.
        claims: its claims.
        times: number of the claim or ``None``, first day and last day of which it speaks.
        places: number of the claim or ``None``, latitude and longitude in parts of a degree.
    """

    content: str
    publisher: str
    traits: str
    claims: tuple[Claim, ...]
    times: tuple[tuple[int | None, int, int], ...]
    places: tuple[tuple[int | None, int, int], ...]


def index(reading: Reading) -> Indexed:
    """Return a reading as search has it."""
    document = reading.document
    named: dict[int | None, set[str]] = {}
    for number, place in _places(reading):
        for name in (place.name, place.span.of(document.text)):
            named.setdefault(number, set()).add(trait("place", name))
    return Indexed(
        content=fold(f"{document.title or ''}\n{document.text}"),
        publisher=fold(document.publisher or ""),
        traits=" ".join(sorted(set().union(*named.values()))),
        claims=tuple(_claims(reading, named)),
        times=days_of(reading),
        places=points_of(reading),
    )


def days_of(reading: Reading) -> tuple[tuple[int | None, int, int], ...]:
    """Return the days of which a reading speaks, as ``Indexed.times``."""
    told_in = _told_in(reading)
    return tuple(
        (number, *days)
        for time in reading.times
        if (days := _days(time))
        for number in _speaking(time, reading, told_in)
    )


def points_of(reading: Reading) -> tuple[tuple[int | None, int, int], ...]:
    """Return where the places are of which a reading speaks, as ``Indexed.places``."""
    return tuple(
        (number, round(place.lat * DEGREE), round(place.lon * DEGREE))
        for number, place in _places(reading)
        if place.lat is not None and place.lon is not None
    )


def trait(kind: str, name: str) -> str:
    """Return the one word by which search knows a trait: ``stancedenies``, ``placenewhalen``.

    Args:
        kind: ``stance``, ``side`` or ``place``.
        name: which one; written in any way.
    """
    return f"{kind}{name_key(name).replace(' ', '')}"[:LONGEST]


def day_number(day: str | None) -> int | None:
    """Return the number of a day; ``None`` where there is none or it cannot be numbered."""
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:  # a year before 1 or after 9999
        return None


def _claims(reading: Reading, named: Mapping[int | None, set[str]]) -> Iterator[Claim]:
    parties = {party.id: party for party in reading.parties}
    quote = reading.document.quote
    for number, one in enumerate(reading.attributions):
        party = parties.get(one.party or "")
        traits = [trait("stance", one.stance), *sorted(named.get(number, ()))]
        if party and party.side:
            traits.append(trait("side", party.side))
        yield Claim(
            attribution=one.id,
            content=fold(quote(one.content)),
            speaker=fold(f"{quote(one.source)} {party.name if party else ''}"),
            traits=" ".join(traits),
        )


def _places(reading: Reading) -> Iterator[tuple[int | None, Place]]:
    """Yield the places of which a reading speaks, each with the number of the claim or ``None``."""
    told_in = _told_in(reading)
    return (
        (number, place)
        for place in reading.places
        for number in _speaking(place, reading, told_in)
        if number is not None or place.use == "literal"
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
