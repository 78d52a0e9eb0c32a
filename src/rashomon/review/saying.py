"""Decisions on items made of typed fields, for those who do not write them as texts."""

from typing import Literal

from rashomon.model.case import Decision
from rashomon.model.reading import CasualtyKind, Framing, PartyKind, Precision, Reading, Stance
from rashomon.model.review import ItemVerdict
from rashomon.model.spans import Span, Spans
from rashomon.review.fields import write_spans
from rashomon.review.making import insert_decision, item_decision


def claim_decision(
    reading: Reading,
    attribution_id: str,
    verdict: ItemVerdict,
    *,
    reviewer: str,
    note: str = "",
    source: Spans | None = None,
    cue: Spans | None = None,
    content: Spans | None = None,
    party: str | None = None,
    party_kind: PartyKind | None = None,
    party_side: str | None = None,
    stance: Stance | None = None,
    framing: Framing | None = None,
) -> Decision:
    """Return the decision that a claim of a reading is right, is none, or is otherwise.

    ``None`` leaves a field as it is. An empty source says that the text leaves it out, an empty
    party that nobody is known to speak. A party that the reading has under this name keeps its kind
    and side.

    Args:
        reading: the reading that the reviewer saw (``case.reading``, ``reviewed(...).reading``).
        attribution_id: the ``id`` of the claim in it.
        verdict: ``accept``, ``reject`` or ``correct``.
        reviewer: who decides.
        note: why; may be empty.
        source: who speaks, as stretches of the text.
        cue: the words that attribute.
        content: what is said.
        party: the name of the party that speaks.
        party_kind: what it is.
        party_side: the side that it belongs to.
        stance: what the source does with the content.
        framing: how the writer presents it.

    Raises:
        SettingsError: lists all that makes no sense; or nothing is corrected.
        UnknownItemError: the reading has no such claim.
    """
    values = {
        **_spans(source=source, cue=cue, content=content),
        **_given(party=party, party_kind=party_kind, party_side=party_side),
        **_given(stance=stance, framing=framing),
    }
    return item_decision(
        reading, "claim", attribution_id, verdict, values, reviewer=reviewer, note=note
    )


def time_decision(
    reading: Reading,
    time_id: str,
    verdict: ItemVerdict,
    *,
    reviewer: str,
    note: str = "",
    words: Span | None = None,
    edtf: str | None = None,
) -> Decision:
    """Return the decision on a time; see :func:`claim_decision`.

    Args:
        reading: the reading that the reviewer saw.
        time_id: the ``id`` of the time in it.
        verdict: ``accept``, ``reject`` or ``correct``.
        reviewer: who decides.
        note: why; may be empty.
        words: its words.
        edtf: its value in EDTF, level 1 (``2017-06-18``, ``2017-06``, ``2017-06-18/2017-06-20``);
            empty for none.
    """
    values = {**_spans(words=words and (words,)), **_given(edtf=edtf)}
    return item_decision(reading, "time", time_id, verdict, values, reviewer=reviewer, note=note)


def place_decision(
    reading: Reading,
    place_id: str,
    verdict: ItemVerdict,
    *,
    reviewer: str,
    note: str = "",
    words: Span | None = None,
    name: str | None = None,
    lat: float | None = None,
    lon: float | None = None,
    radius_km: float | None = None,
    country: str | None = None,
    precision: Precision | None = None,
    geonames_id: int | None = None,
) -> Decision:
    """Return the decision on a place; see :func:`claim_decision`.

    Another name without coordinates is a place that is not resolved: the old pin is gone.

    Args:
        reading: the reading that the reviewer saw.
        place_id: the ``id`` of the place in it.
        verdict: ``accept``, ``reject`` or ``correct``.
        reviewer: who decides.
        note: why; may be empty.
        words: its words.
        name: the gazetteer's name of it.
        lat: latitude of its middle in degrees.
        lon: longitude of its middle in degrees.
        radius_km: how far from there it may lie.
        country: ISO 3166-1 alpha-2.
        precision: how precisely it is known.
        geonames_id: its number in GeoNames.
    """
    values = {
        **_spans(words=words and (words,)),
        **_given(name=name, lat=lat, lon=lon, radius_km=radius_km),
        **_given(country=country, precision=precision, geonames_id=geonames_id),
    }
    return item_decision(reading, "place", place_id, verdict, values, reviewer=reviewer, note=note)


