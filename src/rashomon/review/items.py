"""The items of a reading as texts by name, the way in which decisions hold them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.model.reading import Attribution, Casualties, Party, Place, Reading, Time
from rashomon.model.review import Item, ItemKind
from rashomon.model.spans import covering
from rashomon.review.fields import write_spans


def items_of(reading: Reading) -> Iterator[Item]:
    """Yield the items of a reading: claims, times, places and counts, each in their order.

    A count that several events of the reading have is one item.
    """
    yield from _claims(reading)
    for time in reading.times:
        yield Item("time", time.id, time.span, time_values(time))
    for place in reading.places:
        yield Item("place", place.id, place.span, place_values(place))
    yield from _counts(reading)


def item_of(reading: Reading, what: ItemKind, item_id: str) -> Item | None:
    """Return the item of a reading with an ``id``; ``None`` where it has none."""
    if what == "claim":
        claims = tuple(one for one in reading.attributions if one.id == item_id)
        found = _claims(replace(reading, attributions=claims))
    elif what == "count":
        found = _counts(reading)
    else:
        found = items_of(replace(reading, attributions=(), events=()))
    return next((one for one in found if (one.what, one.id) == (what, item_id)), None)


def _claims(reading: Reading) -> Iterator[Item]:
    parties = {one.id: one for one in reading.parties}
    for claim in reading.attributions:
        if words := claim.content or claim.cue or claim.source:
            yield Item("claim", claim.id, covering(words), claim_values(claim, parties))


def _counts(reading: Reading) -> Iterator[Item]:
    counts = {count_id(one): one for event in reading.events for one in event.casualties}
    for key, count in sorted(counts.items(), key=lambda one: (one[1].span, one[0])):
        yield Item("count", key, count.span, count_values(count))


def claim_values(one: Attribution, parties: Mapping[str, Party]) -> dict[str, str]:
    """Return the fields of a claim."""
    party = parties.get(one.party or "")
    return {
        "source": write_spans(one.source),
        "cue": write_spans(one.cue),
        "content": write_spans(one.content),
        "party": party.name if party else "",
        "party_kind": (party.kind or "") if party else "",
        "party_side": (party.side or "") if party else "",
        "stance": one.stance,
        "framing": one.framing,
    }


def time_values(one: Time) -> dict[str, str]:
    """Return the fields of a time."""
    return {"words": write_spans((one.span,)), "edtf": one.edtf or ""}


def place_values(one: Place) -> dict[str, str]:
    """Return the fields of a place."""
    return {
        "words": write_spans((one.span,)),
        "name": one.name,
        "lat": _written(one.lat),
        "lon": _written(one.lon),
        "radius_km": _written(one.radius_km),
        "country": one.country or "",
        "precision": one.precision or "",
        "geonames_id": "" if one.geonames_id is None else str(one.geonames_id),
    }


def count_values(one: Casualties) -> dict[str, str]:
    """Return the fields of a count."""
    return {
        "words": write_spans((one.span,)),
        "kind": one.kind,
        "who": one.who or "",
        "min": str(one.min),
        "max": "" if one.max is None else str(one.max),
    }


def count_id(one: Casualties) -> str:
    """Return what a count is known by: its words, its kind and whom it counts."""
    who = f"-{'-'.join(one.who.split())}" if one.who else ""
    return f"c{one.span.start}-{one.span.end}-{one.kind}{who}"


def _written(number: float | None) -> str:
    return "" if number is None else repr(float(number))
