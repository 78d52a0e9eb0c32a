"""What a reviewer should look at next."""

from itertools import chain, islice
from typing import Any

from rashomon.model.tasks import Task
from rashomon.render.values import plain_values
from rashomon.web.api.endpoints import Asked, Endpoint
from rashomon.web.api.schemas import INCIDENT, whole
from rashomon.web.desk import Desk


def queue(desk: Desk, asked: Asked) -> dict[str, Any]:
    """Return what to look at next."""
    contents = desk.contents()
    chosen = asked.query.get("incident")
    incidents = [contents.incident(chosen).id] if chosen else list(contents.incident_by_id)
    start, limit = int(asked.query["offset"]), int(asked.query["limit"])
    tasks = chain.from_iterable(map(desk.tasks, incidents))  # each once it is asked for
    shown = islice(tasks, start, start + limit)
    return {"format": "rashomon.queue/1", "tasks": [_task(one) for one in shown]}


def _task(one: Task) -> dict[str, Any]:
    return {**plain_values(one), "weight": one.weight}


ENDPOINTS = (
    Endpoint(
        "GET",
        "/queue",
        "listTasks",
        "decisions",
        "What a reviewer should look at next: what would change most, and is likeliest wrong.",
        queue,
        "queue",
        query={
            "incident": INCIDENT,
            "limit": whole("how many at most", 1, 200, default=20),
            "offset": whole("how many to leave out before the first", 0, 100_000, default=0),
        },
        errors=(404,),
    ),
)
