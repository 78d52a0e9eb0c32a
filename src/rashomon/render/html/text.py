"""Words from outside as a page may show them: escaped, and with no power over what stands around.

A page shows one character for each code point of a text, so that a selection in it counts as spans
do.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from markupsafe import Markup, escape

_TURNING = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates: they order the words around them anew."""
_STEERING = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_TURNING}\ud800-\udfff]")
_PICTURES = 0x2400
_CONTROLS = 0x20
_DELETE = "\x7f"
_LAST_CONTROL = "\x9f"
_TURNED = "⇄"
_SPOILT = "\ufffd"


def safe(text: str) -> Markup:
    """Return ``text`` escaped, with a sign in the place of every character that steers.

    Signs stand for controls, for characters that turn the direction of writing, and for halves of
    surrogate pairs, which no page can hold.
    """
    parts: list[str] = []
    at = 0
    for found in _STEERING.finditer(text):
        parts += (escape(text[at : found.start()]), _sign(found.group()))
        at = found.end()
    parts.append(escape(text[at:]))
    return Markup("".join(parts))


def isolated(text: str) -> Markup:
    """Return ``text`` made safe and set apart: its direction of writing is its own affair."""
    return Markup(f"<bdi>{safe(text)}</bdi>")


def web_address(address: str | None) -> str | None:
    """Return an address that a page may link to; ``None`` for what is none of the web."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    return address if is_web and address and address.isprintable() else None


def _sign(character: str) -> str:
    if character == "\r":
        return "&#13;"  # written as it is, it would be read as a line feed
    name = unicodedata.name(character, f"control {ord(character):04X}").lower()
    return f'<span class="sign" title="{name}">{_picture(character)}</span>'


def _picture(character: str) -> str:
    if ord(character) < _CONTROLS:
        return chr(_PICTURES + ord(character))
    if character == _DELETE:
        return "␡"
    is_spoilt = character <= _LAST_CONTROL or unicodedata.category(character) == "Cs"
    return _SPOILT if is_spoilt else _TURNED
