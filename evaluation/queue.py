"""What the queue of a reviewer is worth: how many wrong cells its first tasks hold.

Cells of the comparisons of contested incidents are held against records that were marked by reading
(``accounts/gold``): a cell is right where a record of its document and kind shares words with it,
and has its value and its holder. A task holds the cells that rest on its item. The order of the
queue is held against the same tasks in random order. Mentions that something happened are left
out, which the records have only where they say so; so are times and places, and relations, links
and origins, of which nothing is marked.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

import typer

from evaluation import foretold
from evaluation.accounts import RIGHT, agreement, compared, gold_records
from evaluation.incidents import ACCOUNTS, Marked, marked
from evaluation.show import table
from rashomon.compare.comparing import Comparer
from rashomon.model.comparison import Answer, Point
from rashomon.model.origins import Origins
from rashomon.pipeline.resources import load_comparer
from rashomon.review.queue.board import Board, Cell
from rashomon.review.queue.resting import resting_on_items
from rashomon.review.queue.tasks import tasks

_KINDS = ("killed", "injured", "responsibility", "means", "target", "purpose")
_FIRST = (5, 10, 20, 30, 50)
_SHUFFLES = 2_000

Judged = tuple[str, Cell]
"""A cell of a comparison, with the incident of the corpus."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A task with what was marked of the cells that it holds.

    Attributes:
        weight: what orders it.
        cells: the cells that rest on it.
        wrong: those of them that are wrong.
    """

    weight: float
    cells: frozenset[Judged]
    wrong: frozenset[Judged]


@dataclass(frozen=True, slots=True)
class Queued:
    """The queue of all marked incidents.

    Attributes:
        looked: its tasks, the weightiest first.
        cells: how many cells were held against records.
        wrong: how many of these are wrong.
    """

    looked: Sequence[Looked]
    cells: int
    wrong: int

    @property
    def reached(self) -> int:
        """How many wrong cells a task holds."""
        return found_in(self.looked)


@dataclass(frozen=True, slots=True)
class First:
    """What the first tasks of a queue hold.

    Attributes:
        tasks: how many tasks.
        queue: how many wrong cells they hold in the order of the queue.
        random: how many on average in random order.
        likely: how often a random order holds as many, 0 to 1.
    """

    tasks: int
    queue: int
    random: float
    likely: float


def measure() -> Queued:
    """Return the queue of the marked incidents, with what was marked.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    comparer, told = load_comparer(is_relating=False), marked(ACCOUNTS)
    names = {told.incidents[key] for key in told.readings if _name(key) in gold_records()}
    looked: list[Looked] = []
    cells = wrong = 0
    for incident in sorted(names):
        judged = _judged(told, incident, comparer)
        looked += judged.looked
        cells, wrong = cells + judged.cells, wrong + judged.wrong
    return Queued(sorted(looked, key=lambda one: -one.weight), cells, wrong)


def _name(key: str) -> str:
    return key.rpartition(":")[0]


def _judged(told: Marked, incident: str, comparer: Comparer) -> Queued:
    """Return the queue of one incident."""
    records = gold_records()
    of = {
        one.document.id: (_name(key), one)
        for key, one in told.readings.items()
        if told.incidents[key] == incident and _name(key) in records
    }
    readings = {document: one for document, (_, one) in of.items()}
    comparison = compared(told, incident, comparer, records.keys())
    board = Board(comparison)
    right = {
        cell: _is_right(cell, board.points[cell.point], records[of[cell.holding.document][0]])
        for cell in board.cells
        if board.points[cell.point].kind in _KINDS
    }
    resting = {
        key: [one for one in some if one in right]
        for key, (_, some) in resting_on_items(board, readings).items()
    }
    looked = []
    for task in tasks(comparison, readings, Origins((), ()), ()):
        if task.kind in ("claim", "count") and task.item is not None:
            some = resting[task.document, task.kind, task.item]
            if some:
                held = frozenset((incident, one) for one in some)
                wrong = frozenset(one for one in held if not right[one[1]])
                looked.append(Looked(task.weight, held, wrong))
    return Queued(looked, len(right), sum(not one for one in right.values()))


def _is_right(cell: Cell, point: Point, records: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether a record has the words of a cell, with its value and its holder."""
    held = cell.holding
    value = point.positions[cell.position].value
    answer = Answer(
        point.kind, point.who, value, cell.is_denied, held.voice, held.document, held.span
    )
    return any(agreement(one, answer) >= RIGHT for one in records if one["kind"] == point.kind)


def found_in(looked: Sequence[Looked]) -> int:
    """Return how many wrong cells tasks hold together."""
    return len(frozenset[Judged]().union(*(one.wrong for one in looked)))


def against_chance(looked: Sequence[Looked], firsts: Sequence[int]) -> Iterator[First]:
    """Yield what the first tasks hold, as against the same tasks in random order.

    Args:
        looked: the tasks, in the order of the queue.
        firsts: how many of them are looked at.
    """
    draw = random.Random(0)
    shuffled = [draw.sample(looked, len(looked)) for _ in range(_SHUFFLES)]
    for number in firsts:
        if number <= len(looked):
            here = found_in(looked[:number])
            by_chance = [found_in(one[:number]) for one in shuffled]
            as_many = sum(one >= here for one in by_chance) / len(by_chance)
            yield First(number, here, fmean(by_chance), as_many)


def precedence(looked: Sequence[Looked]) -> float:
    """Return how often a task with a wrong cell weighs more than one without, 0 to 1.

    Of every pair of two such tasks; 0.5 is what a random order gives.
    """
    wrong, right = (
        [one.weight for one in looked if bool(one.wrong) is is_wrong] for is_wrong in (True, False)
    )
    pairs = [(one > other) + 0.5 * (one == other) for one in wrong for other in right]
    return fmean(pairs) if pairs else 0.5


def command() -> None:
    """How many wrong cells the first tasks of a reviewer's queue hold, against random order."""
    queued = measure()
    typer.echo(
        f"{queued.wrong} of {queued.cells} cells are wrong; {queued.reached} of these rest on one "
        f"of {len(queued.looked)} tasks"
    )
    typer.echo(
        f"a task with a wrong cell comes before one without in {precedence(queued.looked):.0%} of "
        "pairs (random order: 50%)"
    )
    table(
        "Wrong cells in the first tasks",
        ("tasks", "queue", "random order", "as many by chance %"),
        [
            (one.tasks, one.queue, one.random, 100 * one.likely)
            for one in against_chance(queued.looked, _FIRST)
        ],
    )
    held = foretold.measure()
    table(
        "What was said would change, and did when the item was taken out",
        ("", "said", "did"),
        [
            (what, held[what, True] + held[what, False], held[what, True])
            for what in sorted({what for what, _ in held})
        ],
    )
