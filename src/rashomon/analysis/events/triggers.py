"""Which words of a sentence tell of an event, and of which type.

The table says what words may tell, the encoder which of that they do tell here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.analysis.events.clauses import Clause, holds_any
from rashomon.analysis.events.lexicon import EventTable, Trigger
from rashomon.analysis.events.senses import Senses, is_none, likeliest, surest
from rashomon.analysis.heads import NONE
from rashomon.model.spans import Span

SPEECH = frozenset(
    (
        *("accuse", "agree", "claim_responsibility", "consult", "demand", "deny"),
        *("diplomacy", "sanction", "threaten"),
    )
)
"""Types that are said or done between parties, not suffered: PLOVER's."""

_MARKED = 1.0
"""By how many nats no event must be likelier where the encoder marks an event all the same."""

_CLEAR = 3
"""Words that may tell so many types at most are clear."""

_NEAR = 14
"""Words between two triggers of one event, at most."""

_SURE = 0.8
"""Probability of a type from which on an event is told even where no word of the table tells it."""


_BEFORE_NOUNS = frozenset(
    (
        *("a", "after", "an", "another", "any", "before", "by", "during", "each", "every"),
        *("for", "from", "her", "his", "in", "its", "many", "no", "of", "on", "our", "several"),
        *("some", "such", "that", "the", "their", "these", "this", "those", "two", "under"),
        *("with", "without", "my", "your", "new", "first", "second", "third", "last", "latest"),
    )
)
_AFTER_NOUNS = frozenset(("against", "by", "of", "on"))


@dataclass(frozen=True, slots=True)
class Found:
    """Words that tell of an event.

    Attributes:
        type: its type.
        first: the number of their first word in the sentence.
        last: the number of the word after their last.
        span: where they stand.
        is_verb: whether they are a verb.
        types: all types that they may tell.
    """

    type: str
    first: int
    last: int
    span: Span
    is_verb: bool
    types: tuple[str, ...] = ()


def find_triggers(
    sentence: Clause, marked: Sequence[Span], senses: Senses, table: EventTable
) -> list[Found]:
    """Return the triggers of a sentence, in its order; none overlap, and none tell the same type.

    Args:
        sentence: its words.
        marked: where the encoder marks events in it.
        senses: what the encoder says of the types.
        table: the words that tell of events.
    """
    found: list[Found] = []
    at = 0
    while at < len(sentence.words):
        best = next(_tellings(sentence, at, marked, senses, table), None)
        if best:
            found.append(best)
        at = best.last if best else at + 1
    if all(one.type in SPEECH for one in found):
        found += _unworded(sentence, marked, senses)
    return _first_of_each(_without_echoes(found))


def _tellings(
    sentence: Clause, at: int, marked: Sequence[Span], senses: Senses, table: EventTable
) -> Iterator[Found]:
    """Yield what the words from number ``at`` on tell, the longest words first."""
    for trigger in table.triggers.get(sentence.words[at], ()):
        last = _end(trigger, sentence, at)
        if last is None or not _fits(trigger, sentence):
            continue
        span = Span(sentence.starts[at], sentence.ends[last - 1])
        kind = trigger.types[0]
        if len(trigger.types) > 1 or trigger.is_weak:
            scores = senses.scores(sentence.span, span)
            margin = _MARKED if any(map(span.overlaps, marked)) else 0.0
            if trigger.is_weak and is_none(trigger.types, scores, margin):
                continue
            kind = likeliest(trigger.types, scores)
        is_verb = trigger.is_verb and not _is_noun(sentence, at, last)
        yield Found(kind, at, last, span, is_verb, trigger.types)


def _is_noun(sentence: Clause, first: int, last: int) -> bool:
    """Return whether a word that may be a verb or a noun ("attack") is a noun here."""
    if sentence.words[first].endswith(("ed", "ing")):
        return False
    before = sentence.words[first - 1] if first else ""
    after = sentence.words[last] if last < len(sentence.words) else ""
    return before in _BEFORE_NOUNS or before.endswith("'s") or after in _AFTER_NOUNS


def _end(trigger: Trigger, sentence: Clause, at: int) -> int | None:
    """Return the number of the word after a trigger that begins at ``at``, or ``None``."""
    words, place, slack = sentence.words, at, trigger.slack
    for number, forms in enumerate(trigger.words):
        reach = slack if number == 1 else 0
        found = next(
            (i for i in range(place, min(place + reach + 1, len(words))) if words[i] in forms), None
        )
        if found is None:
            return None
        place = found + 1
    return place


def _fits(trigger: Trigger, sentence: Clause) -> bool:
    if trigger.needs and not holds_any(sentence.line, trigger.needs):
        return False
    return not holds_any(sentence.line, trigger.unless)


def _unworded(sentence: Clause, marked: Sequence[Span], senses: Senses) -> list[Found]:
    """Return the event that the encoder is sure of where no word of the table tells it."""
    if not marked:
        return []
    kind, probability = surest(senses.scores(sentence.span, marked[0]))
    if kind == NONE or probability < _SURE:
        return []
    first = sentence.at(marked[0].start)
    last = max(sentence.at(marked[0].end), first + 1)
    return [Found(kind, first, last, marked[0], is_verb=True)]


def _without_echoes(found: Sequence[Found]) -> list[Found]:
    """Return the triggers, less those that only say anew what a clearer one beside them does.

    In "killed in an airstrike", *killed* may tell many types, and *airstrike* tells which it is.
    """
    clear = [one for one in found if len(one.types) <= _CLEAR]
    return [
        one
        for one in found
        if len(one.types) <= _CLEAR
        or not any(
            other.type in one.types and max(other.first - one.last, one.first - other.last) <= _NEAR
            for other in clear
        )
    ]


def _first_of_each(found: Sequence[Found]) -> list[Found]:
    """Return the first of the triggers of each type: the others tell the same once more."""
    first: dict[str, Found] = {}
    for one in found:
        first.setdefault(one.type, one)
    return sorted(first.values(), key=lambda one: one.span)
