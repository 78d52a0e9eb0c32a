"""What is on record: the audit log, and what the desk and the case are made with."""

from dataclasses import asdict, fields

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.pipeline.browsing.log import log_page
from rashomon.pipeline.resources import load_model_notes
from rashomon.pipeline.versions import reading_versions
from rashomon.web.asked import number_asked, text_asked
from rashomon.web.rendering import desk_of, page

_ON_A_PAGE = 100
_ACTIONS = (
    "added",
    "corrected",
    "decided",
    "linked",
    "read again",
    "renewed",
    "sketched",
    "undone",
)


def _log(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    action, subject = text_asked(request, "action"), text_asked(request, "subject")
    number = number_asked(request, "page", 1)
    with desk.opened() as case:
        total = case.log_size()
        listed = log_page(case, number, _ON_A_PAGE, action=action, subject=subject)
    return page(
        request,
        "log.html",
        page=listed,
        total=total,
        asked={"action": action, "subject": subject},
        actions=[(one, one) for one in _ACTIONS],
        rows=contents.rows,
    )


def _about(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    versions = reading_versions(desk.settings.analysis)
    with desk.opened() as case:
        others = len(case.readings_by_others(versions))
        linked = case.linked_by()
    return page(
        request,
        "about.html",
        contents=contents,
        versions=versions,
        others=others,
        linked=linked,
        models=load_model_notes(),
        settings={
            section.name: asdict(getattr(desk.settings, section.name))
            for section in fields(desk.settings)
        },
        in_force=sum(not one.is_undone for one in contents.decisions),
    )


ROUTES = (Route("/log", _log), Route("/about", _about))
