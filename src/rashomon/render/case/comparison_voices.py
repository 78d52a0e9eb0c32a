"""What documents assert in nobody's name but their own, and who is silent on what."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from rashomon.model.comparison import Comparison, OwnStatement
from rashomon.model.document import Document
from rashomon.render.case.comparison_marks import SILENT, called, listed
from rashomon.render.layout import indented, table_of
from rashomon.render.plain import plain

Documents: TypeAlias = Mapping[str, Document]

_Row: TypeAlias = tuple[str, tuple[str, str, str], str]
"""A publisher, how much it says itself, and how the first of it begins."""

_AMOUNTS = ("said", "hedged", "loaded")
_WIDE = 64
"""From which width on there is room for a column of words, in characters."""
_MOST_PUBLISHERS = 8
_MOST_SILENT = 6
_FIRST_WORDS = 70


def own_voices_table(
    statements: Sequence[OwnStatement], documents: Documents
) -> RenderableType | None:
    """Return how much each publisher asserts itself, and the first words of it."""
    if not statements:
        return None
    by: dict[str, list[OwnStatement]] = {}
    for one in statements:
        by.setdefault(one.publisher, []).append(one)
    ordered = sorted(by.items(), key=lambda item: -len(item[1]))
    rows = [
        (called(publisher), _amounts(same), _first_words(same[0], documents))
        for publisher, same in ordered[:_MOST_PUBLISHERS]
    ]
    if len(ordered) > _MOST_PUBLISHERS:
        rows.append((f"+{len(ordered) - _MOST_PUBLISHERS} more", ("", "", ""), ""))
    return _OwnVoices([*rows, ("together", _amounts(statements), "")])


class _OwnVoices:
    """Publishers with what they say themselves: where it is narrow, below their names."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        self._rows = rows

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table in the shape that there is room for."""
        is_wide = options.max_width >= _WIDE
        begins = (("begins", 6, "dim"),) if is_wide else ()
        table = table_of(("", 3, ""), *((one, None, "") for one in _AMOUNTS), *begins)
        for publisher, amounts, words in self._rows:
            name = Text(publisher, "bold")
            if words and not is_wide:
                name.append(f"\n{words}", "not bold dim")
            table.add_row(name, *amounts, *((words,) if is_wide else ()))
        yield indented(table)


def _amounts(statements: Sequence[OwnStatement]) -> tuple[str, str, str]:
    """Return how many statements there are, hedged ones, and those with loaded words."""
    hedged = sum(one.hedged for one in statements)
    loaded = sum(bool(one.loaded) for one in statements)
    return f"{len(statements):,}", f"{hedged:,}", f"{loaded:,}"


def _first_words(one: OwnStatement, documents: Documents) -> str:
    words = plain(one.span.of(documents[one.document].text))
    return words if len(words) <= _FIRST_WORDS else words[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"


def silence_table(comparison: Comparison) -> RenderableType | None:
    """Return for every contested point those of whom no answer to it was found."""
    table = table_of(("", 1, ""), ("", 3, ""))
    table.expand = True
    for point in comparison.points:
        if point.is_contested and point.silent:
            asked = Text(f"{point.id} ", "dim").append(plain(point.label), "bold")
            table.add_row(asked, listed(point.silent, _MOST_SILENT))
    return Group(Text(SILENT.meaning, "dim"), indented(table)) if table.row_count else None
