"""Who does it, to whom, with what: by where they stand around the trigger."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analysis.events.clauses import Clause
from rashomon.analysis.events.lexicon import EventTable
from rashomon.analysis.events.triggers import SPEECH, Found
from rashomon.model.spans import Span

_REACH = 16
"""Words between a trigger and who takes part, at most."""

_LONGEST_INSTRUMENT = 4
_PASSIVE = frozenset(("was", "were", "been", "being", "be", "is", "are", "got", "get"))
_BY = frozenset(("by",))
_OF = frozenset(("of",))
_ON = frozenset(("against", "at", "in", "of", "on", "targeting", "upon"))
_OFF = frozenset(
    (
        *("about", "against", "among", "at", "between", "despite", "for", "from", "in", "into"),
        *("near", "of", "on", "over", "to", "toward", "towards", "with"),
    )
)
"""Prepositions that make what follows neither subject nor object."""

_PARTING = _OFF - _ON | frozenset((",", ";", ":", ".", "that", "by", "as", "when", "if", "while"))
"""Words after a verb that show that what follows is not its object."""

_PHRASE = 4
"""Words that may stand between a verb and the name of its object: "attacked a convoy of"."""

_CARRYING = frozenset(
    (
        *("began", "begun", "carried", "carry", "carrying", "commit", "committed", "conduct"),
        *("conducted", "conducting", "launch", "launched", "launching", "led", "made", "mounted"),
        *("ordered", "planned", "staged", "started", "waged", "claimed", "carries", "launches"),
    )
)
"""Verbs whose subject does what their object, a noun, names: "carried out a strike"."""

_POSSESSIVE = frozenset(("his", "her", "its", "their", "our", "my"))
_DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her", "some", "all", "many"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A party where a sentence names it.

    Attributes:
        span: where.
        party: the ``id`` of the party.
        is_place: whether it is named by a place, which is a party only if it takes part.
    """

    span: Span
    party: str
    is_place: bool


@dataclass(frozen=True, slots=True)
class Participants:
    """Who acts and who suffers, and the words for the instrument."""

    agent: Actor | None
    target: Actor | None
    instrument: Span | None


@dataclass(frozen=True, slots=True)
class _Near:
    """An actor with the numbers of its first word, and of the word after its last."""

    first: int
    last: int
    actor: Actor
    lead: str


def participants(
    sentence: Clause,
    found: Found,
    actors: Sequence[Actor],
    table: EventTable,
) -> Participants:
    """Return who takes part in an event.

    Args:
        sentence: the words of its sentence.
        found: its trigger.
        actors: the parties named in the sentence, in its order.
        table: the words that tell of events.
    """
    near = [
        _near(sentence, one)
        for one in actors
        if not one.span.overlaps(found.span) and not _is_possessive(sentence, one)
    ]
    before = [one for one in near if 0 <= found.first - one.last <= _REACH]
    after = [one for one in near if 0 <= one.first - found.last <= _REACH]
    if not table.undergone.isdisjoint(sentence.words[found.first : found.last]):
        agent, target = None, _undergoing(sentence, found, actors, before, after)
    elif not found.is_verb:
        agent, target = _around_noun(sentence, found, before, after)
    elif _is_passive(sentence, found):
        agent, target = _led(after, _BY), _subject(before)
    else:
        agent, target = _subject(before), _object(sentence, found, after)
    if agent and target and agent.actor.party == target.actor.party:
        target = None
    if target and target.actor.is_place and found.type not in SPEECH:
        target = None  # it is where it happened
    return Participants(
        agent.actor if agent else None,
        target.actor if target else None,
        _instrument(sentence, found, table.instruments),
    )


def _is_possessive(sentence: Clause, actor: Actor) -> bool:
    words = sentence.words[sentence.at(actor.span.start) : sentence.at(actor.span.end)]
    return len(words) == 1 and words[0] in _POSSESSIVE


def _near(sentence: Clause, actor: Actor) -> _Near:
    first, last = sentence.at(actor.span.start), sentence.at(actor.span.end)
    at = first - 1
    while at >= 0 and sentence.words[at] in _DETERMINERS:
        at -= 1
    return _Near(first, max(last, first + 1), actor, sentence.words[at] if at >= 0 else "")


def _subject(before: Sequence[_Near]) -> _Near | None:
    """Return the nearest that no preposition leads to; a place only if nobody else stands there."""
    free = [one for one in before if one.lead not in _OFF]
    people = [one for one in free if not one.actor.is_place]
    return next(reversed(people or free), None)


def _object(sentence: Clause, found: Found, after: Sequence[_Near]) -> _Near | None:
    """Return the first after a verb, if nothing but a few words of its own phrase stand between."""
    first = after[0] if after else None
    if first is None or first.first - found.last > _PHRASE:
        return None
    between = sentence.words[found.last : first.first]
    return first if _PARTING.isdisjoint(between) else None


def _undergoing(
    sentence: Clause,
    found: Found,
    actors: Sequence[Actor],
    before: Sequence[_Near],
    after: Sequence[_Near],
) -> _Near | None:
    """Return who suffers what nobody does: "X died", "the death of X", "X's death"."""
    if found.is_verb and found.last - found.first == 1:
        return _subject(before)
    # the possessor may be a part of the trigger
    own = [_near(sentence, one) for one in actors if found.span.holds(one.span)]
    own += [one for one in before if found.first - one.last <= 1]
    return (
        next(iter(own), None) or _led(after, _OF) or (_subject(before) if found.is_verb else None)
    )


def _around_noun(
    sentence: Clause, found: Found, before: Sequence[_Near], after: Sequence[_Near]
) -> tuple[_Near | None, _Near | None]:
    """Return agent and target of a noun: "X's strike", "strike by X", "X made a strike on"."""
    agent, target = _led(after, _BY), _led(after, _ON)
    if agent is None:
        # "the Norvian strike": an actor right before the noun is its own
        own = [one for one in before if found.first - one.last <= 1]
        agent = own[-1] if own else None
        if agent is None and not _CARRYING.isdisjoint(sentence.words[: found.first]):
            agent = _subject(before)
    return agent, target


def _led(after: Sequence[_Near], leads: frozenset[str]) -> _Near | None:
    """Return the first that one of some prepositions leads to."""
    return next((one for one in after if one.lead in leads and not one.actor.is_place), None)


def _is_passive(sentence: Clause, found: Found) -> bool:
    if sentence.words[found.first].endswith("ing"):
        return False
    lead = sentence.words[max(0, found.first - 3) : found.last - 1]
    follows = sentence.words[found.last : found.last + 1]
    return not _PASSIVE.isdisjoint(lead) or follows == ("by",)


def _instrument(
    sentence: Clause, found: Found, instruments: frozenset[tuple[str, ...]]
) -> Span | None:
    """Return the instrument nearest to the trigger; the trigger's own words may name it."""
    best: tuple[int, Span] | None = None
    at = 0
    while at < len(sentence.words):
        most = min(_LONGEST_INSTRUMENT, len(sentence.words) - at)
        size = next(
            (n for n in range(most, 0, -1) if sentence.words[at : at + n] in instruments), 0
        )
        if size:
            far = max(found.first - (at + size), at - found.last, 0)
            if far <= _REACH and (best is None or far < best[0]):
                best = far, Span(sentence.starts[at], sentence.ends[at + size - 1])
        at += size or 1
    return best[1] if best else None
