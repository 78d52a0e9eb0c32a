"""What is on record: the audit log, and what the desk and the case are made with."""

from dataclasses import asdict, fields

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.case import LogEntry
from rashomon.pipeline.browsing.pages import page_of
from rashomon.pipeline.resources import load_model_notes
from rashomon.pipeline.versions import reading_versions
from rashomon.web.asked import number_asked, text_asked
from rashomon.web.rendering import desk_of, page

_ON_A_PAGE = 100


def _log(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    action, subject = text_asked(request, "action"), text_asked(request, "subject")
    with desk.opened() as case:
        entries = tuple(case.log())
    fitting = [one for one in reversed(entries) if _fits(one, action, subject)]
    return page(
        request,
        "log.html",
        page=page_of(fitting, number_asked(request, "page", 1), _ON_A_PAGE),
        total=len(entries),
        asked={"action": action, "subject": subject},
        actions=[(one, one) for one in sorted({entry.action for entry in entries})],
        rows=contents.rows,
    )


def _fits(entry: LogEntry, action: str, subject: str) -> bool:
    is_subject = not subject or subject in (entry.subject or "")
    return is_subject and (not action or entry.action == action)


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
