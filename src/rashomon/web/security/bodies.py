"""How much a request may bring."""

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.failing import answer_problem
from rashomon.web.problems import Problem

MOST_BYTES = 1_000_000
"""What a request may bring where nothing else is said: a form."""

_TOO_LARGE = "this is more than the desk takes at once"


class LimitedBodies:
    """Refuses requests that bring more than they may.

    Args:
        app: what answers all others.
        limits: by path, how many bytes a request to it may bring; :data:`MOST_BYTES` for others.
    """

    def __init__(self, app: ASGIApp, limits: Mapping[str, int]) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._limits.get(scope["path"], MOST_BYTES)
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or int(announced[:20]) > most:
            remedy = f"send {most:,} bytes at most"
            await answer_problem(Request(scope), Problem(413, _TOO_LARGE, remedy=remedy))(
                scope, receive, send
            )
            return
        seen = 0

        async def receive_limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise HTTPException(413, _TOO_LARGE)
            return message

        await self._app(scope, receive_limited, send)
