"""Who of all that are named is a party of the reading, and which places stand for one.

Whoever speaks, takes part in an event or has a name is a party; phrases for others ("a neighbour")
are not. A place that speaks or takes part is meant for those who act there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.analysis.parties.find import Parties
from rashomon.model.reading import Attribution, Event, Party, Place, Reading
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Settled:
    """What of a reading refers to parties, with those that are left."""

    attributions: tuple[Attribution, ...]
    parties: tuple[Party, ...]
    events: tuple[Event, ...]
    places: tuple[Place, ...]


def settle(
    attributions: Sequence[Attribution],
    parties: Parties,
    events: Sequence[Event],
    acting: Mapping[Span, str],
    places: Sequence[Place],
) -> Settled:
    """Return a reading's parts with the parties that belong to it, numbered anew.

    Args:
        attributions: who says what; the ids of their parties are not set yet.
        parties: all that may be parties.
        events: what happened, with the ids of who took part.
        acting: names of places that took part, and the ids of their parties.
        places: the places.
    """
    used = {one for one in parties.speakers if one}
    used |= {one for event in events for one in (event.agent, event.target) if one}
    kept = []
    for party in parties.all:
        spans = {span for span, one in acting.items() if one == party.id}
        mentions = tuple(sorted({*party.mentions, *spans}))
        if mentions and (party.id in used or party.id in parties.named):
            kept.append(replace(party, mentions=mentions))
    kept.sort(key=lambda party: party.mentions)
    ids = {party.id: f"p{number}" for number, party in enumerate(kept, start=1)}
    left = _metonymic(_without_bodies(places, kept), attributions, acting)
    known = {place.id for place in left}
    return Settled(
        attributions=tuple(
            replace(one, party=ids.get(speaker or ""))
            for one, speaker in zip(attributions, parties.speakers, strict=True)
        ),
        parties=tuple(replace(party, id=ids[party.id]) for party in kept),
        events=tuple(
            replace(
                one,
                agent=ids.get(one.agent or ""),
                target=ids.get(one.target or ""),
                place=one.place if one.place in known else None,
            )
            for one in events
        ),
        places=left,
    )


def without_unsure(reading: Reading, least: float) -> Reading:
    """Return a reading without the attributions that are less sure, and what is within them.

    What they say is somebody's all the same: it is not among the statements in nobody's name.

    Args:
        reading: the reading.
        least: the least confidence, 0 to 1.
    """
    kept: dict[str, Attribution] = {}
    for one in reading.attributions:
        if one.confidence >= least and (one.within is None or one.within in kept):
            kept[one.id] = one
    events = tuple(
        one if one.attribution in kept else replace(one, attribution=None) for one in reading.events
    )
    return replace(reading, attributions=tuple(kept.values()), events=events)


def _without_bodies(places: Sequence[Place], parties: Sequence[Party]) -> list[Place]:
    """Return the places, less what no gazetteer knows and is what a group or body is called.

    What is placed by its relation to another place is not known either.
    """
    bodies = {
        span
        for party in parties
        if party.kind not in (None, "government", "unnamed", "group")
        for span in party.mentions
    }
    unknown = {one.id for one in places if one.lat is None or one.precision == "near"}
    names = {one.name for one in places if one.id in unknown and one.span in bodies}
    return [one for one in places if one.id not in unknown or one.name not in names]


def _metonymic(
    places: Sequence[Place], attributions: Iterable[Attribution], acting: Iterable[Span]
) -> tuple[Place, ...]:
    """Return the places; those that are a source or take part are meant for who acts there."""
    standing = {span for one in attributions for span in one.source} | set(acting)
    return tuple(
        replace(one, use="metonymic") if one.use == "literal" and one.span in standing else one
        for one in places
    )
