"""Which documents tell of an incident, as their subject and in passing, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.linking.incidents.agreement import agreed_days, agreed_place
from rashomon.linking.incidents.background import (
    Places,
    Telling,
    in_passing,
    may_be_misplaced,
    told_together,
)
from rashomon.linking.incidents.reasons import DECIDED, in_passing_reason, reason
from rashomon.linking.incidents.scoring import Sides, probability
from rashomon.linking.incidents.sketches import Range, Sketch, Spot
from rashomon.linking.incidents.tables import Model
from rashomon.linking.incidents.tree import Edge, best_links, inner_edges, middle

SPOTS = 3
"""Places of an account that are looked at: those that it speaks of most."""
_SURE = 40.0
"""Log-odds of what a person decided."""


@dataclass(frozen=True, slots=True)
class Given:
    """What incidents are made of.

    Attributes:
        ids: the ids of the documents, in order; elsewhere a document is its number in it.
        sides: the documents.
        scores: the log-odds of compared pairs that may be of one incident.
        together: the pairs that people put together.
        model: what was learned.
    """

    ids: Sequence[str]
    sides: Sides
    scores: Mapping[Edge, float]
    together: frozenset[Edge]
    model: Model


@dataclass(frozen=True, slots=True)
class Draft:
    """An incident in the making.

    Attributes:
        middle: the document that the incident is called after.
        main: the documents that are about it, with the ids of their event mentions.
        passing: those that tell of it in passing, with the same.
        told: what is told of it in passing, where no document is about it.
        links: pairs of documents with log-odds and the reason.
    """

    middle: int
    main: dict[int, list[str]] = field(default_factory=dict)
    passing: dict[int, list[str]] = field(default_factory=dict)
    told: list[Telling] = field(default_factory=list)
    links: list[tuple[Edge, float, str]] = field(default_factory=list)


def make_drafts(groups: Sequence[Sequence[int]], given: Given) -> list[Draft]:
    """Return the incidents that groups of documents are about, and those told of in passing."""
    drafts: list[Draft] = []
    profiles: list[Telling] = []
    passing: list[Telling] = []
    edges = inner_edges(groups, sorted(given.scores.keys() | given.together))
    for group, inner in zip(groups, edges, strict=True):
        sketches = {one: given.sides.sketch(one) for one in group}
        tellings = {
            one: list(in_passing(one, sketch, given.model.words))
            for one, sketch in sketches.items()
        }
        passing += [telling for one in group for telling in tellings[one]]
        if draft := _subject(group, inner, sketches, tellings, given):
            if profile := _profile(len(drafts), sketches):
                profiles.append(profile)
            drafts.append(draft)
    return [*drafts, *_place(passing, drafts, profiles, given)]


def _subject(
    group: Sequence[int],
    edges: Sequence[Edge],
    sketches: Mapping[int, Sketch],
    tellings: Mapping[int, Sequence[Telling]],
    given: Given,
) -> Draft | None:
    """Return the incident that a group is about; ``None`` where nothing is told to happen."""
    if not any(sketch.main for sketch in sketches.values()):
        return None
    scores = {edge: _SURE if edge in given.together else given.scores[edge] for edge in edges}
    draft = Draft(middle(group, edges, scores))
    for one, sketch in sketches.items():
        elsewhere = {event for telling in tellings[one] for event in telling.events}
        own = [event.id for event in sketch.main if event.id not in elsewhere]
        draft.main[one] = own
    for a, b in best_links(edges, scores):
        is_decided = (a, b) in given.together
        why = DECIDED if is_decided else reason(given.sides[a], given.sides[b], given.model)
        draft.links.append(((a, b), scores[a, b], why))
    return draft


def _profile(number: int, sketches: Mapping[int, Sketch]) -> Telling | None:
    """Return what the accounts of an incident agree on, to hold what is told in passing against.

    ``None`` where they give no day or no place.
    """
    days = agreed_days(
        (one.first, one.last, one.weight) for sketch in sketches.values() for one in sketch.days
    )
    place = agreed_place([sketch.spots[:SPOTS] for sketch in sketches.values()])
    if days is None or place is None or place.lat is None:
        return None
    types = {one for sketch in sketches.values() for one, _ in sketch.types[:2]}
    tolls = [one.killed for one in sketches.values() if one.killed]
    return Telling(
        number=number,
        events=(),
        types=tuple(sorted(types)),
        first=days[0],
        last=days[1],
        spot=place,
        killed=_widest(tolls),
        parties=tuple(dict.fromkeys(name for one in sketches.values() for name in parties(one))),
        trigger="",
    )


def _widest(tolls: Sequence[Range]) -> Range | None:
    """Return the range from the fewest to the most that accounts give."""
    if not tolls:
        return None
    most = [most for _, most in tolls if most is not None]
    return min(least for least, _ in tolls), max(most) if len(most) == len(tolls) else None


def parties(sketch: Sketch) -> Iterable[str]:
    """Return who acts and suffers in what a document is about."""
    return dict.fromkeys(name for event in sketch.main for name in event.parties)


def _place(
    passing: Sequence[Telling],
    drafts: Sequence[Draft],
    profiles: Iterable[Telling],
    given: Given,
) -> list[Draft]:
    """Add what is told in passing to the incidents that it fits; return new ones for the rest."""
    words = given.model.words
    known = Places(words)
    own: dict[int, Telling] = {}
    for profile in profiles:
        known.add(profile)
        own.update(dict.fromkeys(drafts[profile.number].main, profile))
    rest = []
    for telling in passing:
        if best := known.best(telling):
            _add(drafts[best[1].number], telling, best[0], best[1].spot, given)
        elif _is_own(telling, own.get(telling.number), known, given):
            drafts[own[telling.number].number].main[telling.number].extend(telling.events)
        else:
            rest.append(telling)
    return _told_of_alone(rest, given)


def _is_own(telling: Telling, own: Telling | None, known: Places, given: Given) -> bool:
    """Return whether a document tells in passing of nothing but what it is about."""
    if own is None or known.near(telling):
        return False
    types = (one for one, _ in given.sides.sketch(telling.number).types)
    return may_be_misplaced(telling, own, types, given.model.words)


def _told_of_alone(rest: list[Telling], given: Given) -> list[Draft]:
    """Return the incidents that documents tell of in passing alone."""
    words = given.model.words
    made = []
    rest.sort(key=lambda one: (one.first, one.last, one.spot.name, one.number, one.events))
    for first, others in told_together(rest, words):
        if first.is_like_subject and not others:
            continue
        draft = Draft(first.number, told=[first])
        draft.passing[first.number] = list(first.events)
        for telling, score in others:
            draft.told.append(telling)
            _add(draft, telling, score, first.spot, given)
        made.append(draft)
    return made


def _add(draft: Draft, telling: Telling, score: float, spot: Spot, given: Given) -> None:
    one = telling.number
    if one in draft.main:
        draft.main[one].extend(telling.events)
    elif one in draft.passing:
        draft.passing[one].extend(telling.events)
    else:
        draft.passing[one] = list(telling.events)
        edge = (min(one, draft.middle), max(one, draft.middle))
        draft.links.append((edge, score, in_passing_reason(telling, spot, given.model)))


def link_probability(score: float) -> float:
    """Return the probability for log-odds, as it is shown; 1 for what a person decided."""
    return 1.0 if score >= _SURE else min(0.9999, round(probability(score), 4))
