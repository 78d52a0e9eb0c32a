"""The answer to a request that went wrong: a page that says what to do, or JSON for programs."""

from starlette.requests import Request
from starlette.responses import Response

from rashomon.model.errors import UnknownItemError
from rashomon.web.api.problems import answer
from rashomon.web.problems import Problem, problem_of
from rashomon.web.rendering import bare_page
from rashomon.web.security.headers import secure
from rashomon.web.told import led_on, told


def answer_problem(request: Request, problem: Problem) -> Response:
    """Return the answer that tells a problem: for programs below ``/api/``, else as a page."""
    if request.url.path.startswith("/api/"):
        return answer(problem)
    page = bare_page("problem.html", problem.status, problem=problem)
    page.headers.update(dict(problem.headers))
    return page


def answer_error(request: Request, error: Exception) -> Response:
    """Return the answer where an error ended a request.

    What is gone by a decision leads to what is left of its kind, where the decision is told.
    """
    if isinstance(error, UnknownItemError) and request.method == "GET" and any(told(request)):
        above = request.url.path.strip("/").rpartition("/")[0]
        return led_on(request, f"/{above}")
    found = answer_problem(request, problem_of(error))
    secure(found.headers, request.url.path)
    return found
