"""The headers of every answer: nothing runs, loads or frames but what the desk itself brings."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
STATIC = "/static/"
"""Below it lie files of the package, which hold nothing of a case."""


def secure(headers: MutableHeaders, path: str) -> None:
    """Set the headers of an answer.

    Pages are kept nowhere; files of the package are, and asked for anew each time.
    """
    headers.update(HEADERS)
    headers.setdefault("Cache-Control", "no-cache" if path.startswith(STATIC) else "no-store")


class SecureHeaders:
    """Sets the headers of all answers.

    Args:
        app: what answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def send_secure(message: Message) -> None:
            if message["type"] == "http.response.start":
                secure(MutableHeaders(scope=message), scope["path"])
            await send(message)

        await self._app(scope, receive, send_secure)
