"""What is wrong with a request, for pages and programs alike: one status for one kind of error."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException

from rashomon.model import errors
from rashomon.model.errors import RashomonError
from rashomon.web.api.checking import Fault

# 422, not 400, for what makes no sense: the request is well-formed, and its content cannot be
# done (RFC 9110, 15.5.21). Programs get 400 as well, where a request is not as the description
# has it; what pages are asked is typed by people, and all that can be wrong with it is its sense.
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

_WORDS = {
    404: ("there is no such page", "look for it from the first page"),
    405: ("this page takes no such request", "go back, and follow its links and buttons"),
    413: ("this is more than the desk takes at once", "send less, in several parts"),
}


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


def problem_of(error: Exception) -> Problem:
    """Return what an error is to who sent the request.

    Of an error that is not foreseen nothing is told.
    """
    if isinstance(error, RefusedError):
        return error.problem
    if isinstance(error, RashomonError):
        status = next((one for kind, one in _STATUSES if isinstance(error, kind)), 500)
        return Problem(status, error.what, error.code, error.where, error.remedy)
    if isinstance(error, HTTPException):
        what, remedy = _WORDS.get(error.status_code, (error.detail, None))
        headers = tuple((error.headers or {}).items())
        return Problem(error.status_code, what, remedy=remedy, headers=headers)
    what = "something went wrong within the desk"
    return Problem(500, what, "internal", remedy="try again; its terminal says what it was")
