"""Style sheets and the script: files of the package, which hold nothing of a case."""

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon.render.html.environment import stylesheet


def _tokens(request: Request) -> Response:
    """Answer with the style that all pages share."""
    style = stylesheet()
    tag = {"ETag": f'"{sha256(style.encode()).hexdigest()[:16]}"'}
    if request.headers.get("if-none-match") == tag["ETag"]:
        return Response(status_code=304, headers=tag)
    return Response(style, media_type="text/css", headers=tag)


STATIC: BaseRoute = Mount(
    "/static",
    routes=[
        Route("/tokens.css", _tokens),
        Mount("/", StaticFiles(packages=[("rashomon.web", "static")])),
    ],
)
