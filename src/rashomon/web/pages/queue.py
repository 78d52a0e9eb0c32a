"""The queue: what to look at next, one thing at a time, what would change most first."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.errors import SettingsError
from rashomon.pipeline.pairing import pair_decision
from rashomon.pipeline.recording import Made
from rashomon.pipeline.reviewing import conflicts, last_number, standings
from rashomon.web.asked import number_asked
from rashomon.web.copied import copies_shown
from rashomon.web.links import queue_link
from rashomon.web.pages.weighing import RELATION_WORDS
from rashomon.web.posting import Wish, deciding
from rashomon.web.rendering import desk_of, page
from rashomon.web.taskshown import task_shown
from rashomon.web.told import led_on


def _queue(request: Request) -> Response:
    """Lead to the first incident of which there is something to look at."""
    desk = desk_of(request)
    contents = desk.contents()
    after = request.query_params.get("after", "")
    ids = [one.id for one in contents.incidents]
    begin = ids.index(after) + 1 if after in ids else 0
    left_behind = contents.incidents[begin - 1] if begin else None
    for incident in ids[begin:]:
        if desk.tasks(incident):
            return led_on(request, queue_link(incident))
    with desk.opened() as case:
        found = len(conflicts(case))
    return page(
        request,
        "review/queue.html",
        incident=None,
        shown=None,
        at=0,
        total=0,
        is_case_empty=not contents.rows,
        after=left_behind,
        is_last=begin == len(ids),
        left=len(desk.tasks(left_behind.id)) if left_behind else 0,
        open_conflicts=found,
    )


def _incident(request: Request) -> Response:
    desk = desk_of(request)
    with desk.opened() as case:
        seen = last_number(case)  # before all that is shown: what is decided meanwhile is newer
    contents = desk.contents()
    incident = contents.incident(request.path_params["incident"])
    tasks = desk.tasks(incident.id)
    at = min(number_asked(request, "at"), len(tasks))
    shown = task_shown(desk, contents, tasks[at]) if at < len(tasks) else None
    with desk.opened() as case:
        found = conflicts(case)
    decided = set(shown.task.decided) if shown else set()
    return page(
        request,
        "review/queue.html",
        incident=incident,
        shown=shown,
        at=at,
        total=len(tasks),
        copies=copies_shown(desk, shown.task.document, shown.item) if shown and shown.item else (),
        seen=seen,
        back=f"{queue_link(incident.id)}?at={at}",
        standings=standings(contents.decisions) if shown and shown.decided else {},
        relations=RELATION_WORDS,
        is_case_empty=False,
        open_conflicts=len(found),
        differing=[one for one in found if decided & set(one.numbers)],
        decisions={one.number: one for one in contents.decisions},
    )


def _on_link(wish: Wish) -> Made:
    """Say whether two documents are about one incident."""
    act = wish.of("act")
    if act not in ("same", "other"):
        raise SettingsError("it cannot be told what is decided", remedy="go back, and choose")
    return pair_decision(
        wish.case,
        wish.of("document"),
        wish.of("with"),
        is_one=act == "same",
        reviewer=wish.reviewer,
        note=wish.note,
    )


ROUTES = (
    Route("/queue", _queue),
    Route("/queue/{incident}", _incident),
    Route("/decide/link", deciding(_on_link, None), methods=["POST"]),
)
