"""Times, places and counts with the values that people gave them."""

from dataclasses import replace
from typing import cast

from rashomon.model.reading import Casualties, CasualtyKind, Place, Precision, Time
from rashomon.model.spans import Span
from rashomon.review.edtf import bounds_of
from rashomon.review.fields import parse_spans
from rashomon.review.resolving import Resolved


def corrected_time(before: Time | None, key: str, one: Resolved) -> Time:
    """Return a time as people have it.

    Args:
        before: the time that the machine reads, or ``None``.
        key: its ``id``.
        one: what the decisions on it come to.
    """
    edtf = one.values["edtf"] or None
    moved = replace(before, span=_words(one)) if before else None
    if moved and "edtf" not in one.changed:
        return moved
    earliest, latest = (bounds_of(edtf) if edtf else None) or (None, None)
    return Time(
        id=key,
        span=_words(one),
        type="date" if edtf or moved is None else moved.type,
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        timex_value=None,
        anchored_by="reviewer" if edtf else None,
        of=moved.of if moved else "event",
    )


def corrected_place(before: Place | None, key: str, one: Resolved) -> Place:
    """Return a place as people have it; see :func:`corrected_time`."""
    values = one.values
    moved = replace(before, span=_words(one)) if before else None
    if moved and "place" not in one.changed:
        return moved
    return Place(
        id=key,
        span=_words(one),
        name=values["name"],
        lat=_number(values["lat"]),
        lon=_number(values["lon"]),
        geonames_id=int(values["geonames_id"]) if values["geonames_id"] else None,
        country=values["country"] or None,
        admin1=None,
        precision=cast(Precision, values["precision"]) if values["precision"] else None,
        radius_km=_number(values["radius_km"]),
        use=moved.use if moved else "literal",
    )


def corrected_count(before: Casualties | None, one: Resolved) -> Casualties:
    """Return a count as people have it."""
    values = one.values
    return Casualties(
        kind=cast(CasualtyKind, values["kind"]),
        who=values["who"] or None,
        min=int(values["min"]),
        max=int(values["max"]) if values["max"] else None,
        span=_words(one),
        is_part=before.is_part if before else False,
    )


def _words(one: Resolved) -> Span:
    (words,) = parse_spans(one.values["words"]) or ()
    return words


def _number(written: str) -> float | None:
    return float(written) if written else None
