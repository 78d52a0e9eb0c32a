"""A document of an incident."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.model.comparison import Voice
from rashomon.model.reading import Attribution, PartyKind, Reading, Statement
from rashomon.model.rulings import Ruling
from rashomon.model.spans import Span, Spans, merge

_NOBODY: frozenset[PartyKind | None] = frozenset(("unnamed", "publisher", "group", None))
"""Kinds of sources of whom nobody expects an answer: no one is named, or it only publishes."""


@dataclass(frozen=True, slots=True)
class Told:
    """A document of an incident.

    Attributes:
        reading: what was read in it.
        events: the ``id`` of the event mentions that belong to the incident.
        apart: the names that people keep apart.
        type: the type of the incident, as in ``Incident.type``.
    """

    reading: Reading
    events: frozenset[str]
    apart: tuple[Ruling, ...]
    type: str | None

    def claims(self) -> Iterator[Attribution]:
        """Yield the attributions that tell of the incident: whose content has its mentions."""
        telling = self._telling()
        for one in self.reading.attributions:
            if any(_overlaps(part, telling) for part in one.content):
                yield one

    def statements(self, *, is_main: bool) -> Iterator[Statement]:
        """Yield what the document says of the incident in its own voice.

        Args:
            is_main: whether the incident is what the document is about; where it is not, only
                statements that have mentions of it are.
        """
        telling = self._telling()
        for one in self.reading.statements:
            if is_main or _overlaps(one.span, telling):
                yield one

    def _telling(self) -> Spans:
        return merge(one.span for one in self.reading.events if one.id in self.events)

    def words(self, claim: Attribution) -> str:
        """Return what a claim says."""
        text = self.reading.document.text
        return " ".join(" ".join(one.of(text) for one in claim.content).split())

    def speakers(self, speaking: Mapping[str, tuple[Voice, ...]]) -> Iterator[Voice]:
        """Yield the named parties that speak on the incident.

        Args:
            speaking: who speaks in each attribution, by its ``id``.
        """
        for claim in self.claims():
            for voice in speaking[claim.id]:
                if voice.kind not in _NOBODY:
                    yield voice


def _overlaps(one: Span, merged: Spans) -> bool:
    """Return whether a stretch overlaps one of some that do not overlap each other, in order."""
    before = bisect_left(merged, one.end, key=lambda each: each.start)
    return before > 0 and merged[before - 1].overlaps(one)
