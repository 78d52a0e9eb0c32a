"""Marks of agencies that no table knows: "BRINN (Meridian Wire) - ", "(Lakes Press Agency)"."""

import re

from rashomon.linking.origins.tables import House, OriginTables
from rashomon.model.spans import Span

_HEAD = 400
_NAME = r"\(\s*(?:the\s+)?([A-Z][\w&.'’-]*(?:[ /][A-Z&][\w&.'’-]*){0,4})\s*\)"
# a place and a day before it, or nothing: "BRINN, Halen, May 10 (Meridian Wire) - "
_DATELINE = re.compile(
    rf"^[^\S\n]*(?:[A-Z][\w.'’-]*(?:[ ,/]+(?:[A-Z][\w.'’-]*|\d{{1,4}})){{0,7}},?[^\S\n]*)?{_NAME}"
    r"[^\S\n]*[-–—]{1,2}\s",
    re.MULTILINE,
)
_LAST_LINE = re.compile(rf"(?:^|\n)[^\S\n]*[-–—]?[^\S\n]*{_NAME}\s*$")


def find_unknown(text: str, tables: OriginTables) -> tuple[House, Span] | None:
    """Return the house that the dateline of a text names in brackets, and the brackets.

    The last line of a text counts where it is nothing but such a name, and the name is one that
    agencies have (*Wire*, *News Agency*).

    Args:
        text: the text.
        tables: the words that stand in such brackets and name nobody, and those that name agencies.
    """
    found = _DATELINE.search(text, 0, _HEAD)
    if found is None:
        found = _LAST_LINE.search(text, max(0, len(text) - _HEAD))
        if found and not _is_agency(found[1], tables.marks["agency"]):
            return None
    if (
        found is None
        or found[1].lower() in tables.marks["nobody"]
        or tables.named(found[1], is_publisher=True)
    ):
        return None
    return House(found[1], "agency"), Span(found.start(1) - 1, text.index(")", found.end(1)) + 1)


def _is_agency(name: str, words: tuple[str, ...]) -> bool:
    return name.lower().endswith(words)
