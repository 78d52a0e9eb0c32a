"""Errors as ``application/problem+json`` (RFC 9457), with the code and remedy of the package."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from rashomon.model import errors
from rashomon.model.errors import RashomonError
from rashomon.web.api.checking import Fault
from rashomon.web.api.writing import json_bytes

MEDIA_TYPE = "application/problem+json"

_UNKNOWN = 401

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

_STATUSES: tuple[tuple[type[RashomonError], int], ...] = (
    (errors.UnknownItemError, 404),
    (errors.DamagedCaseError, 500),
    (errors.UnfitDecisionError, 409),
    (errors.CaseError, 503),
    (errors.InputTooLargeError, 413),
    (errors.UnsupportedInputError, 415),
    (errors.BinaryInputError, 415),
    (errors.InputError, 422),
    (errors.ReadingError, 422),
    (errors.SettingsError, 422),
)
"""The status of an error, by the first kind that it is of; of none, it is the desk's own fault."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a request.

    Attributes:
        status: the HTTP status.
        what: what is wrong, as a clause.
        code: the kind of the error, as ``case.unknown_item``.
        where: the file, the parameter or field.
        remedy: what can be done about it, as a clause.
        faults: all that is wrong, where it is the form of the request.
        headers: headers of the answer that belong to the status.
    """

    status: int
    what: str
    code: str = "request"
    where: str | None = None
    remedy: str | None = None
    faults: tuple[Fault, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


class RefusedError(Exception):
    """A request that is not fulfilled.

    Args:
        problem: what is wrong with it.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def malformed(found: Sequence[Fault]) -> Problem:
    """Return the problem that a request is not as the description has it.

    Args:
        found: what is wrong, one at least.
    """
    first = found[0]
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    what = f"{first.what}{more}"
    return Problem(400, what, "request.malformed", first.where or None, None, tuple(found))


def problem_of(error: RashomonError) -> Problem:
    """Return what an error of the package is to who sent the request."""
    status = next((one for kind, one in _STATUSES if isinstance(error, kind)), 500)
    return Problem(status, error.what, error.code, error.where, error.remedy)


def answer(problem: Problem) -> Response:
    """Return the answer that tells a problem."""
    headers = dict(problem.headers)
    if problem.status == _UNKNOWN:
        headers["WWW-Authenticate"] = "Bearer"
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
