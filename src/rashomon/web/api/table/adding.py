"""Adding documents, and the jobs that read and link them."""

from typing import Any

from rashomon.model.errors import RashomonError
from rashomon.readers import KINDS, Metadata
from rashomon.render.interchange import failure_to_dict
from rashomon.render.values import plain_values
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.schemas import formed, listed, one_of, record, text, whole
from rashomon.web.desk import Desk
from rashomon.web.job import Job
from rashomon.web.pages.adding import add_received
from rashomon.web.uploads import described, of_addresses, of_files, of_text

_GROUP = "adding"
_MOST_TEXT = 1_000_000
_MOST_BYTES = 6 * _MOST_TEXT
_MOST_ADDRESSES = 200
_LONGEST_ADDRESS = 2_000


def add(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Let a job read what was sent into the case; return the job."""
    if asked.form:
        try:
            received = of_files(asked.form, _said(asked), str(asked.body.get("kind", "")))
        except RashomonError:
            asked.form.discard()
            raise
    elif asked.body["what"] == "text":
        received = of_text(asked.body["text"], _said(asked))
    else:
        received = of_addresses("\n".join(asked.body["addresses"]), _said(asked))
    return job_record(add_received(desk, received))


def _said(asked: Asked) -> Metadata:
    return described(*(str(asked.body.get(name, "")) for name in _ABOUT))


def list_all(desk: Desk, _: Asked) -> dict[str, Any]:
    """Return the jobs that the desk remembers."""
    jobs = [_job(one) for one in desk.jobs.all()]
    return {"format": "rashomon.jobs/1", "jobs": jobs}


def show(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return a job as it stands."""
    return job_record(desk.jobs.job(int(asked.path["job"])))


def stop(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Let a job end as soon as it can."""
    return job_record(desk.jobs.stop(int(asked.path["job"])))


def job_record(job: Job) -> dict[str, Any]:
    """Return a job as what JSON can hold."""
    return {"format": "rashomon.job/1", "job": _job(job)}


def _job(job: Job) -> dict[str, Any]:
    error = job.error
    return {
        **{name: plain_values(getattr(job, name)) for name in _SHOWN},
        "failures": [failure_to_dict(one) for one in job.failures],
        "error": {"code": error.code, "message": str(error)} if error else None,
    }


_SHOWN = (
    "number",
    "kind",
    "about",
    "state",
    "step",
    "total",
    "done",
    "new",
    "versions",
    "known",
    "failed",
    "again",
    "incidents",
    "documents",
    "asked_at",
    "ended_at",
)

_ABOUT = {
    "publisher": text("who published it", longest=500),
    "title": text("its headline", longest=1_000),
    "url": text("its address", longest=_LONGEST_ADDRESS),
    "date": text("the day of publication, as 2017-06-19", longest=40),
}
_SAID = {name: _ABOUT[name] for name in ("publisher", "date")}
_ADDRESS = formed("an address of the web", r"^https?://[^\x00-\x20]+$", longest=_LONGEST_ADDRESS)
_ADDED = {
    "description": "A text, or addresses that are fetched.",
    "oneOf": [
        record(
            "a text",
            {
                "what": {"const": "text"},
                "text": text("the report", longest=_MOST_TEXT, is_needed=True),
            },
            _ABOUT,
        ),
        record(
            "addresses, which are fetched",
            {
                "what": {"const": "addresses"},
                "addresses": listed("the addresses", _ADDRESS, 1, _MOST_ADDRESSES),
            },
            _SAID,
        ),
    ],
}
_FILES = record(
    "files, and what is said of all of them",
    {},
    {
        "kind": one_of("what the files are; else their endings tell, or their bytes", tuple(KINDS)),
        **_ABOUT,
    },
)
_JOB = {"job": whole("the number of a job", 1, 2**31 - 1)}

ENDPOINTS = (
    Endpoint(
        "POST",
        "/documents",
        "addDocuments",
        _GROUP,
        "Add files, a text or addresses: a job reads them and finds incidents anew.",
        add,
        "job",
        202,
        body=_ADDED,
        uploads=_FILES,
        leads_to={"getJob": {"job": "/job/number"}, "stopJob": {"job": "/job/number"}},
        most_bytes=_MOST_BYTES,
    ),
    Endpoint(
        "GET",
        "/jobs",
        "listJobs",
        _GROUP,
        "What the desk does or did, the last first.",
        list_all,
        "jobs",
    ),
    Endpoint(
        "GET",
        "/jobs/{job}",
        "getJob",
        _GROUP,
        "How far a job is.",
        show,
        "job",
        parts=_JOB,
        errors=(404,),
    ),
    Endpoint(
        "POST",
        "/jobs/{job}/stop",
        "stopJob",
        _GROUP,
        "Let a job end as soon as it can; what it has stored stays.",
        stop,
        "job",
        202,
        parts=_JOB,
        errors=(404,),
    ),
)
