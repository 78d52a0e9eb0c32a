"""What the check of a case came to, for a terminal."""

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model.case import Verified
from rashomon.render.layout import indented, table_of
from rashomon.render.plain import plain

_SHOWN = 20


def checks(verified: Verified) -> RenderableType:
    """Return what was checked, and what does not hold, the first break first."""
    table = table_of(("", None, ""), ("", None, ""))
    for name, number in verified.checked.items():
        table.add_row(f"{number:,}", plain(name))
    parts: list[RenderableType] = [table, Text()]
    if not verified.breaks:
        return Group(
            *parts, Text("all of it holds", "bold green"), Text(f"digest {verified.digest}", "dim")
        )
    first, *others = verified.breaks
    parts.append(Text(f"first break: {plain(first.where)}: {plain(first.what)}", "bold red"))
    if others:
        more = table_of(("", None, ""), ("", 1, ""))
        for one in others[:_SHOWN]:
            more.add_row(plain(one.where), plain(one.what))
        parts += [Text(f"and {len(others):,} more", "red"), indented(more)]
    return Group(*parts)
