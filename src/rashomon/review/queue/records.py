"""What is on record of what may be wrong, and what of it is disputed or in conflict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.case import KeptDecision
from rashomon.model.reading import Reading
from rashomon.model.review import Item
from rashomon.model.rulings import Ruling, last_words
from rashomon.model.spans import Span
from rashomon.model.tasks import Words
from rashomon.review.conflicts import item_conflicts, other_conflicts
from rashomon.review.fields import parse_spans
from rashomon.review.items import items_of
from rashomon.review.matching import likeness, look_of, looks_of, what_of
from rashomon.review.queue.suspects import Suspect
from rashomon.review.rulings import Subject, rulings
from rashomon.review.standings import standings

_ALIKE = 0.5
"""How alike words must be for a decision to be on them."""


@dataclass(frozen=True, slots=True)
class _Related:
    """That somebody decided how two claims relate."""

    number: int
    document: str
    span: Span
    other: str
    other_span: Span

    def is_of(self, suspect: Suspect) -> bool:
        """Return whether it is on two claims, whichever comes first."""
        here, there = suspect.here, suspect.other
        return there is not None and (
            (self._is_first(here) and self._is_second(there))
            or (self._is_first(there) and self._is_second(here))
        )

    def _is_first(self, words: Words) -> bool:
        return words.document == self.document and _is_like(words.span, self.span)

    def _is_second(self, words: Words) -> bool:
        return words.document == self.other and _is_like(words.span, self.other_span)


def _is_like(one: Span | None, other: Span) -> bool:
    return one is not None and one.is_like(other)


class Records:
    """The decisions of a case, by what they are on.

    Args:
        decisions: all of them, in their order.
        readings: what is read in the documents of an incident, by their ids.
    """

    def __init__(self, decisions: Sequence[KeptDecision], readings: Mapping[str, Reading]) -> None:
        self._on_items: dict[str, Mapping[tuple[str, str], Sequence[int]]] = {}
        by_document: dict[str, list[KeptDecision]] = defaultdict(list)
        for one in decisions:
            document = one.decision.document
            if document and document in readings and what_of(one.decision) is not None:
                by_document[document].append(one)
        for document, some in by_document.items():
            self._on_items[document] = _decided(list(items_of(readings[document])), some)
        subjects: Mapping[str, Subject] = {"link": "incident", "origin": "origin"}
        self._pairs = {
            kind: {one.pair: one for one in last_words(rulings(decisions, subject))}
            for kind, subject in subjects.items()
        }
        self._related = list(_relations(decisions))
        self.open = _open(decisions, readings, by_document)

    def on(self, suspect: Suspect) -> tuple[int, ...]:
        """Return the numbers of the decisions in force on something that may be wrong."""
        if suspect.item is not None:
            decided = self._on_items.get(suspect.here.document, {})
            return tuple(decided.get((suspect.kind, suspect.item), ()))
        if suspect.kind == "relation":
            return tuple(one.number for one in self._related if one.is_of(suspect))
        ruled = self._pairs[suspect.kind].get(_pair(suspect))
        return (ruled.number,) if ruled else ()


def _pair(suspect: Suspect) -> tuple[str, str]:
    other = suspect.other.document if suspect.other else ""
    return Ruling(suspect.here.document, other, is_one=True).pair


def _decided(
    items: Sequence[Item], decisions: Iterable[KeptDecision]
) -> Mapping[tuple[str, str], Sequence[int]]:
    """Return the numbers of the decisions in force on each item of a document."""
    looks = [(one, look_of(one.what, one.values)) for one in items]
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for kept in decisions:
        what = what_of(kept.decision)
        if kept.is_undone or what is None:
            continue
        sought = tuple(looks_of(what, kept.decision))
        alike = [
            (max((likeness(what, look, each) for each in sought), default=0.0), at)
            for at, (item, look) in enumerate(looks)
            if item.what == what
        ]
        best, at = max(alike, key=lambda one: (one[0], -one[1]), default=(0.0, 0))
        if best >= _ALIKE:
            found[what, items[at].id].append(kept.number)
    return found


def _relations(decisions: Iterable[KeptDecision]) -> Iterator[_Related]:
    for kept in decisions:
        one = kept.decision
        spans = parse_spans(one.value.get("with_span", ""))
        if one.kind == "relation" and not kept.is_undone and one.document and one.span and spans:
            yield _Related(kept.number, one.document, one.span, one.value.get("with", ""), spans[0])


def _open(
    decisions: Sequence[KeptDecision],
    readings: Mapping[str, Reading],
    by_document: Mapping[str, Sequence[KeptDecision]],
) -> frozenset[int]:
    """Return the numbers of the decisions in force that are disputed or in conflict."""
    found = {
        number
        for document, some in by_document.items()
        for conflict in item_conflicts(readings[document], some)
        for number in conflict.numbers
    }
    found |= {number for one in other_conflicts(decisions) for number in one.numbers}
    undone = {one.number for one in decisions if one.is_undone}
    disputed = {number for number, one in standings(decisions).items() if one.disputed_by}
    return frozenset((found | disputed) - undone)
