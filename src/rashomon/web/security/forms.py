"""The token that a form carries: its first field, so that nothing else of it need be read."""

import re
from collections.abc import Sequence

from starlette.types import Message, Receive

FIELD = "csrf"
HEADER = "X-CSRF-Token"

_TOKEN = rb"([0-9a-f]{64})"
_ENCODED = re.compile(rb"csrf=" + _TOKEN + rb"(?:&|\Z)")
_IN_PARTS = re.compile(
    rb'--[^\r\n]{1,200}\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n' + _TOKEN + rb"\r\n",
    re.IGNORECASE,
)
_ENOUGH = 600  # bytes; more than either takes


async def beginning(receive: Receive) -> tuple[bytes, Receive]:
    """Return the first bytes of a body, and what hands over all of it."""
    seen: list[Message] = []
    size, is_more = 0, True
    while is_more and size < _ENOUGH:
        message = await receive()
        seen.append(message)
        size += len(message.get("body", b""))
        is_more = message["type"] == "http.request" and message.get("more_body", False)
    return b"".join(one.get("body", b"") for one in seen)[:_ENOUGH], _again(seen, receive)


def first_token(kind: str, begun: bytes) -> str:
    """Return the token that stands first in a form.

    Args:
        kind: the media type of the body.
        begun: its first bytes.

    Returns:
        The token, or nothing where the form does not begin with one.
    """
    pattern = _IN_PARTS if kind.startswith("multipart/form-data") else _ENCODED
    found = pattern.match(begun)
    return found[1].decode() if found else ""


def _again(seen: Sequence[Message], receive: Receive) -> Receive:
    waiting = list(seen)

    async def receive_again() -> Message:
        return waiting.pop(0) if waiting else await receive()

    return receive_again
