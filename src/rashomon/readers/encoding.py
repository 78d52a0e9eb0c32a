"""From bytes to text: the encoding is detected or declared, never guessed."""

import codecs
import re

from charset_normalizer import from_bytes

from rashomon.model.errors import UndecodableInputError
from rashomon.settings import is_encoding

# longest first: the mark of UTF-32-LE starts with that of UTF-16-LE
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# the WHATWG Encoding Standard reads these labels of web pages as windows-1252
_WEB_LABELS = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_DECLARED_WITHIN = 4096
_HINT_BYTES = 50_000


def decode(
    raw: bytes, *, where: str, encoding: str = "", declared: str = "", markup: bool = False
) -> str:
    """Return the text of ``raw``, code point for code point; a byte order mark is not part of it.

    Args:
        raw: the bytes.
        where: their name, for the error.
        encoding: the encoding, where the user names it. Else a byte order mark decides, then
            ``declared``, then (with ``markup``) the declaration in the page, then UTF-8 holds.
        declared: the encoding that came along with the bytes, as in an HTTP answer; one that
            there is not counts for nothing.
        markup: whether the bytes are HTML, which may declare its encoding.

    Raises:
        UndecodableInputError: names the first byte that the encoding does not allow.
    """
    name = codecs.lookup(encoding).name.removesuffix("-sig") if encoding else None
    for mark, marked in _MARKS:
        if raw.startswith(mark) and name in (None, marked):
            raw, name = raw[len(mark) :], marked
            break
    name = name or _labelled(declared) or (markup and _declaration(raw)) or "utf-8"
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        above = raw.count(b"\n", 0, error.start)
        line = f", line {above + 1}" if above else ""
        raise UndecodableInputError(
            f"byte {error.start} (0x{raw[error.start]:02X}{line}) is not {name}",
            where=where,
            remedy=f"name the encoding, as in --encoding {_likely(raw)}",
        ) from error


def _declaration(raw: bytes) -> str | None:
    found = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    return _labelled(found[1].decode("ascii", "replace")) if found else None


def _labelled(label: str) -> str | None:
    """Return the encoding that a page or its server means by a label, or ``None``."""
    label = label.strip().lower()
    if label in _WEB_LABELS:
        return "windows-1252"
    return label if label and is_encoding(label) else None


def _likely(raw: bytes) -> str:
    """Return an encoding to propose: a hint in a message, nothing is read with it."""
    best = from_bytes(raw[:_HINT_BYTES]).best()
    return best.encoding if best and best.encoding != "utf_8" else "windows-1252"
