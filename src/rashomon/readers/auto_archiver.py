"""What Bellingcat's auto-archiver writes of the items that it archives: posts and pages.

Its modules keep an item in four ways, and all of them are read: ``json_enricher`` as a JSON
object, ``csv_db`` as a row whose cells are Python's way of writing values, ``gsheet_feeder_db``
as a row of a sheet, which can be saved as CSV, and ``html_formatter`` as a page
(https://github.com/bellingcat/auto-archiver, versions 0.4 to 1.x). The WACZ archives and saved
pages that lie beside them are read as what they are. One item is one document in the first three.
"""

import ast
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, TypeAlias

from lxml.html import HtmlElement

from rashomon.model.errors import BrokenRowError
from rashomon.readers.source import Metadata, Source

_LONGEST_CELL = 2_000_000
_TRIPS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError, TypeError)
_MARKS_OF_REPORT = ("Archived media for ", "bellingcat/auto-archiver")
_OF_DATABASE = frozenset(("status", "metadata", "media"))
_OF_SHEET = frozenset(("link", "archive status"))
_PUBLISHERS = ("uploader", "channel", "author")


@dataclass(frozen=True, slots=True)
class Item:
    """What is known of an archived item.

    Attributes:
        row: its text, address, title and date, as far as they are known: what it stands for.
        publisher: who published it, or ``None``.
        obtained_at: when it was archived, ISO 8601 in UTC, or ``None``.
    """

    row: dict[str, str]
    publisher: str | None
    obtained_at: str | None

    def within(self, source: Source) -> Source:
        """Return where the item comes from, it being held by ``source``."""
        return replace(
            source,
            hints=Metadata(publisher=self.publisher).over(source.hints),
            obtained_from=self.row.get("url"),
            obtained_at=self.obtained_at,
        )


Cells: TypeAlias = Mapping[str, Any]


def item_of_json(value: object) -> Item | None:
    """Return the item that a JSON object holds, or ``None`` if it is not of this program."""
    if not isinstance(value, dict) or not value.keys() >= _OF_DATABASE:
        return None
    known = value["metadata"]
    return _item(known) if isinstance(known, dict) and isinstance(value["media"], list) else None


def reader_of_rows(columns: list[str]) -> Callable[[Cells, str], Item] | None:
    """Return what makes an item of a row, or ``None`` if the table is not of this program.

    The function takes the cells by their columns, and the row's place for an error. It raises a
    ``BrokenRowError`` where they cannot be read.
    """
    if set(columns) >= _OF_DATABASE:
        return _item_of_database
    return _item_of_sheet if set(columns) >= _OF_SHEET else None


def is_report(markup: str) -> bool:
    """Return whether a page is the report of an item."""
    return all(mark in markup for mark in _MARKS_OF_REPORT)


def item_of_report(tree: HtmlElement) -> Item:
    """Return the item that a report tells of: from its table of metadata."""
    known = {}
    for row in tree.xpath("//table[contains(@class, 'metadata')]//tr[count(td) = 2]"):
        name, value = (cell.text_content().strip() for cell in row.xpath("td"))
        known[name] = value
    return _item(known)


def _item_of_database(cells: Cells, where: str) -> Item:
    known = _python(cells["metadata"], where)
    if not isinstance(known, dict):
        raise BrokenRowError(
            "the cell 'metadata' holds no values by name", where=where, remedy="mend the row"
        )
    return _item(known)


def _item_of_sheet(cells: Cells, _: str) -> Item:
    names = {
        "url": "link",
        "title": "upload title",
        "content": "text content",
        "timestamp": "upload timestamp",
        "_processed_at": "archive date",
    }
    return _item({name: cells.get(column) for name, column in names.items()})


def _item(known: Mapping[Any, Any]) -> Item:
    row = {
        "text": _text(known, "content"),
        "url": _text(known, "url"),
        "title": _text(known, "title"),
        "date": _moment(_text(known, "timestamp")) or _text(known, "timestamp"),
    }
    publisher = next((name for key in _PUBLISHERS if (name := _text(known, key))), None)
    return Item(
        row={name: value for name, value in row.items() if value},
        publisher=publisher,
        obtained_at=_moment(_text(known, "_processed_at")),
    )


def _text(known: Mapping[Any, Any], name: str) -> str:
    value = known.get(name)
    return value.strip() if isinstance(value, str) else ""


def _moment(written: str) -> str | None:
    """Return a moment in UTC, as this program means one where it names no zone; or ``None``."""
    try:
        moment = datetime.fromisoformat(written)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= 1000 else None


def _python(cell: object, where: str) -> Any:
    """Return the value that a cell writes in Python's way; nothing in it is run.

    Raises:
        BrokenRowError: it writes none, or one too long.
    """
    try:
        if not isinstance(cell, str) or len(cell) > _LONGEST_CELL:
            raise ValueError("no text, or too long")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _value(ast.parse(cell, mode="eval").body)
    except _TRIPS as error:
        raise BrokenRowError(
            f"a cell that is no value ({type(error).__name__})", where=where, remedy="mend the row"
        ) from error


def _value(node: ast.expr) -> Any:
    """Return the value of an expression; ``None`` for what is no plain value or moment."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Dict):
        names = [_value(name) if isinstance(name, ast.Constant) else None for name in node.keys]
        return dict(zip(names, map(_value, node.values), strict=True))
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return [_value(one) for one in node.elts]
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("datetime"):
        return _datetime(node)
    return None


def _datetime(node: ast.Call) -> str:
    parts = [_value(one) for one in node.args]
    zone = next((one.value for one in node.keywords if one.arg == "tzinfo"), None)
    moment = datetime(*parts)
    return moment.replace(tzinfo=_zone(zone) if zone else None).isoformat(sep=" ")


def _zone(node: ast.expr) -> timezone:
    written = ast.unparse(node)
    seconds = re.search(r"timedelta\((?:days=(-?\d+), )?seconds=(\d+)\)", written)
    if not seconds:
        return UTC
    return timezone(timedelta(days=int(seconds[1] or 0), seconds=int(seconds[2])))
