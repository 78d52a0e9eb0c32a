"""The sketch of a document: all that linking it to others needs, in little more than a kilobyte.

Made where the document is read, kept in the case, and read again whenever documents are linked.
"""

import json
import zlib
from dataclasses import dataclass
from typing import Any

VERSION = 1
LONG = 31
"""Days from which a stretch of time says little about when something took place."""

Range = tuple[int, int | None]
"""The fewest and the most; ``None`` for no bound."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days between which something took place.

    Attributes:
        first: the first, as a proleptic Gregorian ordinal.
        last: the last.
        weight: how much of the document speaks for them, 0 to 1.
    """

    first: int
    last: int
    weight: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place at which something took place.

    Attributes:
        name: the gazetteer's name.
        lat: latitude in degrees, or ``None``.
        lon: longitude in degrees, or ``None``.
        radius: how far from there it may be, in km.
        country: ISO 3166-1 alpha-2, or ``None``.
        precision: how precisely it is known, or ``None``.
        weight: how much of the document speaks for it, 0 to 1.
    """

    name: str
    lat: float | None
    lon: float | None
    radius: float
    country: str | None
    precision: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Told:
    """An event mention.

    Attributes:
        id: the ``id`` of the event in the reading.
        type: its type.
        days: when, as an index into the sketch's ``days_told``; ``None`` where that is not known.
        spot: where, as an index into the sketch's ``spots``; ``None`` where that is not known.
        killed: how many were killed, or ``None``.
        injured: how many were injured, or ``None``.
        is_main: whether it belongs to what the document is about.
        is_told_as_fact: whether it is told as something that happened, or is said to have.
        trigger: the words that name it.
        parties: the names of those who act in it or suffer it.
        words: the rarest terms around it.
    """

    id: str
    type: str
    days: int | None
    spot: int | None
    killed: Range | None
    injured: Range | None
    is_main: bool
    is_told_as_fact: bool
    trigger: str
    parties: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What linking needs of a document.

    Attributes:
        published: the day of publication, as an ordinal; ``None`` where it is not known.
        title: the headline; may be empty.
        publisher: who published it; may be empty.
        terms: its weightiest terms with their weights, the weightiest first.
        heads: the terms of its headline and of its address.
        names: its names of two words with their weights, the weightiest first.
        local: those of its terms that are of names of places.
        ages: the ages of people.
        days: when what it is about took place, the likeliest first.
        days_told: the days of its event mentions.
        spots: where, those of what it is about first.
        types: of what types what it is about is, with their shares.
        killed: how many it says were killed in all, or ``None``.
        injured: how many it says were injured in all, or ``None``.
        told: its event mentions, in the order of the text.
        words: how many words its text has.
    """

    published: int | None
    title: str
    publisher: str
    terms: tuple[tuple[str, float], ...]
    heads: tuple[str, ...]
    names: tuple[tuple[str, float], ...]
    local: tuple[str, ...]
    ages: tuple[int, ...]
    days: tuple[Days, ...]
    days_told: tuple[tuple[int, int], ...]
    spots: tuple[Spot, ...]
    types: tuple[tuple[str, float], ...]
    killed: Range | None
    injured: Range | None
    told: tuple[Told, ...]
    words: int

    @property
    def main(self) -> tuple[Told, ...]:
        """The event mentions that make up what the document is about."""
        return tuple(one for one in self.told if one.is_main)


def pack(sketch: Sketch) -> bytes:
    """Return a sketch as bytes."""
    values = [
        VERSION,
        sketch.published,
        sketch.title,
        sketch.publisher,
        [[one, round(weight, 3)] for one, weight in sketch.terms],
        sketch.heads,
        [[one, round(weight, 1)] for one, weight in sketch.names],
        sketch.local,
        sketch.ages,
        [[one.first, one.last, round(one.weight, 2)] for one in sketch.days],
        sketch.days_told,
        [_spot(one) for one in sketch.spots],
        [[one, round(weight, 2)] for one, weight in sketch.types],
        sketch.killed,
        sketch.injured,
        [_told(one) for one in sketch.told],
        sketch.words,
    ]
    return zlib.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack(data: bytes) -> Sketch:
    """Return the sketch that bytes hold.

    Raises:
        ValueError: they are damaged, or of another version.
    """
    try:
        version, *values = json.loads(zlib.decompress(data))
    except zlib.error as error:
        raise ValueError("a sketch that is damaged") from error
    if version != VERSION:
        raise ValueError(f"a sketch of version {version} where {VERSION} is needed")
    published, title, publisher, terms, heads, names, local, ages = values[:8]
    days, days_told, spots, types, killed, injured, told, words = values[8:]
    return Sketch(
        published=published,
        title=title,
        publisher=publisher,
        terms=_pairs(terms),
        heads=tuple(heads),
        names=_pairs(names),
        local=tuple(local),
        ages=tuple(ages),
        days=tuple(Days(*one) for one in days),
        days_told=tuple((first, last) for first, last in days_told),
        spots=tuple(Spot(*one) for one in spots),
        types=_pairs(types),
        killed=_range(killed),
        injured=_range(injured),
        told=tuple(map(_told_again, told)),
        words=words,
    )


def _spot(one: Spot) -> list[Any]:
    return [
        one.name,
        None if one.lat is None else round(one.lat, 3),
        None if one.lon is None else round(one.lon, 3),
        round(one.radius, 1),
        one.country,
        one.precision,
        round(one.weight, 2),
    ]


def _told(one: Told) -> list[Any]:
    return [
        one.id,
        one.type,
        one.days,
        one.spot,
        one.killed,
        one.injured,
        int(one.is_main),
        int(one.is_told_as_fact),
        one.trigger,
        one.parties,
        one.words,
    ]


def _told_again(values: list[Any]) -> Told:
    id_, type_, days, spot, killed, injured, is_main, is_fact, trigger, parties, words = values
    return Told(
        id=id_,
        type=type_,
        days=days,
        spot=spot,
        killed=_range(killed),
        injured=_range(injured),
        is_main=bool(is_main),
        is_told_as_fact=bool(is_fact),
        trigger=trigger,
        parties=tuple(parties),
        words=tuple(words),
    )


def _pairs(values: list[Any]) -> tuple[tuple[str, float], ...]:
    return tuple((one, float(weight)) for one, weight in values)


def _range(values: list[Any] | None) -> Range | None:
    return None if values is None else (values[0], values[1])
