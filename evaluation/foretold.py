"""Whether what the queue says would change does: comparisons made anew with items taken out."""

from collections import Counter
from collections.abc import Iterator, Mapping

from evaluation.accounts import compared, gold_records
from evaluation.incidents import ACCOUNTS, marked
from rashomon.compare.comparing import Comparer, compare
from rashomon.model.case import KeptDecision
from rashomon.model.comparison import Comparison, Point, Position
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading
from rashomon.pipeline.resources import load_comparer
from rashomon.review.corrections import reviewed
from rashomon.review.making import item_decision
from rashomon.review.queue.board import Board
from rashomon.review.queue.changes import Change
from rashomon.review.queue.suspects import Suspect, suspected_items

_FIRST = 25
"""How many items of each incident are taken out, one by one: the weightiest."""

Foretold = Counter[tuple[str, bool]]
"""How often what was said of what (``claim: not said by``), and whether it held."""


def measure() -> Foretold:
    """Return how often what was said would change did, in the marked accounts.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    comparer, told = load_comparer(is_relating=False), marked(ACCOUNTS)
    records = gold_records()
    found: Counter[tuple[str, bool]] = Counter()
    names = {told.incidents[key] for key in told.readings if key.rpartition(":")[0] in records}
    for name in sorted(names):
        before = compared(told, name, comparer, records.keys())
        found.update(_of_incident(before, told.readings, comparer))
    return found


def _of_incident(
    before: Comparison, readings: Mapping[str, Reading], comparer: Comparer
) -> Iterator[tuple[str, bool]]:
    keys = {readings[one].document.id: one for one in before.documents}
    board = Board(before)
    suspects = suspected_items(board, {id_: readings[key] for id_, key in keys.items()})
    for suspect in sorted(suspects, key=_weight)[:_FIRST]:
        key = keys[suspect.here.document]
        without = {**readings, key: _without(suspect, readings[key])}
        after = compare(before.incident, without, Origins((), ()), comparer)
        for what, is_right in _held(suspect.change, suspect.here.document, after):
            yield f"{suspect.kind}: {what}", is_right


def _weight(suspect: Suspect) -> float:
    return -suspect.change.weight * suspect.likelihood


def _without(suspect: Suspect, reading: Reading) -> Reading:
    """Return a reading without an item."""
    assert suspect.item is not None
    assert suspect.kind in ("claim", "count", "time", "place")
    rejected = item_decision(
        reading, suspect.kind, suspect.item, "reject", {}, reviewer="evaluation", note=""
    )
    return reviewed(reading, [KeptDecision(1, rejected, "", is_undone=False)]).reading


def _held(change: Change, document: str, after: Comparison) -> Iterator[tuple[str, bool]]:
    """Yield what was said would change, and whether it did."""
    held = {_answer(point, one) for point, one in _answers(after) if one.held_by}
    by_party = {
        (*_answer(point, one), each.party)
        for point, one in _answers(after)
        for each in one.held_by
        if each.document == document
    }
    contested = {(one.kind, one.who) for one in after.points if one.is_contested}
    for point, one in change.gone:
        yield "gone", _answer(point, one) not in held
    for point, one, party in change.moved:
        yield "not said by", (*_answer(point, one), party) not in by_party
    for point in change.uncontested:
        yield "not contested", (point.kind, point.who) not in contested


def _answers(comparison: Comparison) -> Iterator[tuple[Point, Position]]:
    return ((point, one) for point in comparison.points for one in point.positions)


def _answer(point: Point, position: Position) -> tuple[str, str | None, str]:
    return point.kind, point.who, position.label
