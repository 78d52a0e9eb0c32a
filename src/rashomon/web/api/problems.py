"""Problems as ``application/problem+json`` (RFC 9457), with the code and remedy of the package."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from rashomon.web.api.writing import json_bytes
from rashomon.web.problems import Problem

MEDIA_TYPE = "application/problem+json"

TITLES: Mapping[int, str] = {
    400: "The request is not as the description has it",
    401: "Nobody is known by this token",
    403: "The request is not allowed",
    404: "There is no such thing",
    405: "This is not done here",
    409: "This does not fit the case as it is now",
    413: "The request is too large",
    415: "The request is of a kind that is not read",
    421: "The desk does not answer under this name",
    422: "The request cannot be fulfilled",
    500: "The desk or the case has a fault",
    503: "The case is in use",
}
"""What each status of an error says."""


def answer(problem: Problem) -> Response:
    """Return the answer that tells a problem."""
    headers = dict(problem.headers)
    return Response(json_bytes(record_of(problem)), problem.status, headers, media_type=MEDIA_TYPE)


def record_of(problem: Problem) -> dict[str, Any]:
    """Return a problem as what JSON can hold."""
    return {
        "title": TITLES.get(problem.status, "The request failed"),
        "status": problem.status,
        "detail": problem.what,
        "code": problem.code,
        "where": problem.where,
        "remedy": problem.remedy,
        "faults": [{"where": one.where, "what": one.what} for one in problem.faults],
    }
