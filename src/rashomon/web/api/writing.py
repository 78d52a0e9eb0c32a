"""Answers as bytes of JSON."""

import json
import re
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_bytes(value: Any) -> bytes:
    """Return a value as JSON in UTF-8.

    A text of a case may hold half of a surrogate pair, which UTF-8 cannot; U+FFFD stands in its
    place, so that spans keep pointing at the same words.
    """
    written = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        return written.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", written).encode("utf-8")
