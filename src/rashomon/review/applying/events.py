"""Events after decisions on claims, times, places and counts: whose they are, and how told.

People do not decide on events. What ties an event to an item follows the item.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model.contents import Contents
from rashomon.model.reading import Attribution, Event, Modality, Polarity, Stance
from rashomon.model.spans import Span
from rashomon.review.applying.claims import Claims

_BY_STANCE: Mapping[Stance, Modality] = {
    "predicts": "planned",
    "demands": "hypothetical",
    "asks": "hypothetical",
    "alleges": "alleged",
    "doubts": "alleged",
}
_STRENGTH: Sequence[Modality] = ("happened", "alleged", "hypothetical", "planned")
"""How an event may be told; where the words and who says it differ, the later one is meant."""


def retell(
    events: Sequence[Event], before: Sequence[Attribution], claims: Claims
) -> tuple[Event, ...]:
    """Return events with the claims that tell them now, told as these tell them.

    Args:
        events: the events of the reading.
        before: the claims that the machine reads.
        claims: the claims after all decisions on them.
    """
    old = {one.id: one for one in before}
    new = {one.id: one for one in claims.all}
    contents = Contents(claims.all)
    touched = [span for one in claims.all if one.id in claims.moved for span in one.content]
    told = []
    for event in events:
        teller = new.get(event.attribution or "")
        is_lost = event.attribution in claims.gone or event.attribution in claims.moved
        if is_lost or any(span.holds(event.trigger) for span in touched):
            teller = innermost(event.trigger, claims.all, contents)
        told.append(_told_by(event, old.get(event.attribution or ""), teller))
    return tuple(told)


def innermost(span: Span, claims: Sequence[Attribution], contents: Contents) -> Attribution | None:
    """Return the claim with the smallest content that holds a stretch."""
    holding = contents.holding(span)
    return claims[holding[0][1]] if holding else None


def _told_by(event: Event, before: Attribution | None, after: Attribution | None) -> Event:
    """Return an event as another tells it, or the same one otherwise."""
    attribution = after.id if after else None
    if _manner(before) == _manner(after):
        return (
            event if attribution == event.attribution else replace(event, attribution=attribution)
        )
    by_words = "happened" if event.modality == modality_of(before) else event.modality
    return replace(
        event,
        attribution=attribution,
        polarity=polarity_of(event.polarity, before, after),
        modality=max(by_words, modality_of(after), key=_STRENGTH.index),
    )


def _manner(claim: Attribution | None) -> tuple[bool, Modality]:
    return _denies(claim), modality_of(claim)


def polarity_of(
    polarity: Polarity, before: Attribution | None, after: Attribution | None
) -> Polarity:
    """Return whether an event is said to have taken place: who denies it turns what is said."""
    if _denies(before) == _denies(after):
        return polarity
    return "asserted" if polarity == "denied" else "denied"


def modality_of(claim: Attribution | None) -> Modality:
    """Return how an event is told by who says it, whatever the words beside it say."""
    if claim is None:
        return "happened"
    if claim.framing == "distancing" and claim.stance not in _BY_STANCE:
        return "alleged"
    return _BY_STANCE.get(claim.stance, "happened")


def _denies(claim: Attribution | None) -> bool:
    return claim is not None and claim.stance == "denies"
