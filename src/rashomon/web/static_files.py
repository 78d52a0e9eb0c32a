"""Style sheets and the script: files of the package, which hold nothing of a case."""

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from rashomon.render.dossier.sections import styles
from rashomon.render.html.environment import stylesheet


def _tokens(request: Request) -> Response:
    """Answer with the style that all pages share."""
    return _style(request, stylesheet())


def _sections(request: Request) -> Response:
    """Answer with the style of the sections of a dossier, for those on pages of the desk alone."""
    return _style(request, f".sections {{\n{styles()}\n}}\n")


def _style(request: Request, style: str) -> Response:
    tag = {"ETag": f'"{sha256(style.encode()).hexdigest()[:16]}"'}
    if request.headers.get("if-none-match") == tag["ETag"]:
        return Response(status_code=304, headers=tag)
    return Response(style, media_type="text/css", headers=tag)


STATIC: BaseRoute = Mount(
    "/static",
    routes=[
        Route("/tokens.css", _tokens),
        Route("/sections.css", _sections),
        Mount("/", StaticFiles(packages=[("rashomon.web", "static")])),
    ],
)
