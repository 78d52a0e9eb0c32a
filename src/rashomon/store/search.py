"""Search: what a person asks, as statements and conditions of a case."""

import math
from collections.abc import Sequence
from typing import Any

from rashomon.model.case import Hit, Query
from rashomon.model.geometry import EARTH_KM, Circle
from rashomon.store.columns import to_column
from rashomon.store.connection import Connection
from rashomon.store.hits import hits
from rashomon.store.indexing import DEGREE, FIRST_DAY, LAST_DAY, day_number, trait
from rashomon.store.words import Term, name_key, parse

_FARTHEST_KM = 20_016.0  # half around the earth
_MOST = 10_000  # results that are handed over at once
_MANY = 20_000  # times or places; the statements that count them stop there

_Fields = list[tuple[str, Sequence[Term]]]


def search(db: Connection, query: Query) -> Sequence[Hit]:
    """Return the best results, best first; see ``Case.search``."""
    wanted = _terms_by_field(query)
    conditions = _conditions(db, query)
    if wanted is None or conditions is None or query.limit <= 0:
        return ()
    filters, values = conditions
    statement, matched = f"find {query.what}", wanted
    if query.what == "documents":
        matched = [one for one in wanted if one[0] in ("content", "publisher", "place")]
        if told := [one for one in wanted if one not in matched]:
            filters.append("documents with claims")
            values.append(db.matching(told))
    if matched:
        is_ranked = any(field in ("content", "speaker") for field, _ in matched)
        statement = f"{statement} by {'words' if is_ranked else 'traits'}"
        values.insert(0, db.matching(matched))
    page = (min(query.limit, _MOST), min(max(query.offset, 0), 2**31))
    with db.reading():
        found = db.rows(statement, (*values, *page), filters)
        return tuple(hits(db, found, parse(query.words)))


def _terms_by_field(query: Query) -> _Fields | None:
    """Return what words must stand in which field; ``None`` where none can."""
    typed = {"content": query.words, "speaker": query.speaker, "publisher": query.publisher}
    wanted: _Fields = [(field, parse(text)) for field, text in typed.items() if text.strip()]
    traits = {"stance": query.stance or "", "side": query.side, "place": query.place}
    for kind, name in traits.items():
        if name.strip():
            is_named = bool(name_key(name))
            wanted.append((kind, (Term((trait(kind, name),), False),) if is_named else ()))
    return wanted if all(terms for _, terms in wanted) else None


def _conditions(db: Connection, query: Query) -> tuple[list[str], list[Any]] | None:
    """Return what must hold beside words, with values; ``None`` where nothing can."""
    filters: list[str] = []
    values: list[Any] = []
    if query.since or query.until:
        first, last = day_number(query.since), day_number(query.until)
        if (query.since and first is None) or (query.until and last is None):
            return None
        days = (FIRST_DAY if first is None else first, LAST_DAY if last is None else last)
        if days[0] > days[1]:
            return None
        is_many = db.rows("count days", days)[0][0] >= _MANY
        filters.append(f"{query.what} of {'many days' if is_many else 'days'}")
        values += days
    if query.near:
        box, distance = _circle(query.near)
        is_many = db.rows("count places", box)[0][0] >= _MANY
        filters.append(f"{query.what} of {'many places' if is_many else 'places'}")
        values += distance if is_many else (*box, *distance)
    if query.incident:
        filters.append(f"{query.what} of incident")
        values.append(to_column(query.incident))
    return filters, values


def _circle(near: Circle) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return a circle as a box with its overhang beyond the date line, and what distance compares.

    The box is south, north, west, east, and west and east beyond the date line.
    """
    if not all(map(math.isfinite, (near.lat, near.lon, near.km))) or near.km < 0:
        return (0, -1, 0, -1, 0, -1), (0, 0, 0, -1)
    angle = min(near.km, _FARTHEST_KM) / EARTH_KM
    lat, lon = max(-90.0, min(90.0, near.lat)), (near.lon + 180) % 360 - 180
    south, north = lat - math.degrees(angle), lat + math.degrees(angle)
    wide = 180.0  # where a pole lies in the circle, every longitude does
    if south > -90 and north < 90:
        wide = math.degrees(math.asin(math.sin(angle) / math.cos(math.radians(lat))))
    west, east = lon - wide, lon + wide
    beyond = (-180.0, east - 360) if east > 180 else (west + 360, 180.0)
    edges = (south, north, west, east, *beyond)
    rounded = (math.floor, math.ceil) * 3
    box = tuple(off(edge * DEGREE) for off, edge in zip(rounded, edges, strict=True))
    compared = (round(lat * DEGREE), math.cos(math.radians(lat)), round(lon * DEGREE))
    return box, (*compared, math.sin(angle / 2) ** 2)
