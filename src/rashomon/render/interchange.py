"""Readings as JSON, in the public format ``rashomon.reading/1``.

The format is fixed: ``schemas/reading.schema.json`` describes it, and fields without a value
are ``null`` or an empty list, never left out.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rashomon.model.errors import RashomonError
from rashomon.model.failure import Failure
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.render.values import plain_values

FORMAT = "rashomon.reading/1"


def to_dict(reading: Reading) -> dict[str, Any]:
    """Return a reading as what JSON can hold.

    Raises:
        RashomonError: a span does not resolve in the document's text; such a reading is never
            written.
    """
    _check(reading)
    values: dict[str, Any] = plain_values(reading)
    del values["document"]["provenance"]
    # the text comes last, so that a person who opens the file sees what is known of it
    values["document"]["text"] = values["document"].pop("text")
    return {"format": FORMAT, **values}


def failure_to_dict(failure: Failure) -> dict[str, Any]:
    """Return a failure as what JSON can hold."""
    error = failure.error
    return {"path": failure.path, "error": {"code": error.code, "message": error.message}}


def to_line(result: Reading | Failure) -> str:
    """Return a reading or a failure as one line of JSON."""
    return json.dumps(_either(result), ensure_ascii=False)


def to_text(result: Reading | Failure) -> str:
    """Return a reading or a failure as JSON that people can read too."""
    return json.dumps(_either(result), ensure_ascii=False, indent=1)


def _either(result: Reading | Failure) -> dict[str, Any]:
    return failure_to_dict(result) if isinstance(result, Failure) else to_dict(result)


def _spans(value: Any) -> Iterator[Span]:
    """Yield all spans that a value of a reading holds, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _spans(getattr(value, each.name))


def _check(reading: Reading) -> None:
    """Refuse a reading with a span that does not point at words of its text."""
    length = len(reading.document.text)
    for span in _spans(reading):
        if not 0 <= span.start < span.end <= length:
            raise RashomonError(
                f"the span {list(span)} does not resolve in a text of {length} characters",
                where=reading.document.path,
                remedy="this is a fault of Rashomon: please report it with the document",
            )
