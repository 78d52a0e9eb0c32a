"""Who sits at the desk: a name, asked for once, kept by the browser, changed at any time."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.web.posting import Fields, back_to, next_page, posted
from rashomon.web.rendering import page
from rashomon.web.reviewer import MOST, clean_name, keep_reviewer


def _reviewer(request: Request) -> Response:
    back = back_to(request.query_params, "/incidents")
    return page(request, "review/reviewer.html", is_empty=False, most=MOST, back=back)


def _named(request: Request, fields: Fields) -> Response:
    name = clean_name(fields.get("reviewer", ""))
    if not name:
        back = back_to(fields, "/incidents")
        return page(
            request, "review/reviewer.html", status=422, is_empty=True, most=MOST, back=back
        )
    answer = RedirectResponse(next_page(fields), 303)
    keep_reviewer(answer, name, is_secure=request.url.scheme == "https")
    return answer


ROUTES = (
    Route("/reviewer", _reviewer),
    Route("/reviewer", posted(_named), methods=["POST"]),
)
