"""What to look at next in one incident, the weightiest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rashomon.model.case import KeptDecision
from rashomon.model.comparison import Comparison
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.model.tasks import Task, Words
from rashomon.review.describing import DESCRIBE
from rashomon.review.fields import parse_spans
from rashomon.review.queue.board import Board, Cell
from rashomon.review.queue.records import Records
from rashomon.review.queue.sentences import sentence
from rashomon.review.queue.suspects import (
    Suspect,
    suspected_items,
    suspected_links,
    suspected_origins,
    suspected_relations,
)

_FACTS: Mapping[str, str] = {
    "publisher": "publisher",
    "published": "day of publication",
    "title": "title",
    "url": "web address",
}
_OPEN = 0.5
"""How likely a decision is wrong that people differ on."""


def tasks(
    comparison: Comparison,
    readings: Mapping[str, Reading],
    origins: Origins,
    decisions: Sequence[KeptDecision],
) -> tuple[Task, ...]:
    """Return what to look at in one incident, the weightiest first.

    What weighs is how much would change in what is shown if something were wrong, times how likely
    that is. What somebody decided is done, and left out; what is disputed or in conflict comes
    first.

    Args:
        comparison: the accounts of the incident, side by side.
        readings: what was read in each of its documents, with decisions upon it, by their ids.
        origins: where they come from.
        decisions: all decisions of the case, in their order.
    """
    board, records = Board(comparison), Records(decisions, readings)
    suspects = chain(
        suspected_items(board, readings),
        suspected_relations(board, comparison),
        suspected_links(board, comparison.incident, readings),
        suspected_origins(board, origins, readings),
    )
    made = list(_made(suspects, records, comparison))
    named = {number for one in made for number in one.decided}
    left = [one for one in decisions if one.number in records.open - named]
    made += _of_decisions(left, board, comparison, readings)
    return tuple(sorted(made, key=_order))


def _order(one: Task) -> tuple[bool, float, str, Span, str]:
    return not one.is_open, -one.weight, one.document, one.span or Span(0, 0), one.kind


def _made(suspects: Iterable[Suspect], records: Records, comparison: Comparison) -> Iterator[Task]:
    for one in suspects:
        decided = records.on(one)
        is_open = not records.open.isdisjoint(decided)
        effect = one.change.weight
        if (decided and not is_open) or effect <= 0:
            continue
        likelihood = max(one.likelihood, _OPEN) if is_open else one.likelihood
        point = one.point
        yield Task(
            kind=one.kind,
            incident=comparison.incident.id,
            point=None if point is None else comparison.points[point].id,
            document=one.here.document,
            span=one.here.span,
            item=one.item,
            other=one.other,
            effect=round(effect, 3),
            likelihood=round(likelihood, 3),
            reason=sentence(replace(one, likelihood=likelihood)),
            decided=decided,
            is_open=is_open,
        )


def _of_decisions(
    decisions: Iterable[KeptDecision],
    board: Board,
    comparison: Comparison,
    readings: Mapping[str, Reading],
) -> Iterator[Task]:
    """Yield decisions that people differ on and that are on nothing else that is shown."""
    for kept in decisions:
        cells = [one for one in board.cells if _concerns(kept, one)]
        here = _place(kept, cells, readings)
        if here is None:
            continue
        changes = board.without(cells)
        weights = {at: one.weight for at, one in changes.items()}
        point = max(weights, key=lambda at: (weights[at], -at), default=None)
        yield Task(
            kind="decision",
            incident=comparison.incident.id,
            point=None if point is None else comparison.points[point].id,
            document=here.document,
            span=here.span,
            item=None,
            other=_other(kept, readings),
            effect=round(max(1.0, sum(weights.values())), 3),
            likelihood=_OPEN,
            reason=f"People differ on decision {kept.number}{_said_in(kept)}.",
            decided=(kept.number,),
            is_open=True,
        )


def _said_in(kept: KeptDecision) -> str:
    """Return of what of a document a decision says something; nothing of one on another thing."""
    said = kept.decision.value if kept.decision.kind == DESCRIBE else {}
    named = [words for name, words in _FACTS.items() if name in said]
    return f", which says of the document its {' and '.join(named)}" if named else ""


def _concerns(kept: KeptDecision, cell: Cell) -> bool:
    """Return whether a decision is on words that are shown, or on a party that says them."""
    one, holding = kept.decision, cell.holding
    if one.document is None:
        names = {one.value.get("name"), one.value.get("with")}
        return not names.isdisjoint((holding.party, holding.voice.party))
    return one.document == holding.document and (
        one.span is None or one.span.overlaps(holding.span)
    )


def _place(
    kept: KeptDecision, cells: Sequence[Cell], readings: Mapping[str, Reading]
) -> Words | None:
    """Return the words that a decision is on; ``None`` where none of the incident are."""
    one = kept.decision
    if one.document is None:
        first = next((each.holding for each in cells), None)
        return Words(first.document, first.span) if first else None
    if one.document not in readings:
        return None
    return Words(one.document, _within(one.span, readings[one.document]))


def _other(kept: KeptDecision, readings: Mapping[str, Reading]) -> Words | None:
    """Return the document, or the words in it, that a decision holds the others against."""
    value = kept.decision.value
    document = value.get("with", "")
    if kept.decision.document is None or document not in readings:
        return None
    spans = parse_spans(value.get("with_span", ""))
    return Words(document, _within(spans[0] if spans else None, readings[document]))


def _within(span: Span | None, reading: Reading) -> Span | None:
    is_there = span is not None and 0 <= span.start < span.end <= len(reading.document.text)
    return span if is_there else None
