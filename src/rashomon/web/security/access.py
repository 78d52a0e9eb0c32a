"""Who may use the desk: who knows its token, and requests that its own pages make."""

from dataclasses import replace

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.web.failing import answer_problem
from rashomon.web.problems import Problem
from rashomon.web.security.forms import HEADER, beginning, first_token
from rashomon.web.security.headers import STATIC
from rashomon.web.security.keys import Keys

_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_BEARER = "bearer "
_OWN_SITES = frozenset(("same-origin", "none"))

_CLOSED = Problem(
    401,
    "this desk is closed to you",
    remedy="open the address that 'rashomon serve' printed; if you just did, open the first page",
    headers=(("WWW-Authenticate", "Bearer"),),
)
_CLOSED_TO_PROGRAMS = replace(
    _CLOSED,
    remedy="send 'Authorization: Bearer TOKEN': the token is in the address that 'rashomon serve' "
    "printed, which opens the desk in a browser",
)
_WRONG_TOKEN = Problem(
    403,
    "this address is of another desk",
    remedy="open the address that 'rashomon serve' printed last",
)
_FOREIGN = Problem(
    403,
    "this did not come from a page of the desk as it is now",
    remedy="go back, load the page again, and repeat it",
)


class Access:
    """Lets in who has shown the token, and takes changes from pages of the desk alone.

    A request has access by a cookie, which ``/?token=`` gives, or by ``Authorization: Bearer``.
    With the cookie, what changes something must carry the token of forms too, which is
    ``request.state.csrf`` (empty for bearers).

    Args:
        app: what answers those who may.
        keys: what opens the desk.
    """

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self._app = app
        self._keys = keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan" or scope["path"].startswith(STATIC):
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page opens anything else
            return
        request = Request(scope)
        session = request.cookies.get(self._keys.cookie, "")
        answer = self._at_the_door(request, session)
        if answer is None and self._is_of_cookie(request) and request.method not in _SAFE:
            receive, answer = await self._from_page(request, session, receive)
        if answer is None:
            await self._app(scope, receive, send)
        else:
            await answer(scope, receive, send)

    def _at_the_door(self, request: Request, session: str) -> Response | None:
        """Return what is answered to who has no access, or has just shown the token."""
        request.state.csrf = ""
        if not self._is_of_cookie(request):
            given = request.headers["authorization"][len(_BEARER) :].strip()
            return None if self._keys.is_token(given) else _closed(request)
        if request.method == "GET" and "token" in request.query_params:
            return self._admitted(request)
        if not self._keys.is_session(session):
            return _closed(request)
        request.state.csrf = self._keys.form_token(session)
        return None

    def _is_of_cookie(self, request: Request) -> bool:
        return not request.headers.get("authorization", "").lower().startswith(_BEARER)

    def _admitted(self, request: Request) -> Response:
        """Return what gives a session, and leads to the same address without the token."""
        if not self._keys.is_token(request.query_params["token"]):
            return answer_problem(request, _WRONG_TOKEN)
        asked = request.url.remove_query_params("token")
        answer = RedirectResponse(_local(asked), 303)
        answer.set_cookie(
            self._keys.cookie,
            self._keys.new_session(),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer

    async def _from_page(
        self, request: Request, session: str, receive: Receive
    ) -> tuple[Receive, Response | None]:
        """Return what hands over the body, and what is answered where no page of ours sent it."""
        if request.headers.get("sec-fetch-site", "none") not in _OWN_SITES:
            return receive, answer_problem(request, _FOREIGN)
        given = request.headers.get(HEADER, "")
        if not given:
            begun, receive = await beginning(receive)
            given = first_token(request.headers.get("content-type", ""), begun)
        if not self._keys.is_form_token(given, session):
            return receive, answer_problem(request, _FOREIGN)
        return receive, None


def _closed(request: Request) -> Response:
    """Return the answer to who has not shown the token, with how pages or programs show it."""
    is_program = request.url.path.startswith("/api/")
    return answer_problem(request, _CLOSED_TO_PROGRAMS if is_program else _CLOSED)


def _local(address: URL) -> str:
    """Return an address without its host; one slash alone, since two would name a host."""
    path = f"/{address.path.lstrip('/')}"
    return f"{path}?{address.query}" if address.query else path
