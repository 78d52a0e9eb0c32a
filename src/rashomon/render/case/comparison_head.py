"""What stands above a comparison: what happened, how much is told of it, what is contested."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model.comparison import Comparison, Point
from rashomon.render.case.comparison_marks import (
    CONTESTED,
    UPDATE,
    answer,
    deniers,
    listed,
    names,
)
from rashomon.render.case.comparison_odds import MOST_TELLING, at_odds, most_telling
from rashomon.render.case.tables import incident_head
from rashomon.render.layout import indented, section, table_of
from rashomon.render.plain import plain
from rashomon.render.words import counted

_MOST_NAMES = 3
_LONGEST = 160


def head(comparison: Comparison) -> RenderableType:
    """Return the title, when and where, how many accounts, and what is contested between whom."""
    documents = counted(len(comparison.documents), "document")
    roots = counted(comparison.independent_origins, "independent origin")
    parts: list[RenderableType] = [
        *incident_head(comparison.incident),
        Text(f"{documents}, {roots}", "bold").append(_precision(comparison), "not bold dim"),
    ]
    contested = [one for one in comparison.points if one.is_contested]
    if comparison.points:
        parts += [section("Contested"), _summary(comparison, contested)]
    if contested:
        parts.append(_contested(contested))
    return Group(*parts)


def _precision(comparison: Comparison) -> str:
    """Return UCDP's codes for how precisely time and place are known, where they are."""
    codes = (("time", comparison.date_precision), ("place", comparison.where_precision))
    known = ", ".join(f"{name} {code}" for name, code in codes if code is not None)
    return f" · UCDP precision: {known}" if known else ""


def _summary(comparison: Comparison, contested: list[Point]) -> Text:
    points = counted(len(comparison.points), "point")
    if contested:
        are = "is" if len(contested) == 1 else "are"
        told = f"{CONTESTED.sign} {len(contested)} of {points} {are} contested"
        words = Text(told, CONTESTED.style)
    else:
        words = Text(f"none of {points} is contested")
    if rising := [one.label for one in comparison.points if one.is_update]:
        words.append(f"\n{UPDATE.sign} ", UPDATE.style)
        words.append(f"rising as accounts came in: {', '.join(map(plain, rising))}", "not bold")
    return words


def _contested(points: list[Point]) -> RenderableType:
    table = table_of(("", 1, ""), ("", 3, ""))
    table.expand = True
    for point in points:
        lines = list(_sides(point))
        asked = Text(f"{point.id} ", "dim").append(plain(point.label), "bold")
        table.add_row(asked, Text("\n").join(lines))
    return indented(table)


def _sides(point: Point) -> Iterator[Text]:
    """Yield the answers that stand against each other, with who gives and who denies them."""
    opposed = at_odds(point)
    for position in most_telling(opposed):
        line = answer(position, "bold", _LONGEST)
        origins = counted(len(position.origins), "origin")
        line.append(f"  {listed(names(position.held_by), _MOST_NAMES)} ({origins})", "not bold")
        if denied := deniers(position):
            line.append(f"; denied by {listed(denied, _MOST_NAMES)}", "red not bold")
        yield line
    if len(opposed) > MOST_TELLING:
        yield Text(f"+{len(opposed) - MOST_TELLING} more: --point {point.id}", "dim")
