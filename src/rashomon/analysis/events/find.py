"""All events that a document tells of, numbered, each with its standing."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rashomon.analysis.casualties.harms import Harm
from rashomon.analysis.events.circumstances import Circumstances, InOrder, circumstances
from rashomon.analysis.events.clauses import Clause, clause, holds_any
from rashomon.analysis.events.codes import coded
from rashomon.analysis.events.lexicon import EventTable
from rashomon.analysis.events.manner import Manner, manner_of
from rashomon.analysis.events.participants import Actor, participants
from rashomon.analysis.events.senses import Senses, is_none
from rashomon.analysis.events.standing import VIOLENT, Told, is_background, main_event
from rashomon.analysis.events.triggers import SPEECH, Found, find_triggers
from rashomon.analysis.mentions import Mentions
from rashomon.model.contents import Contents
from rashomon.model.reading import Attribution, Event, PartyKind, Place, Time
from rashomon.model.spans import Span

HARM = "attack"
"""The type of an event of which nothing is told but whom it harmed."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Known:
    """What of a document is known before its events are sought.

    Attributes:
        sentences: its sentences, in order.
        times: its times.
        places: its places.
        actors: its parties where they are named, in text order.
        kinds: what each party is, by its ``id``.
        attributions: its attributions.
        harms: what its sentences say of people harmed, in order.
    """

    sentences: Sequence[Span]
    times: Sequence[Time]
    places: Sequence[Place]
    actors: Sequence[Actor]
    kinds: Mapping[str, PartyKind | None]
    attributions: Sequence[Attribution]
    harms: Sequence[Harm]


@dataclass(frozen=True, slots=True)
class Happened:
    """The events of a document.

    Attributes:
        events: the event mentions, in the order of the text.
        acting: names of places that stand for a party that takes part, and its ``id``.
    """

    events: tuple[Event, ...]
    acting: Mapping[Span, str]


@dataclass(frozen=True, slots=True)
class _Mention:
    """An event mention on its way; ``acting`` are the places that take part in it."""

    event: Event
    told: Told
    acting: tuple[Actor, ...]


def find_events(
    text: str, marked: Mentions, senses: Senses, known: Known, table: EventTable
) -> Happened:
    """Return the event mentions of a document.

    Args:
        text: the document's text.
        marked: what the encoder marks as events.
        senses: what it says of their types and of whether they took place.
        known: what else was found in the document.
        table: the words that tell of events.
    """
    mentions = _Finder(text, marked, senses, known, table).mentions()
    best = main_event([one.told for one in mentions])
    main = mentions[best] if best is not None else None
    events = tuple(
        replace(_placed(one, main), id=f"e{number}") for number, one in enumerate(mentions, start=1)
    )
    return Happened(events, {actor.span: actor.party for one in mentions for actor in one.acting})


def _placed(one: _Mention, main: _Mention | None) -> Event:
    """Return an event with its standing; a mention of the main event shares its time and place."""
    if main is None:
        return one.event
    background = is_background(one.told, main.told)
    event = replace(one.event, is_background=background)
    if background or event.type in SPEECH:
        return event
    time, place = main.told.time, main.told.place
    return replace(
        event,
        time=event.time or (time.id if time else None),
        place=event.place or (place.id if place else None),
    )


