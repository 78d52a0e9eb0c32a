"""What the heads of the encoder mark beside attributions: names, toponyms, times, events."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that a head marks.

    Attributes:
        label: what it is taken for; each head has its own labels.
        span: where it stands.
        confidence: the mean probability of its tags, 0 to 1.
    """

    label: str
    span: Span
    confidence: float


class Mentions:
    """The marks of one head, looked up by where they stand.

    Args:
        marks: the marks; those of one head do not overlap.
    """

    def __init__(self, marks: Iterable[Mention] = ()) -> None:
        self.all = sorted(marks, key=lambda one: one.span)
        self._ends = [one.span.end for one in self.all]

    def touching(self, span: Span) -> list[Mention]:
        """Return the marks that share a character with ``span``, in text order."""
        first = bisect_left(self._ends, span.start + 1)
        return list(takewhile(lambda one: one.span.start < span.end, self._from(first)))

    def _from(self, first: int) -> Iterator[Mention]:
        return (self.all[i] for i in range(first, len(self.all)))

    def within(self, span: Span) -> list[Mention]:
        """Return the marks that lie wholly in ``span``, in text order."""
        return [one for one in self.touching(span) if span.holds(one.span)]
