"""What goes wrong, as a page that says what to do, or as a problem for programs."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rashomon.model.errors import (
    CaseError,
    DamagedCaseError,
    InputError,
    InputTooLargeError,
    RashomonError,
    SettingsError,
    UnfitDecisionError,
    UnknownItemError,
)
from rashomon.web.api.problems import Problem, answer
from rashomon.web.rendering import bare_page
from rashomon.web.security.headers import secure
from rashomon.web.told import led_on, told

_STATUSES: tuple[tuple[type[RashomonError], int], ...] = (
    (UnknownItemError, 404),
    (DamagedCaseError, 500),
    (UnfitDecisionError, 409),
    (CaseError, 503),
    (SettingsError, 400),
    (InputTooLargeError, 413),
    (InputError, 422),
)
_WORDS = {
    404: ("there is no such page", "look for it from the first page"),
    405: ("this page takes no such request", "go back, and follow its links and buttons"),
    413: ("this is more than the desk takes at once", "send less, in several parts"),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with a request.

    Attributes:
        status: the status of HTTP.
        what: what is wrong, as a clause.
        remedy: what to do about it, as a clause; may be empty.
        where: what it is about; may be empty.
        code: its name for programs.
    """

    status: int
    what: str
    remedy: str = ""
    where: str = ""
    code: str = "request"


def trouble_of(error: Exception) -> Trouble:
    """Return what went wrong, of an error; of one that is not foreseen, nothing of its words."""
    if isinstance(error, RashomonError):
        status = next((one for kind, one in _STATUSES if isinstance(error, kind)), 500)
        return Trouble(status, error.what, error.remedy or "", error.where or "", error.code)
    if isinstance(error, HTTPException):
        what, remedy = _WORDS.get(error.status_code, (error.detail, ""))
        return Trouble(error.status_code, what, remedy)
    what = "something went wrong within the desk"
    return Trouble(500, what, "try again; its terminal says what it was", code="internal")


def trouble_page(request: Request, trouble: Trouble) -> Response:
    """Return the answer to a request that went wrong: for programs below ``/api/``."""
    if request.url.path.startswith("/api/"):
        where, remedy = trouble.where or None, trouble.remedy or None
        return answer(Problem(trouble.status, trouble.what, trouble.code, where, remedy))
    return bare_page("trouble.html", trouble.status, trouble=trouble)


def answer_error(request: Request, error: Exception) -> Response:
    """Return the answer where an error ended a request.

    What is gone by a decision leads to what is left of its kind, where the decision is told.
    """
    if isinstance(error, UnknownItemError) and request.method == "GET" and any(told(request)):
        above = request.url.path.strip("/").rpartition("/")[0]
        return led_on(request, f"/{above}")
    answer = trouble_page(request, trouble_of(error))
    if isinstance(error, HTTPException) and error.headers:
        answer.headers.update(error.headers)
    secure(answer.headers, request.url.path)
    return answer
