"""What every page says of a job while it is on its way, and once it is over."""

from collections.abc import Iterator
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.errors import UnknownItemError
from rashomon.web.asked import text_asked
from rashomon.web.job import Job
from rashomon.web.links import job_link, with_values
from rashomon.web.notices import Notice
from rashomon.web.posting import back_to, next_page
from rashomon.web.rendering import desk_of, page

_NO_MORE = 286  # with this htmx stops asking; it is no status of HTTP


def _notices(request: Request) -> Iterator[Notice]:
    """Say on every page but its own that a job is on its way."""
    job = desk_of(request).jobs.current()
    own = job_link(job.number) if job else ""
    if job is None or request.url.path in (own, f"{own}/progress"):
        return
    # a page that answers a form cannot be asked for again
    here = f"{request.url.path}?{request.url.query}" if request.method == "GET" else ""
    yield _under_way(job, next_page({"next": here}) if here else "")


def _bar(request: Request) -> Response:
    """Answer a page that asks again and again how far a job is that it says is on its way."""
    jobs = desk_of(request).jobs
    here = back_to(request.query_params, "")
    try:
        job = jobs.job(request.path_params["number"])
    except UnknownItemError:  # the desk was closed meanwhile
        return Response(status_code=_NO_MORE)
    if not job.is_over:
        notice = _under_way(job, here)
    elif (after := jobs.current()) is not None:
        notice = _under_way(after, here)
    else:
        notice = _over(job, here)
    if notice.words == text_asked(request, "said"):
        return Response(status_code=HTTPStatus.NO_CONTENT)
    return page(request, "adding/bar.html", notice=notice)


def _under_way(job: Job, here: str) -> Notice:
    words = _words(job)
    again = with_values(f"{job_link(job.number)}/bar", {"next": here, "said": words})
    return Notice(words, job_link(job.number), "Look on", again=again)


def _words(job: Job) -> str:
    """Return what a job does right now, as a sentence."""
    of = f" of {job.total:,}" if job.total else ""
    how_far = f": {job.done:,}{of} read" if job.done else ""
    if job.kind == "adding":
        return f"{job.name}{how_far}."
    if job.kind == "linking":
        return f"{job.name}."
    if job.total is not None and job.done >= job.total:
        return f"Read {job.about} again; now linking."
    return f"Reading {job.about} again{how_far}."


def _over(job: Job, here: str) -> Notice:
    """Return that a job is over, with what leads to the page as it is now."""
    ended = {"done": "done", "stopped": "stopped before it was done"}.get(job.state, "failed")
    shown = " This page shows how it was before." if here else ""
    return Notice(
        f"{job.name}: {ended}.{shown}",
        here or job_link(job.number),
        "Show it as it is now" if here else "Look at it",
        is_warning=job.state != "done",
    )


ROUTES = (Route("/jobs/{number:int}/bar", _bar),)
NOTICING = (_notices,)
