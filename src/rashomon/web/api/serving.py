"""Endpoints as routes: requests in, checked; answers or problems out."""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from rashomon.model.errors import RashomonError
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.problems import answer
from rashomon.web.api.requests import read_request
from rashomon.web.api.writing import json_bytes
from rashomon.web.desk import Desk
from rashomon.web.problems import Problem, RefusedError, problem_of
from rashomon.web.reviewer import reviewer_of


def routes(endpoints: Iterable[Endpoint], prefix: str) -> list[Route]:
    """Return the routes of endpoints, one for each path.

    Args:
        endpoints: what can be asked for.
        prefix: the beginning of all paths.
    """
    by_path: dict[str, dict[str, Endpoint]] = {}
    for one in endpoints:
        by_path.setdefault(one.path, {})[one.method] = one
    return [Route(prefix + path, _Served(methods)) for path, methods in by_path.items()]


class _Served:
    """The endpoints of one path, as an application of its own: so that it sees every method."""

    def __init__(self, methods: Mapping[str, Endpoint]) -> None:
        self._methods = methods

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except (RefusedError, RashomonError, HTTPException) as error:
            response = answer(problem_of(error))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        endpoint = self._methods.get(method)
        if endpoint is None:
            allowed = ", ".join(sorted(self._methods))
            what = f"{request.method[:20]} is not done here"
            raise RefusedError(
                Problem(405, what, "request.method", remedy=allowed, headers=(("Allow", allowed),))
            )
        asked = await read_request(endpoint, request, reviewer_of(request))
        body: Any = await run_in_threadpool(_written, endpoint, request.app.state.desk, asked)
        return Response(body, endpoint.status, media_type="application/json")


def _written(endpoint: Endpoint, desk: Desk, asked: Asked) -> bytes:
    return json_bytes(endpoint.handle(desk, asked))
