"""Who sits at the desk: a name, asked for once, kept by the browser, changed at any time."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.model.errors import SettingsError
from rashomon.pipeline.acting import check_reviewer
from rashomon.web.posting import Fields, back_to, next_page, posted
from rashomon.web.problems import problem_of
from rashomon.web.rendering import page
from rashomon.web.reviewer import clean_name, keep_reviewer, reviewer_of


def _reviewer(request: Request) -> Response:
    back = back_to(request.query_params, "/incidents")
    return page(
        request, "review/reviewer.html", problem=None, typed=reviewer_of(request), back=back
    )


def _named(request: Request, fields: Fields) -> Response:
    name = clean_name(fields.get("reviewer", ""))
    try:
        check_reviewer(name)
    except SettingsError as error:
        back, problem = back_to(fields, "/incidents"), problem_of(error)
        return page(
            request,
            "review/reviewer.html",
            status=problem.status,
            problem=problem,
            typed=name,
            back=back,
        )
    answer = RedirectResponse(next_page(fields), 303)
    keep_reviewer(answer, name, is_secure=request.url.scheme == "https")
    return answer


ROUTES = (
    Route("/reviewer", _reviewer),
    Route("/reviewer", posted(_named), methods=["POST"]),
)
