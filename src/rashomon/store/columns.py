"""Texts as columns: any text that Python has, in databases that refuse some characters.

SQLite takes no half of a surrogate pair, PostgreSQL no NUL either. They are written as the
character SUBSTITUTE, their number in hexadecimal, and a semicolon; so is SUBSTITUTE itself.
"""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime

_MARK = "\x1a"
_REFUSED = re.compile("[\0\x1a\ud800-\udfff]")
_WRITTEN = re.compile("\x1a([0-9a-f]+);")


def to_column(text: str | None) -> str | None:
    """Return a text as a column takes it."""
    if text is None or text.isprintable():
        return text
    return _REFUSED.sub(lambda found: f"{_MARK}{ord(found[0]):x};", text)


def from_column(stored: str | None) -> str | None:
    """Return the text that :func:`to_column` was given."""
    if stored is None or _MARK not in stored:
        return stored
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), stored)


def versions_column(versions: Mapping[str, str]) -> str:
    """Return names and versions as a column, the same for equal ones."""
    return json.dumps(dict(versions), sort_keys=True, separators=(",", ":"))


def now() -> str:
    """Return the moment, ISO 8601 in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
