"""Tables for a terminal, without lines, at any width."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

INDENT = 2


def table_of(*columns: tuple[str, int | None, str]) -> Table:
    """Return an empty table: columns have a heading, a share of the width or none, and a style.

    A column without a share is as wide as what it holds. Headings show where one has words.
    """
    table = Table.grid(padding=(0, 2))
    table.show_header = any(heading for heading, _, _ in columns)
    table.header_style = "bold"
    for heading, ratio, style in columns:
        table.add_column(heading, ratio=ratio, style=style, overflow="fold", no_wrap=ratio is None)
    return table


def indented(table: Table) -> Padding:
    """Return a table a little to the right, below the heading that it belongs to."""
    return Padding(table, (0, 0, 0, INDENT))


def section(name: str) -> RenderableType:
    """Return the heading of a section."""
    return Group(Text(), Rule(Text(name, "bold"), align="left", style="dim"))
