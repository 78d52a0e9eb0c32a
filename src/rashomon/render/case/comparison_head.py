"""What stands above a comparison: what happened, how much is told of it, what is contested."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model.comparison import Comparison, Count, Point, Position, Value, When
from rashomon.render.case.comparison_marks import (
    CONTESTED,
    UPDATE,
    answer,
    deniers,
    listed,
    names,
    size_of,
)
from rashomon.render.case.tables import place_words
from rashomon.render.layout import indented, section, table_of
from rashomon.render.plain import plain
from rashomon.render.words import counted, day_words, type_words

_MOST_POSITIONS = 3
_MOST_NAMES = 3
_LONGEST = 160


def head(comparison: Comparison) -> RenderableType:
    """Return the title, when and where, how many accounts, and what is contested between whom."""
    incident = comparison.incident
    known = (
        type_words(incident.type or ""),
        day_words(incident.time.earliest, incident.time.latest),
        place_words(incident.place),
    )
    documents = counted(len(comparison.documents), "document")
    roots = counted(comparison.independent_origins, "independent origin")
    parts: list[RenderableType] = [
        Text(f"{incident.id}  {plain(incident.title)}", "bold"),
        Text(" · ".join(filter(None, known))),
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
    at_odds = [one for one in point.positions if one.held_by and _is_at_odds(one, point)]
    for position in _most_telling(at_odds):
        line = answer(position, "bold", _LONGEST)
        origins = counted(len(position.origins), "origin")
        line.append(f"  {listed(names(position.held_by), _MOST_NAMES)} ({origins})", "not bold")
        if denied := deniers(position):
            line.append(f"; denied by {listed(denied, _MOST_NAMES)}", "red not bold")
        yield line
    if len(at_odds) > _MOST_POSITIONS:
        yield Text(f"+{len(at_odds) - _MOST_POSITIONS} more: --point {point.id}", "dim")


def _most_telling(positions: list[Position]) -> list[Position]:
    """Return the positions to show: of counts the lowest, the highest and the best supported."""
    if not all(isinstance(one.value, Count) for one in positions):
        return sorted(positions, key=lambda one: not deniers(one))[:_MOST_POSITIONS]
    by_size = sorted(positions, key=size_of)
    kept = {id(one): one for one in (*by_size[:1], *by_size[-1:], *positions)}
    return sorted(list(kept.values())[:_MOST_POSITIONS], key=size_of)


def _is_at_odds(position: Position, point: Point) -> bool:
    """Return whether a position is denied, or another cannot be true with it.

    What is graded otherwise than as contested or confirmed has no rival: of a toll, it is an
    earlier or later state. The grade of a person says nothing of that.
    """
    if deniers(position):
        return True
    grade = position.grade
    if grade and not grade.reviewer and grade.airwars not in ("contested", "confirmed"):
        return False
    others = (one.value for one in point.positions if one.held_by and one is not position)
    return any(_excludes(position.value, one) for one in others)


def _excludes(one: Value, other: Value) -> bool:
    """Return whether two answers are not both true: of what is no range, all others are not."""
    if isinstance(one, Count) and isinstance(other, Count):
        return not one.may_be(other)
    if isinstance(one, When) and isinstance(other, When):
        return not one.may_be(other)
    return one != other
