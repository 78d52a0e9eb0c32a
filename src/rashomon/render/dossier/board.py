"""The matrix: points down, parties across; every cell leads to its words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rashomon.model.comparison import Comparison, Holding, Point, Position
from rashomon.render.case.comparison_marks import (
    MARKS,
    SILENT,
    Mark,
    is_doubt,
    names,
    point_marks,
    position_marks,
    size_of,
)
from rashomon.render.cutting import cut
from rashomon.render.dossier.evidence import anchor_of, holder_anchors
from rashomon.render.dossier.headings import Heading, answering, headings_of
from rashomon.render.dossier.names import answer_words, question_words
from rashomon.render.dossier.vague import Vague
from rashomon.render.html.signs import GRADES, STANCES, Sign

_MOST_ANSWERS = 6
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer in a cell.

    Attributes:
        words: the answer.
        told: the words of a count that name no such number; empty for all else.
        href: leads to the words behind it.
        marks: what is to be said of who holds it.
        grade: how well it is supported; ``None`` for a denial.
        graded_by: the person who set the grade; empty where the rules did.
        stances: what those here do with it, where they do not assert it.
        by: who says so; empty where the column says it.
    """

    words: str
    told: str
    href: str
    marks: tuple[Mark, ...]
    grade: Sign | None
    graded_by: str
    stances: tuple[Sign, ...]
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a column answers to a point.

    Attributes:
        heading: the name of the column.
        entries: the answers, the earliest and smallest first; none where it is silent.
        more: how many answers are left out.
        href: leads to all answers.
    """

    heading: str
    entries: tuple[Entry, ...]
    more: int
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """A point with a cell for each column.

    Attributes:
        id: the ``id`` of the point.
        label: the question.
        marks: what is to be said of it as a whole.
        cells: one a column.
    """

    id: str
    label: str
    marks: tuple[Mark, ...]
    cells: tuple[Cell, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        """The names of the columns that answer nothing."""
        return tuple(one.heading for one in self.cells if not one.entries)


@dataclass(frozen=True, slots=True)
class Board:
    """The matrix.

    Attributes:
        sides: the side of columns that stand together, with how many these are; empty names for
            those that stand alone. None where no columns stand together.
        headings: who stands in each column.
        others: how many parties are gathered in a last column; 0 where there is none.
        rows: the points.
        legend: the marks that are shown.
    """

    sides: tuple[tuple[str, int], ...]
    headings: tuple[Heading, ...]
    others: int
    rows: tuple[Row, ...]
    legend: tuple[Mark, ...]


def board_of(comparison: Comparison, words_of: Callable[[Holding], str], vague: Vague) -> Board:
    """Return the matrix of a comparison.

    Where not all parties have a column, what the others answer is gathered in the last one, with
    their names.

    Args:
        comparison: the accounts, side by side.
        words_of: the words that a holding rests on. They stand for its answer where claims seem
            opposed: that several stand on one side does not make them say the same.
        vague: finds the words of counts that name no such number.
    """
    headings = headings_of(comparison)
    chosen = {one.name for one in headings}
    others = {party for point in comparison.points for party in answering(point)} - chosen
    filler = _Filler(words_of, vague, headings)
    rows = tuple(filler.row(point, has_others=bool(others)) for point in comparison.points)
    sides = tuple((side, len(list(same))) for side, same in groupby(headings, lambda one: one.side))
    has_sides = any(side for side, _ in sides)
    return Board(sides if has_sides else (), headings, len(others), rows, _legend(rows))


class _Filler:
    """Fills the cells of a matrix."""

    def __init__(
        self, words_of: Callable[[Holding], str], vague: Vague, headings: Sequence[Heading]
    ) -> None:
        self._words_of = words_of
        self._vague = vague
        self._headings = headings

    def row(self, point: Point, *, has_others: bool) -> Row:
        """Return the row of a point."""
        chosen = [one.name for one in self._headings]
        cells = [_cell(point, one, self._entries(point, {one})) for one in chosen]
        if has_others:
            left = set(answering(point)).difference(chosen)
            cells.append(_cell(point, "", self._entries(point, left, is_named=True)))
        return Row(point.id, question_words(point), point_marks(point), tuple(cells))

    def _entries(
        self, point: Point, parties: set[str], *, is_named: bool = False
    ) -> Iterator[Entry]:
        """Yield what some parties answer, in the order of number; what they deny last."""
        numbered = list(enumerate(point.positions, start=1))
        for denies in (False, True):
            for number, position in sorted(numbered, key=lambda one: size_of(one[1])):
                holdings = position.denied_by if denies else position.held_by
                here = [one for one in holdings if one.party in parties]
                for some in _apart(point, here):
                    made = _entry(point, number, position, some, denies=denies, is_named=is_named)
                    if _is_free(point):
                        yield replace(made, words=self._claim(some[0]))
                    else:
                        here_alone = replace(position, held_by=tuple(some))
                        yield replace(made, told=self._vague.words(here_alone))

    def _claim(self, one: Holding) -> str:
        return cut(self._words_of(one), _LONGEST)


def _is_free(point: Point) -> bool:
    return point.kind == "other"


def _apart(point: Point, holdings: Sequence[Holding]) -> Iterable[Sequence[Holding]]:
    """Return who shares an entry: all who give an answer; of opposed claims each by itself."""
    if _is_free(point):
        return [(one,) for one in holdings]
    return [holdings] if holdings else []


def _cell(point: Point, heading: str, entries: Iterable[Entry]) -> Cell:
    found = tuple(entries)
    shown = found if len(found) <= _MOST_ANSWERS + 1 else _ends(found)
    return Cell(heading, shown, len(found) - len(shown), f"#{point.id}")


def _ends(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the first and the last answers: of counts the lowest and the highest."""
    half = _MOST_ANSWERS // 2
    return entries[:half] + entries[-half:]


def _entry(
    point: Point,
    number: int,
    position: Position,
    here: Sequence[Holding],
    *,
    denies: bool,
    is_named: bool,
) -> Entry:
    anchors = holder_anchors(point, number)
    who = names(here)
    anchor = anchors[who[0], denies] if len(who) == 1 else anchor_of(point, number)
    return Entry(
        words=answer_words(position, _LONGEST),
        told="",
        href=f"#{anchor}",
        marks=() if denies else position_marks(position),
        grade=GRADES[position.grade.airwars] if position.grade and not denies else None,
        graded_by=(position.grade.reviewer or "") if position.grade and not denies else "",
        stances=tuple(_stances(here, denies=denies)),
        by=tuple(who) if is_named else (),
    )


def _stances(here: Sequence[Holding], *, denies: bool) -> Iterator[Sign]:
    """Yield what holders do with an answer; nothing where some of them just assert it."""
    if denies:
        yield STANCES["doubts" if is_doubt(here) else "denies"]
        return
    found = dict.fromkeys(one.voice.stance for one in here)
    if "asserts" not in found:
        yield from (STANCES[one] for one in found)


def _legend(rows: Iterable[Row]) -> tuple[Mark, ...]:
    found: set[Mark] = set()
    for row in rows:
        found.update(row.marks)
        found.update(mark for cell in row.cells for one in cell.entries for mark in one.marks)
        if row.silent:
            found.add(SILENT)
    return tuple(mark for mark in MARKS if mark in found)


def grades_shown(rows: Iterable[Row]) -> Mapping[str, Sign]:
    """Return the grades that a matrix shows, by their words."""
    found = {one.grade for row in rows for cell in row.cells for one in cell.entries if one.grade}
    return {word: sign for word, sign in GRADES.items() if sign in found}
