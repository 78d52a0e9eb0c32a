"""The comparison as a table: points down, parties across, at any width."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from rashomon.model.comparison import Comparison, Point
from rashomon.model.reading import PartyKind
from rashomon.render.case.comparison_columns import Column, columns, kinds_of
from rashomon.render.case.comparison_marks import (
    MARKS,
    SILENT,
    Mark,
    answer,
    called,
    is_doubt,
    listed,
    names,
    point_marks,
    position_marks,
    said,
    size_of,
)
from rashomon.render.plain import plain

_POINT, _PARTY, _OTHERS = 15, 14, 24
"""The narrowest that columns may be, in characters."""
_BETWEEN = 2
_MOST_PARTIES = 8
_FEWEST_POINTS = 2
"""To how many points a party answers that has a column where not all have one."""
_MOST_ANSWERS = 5
_MOST_NAMES = 3


class ComparisonTable:
    """Who answers what: fitted to the width at which it is printed.

    The parties and sides that answer to most points have columns, as many as there is room for;
    what the others answer is gathered in the last column, with who does.

    Args:
        comparison: what is shown.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._points = comparison.points
        self._kinds = kinds_of(comparison)
        self._all = columns(comparison)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table and below it what its marks mean."""
        chosen = self._columns(options.max_width)
        has_others = len(chosen) < len(self._all)
        yield self._table(chosen, has_others)
        yield Text()
        yield legend(self._marks(chosen))

    def _columns(self, width: int) -> list[Column]:
        """Return the columns that there is room for."""
        room = (width - _POINT + _BETWEEN) // (_PARTY + _BETWEEN)
        if len(self._all) <= min(room, _MOST_PARTIES):
            return self._all
        left = width - _POINT - _OTHERS - _BETWEEN
        often = [one for one in self._all if one.points >= _FEWEST_POINTS]
        return often[: max(0, min(left // (_PARTY + _BETWEEN), _MOST_PARTIES))]

    def _table(self, chosen: Sequence[Column], has_others: bool) -> Table:
        table = Table.grid(padding=(0, _BETWEEN, 1, 0), collapse_padding=False, expand=True)
        table.show_header = True
        # a share is of the room with the gaps in it: without them a column were too narrow
        table.add_column(ratio=_POINT + _BETWEEN, overflow="fold")
        for one in chosen:
            table.add_column(self._heading(one), ratio=_PARTY + _BETWEEN, overflow="fold")
        if has_others:
            heading = "others" if chosen else "who says so"
            table.add_column(Text(heading, "bold"), ratio=_OTHERS, overflow="fold")
        shown = frozenset(party for one in chosen for party in one.parties)
        for point in self._points:
            cells: list[RenderableType] = [_own_cell(point, one) for one in chosen]
            if has_others:
                cells.append(_gathered(point, shown))
            table.add_row(_asked(point), *cells)
        return table

    def _heading(self, column: Column) -> Text:
        heading = Text(called(column.name), "bold")
        if column.parties == (column.name,):
            below = kind_words(self._kinds[column.name])
        else:
            below = listed(column.parties, 1)
        if below:
            # in brackets: else "the rights group X organisation" reads as one name
            heading.append(f"\n({below})", "dim not bold")
        return heading

    def _marks(self, chosen: Sequence[Column]) -> set[Mark]:
        """Return the marks that the table shows."""
        found = {mark for point in self._points for mark in point_marks(point)}
        for point in self._points:
            found.update(mark for one in point.positions for mark in position_marks(one))
            answering = set(_answering(point))
            if not all(answering & set(one.parties) for one in chosen):
                found.add(SILENT)
        return found


def kind_words(kind: PartyKind | None) -> str:
    """Return what a party is, in words; nothing of a person, whose name says it."""
    return "" if kind is None or kind == "person" else kind.replace("_", " ")


def legend(shown: Collection[Mark]) -> Text:
    """Return what the marks mean, in the order in which they always stand."""
    words = Text()
    for mark in MARKS:
        if mark in shown:
            words.append("\n" if words else "")
            words.append(mark.sign, mark.style)
            words.append(f" {mark.word}: {mark.meaning}", "dim")
    return words


def _asked(point: Point) -> Text:
    words = Text(f"{point.id} ", "dim")
    words.append(plain(point.label), "bold")
    for mark in point_marks(point):
        words.append(f"\n{mark.sign} {mark.word}", mark.style)
    return words


def _own_cell(point: Point, column: Column) -> Text:
    """Return what a column answers, in the order of time and number; what it denies last.

    In a column of several parties with who says so, where that is not all who answer.
    """
    held = [
        (position, given)
        for position in point.positions
        if (given := [one for one in position.held_by if one.party in column.parties])
    ]
    held.sort(key=lambda one: (min(each.published or "" for each in one[1]), size_of(one[0])))
    answering = len({one.party for _, given in held for one in given})
    lines = []
    for position, given in held:
        line = answer(position)
        if len(column.parties) > 1 and len(names(given)) < answering:
            line.append(f": {listed(names(given), 1)}", "dim")
        lines.append(line)
    lines += _denied_by(point, column)
    return _joined(lines) if lines else Text(SILENT.sign, SILENT.style)


def _denied_by(point: Point, column: Column) -> Iterator[Text]:
    for position in point.positions:
        if denials := [one for one in position.denied_by if one.party in column.parties]:
            word = "doubts" if is_doubt(denials) else "denies"
            yield Text.assemble((f"{word}: ", "red"), said(position))


def _gathered(point: Point, shown: frozenset[str]) -> RenderableType:
    """Return what all who have no column answer, and who they are."""
    lines = list(_by_others(point, shown))
    if not lines:
        return Text(SILENT.sign, SILENT.style)
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    for line in lines[:_MOST_ANSWERS]:
        table.add_row(Text("·", "dim"), line)
    if len(lines) > _MOST_ANSWERS:
        table.add_row("", _more(len(lines) - _MOST_ANSWERS))
    return table


def _by_others(point: Point, shown: frozenset[str]) -> Iterator[Text]:
    for position in point.positions:
        if held := [one for one in names(position.held_by) if one not in shown]:
            yield answer(position).append(f": {listed(held, _MOST_NAMES)}", "dim")
    for position in point.positions:
        if denied := [one for one in names(position.denied_by) if one not in shown]:
            word = "doubted" if is_doubt(position.denied_by) else "denied"
            line = Text.assemble((f"{word}: ", "red"), said(position))
            yield line.append(f": {listed(denied, _MOST_NAMES)}", "dim")


def _answering(point: Point) -> Iterable[str]:
    for position in point.positions:
        yield from names((*position.held_by, *position.denied_by))


def _joined(lines: Sequence[Text]) -> Text:
    """Return lines in one cell: of many the first and the last ones."""
    if len(lines) > _MOST_ANSWERS:
        half = _MOST_ANSWERS // 2
        lines = [*lines[:half], _more(len(lines) - 2 * half), *lines[-half:]]
    return Text("\n").join(lines)


def _more(number: int) -> Text:
    return Text(f"+{number} more", "dim")
