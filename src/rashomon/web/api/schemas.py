"""What the schemas of requests are made of."""

from collections.abc import Mapping, Sequence
from typing import Any

from rashomon.web.api.checking import Schema

MOST_TEXT = 2_000
"""The longest text that a request gives where nothing else is said, in characters."""
MOST_SKIPPED = 1_000_000_000
"""How many entries of a list may be left out before the first."""

_NO_NUL = r"^[^\x00]*$"
_WORDS = r"^[\x01-\x20]*[^\x00-\x20][^\x00]*$"


def text(about: str, *, longest: int = MOST_TEXT, is_needed: bool = False) -> Schema:
    """Return the schema of a text without NUL.

    Args:
        about: what it is.
        longest: how many characters it may have.
        is_needed: whether it must hold anything but white space.
    """
    pattern = _WORDS if is_needed else _NO_NUL
    return {"type": "string", "maxLength": longest, "pattern": pattern, "description": about}


def formed(about: str, pattern: str, *, longest: int = 100) -> Schema:
    """Return the schema of a text of a certain form.

    Args:
        about: what it is.
        pattern: a regular expression that both Python and JavaScript read alike.
        longest: how many characters it may have.
    """
    return {"type": "string", "maxLength": longest, "pattern": pattern, "description": about}


def whole(about: str, least: int, most: int, *, default: int | None = None) -> Schema:
    """Return the schema of a whole number between two bounds, both included."""
    schema: dict[str, Any] = {"type": "integer", "minimum": least, "maximum": most}
    if default is not None:
        schema["default"] = default
    return {**schema, "description": about}


def number(about: str, least: float, most: float) -> Schema:
    """Return the schema of a number between two bounds, both included."""
    return {"type": "number", "minimum": least, "maximum": most, "description": about}


def flag(about: str, *, default: bool = False) -> Schema:
    """Return the schema of what is so or not."""
    return {"type": "boolean", "default": default, "description": about}


def one_of(about: str, words: Sequence[str], *, default: str | None = None) -> Schema:
    """Return the schema of one of some words."""
    schema: dict[str, Any] = {"type": "string", "enum": list(words)}
    if default is not None:
        schema["default"] = default
    return {**schema, "description": about}


def listed(about: str, items: Schema, least: int, most: int) -> Schema:
    """Return the schema of a list, with the number of what it may hold."""
    return {
        "type": "array",
        "items": items,
        "minItems": least,
        "maxItems": most,
        "description": about,
    }


def record(
    about: str, needed: Mapping[str, Schema], beside: Mapping[str, Schema] | None = None
) -> Schema:
    """Return the schema of an object.

    Args:
        about: what it is.
        needed: the schemas of what it must hold, by name.
        beside: those of what it may hold beside; nothing else.
    """
    return {
        "type": "object",
        "required": list(needed),
        "properties": {**needed, **(beside or {})},
        "additionalProperties": False,
        "description": about,
    }


def nullable(schema: Schema) -> Schema:
    """Return the schema of what may also be null."""
    words = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **words}


DOCUMENT = formed(
    "the id of a document, or enough of its beginning to name one",
    r"^(sha256:)?[0-9a-f]{4,64}$",
    longest=71,
)
INCIDENT = formed("the id of an incident, as i1", r"^i[1-9][0-9]{0,8}$", longest=10)
ORIGIN = formed("the id of an origin, as o1", r"^o[1-9][0-9]{0,8}$", longest=10)
POINT = formed("the id of a point of an incident, as q1", r"^q[1-9][0-9]{0,5}$", longest=7)
NUMBER = whole("the number of a decision", 1, 2**31 - 1)
OFFSET = whole("a place in the document's text, in code points", 0, 999_999_999)
SPAN = listed("[start, end) in code points of the document's text", OFFSET, 2, 2)
DAY = formed("a day, as 2017-06-19", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", longest=10)

PAGED: Mapping[str, Schema] = {
    "limit": whole("how many at most", 1, 1_000, default=100),
    "offset": whole("how many to leave out before the first", 0, MOST_SKIPPED, default=0),
}
"""The parameters of a list that is given page by page."""