def count_decision(
    reading: Reading,
    count_id: str,
    verdict: ItemVerdict,
    *,
    reviewer: str,
    note: str = "",
    words: Span | None = None,
    kind: CasualtyKind | None = None,
    who: str | None = None,
    least: int | None = None,
    most: int | Literal["unbounded"] | None = None,
) -> Decision:
    """Return the decision on a count of people; see :func:`claim_decision`.

    Args:
        reading: the reading that the reviewer saw.
        count_id: the ``Item.id`` of the count (``c120-131-killed-civilians``).
        verdict: ``accept``, ``reject`` or ``correct``.
        reviewer: who decides.
        note: why; may be empty.
        words: its words.
        kind: what happened to them.
        who: who they are; empty where the text does not say.
        least: the fewest that the words allow.
        most: the most that they allow; ``unbounded`` where they set no bound. Where an exact
            number is corrected and this is left out, it is ``least``.
    """
    values = {
        **_spans(words=words and (words,)),
        **_given(kind=kind, who=who, min=least, max="" if most == "unbounded" else most),
    }
    return item_decision(reading, "count", count_id, verdict, values, reviewer=reviewer, note=note)


def new_claim(
    reading: Reading,
    *,
    cue: Spans,
    content: Spans,
    reviewer: str,
    note: str = "",
    source: Spans = (),
    party: str = "",
    party_kind: PartyKind | None = None,
    party_side: str | None = None,
    stance: Stance = "asserts",
    framing: Framing = "neutral",
) -> Decision:
    """Return the decision that a reading lacks a claim; see :func:`claim_decision`."""
    values = {
        **_spans(source=source, cue=cue, content=content),
        **_given(party=party, party_kind=party_kind, party_side=party_side),
        **_given(stance=stance, framing=framing),
    }
    return insert_decision(reading, "claim", values, reviewer=reviewer, note=note)


def new_time(
    reading: Reading, *, words: Span, edtf: str, reviewer: str, note: str = ""
) -> Decision:
    """Return the decision that a reading lacks a time; see :func:`time_decision`."""
    values = {**_spans(words=(words,)), "edtf": edtf}
    return insert_decision(reading, "time", values, reviewer=reviewer, note=note)


def new_place(
    reading: Reading,
    *,
    words: Span,
    name: str,
    reviewer: str,
    note: str = "",
    lat: float | None = None,
    lon: float | None = None,
    radius_km: float | None = None,
    country: str | None = None,
    precision: Precision | None = None,
    geonames_id: int | None = None,
) -> Decision:
    """Return the decision that a reading lacks a place; see :func:`place_decision`."""
    values = {
        **_spans(words=(words,)),
        **_given(name=name, lat=lat, lon=lon, radius_km=radius_km),
        **_given(country=country, precision=precision, geonames_id=geonames_id),
    }
    return insert_decision(reading, "place", values, reviewer=reviewer, note=note)


def new_count(
    reading: Reading,
    *,
    words: Span,
    kind: CasualtyKind,
    least: int,
    most: int | None,
    reviewer: str,
    note: str = "",
    who: str = "",
) -> Decision:
    """Return the decision that a reading lacks a count; see :func:`count_decision`.

    ``most`` is ``None`` where the words set no bound.
    """
    bound = "" if most is None else most
    values = {**_spans(words=(words,)), **_given(kind=kind, who=who, min=least, max=bound)}
    return insert_decision(reading, "count", values, reviewer=reviewer, note=note)


def _spans(**given: Spans | None) -> dict[str, str]:
    return {name: write_spans(spans) for name, spans in given.items() if spans is not None}


def _given(**given: str | float | None) -> dict[str, str]:
    return {name: str(value) for name, value in given.items() if value is not None}
