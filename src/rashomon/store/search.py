"""Search: what a person asks, as statements and conditions of a case, and results with context."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.model.case import Hit, Near, Query
from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span
from rashomon.store import contents
from rashomon.store.columns import to_column
from rashomon.store.connection import Connection
from rashomon.store.contexts import first_match, marks, window
from rashomon.store.indexing import DEGREE, FIRST_DAY, LAST_DAY, day_number
from rashomon.store.words import Term, name_key, parse, spans_of_words

_EARTH_KM = 6371.0
_MOST = 10_000  # results that are handed over at once
_FARTHEST = 20_038.0  # half around the earth


@dataclass(slots=True)
class _Conditions:
    """Conditions on what is found, with what their marks stand for."""

    filters: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, name: str, *values: Any) -> None:
        self.filters.append(name)
        self.values += values


def search(db: Connection, query: Query) -> Sequence[Hit]:
    """Return the best results, best first; see ``Case.search``."""
    terms, speaker = parse(query.words), parse(query.speaker)
    if any(_asks_for_nothing(*one) for one in ((query.words, terms), (query.speaker, speaker))):
        return ()
    if query.limit <= 0:
        return ()
    conditions = _conditions(db, query)
    if conditions is None:
        return ()
    statement, matching = f"find {query.what}", []
    fields: list[tuple[str, Sequence[Term]]] = [("content", terms)] if terms else []
    if query.what == "claims" and speaker:
        fields.append(("speaker", speaker))
    elif speaker:
        conditions.add("documents with claims by words", db.matching([("speaker", speaker)]))
    if fields:
        statement, matching = f"{statement} by words", [db.matching(fields)]
    page = (min(query.limit, _MOST), min(max(query.offset, 0), 2**31))
    found = db.rows(statement, (*matching, *conditions.values, *page), conditions.filters)
    return tuple(_hits(db, found, terms))


def _asks_for_nothing(typed: str, terms: Sequence[Term]) -> bool:
    """Return whether something was typed that holds no word: nothing has that."""
    return bool(typed.strip()) and not terms


def _conditions(db: Connection, query: Query) -> _Conditions | None:
    """Return all that must hold beside words; ``None`` where nothing can."""
    all_of, what = _Conditions(), query.what
    _add_speaker(all_of, query)
    if query.publisher.strip():
        terms = parse(query.publisher)
        if not terms:
            return None
        all_of.add(f"{what} of publisher", db.matching([("publisher", terms)]))
    if query.since or query.until:
        first, last = day_number(query.since), day_number(query.until)
        if (query.since and first is None) or (query.until and last is None):
            return None
        first = FIRST_DAY if first is None else first
        all_of.add(f"{what} of days", first, LAST_DAY if last is None else last)
    if query.place.strip():
        all_of.add(f"{what} of place", *[name_key(query.place)] * 2)
    if query.near:
        all_of.add(f"{what} near", *_circle(query.near))
    if query.incident:
        all_of.add(f"{what} of incident", to_column(query.incident))
    return all_of


def _add_speaker(all_of: _Conditions, query: Query) -> None:
    side = name_key(query.side) if query.side else None
    if query.what == "documents" and (side or query.stance):
        values = (side, side, query.stance, query.stance)
        all_of.add("documents with claims of side and stance", *values)
    if query.what == "claims" and side:
        all_of.add("claims of side", side)
    if query.what == "claims" and query.stance:
        all_of.add("claims of stance", query.stance)


def _circle(near: Near) -> tuple[float, ...]:
    """Return a circle as a box, its overhang beyond the date line, and what distance compares."""
    if not all(map(math.isfinite, (near.lat, near.lon, near.km))) or near.km < 0:
        return (0, -1, 0, -1, 0, -1, 0, 0, 0, -1)
    km = min(near.km, _FARTHEST)
    lat, lon = max(-90.0, min(90.0, near.lat)), (near.lon + 180) % 360 - 180
    high = math.degrees(km / _EARTH_KM)
    south, north = lat - high, lat + high
    if south <= -90 or north >= 90:
        wide = 180.0
    else:
        wide = math.degrees(
            math.asin(min(1.0, math.sin(km / _EARTH_KM) / math.cos(math.radians(lat))))
        )
    west, east = lon - wide, lon + wide
    # what lies beyond the date line stands on its other side
    beyond = (-180.0, east - 360) if east > 180 else (west + 360, 180.0)
    box = [south, north, west, east, *beyond]
    bounds = (
        (math.floor if at % 2 == 0 else math.ceil)(max(-200.0, min(200.0, value)) * DEGREE)
        for at, value in enumerate(box)
    )
    compared = (round(lat * DEGREE), math.cos(math.radians(lat)), round(lon * DEGREE))
    return (*bounds, *compared, math.sin(km / _EARTH_KM / 2) ** 2)


def _hits(db: Connection, found: Sequence[tuple[Any, ...]], terms: Sequence[Term]) -> Iterator[Hit]:
    readings: dict[int, Reading] = {}
    for number, attribution, score in found:
        if number not in readings:
            readings[number] = contents.reading_of(db, number)
        reading = readings[number]
        row = contents.to_row(db.rows("document row", (number,))[0])
        if attribution is None:
            yield _document_hit(db, row, reading, terms, score)
        else:
            one = next(one for one in reading.attributions if one.id == attribution)
            yield _claim_hit(db, row, reading, one, terms, score)


def _stems(db: Connection, text: str, within: Span, terms: Sequence[Term]) -> dict[str, str]:
    words = {word for word, _ in spans_of_words(text, within)}
    return db.stems(words.union(*(term.words for term in terms))) if terms else {}


def _claim_hit(
    db: Connection,
    row: Any,
    reading: Reading,
    one: Attribution,
    terms: Sequence[Term],
    score: float,
) -> Hit:
    text = reading.document.text
    party = next((party for party in reading.parties if party.id == one.party), None)
    whole = Span(one.content[0].start, one.content[-1].end) if one.content else Span(0, 0)
    around = window(text, whole)
    return Hit(
        document=row,
        attribution=one.id,
        source=reading.document.quote(one.source),
        party=party.name if party else None,
        side=party.side if party else None,
        stance=one.stance,
        content=one.content,
        context=around.of(text),
        context_span=around,
        marks=marks(text, around, terms, _stems(db, text, around, terms)),
        score=score,
    )


def _document_hit(
    db: Connection, row: Any, reading: Reading, terms: Sequence[Term], score: float
) -> Hit:
    text = reading.document.text
    whole = Span(0, len(text))
    stems = _stems(db, text, whole, terms)
    around = window(text, first_match(text, terms, stems, spans_of_words(text, whole)))
    return Hit(
        document=row,
        attribution=None,
        source="",
        party=None,
        side=None,
        stance=None,
        content=(),
        context=around.of(text),
        context_span=around,
        marks=marks(text, around, terms, stems),
        score=score,
    )
