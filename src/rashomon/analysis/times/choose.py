"""Which of the stretches that may be times are taken for times.

The longest are, of those whose words show a time. Words that show it for sure do so whatever the
encoder says. On words that show it likely the encoder's marks decide, where there are any; other
words need a mark. Where a mark and a rule meet, the words are those of the rule, which are as often
right, and have a value. What the encoder marks and no rule understands is a time without one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import cast

from rashomon.analysis.mentions import Mention
from rashomon.analysis.times.candidates import Candidate, Meaning
from rashomon.analysis.times.lengths import Length, Repeated
from rashomon.analysis.times.tokens import Token
from rashomon.model.reading import TimeType
from rashomon.model.spans import Span

LEAST_CONFIDENCE = 0.8
"""The least confidence of a mark that makes a time of what no rule understands.

On the development split those from 0.5 up to it are wrong two times of three.
"""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression.

    Attributes:
        span: where it stands.
        first: the number of its first token.
        end: the number of the token after its last.
        type: what it denotes.
        meaning: what its words mean, ``None`` where no rule says.
    """

    span: Span
    first: int
    end: int
    type: TimeType
    meaning: Meaning | None


def choose(
    candidates: Iterable[Candidate], marked: Sequence[Mention], tokens: Sequence[Token]
) -> list[Expression]:
    """Return the time expressions of a text, in its order; none overlap.

    Args:
        candidates: what the rules find.
        marked: what the encoder marks, in text order; nothing where it marks no times at all.
        tokens: the tokens of the text.
    """
    marks = [one.span for one in marked]
    taken: list[Candidate] = []
    covered: set[int] = set()
    for one in sorted(candidates, key=_precedence):
        words = range(one.first, one.end)
        if _is_accepted(one, marks) and covered.isdisjoint(words):
            covered.update(words)
            taken.append(one)
    understood = [
        Expression(one.span, one.first, one.end, _type(one.meaning), one.meaning)
        for one in taken
        if one.meaning
    ]
    return sorted((*understood, *_not_understood(marked, covered, tokens)), key=attrgetter("span"))


def _precedence(one: Candidate) -> tuple[int, bool, int, int]:
    """Return what orders candidates: the longest first, then those that are no times."""
    return one.first - one.end, one.meaning is not None, one.rank, one.first


def _is_accepted(one: Candidate, marks: Sequence[Span]) -> bool:
    if one.trust == "sure" or (one.trust == "likely" and not marks):
        return True
    at = bisect_left(marks, one.span.end, key=attrgetter("start")) - 1
    return at >= 0 and marks[at].overlaps(one.span)


def _type(meaning: Meaning) -> TimeType:
    if isinstance(meaning, Length):
        return "duration"
    if isinstance(meaning, Repeated):
        return "set"
    return "time" if meaning.is_time else "date"


def _not_understood(
    marked: Iterable[Mention], covered: set[int], tokens: Sequence[Token]
) -> Iterable[Expression]:
    """Yield what the encoder marks and no rule has taken any word of."""
    for one in marked:
        first = bisect_right(tokens, one.span.start, key=attrgetter("start")) - 1
        end = bisect_left(tokens, one.span.end, key=attrgetter("start"))
        first = max(first, 0)
        if one.confidence >= LEAST_CONFIDENCE and covered.isdisjoint(range(first, end)):
            yield Expression(one.span, first, max(end, first + 1), cast(TimeType, one.label), None)
