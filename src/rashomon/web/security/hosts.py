"""Under which names the desk answers: a foreign name that leads here is no way in."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.web.failing import answer_problem
from rashomon.web.problems import Problem

LOOPBACK = frozenset(("localhost",))
_REFUSED = Problem(
    421,
    "the desk does not answer under this name",
    remedy="open the address that 'rashomon serve' printed, or name this one by --name",
)


def is_host(header: str, names: Collection[str]) -> bool:
    """Return whether a ``Host`` header is an address in numbers, or one of some names.

    A page elsewhere may let a name of its own lead to this machine, but no number (DNS rebinding).
    """
    try:
        host = urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return False
    return host in names or _is_number(host)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


class KnownHosts:
    """Refuses requests that were sent to a name that the desk does not have.

    Args:
        app: what answers all others.
        names: the names.
    """

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        self._app = app
        self._names = frozenset(one.lower() for one in names) | LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        app = self._app
        if scope["type"] == "http" and not is_host(
            Headers(scope=scope).get("host", ""), self._names
        ):
            app = answer_problem(Request(scope), _REFUSED)
        await app(scope, receive, send)
