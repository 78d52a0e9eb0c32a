"""How many were killed and injured: each account, and what three conventions make of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model.comparison import Comparison, Estimate, Point, Toll
from rashomon.render.case.comparison_marks import called, listed, names
from rashomon.render.layout import INDENT, indented, table_of
from rashomon.render.plain import plain

_CONVENTIONS = ("ACLED", "UCDP", "Airwars")
_ENDS = ("lowest", "highest")
_OTHERS = ("origins", *_CONVENTIONS)
_BETWEEN = 2
_MOST_NAMES = 2
_MOST_PARTIES = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """A toll in words.

    Attributes:
        what: who came to which harm, a word a line.
        ends: the lowest and the highest number, each with who gives it.
        others: how many origins, and what each convention enters, in lines.
    """

    what: str
    ends: tuple[tuple[str, str], ...]
    others: tuple[str, ...]


def tolls_table(tolls: Sequence[Toll]) -> RenderableType | None:
    """Return the lowest and highest counts, and the numbers that each convention enters."""
    return _Tolls([_row(one) for one in tolls]) if tolls else None


def _row(toll: Toll) -> _Row:
    estimates = {str(each.convention): each for each in toll.estimates}
    highest_by = toll.highest_by if toll.highest > toll.lowest else ()
    return _Row(
        toll.kind if toll.who == "total" else f"{plain(toll.who)}\n{toll.kind}",
        (
            (f"{toll.lowest:,}", listed(names(toll.lowest_by), _MOST_NAMES)),
            (f"{toll.highest:,}", listed(names(highest_by), _MOST_NAMES)),
        ),
        (f"{toll.origins:,}", *(_estimate(estimates.get(one)) for one in _CONVENTIONS)),
    )


class _Tolls:
    """Tolls side by side; below each other where there is no room for the longest word."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the shape that there is room for."""
        fixed = zip(_OTHERS, *(one.others for one in self._rows), strict=True)
        taken = [_widest(one.what for one in self._rows), *map(_widest, fixed)]
        gaps = _BETWEEN * (len(taken) + 1)
        room = options.max_width - INDENT - sum(taken) - gaps
        low, high = (_widest((_ENDS[at], *self._words(at))) for at in (0, 1))
        if low + high > room:
            yield from self._stacked()
        else:
            lowest = max(low, min(room // 2, room - high))
            yield indented(self._side_by_side(lowest, room - lowest))

    def _words(self, at: int) -> Iterator[str]:
        """Yield the words at one end of all tolls."""
        for one in self._rows:
            yield from " ".join(one.ends[at]).split()

    def _side_by_side(self, *widths: int) -> Table:
        table = table_of(("", None, "bold"))
        table.show_header, table.header_style = True, "bold"
        for head, width in zip(_ENDS, widths, strict=True):
            table.add_column(head, width=width, overflow="fold")
        for head in _OTHERS:
            table.add_column(head, no_wrap=True)
        for one in self._rows:
            table.add_row(one.what, *(_given(end, "\n") for end in one.ends), *one.others)
        return table

    def _stacked(self) -> Iterator[RenderableType]:
        for one in self._rows:
            table = table_of(("", None, ""), ("", 1, ""))
            for head, end in zip(_ENDS, one.ends, strict=True):
                table.add_row(head, _given(end, "  "))
            for head, words in zip(_OTHERS, one.others, strict=True):
                table.add_row(head, words.replace("\n", ", "))
            yield Padding(Text(one.what.replace("\n", " "), "bold"), (0, 0, 0, INDENT))
            yield Padding(indented(table), (0, 0, 0, INDENT))


def _widest(cells: Iterable[str]) -> int:
    """Return how wide the widest line of some cells is."""
    return max(cell_len(line) for cell in cells for line in cell.split("\n"))


def _given(end: tuple[str, str], between: str) -> Text:
    """Return a number with who gives it."""
    number, by = end
    words = Text(number)
    return words.append(between + by, "dim") if by else words


def toll_of(comparison: Comparison, point: Point) -> Toll | None:
    """Return the toll that a point asks for; ``None`` where it asks for something else."""
    asked = (point.kind, point.who)
    return next((one for one in comparison.tolls if (one.kind, one.who) == asked), None)


def toll_sheet(toll: Toll) -> RenderableType:
    """Return what each party counts, and each convention with its reason."""
    counted = table_of(("", 2, ""), ("", 7, ""))
    for one in toll.parties[:_MOST_PARTIES]:
        counted.add_row(called(one.party), _range(one.lowest, one.highest))
    if len(toll.parties) > _MOST_PARTIES:
        counted.add_row(Text(f"+{len(toll.parties) - _MOST_PARTIES} more", "dim"), "")
    parts: list[RenderableType] = [indented(counted)]
    if toll.estimates:
        parts += [Text(), indented(_reasons(toll.estimates))]
    return Group(*parts)


def _reasons(estimates: Sequence[Estimate]) -> Table:
    table = table_of(("", 2, "bold"), ("", 2, ""), ("", 5, "dim"))
    for one in estimates:
        table.add_row(one.convention, _estimate(one), plain(one.reason))
    return table


def _estimate(one: Estimate | None) -> str:
    """Return the number that a convention enters, and its range where that says more."""
    if one is None:
        return "none"
    best = "" if one.best is None else f"{one.best:,}"
    has_range = (one.low, one.high) != (None, None)
    range_ = _range(one.low, one.high) if has_range else ""
    if best == range_:
        return best or "none"
    return "\n".join(filter(None, (best, range_)))


def _range(low: int | None, high: int | None) -> str:
    ends = tuple("…" if end is None else f"{end:,}" for end in (low, high))
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
