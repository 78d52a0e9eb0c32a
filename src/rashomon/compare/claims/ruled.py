"""How claims relate as people decided it, found again by their words; they go before the model."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.claims.claims import Claim
from rashomon.compare.points.points import HoldingOf
from rashomon.compare.speakers.told import Told
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import ClaimRelation, Holding, Relation
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class RelationRuling:
    """How a person said that two claims relate.

    Attributes:
        document: the ``id`` of the document of the first.
        span: its words.
        other: the ``id`` of the document of the second.
        other_span: its words.
        relation: how the second relates to the first.
        reviewer: who decided.
    """

    document: str
    span: Span
    other: str
    other_span: Span
    relation: Relation
    reviewer: str

    @property
    def pair(self) -> frozenset[tuple[str, Span]]:
        """The words of both, whichever comes first."""
        return frozenset(((self.document, self.span), (self.other, self.other_span)))

    def is_of(self, first: Holding, second: Holding) -> bool:
        """Return whether two who say something say these two claims, whichever says which."""
        return (self.is_first(first) and self.is_second(second)) or (
            self.is_first(second) and self.is_second(first)
        )

    def is_first(self, one: Holding) -> bool:
        """Return whether one says the first claim."""
        return one.document == self.document and one.span.is_like(self.span)

    def is_second(self, one: Holding) -> bool:
        """Return whether one says the second claim."""
        return one.document == self.other and one.span.is_like(self.other_span)


class RuledRelations:
    """The relations that people decided, among the documents of an incident.

    Args:
        rulings: what they decided, the last word on two claims last.
        told: the documents of the incident; what is decided of others is left out.
    """

    def __init__(self, rulings: Iterable[RelationRuling], told: Sequence[Told]) -> None:
        self._told = {one.reading.document.id: one for one in told}
        last = {one.pair: one for one in rulings if self._is_here(one)}
        self.rulings = sorted(
            last.values(), key=lambda one: (one.document, one.span, one.other, one.other_span)
        )

    def _is_here(self, one: RelationRuling) -> bool:
        places = ((one.document, one.span), (one.other, one.other_span))
        return len(set(places)) > 1 and all(
            document in self._told
            and 0 <= span.start < span.end <= len(self._told[document].reading.document.text)
            for document, span in places
        )

    def of(self, first: Holding, second: Holding) -> RelationRuling | None:
        """Return what is decided of what two say; ``None`` for nothing."""
        return next((one for one in self.rulings if one.is_of(first, second)), None)

    def heeded(self, found: Iterable[ClaimRelation]) -> Iterator[ClaimRelation]:
        """Yield the relations of which nobody decided, and denials that people bear out."""
        for one in found:
            ruling = self.of(one.first, one.second) if self.rulings else None
            if ruling is None or (one.by == "denial" and ruling.relation == one.relation):
                yield one

    def decided(
        self, claims: Sequence[Claim], holding_of: HoldingOf
    ) -> Iterator[tuple[ClaimRelation, Mapping[Holding, str]]]:
        """Yield the relations that people saw, with what is said by each of the two.

        Args:
            claims: what sources assert of the incident.
            holding_of: tells who holds what is said.
        """
        told: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims if self.rulings else ():
            told[claim.holding.document].append(claim)
        for one in self.rulings:
            if one.relation == "neutral":
                continue
            first, words = self._said(one.document, one.span, told[one.document], holding_of)
            second, others = self._said(one.other, one.other_span, told[one.other], holding_of)
            if first != second and words and others:  # blanks say nothing
                related = ClaimRelation(first, second, one.relation, 1.0, "reviewer", one.reviewer)
                yield related, {first: words, second: others}

    def _said(
        self, document: str, span: Span, claims: Iterable[Claim], holding_of: HoldingOf
    ) -> tuple[Holding, str]:
        """Return who says some words, and what is said: the claim that they are most of."""
        meant = [one for one in claims if one.holding.span.is_like(span)]
        if meant:
            best = max(meant, key=lambda one: _shared(one.holding.span, span))
            return best.holding, best.words
        told = self._told[document]
        words = " ".join(span.of(told.reading.document.text).split())
        return holding_of(Voices(told.reading, told.apart).of(span), document, span), words


def _shared(one: Span, other: Span) -> float:
    """Return what share of two stretches together is in both."""
    return one.shared(other) / (max(one.end, other.end) - min(one.start, other.start))
