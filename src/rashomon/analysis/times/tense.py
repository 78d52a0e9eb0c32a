"""Which way the verb beside a time points: "was shot on Friday", "will meet on Friday"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.analysis.times.context import Direction
from rashomon.analysis.times.tokens import Token
from rashomon.model.spans import Span

BEFORE = 20
AFTER = 4
"""Words before and after a time, in its sentence, among which its verb is looked for; the nearest
before it counts first. Measured on the train split."""

_CLAUSE = 25
"""Words to each side among which a verb shows that something is told."""

_PAST_ENDING = "ed"


@dataclass(frozen=True, slots=True)
class TenseTable:
    """Words by which verbs are known, in lower case.

    Attributes:
        past: forms of the past that do not end in "-ed".
        not_past: words that end in "-ed" and are no such form.
        present: forms of the present.
        future: words of clauses about what is to come.
        future_pairs: the same of two words ("set to").
        begins: words straight before a time at which something began ("since").
        ends: words straight before a time at which something is to end ("until").
        negations: words that turn this round ("was not found until Friday").
    """

    past: frozenset[str]
    not_past: frozenset[str]
    present: frozenset[str]
    future: frozenset[str]
    future_pairs: frozenset[tuple[str, ...]]
    begins: frozenset[str]
    ends: frozenset[str]
    negations: frozenset[str]


def direction(
    tokens: Sequence[Token], first: int, end: int, sentences: Sequence[Span], table: TenseTable
) -> Direction | None:
    """Return which way the verb beside a time points, ``None`` where none is near.

    Args:
        tokens: the tokens of the text.
        first: the first token of the time.
        end: the token after its last.
        sentences: the sentences of the text, in its order.
        table: the words.
    """
    sentence = _sentence(tokens, first, sentences)
    before = [
        at
        for at in range(first - 1, max(first - 1 - BEFORE, -1), -1)
        if tokens[at].start >= sentence.start
    ]
    if before and tokens[before[0]].word in table.begins:
        return "past"
    if before and tokens[before[0]].word in table.ends:
        is_negated = any(tokens[at].word in table.negations for at in before)
        return "past" if is_negated else "until"
    after = [
        at for at in range(end, min(end + AFTER, len(tokens))) if tokens[at].start < sentence.end
    ]
    points = (_points(tokens, at, table) for at in (*before, *after))
    return next((found for found in points if found), None)


def tells(
    tokens: Sequence[Token], first: int, sentences: Sequence[Span], table: TenseTable
) -> bool:
    """Return whether a verb that is known stands in the sentence of a time, not far from it."""
    sentence = _sentence(tokens, first, sentences)
    near = range(max(first - _CLAUSE, 0), min(first + _CLAUSE, len(tokens)))
    return any(
        tokens[at].word in table.present or _points(tokens, at, table) is not None
        for at in near
        if sentence.start <= tokens[at].start < sentence.end
    )


def _sentence(tokens: Sequence[Token], first: int, sentences: Sequence[Span]) -> Span:
    at = bisect_right(sentences, tokens[first].start, key=lambda one: one.start) - 1
    if at >= 0 and tokens[first].start < sentences[at].end:
        return sentences[at]
    return Span(0, tokens[-1].end)


def _points(tokens: Sequence[Token], at: int, table: TenseTable) -> Direction | None:
    word = tokens[at].word
    before = tokens[at - 1].word if at else ""
    if word in table.future or (before, word) in table.future_pairs:
        return "future"
    # "will be completed", "will be held" are not past
    if before == "be":
        return None
    if word in table.past:
        return "past"
    is_regular = word.endswith(_PAST_ENDING) and len(word) > 3 and word not in table.not_past
    return "past" if is_regular else None