class _Finder:
    """Finds the mentions of one document, sentence by sentence."""

    def __init__(
        self, text: str, marked: Mentions, senses: Senses, known: Known, table: EventTable
    ) -> None:
        self._text = text
        self._marked = marked
        self._senses = senses
        self._known = known
        self._table = table
        self._starts = [span.start for span in known.sentences]
        self._actors = self._by_sentence((one.span, one) for one in known.actors)
        self._cues = self._by_sentence(
            (span, span) for one in known.attributions for span in one.cue
        )
        self._times = InOrder(
            one for one in known.times if one.of in ("event", None) and _is_day(one)
        )
        sources = {span for one in known.attributions for span in one.source}
        self._places = InOrder(
            one for one in known.places if one.use == "literal" and one.span not in sources
        )
        self._named = {one.span for one in known.places}
        self._contents = Contents(known.attributions)
        self._harms: dict[int, list[Harm]] = {}
        for harm in known.harms:
            self._harms.setdefault(harm.sentence, []).append(harm)

    def mentions(self) -> list[_Mention]:
        """Return all mentions, in the order of the text."""
        made: list[_Mention] = []
        for number, span in enumerate(self._known.sentences):
            made += self._told_in(number, clause(self._text, span))
        return made

    def _told_in(self, number: int, sentence: Clause) -> list[_Mention]:
        """Return the mentions of one sentence, people harmed given to the nearest of them."""
        cues = self._cues.get(number, ())
        marked = [
            one.span
            for one in self._marked.within(sentence.span)
            if not any(map(one.span.overlaps, cues))
        ]
        found = find_triggers(sentence, marked, self._senses, self._table)
        physical = [one for one in found if one.type not in SPEECH]
        given: dict[Span, list[Harm]] = {}
        left: list[Harm] = []
        for harm in self._harms.get(number, ()):
            if harm.is_hypothetical or _says_nothing(harm):
                continue
            nearest = min(physical, key=lambda one: _gap(one.span, harm.cue), default=None)
            (given.setdefault(nearest.span, []) if nearest else left).append(harm)
        made = [self._mention(number, sentence, one, given.get(one.span, [])) for one in found]
        if left and self._is_violent(sentence, left[0]):
            made.append(self._mention(number, sentence, _harm_found(sentence, left[0]), left))
        return sorted(made, key=lambda one: one.event.trigger)

    def _is_violent(self, sentence: Clause, harm: Harm) -> bool:
        """Return whether words for harm tell of violence: "killed" does, "died" of age does not."""
        words = sentence.words[sentence.at(harm.cue.start) : sentence.at(harm.cue.end)]
        if not self._table.violent.isdisjoint(words):
            return True
        return not is_none(VIOLENT, self._senses.scores(sentence.span, harm.cue), 0.0)

    def _mention(
        self, number: int, sentence: Clause, found: Found, harms: Sequence[Harm]
    ) -> _Mention:
        attribution = self._innermost(found.span)
        actors = self._actors_of(number, found, attribution)
        taking_part = participants(sentence, found, actors, self._table)
        acting = tuple(
            one
            for one in (taking_part.agent, taking_part.target)
            if one and (one.is_place or (one is taking_part.agent and one.span in self._named))
        )
        where = circumstances(
            self._text,
            sentence.span,
            found.span,
            self._times,
            self._places,
            {one.span for one in acting},
            is_said=found.type in SPEECH,
        )
        agent, target = (
            one.party if one else None for one in (taking_part.agent, taking_part.target)
        )
        kinds = self._known.kinds
        kind = coded(found.type, kinds.get(agent or ""), kinds.get(target or ""))
        manner = self._manner(sentence, found, attribution, harms)
        event = Event(
            id="",
            type=kind,
            trigger=found.span,
            span=sentence.span,
            agent=agent,
            target=target,
            instrument=taking_part.instrument,
            time=where.time.id if where.time else None,
            place=where.place.id if where.place else None,
            casualties=tuple(harm.casualties for harm in harms),
            attribution=attribution.id if attribution else None,
            polarity=manner.polarity,
            modality=manner.modality,
            is_background=False,
        )
        return _Mention(event, self._told(number, sentence, kind, where, harms), acting)

    def _manner(
        self,
        sentence: Clause,
        found: Found,
        attribution: Attribution | None,
        harms: Sequence[Harm],
    ) -> Manner:
        took_place = self._senses.took_place(found.span) if found.is_verb and not harms else 1.0
        manner = manner_of(sentence, found.first, attribution, took_place, self._table.modality)
        if harms and all(harm.is_denied for harm in harms) and found.span == harms[0].cue:
            return replace(manner, polarity="denied")
        return manner

    def _told(
        self,
        number: int,
        sentence: Clause,
        kind: str,
        where: Circumstances,
        harms: Sequence[Harm],
    ) -> Told:
        looks_back = holds_any(sentence.line, self._table.background)
        return Told(
            type=kind,
            sentence=number,
            time=where.time,
            place=where.place,
            looks_back=looks_back or (bool(harms) and all(one.is_background for one in harms)),
        )

    def _actors_of(
        self, number: int, found: Found, attribution: Attribution | None
    ) -> Sequence[Actor]:
        """Return who may take part: of what somebody says, who is named in his words."""
        actors = self._actors.get(number, ())
        around = next(
            (
                part
                for part in (attribution.content if attribution else ())
                if part.holds(found.span)
            ),
            None,
        )
        return [one for one in actors if around.holds(one.span)] if around else actors

    def _innermost(self, span: Span) -> Attribution | None:
        """Return the attribution of the smallest content that holds a span."""
        holding = self._contents.holding(span)
        return self._known.attributions[holding[0][1]] if holding else None

    def _by_sentence(self, items: Iterable[tuple[Span, Item]]) -> Mapping[int, list[Item]]:
        """Return things by the number of the sentence that they stand in."""
        found: dict[int, list[Item]] = {}
        for span, item in items:
            found.setdefault(max(bisect_right(self._starts, span.start) - 1, 0), []).append(item)
        return found


def _harm_found(sentence: Clause, harm: Harm) -> Found:
    """Return the words for harm as the trigger of an event that nothing else tells."""
    first = sentence.at(harm.cue.start)
    return Found(HARM, first, sentence.at(harm.cue.end), harm.cue, is_verb=True)


def _says_nothing(harm: Harm) -> bool:
    """Return whether a count allows any number: "dozens of casualties" may all be injured."""
    return harm.casualties.min == 0 and harm.casualties.max is None


def _is_day(time: Time) -> bool:
    """Return whether a time can be that of an event: a day or longer, or a time of day."""
    return time.type in ("date", "time")


def _gap(some: Span, other: Span) -> int:
    return max(some.start - other.end, other.start - some.end, 0)
