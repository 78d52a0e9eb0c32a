"""Adding documents in the browser: files, pasted text, addresses, and the jobs that read them."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.model.errors import InputError, RashomonError, SettingsError
from rashomon.pipeline.browsing.documents import is_lacking
from rashomon.readers import KINDS, Metadata
from rashomon.runner.apart import Apart
from rashomon.runner.filling import Event
from rashomon.web.desk import Desk
from rashomon.web.job import Job
from rashomon.web.links import job_link
from rashomon.web.pages.describing import MOST_TOGETHER
from rashomon.web.problems import problem_of
from rashomon.web.receiving import MOST_BYTES, MOST_FILES, receive_form
from rashomon.web.rendering import desk_of, page
from rashomon.web.uploads import (
    MOST_PASTED,
    Received,
    described,
    fill_and_discard,
    of_addresses,
    of_files,
    of_text,
)

_DESCRIBED = ("publisher", "title", "url", "date")
_BYTES_OF_A_CHARACTER = 12  # of one beyond the basic plane, as a form writes it: %F0%9F%8C%8D
_JOBS_SHOWN = 5
_INCIDENTS_SHOWN = 30


def add_received(desk: Desk, received: Received) -> Job:
    """Let a job of the desk read what was handed over into the case, and link it."""
    work: Apart[Event] = Apart(fill_and_discard, desk.location, received, desk.settings)
    return desk.jobs.start("adding", received.about, work, received.discard)


def _adding(request: Request) -> Response:
    return _form(request, {}, None)


async def _add_files(request: Request) -> Response:
    try:
        form = await receive_form(request)
    except InputError as error:
        return await run_in_threadpool(_form, request, {}, error)

    def receive(fields: dict[str, str]) -> Received:
        try:
            kind = fields.get("kind", "")
            return of_files(form, _said(fields), kind if kind in KINDS else "")
        except RashomonError:
            form.discard()
            raise

    return await run_in_threadpool(_answer, request, dict(form.fields), receive)


def _adder(receive: Callable[[dict[str, str]], Received]) -> Callable[..., Awaitable[Response]]:
    """Return what answers a form that has no files."""

    async def add(request: Request) -> Response:
        most = _BYTES_OF_A_CHARACTER * MOST_PASTED
        form = await request.form(max_files=0, max_part_size=most)
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(_answer, request, fields, receive)

    return add


def _text(fields: dict[str, str]) -> Received:
    return of_text(fields.get("text", ""), _said(fields))


def _addresses(fields: dict[str, str]) -> Received:
    return of_addresses(fields.get("addresses", ""), _said({**fields, "title": "", "url": ""}))


def _said(fields: dict[str, str]) -> Metadata:
    return described(*(fields.get(name, "") for name in _DESCRIBED))


def _answer(
    request: Request, fields: dict[str, str], receive: Callable[[dict[str, str]], Received]
) -> Response:
    """Return what leads to the job, or the form again with what is wrong and all that was typed."""
    try:
        received = receive(fields)
    except (InputError, SettingsError) as error:
        return _form(request, fields, error)
    return RedirectResponse(job_link(add_received(desk_of(request), received).number), 303)


def _form(request: Request, fields: dict[str, str], error: RashomonError | None) -> Response:
    problem = problem_of(error) if error else None
    return page(
        request,
        "adding/add.html",
        status=problem.status if problem else 200,
        problem=problem,
        which=request.url.path.rpartition("/")[2],
        typed={name: fields.get(name, "") for name in (*_DESCRIBED, "text", "addresses", "kind")},
        kinds=[(one, one) for one in KINDS],
        most_files=MOST_FILES,
        most_bytes=MOST_BYTES,
        largest=desk_of(request).settings.readers.max_bytes,
        jobs=desk_of(request).jobs.all()[:_JOBS_SHOWN],
    )


def _job(request: Request) -> Response:
    job = desk_of(request).jobs.job(request.path_params["number"])
    return page(request, "adding/job.html", **_shown(request, job))


def _progress(request: Request) -> Response:
    """Answer what asks again and again how far a job is; once it is over, load the page anew."""
    job = desk_of(request).jobs.job(request.path_params["number"])
    answer = page(request, "adding/progress.html", **_shown(request, job))
    if job.is_over:
        answer.headers["HX-Refresh"] = "true"
    return answer


def _shown(request: Request, job: Job) -> dict[str, Any]:
    contents = desk_of(request).contents()
    found = {
        incident.id: incident
        for document in job.documents
        for incident in contents.incidents_of.get(document, ())
    }
    rows = [contents.rows[one] for one in job.documents if one in contents.rows]
    return {
        "job": job,
        "address": job_link(job.number),
        "left": _left(job),
        "incidents": list(found.values())[:_INCIDENTS_SHOWN] if job.is_over else [],
        "more_incidents": max(len(found) - _INCIDENTS_SHOWN, 0),
        "rows": rows,
        "most_together": MOST_TOGETHER,
        "lacking": [row for row in rows if row.is_current and is_lacking(row)],
    }


def _left(job: Job) -> str:
    """Return in words how long reading will take; nothing where that cannot be told."""
    seconds = job.seconds_left(time.monotonic())
    if not seconds or job.state != "running":
        return ""
    minutes = round(seconds / 60)
    return f"about {minutes} min left" if minutes else "less than a minute left"


def _stop(request: Request) -> Response:
    job = desk_of(request).jobs.stop(request.path_params["number"])
    return RedirectResponse(job_link(job.number), 303)


def _jobs(request: Request) -> Response:
    return page(request, "adding/jobs.html", jobs=desk_of(request).jobs.all())


ROUTES = (
    Route("/add", _adding),
    Route("/add/files", _add_files, methods=["POST"]),
    Route("/add/text", _adder(_text), methods=["POST"]),
    Route("/add/addresses", _adder(_addresses), methods=["POST"]),
    Route("/jobs", _jobs),
    Route("/jobs/{number:int}", _job),
    Route("/jobs/{number:int}/progress", _progress),
    Route("/jobs/{number:int}/stop", _stop, methods=["POST"]),
)
BODY_LIMITS = {
    "/add/files": MOST_BYTES,
    "/add/text": _BYTES_OF_A_CHARACTER * MOST_PASTED,
}
