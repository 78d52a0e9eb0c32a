"""The routes of all that programs can ask, and of its description."""

from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.web.api.description import PREFIX, description
from rashomon.web.api.reference import show
from rashomon.web.api.serving import routes
from rashomon.web.api.table import ENDPOINTS
from rashomon.web.api.writing import json_bytes
from rashomon.web.receiving import MOST_BYTES


def describe(_: Request) -> Response:
    """Answer with the description of the API."""
    return Response(_description(), media_type="application/json")


@cache
def _description() -> bytes:
    return json_bytes(description(ENDPOINTS))


ROUTES = [
    *routes(ENDPOINTS, PREFIX),
    Route(f"{PREFIX}/openapi.json", describe),
    Route(f"{PREFIX}/", show),
]
BODY_LIMITS = {
    PREFIX + one.path: MOST_BYTES if one.uploads else one.most_bytes
    for one in ENDPOINTS
    if one.body
}
