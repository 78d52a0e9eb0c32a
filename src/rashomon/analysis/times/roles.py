"""Which times are those of a saying, and not of what is told."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from rashomon.analysis.times.tokens import Token
from rashomon.model.reading import Attribution
from rashomon.model.spans import Span

NEAR = 5
"""Most words and marks between a time and the cue, or the source, of the saying that it dates."""

_FAR = 400
"""Code points before a time at which such a cue or source may begin."""

_PRESENT = frozenset(("am", "are", "is", "say", "claim", "report", "insist", "deny"))
_PARTING = frozenset(".!?;:")


@dataclass(frozen=True, slots=True)
class Sayings:
    """The cues and sources of attributions by the place where they begin.

    Attributes:
        parts: where a cue or source stands, and the attribution that it belongs to; sorted.
    """

    parts: Sequence[tuple[Span, Attribution]]


def sayings_of(attributions: Iterable[Attribution]) -> Sayings:
    """Return attributions, ready to be looked up."""
    parts = [(span, one) for one in attributions for span in (*one.cue, *one.source)]
    return Sayings(sorted(parts, key=itemgetter(0)))


def dates_a_saying(
    first: int, end: int, tokens: Sequence[Token], sayings: Sayings, *, is_past: bool
) -> bool:
    """Return whether a time stands at the cue or source of a saying, outside of what is said.

    In "the Herald says yesterday a bridge fell" it does not: what is said now was not said then.

    Args:
        first: the first token of the time.
        end: the token after its last.
        tokens: the tokens of the text.
        sayings: the attributions of the text.
        is_past: whether the time lies before the day of publication.
    """
    span = Span(tokens[first].start, tokens[end - 1].end)
    low = bisect_left(sayings.parts, span.start - _FAR, key=_start)
    high = bisect_right(sayings.parts, span.end + _FAR, key=_start)
    return any(
        not any(one.overlaps(span) for one in (*saying.content, *saying.source))
        and not (is_past and _is_present(tokens, saying))
        and _is_near(first, end, tokens, part)
        for part, saying in sayings.parts[low:high]
    )


def _is_present(tokens: Sequence[Token], saying: Attribution) -> bool:
    """Return whether a cue is a verb of the present: "says", "claims", "are claiming"."""
    at = bisect_left(tokens, saying.cue[0].start, key=lambda token: token.start)
    word = tokens[at].word if at < len(tokens) else ""
    return word in _PRESENT or (word.endswith("s") and not word.endswith("ss"))


def _start(part: tuple[Span, Attribution]) -> int:
    return part[0].start


def _is_near(first: int, end: int, tokens: Sequence[Token], part: Span) -> bool:
    """Return whether few words and no end of a clause stand between a time and a span."""
    if part.end <= tokens[first].start:
        between = range(first - 1, -1, -1)
    elif part.start >= tokens[end - 1].end:
        between = range(end, len(tokens))
    else:
        return True
    for count, at in enumerate(between):
        token = tokens[at]
        if Span(token.start, token.end).overlaps(part):
            return True
        if count == NEAR or token.word in _PARTING:
            return False
    return False
