"""The queue: what to look at next, one thing at a time, what would change most first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.model.case import Decision, KeptDecision
from rashomon.model.comparison import Comparison, Point
from rashomon.model.document import Document
from rashomon.model.errors import RashomonError, SettingsError, UnknownItemError
from rashomon.model.review import Item, ItemKind
from rashomon.model.spans import Span
from rashomon.model.tasks import Task, TaskKind
from rashomon.pipeline.browsing.contents import Contents
from rashomon.pipeline.linking import OTHER, SAME
from rashomon.pipeline.queueing import tasks_of
from rashomon.pipeline.reviewing import conflicts, last_number, reviewed, standings
from rashomon.render.html.marks import Mark
from rashomon.review.fields import parse_spans
from rashomon.review.typed import typed_words
from rashomon.web.asked import number_asked
from rashomon.web.context import in_context
from rashomon.web.desk import Desk
from rashomon.web.itemform import LABELS
from rashomon.web.links import grade_link, queue_link
from rashomon.web.pages.weighing import RELATION_WORDS
from rashomon.web.posting import Made, Wish, deciding
from rashomon.web.rendering import desk_of, page
from rashomon.web.shown import find_item

_ITEMS: Mapping[TaskKind, ItemKind] = {one: one for one in get_args(ItemKind)}
_HEADS: Mapping[TaskKind, str] = {
    "claim": "Is this claim read right?",
    "count": "Is this count read right?",
    "time": "Is this time read right?",
    "place": "Is this place read right?",
    "relation": "How do these claims relate?",
    "link": "Is this document about the incident?",
    "origin": "Do these documents share a root?",
    "decision": "What holds?",
}
_BEGINNING = Span(0, 600)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a task is about, with what stands around them.

    Attributes:
        document: whose they are.
        span: where they stand; ``None`` for the document as a whole.
        text: the words, set off, in their context; of a whole document how it begins.
    """

    document: Document
    span: Span | None
    text: Markup


@dataclass(frozen=True, slots=True)
class TaskShown:
    """A task with all that a page shows of it.

    Attributes:
        task: the task.
        head: what is asked.
        words: the words to look at.
        other: the words that these are held against, where there are such.
        item: the item of the reading, where it is about one.
        values: its fields, as people call them.
        point: the point on which it would change most.
        grade: where the position that holds these words is graded; empty for none.
        decided: what is on record about it.
    """

    task: Task
    head: str
    words: Words
    other: Words | None
    item: Item | None
    values: Sequence[tuple[str, str]]
    point: Point | None
    grade: str
    decided: Sequence[KeptDecision] = field(default=())


def _queue(request: Request) -> Response:
    """Lead to the first incident of which there is something to look at."""
    desk = desk_of(request)
    contents = desk.contents()
    after = request.query_params.get("after", "")
    ids = [one.id for one in contents.incidents]
    begin = ids.index(after) + 1 if after in ids else 0
    for incident in ids[begin:]:
        if _tasks(desk, contents, incident):
            return RedirectResponse(queue_link(incident), 303)
    return page(
        request,
        "review/queue.html",
        incident=None,
        shown=None,
        at=0,
        total=0,
        is_case_empty=not contents.rows,
        is_after=bool(begin),
        open_conflicts=_conflicts(desk),
    )


def _incident(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    incident = contents.incident(request.path_params["incident"])
    tasks = _tasks(desk, contents, incident.id)
    at = min(number_asked(request, "at"), len(tasks))
    shown = _shown(desk, contents, tasks[at]) if at < len(tasks) else None
    with desk.opened() as case:
        seen = last_number(case)
    return page(
        request,
        "review/queue.html",
        incident=incident,
        shown=shown,
        at=at,
        total=len(tasks),
        seen=seen,
        back=f"{queue_link(incident.id)}?at={at}",
        standings=standings(contents.decisions) if shown and shown.decided else {},
        relations=RELATION_WORDS,
        is_case_empty=False,
        is_after=True,
        open_conflicts=_conflicts(desk),
    )


def _tasks(desk: Desk, contents: Contents, incident: str) -> tuple[Task, ...]:
    """Return what there is to look at in an incident, kept while the case stays as it is."""

    def made() -> tuple[Task, ...]:
        return tasks_of(desk.accounts(incident), desk.comparison(incident), contents.decisions)

    return desk.made(("tasks", incident), made)


def _conflicts(desk: Desk) -> int:
    with desk.opened() as case:
        return len(conflicts(case))


def _shown(desk: Desk, contents: Contents, task: Task) -> TaskShown:
    """Return a task with what is shown of it."""
    comparison = desk.comparison(task.incident)
    item, text = _item(desk, task)
    words = _words(desk, task.document, task.span, _marks(item))
    other = _words(desk, task.other.document, task.other.span) if task.other else None
    return TaskShown(
        task=task,
        head=_HEADS[task.kind],
        words=words,
        other=other,
        item=item,
        values=tuple(_named(item, text)) if item else (),
        point=next((one for one in comparison.points if one.id == task.point), None),
        grade=_grade(comparison, task),
        decided=[one for one in contents.decisions if one.number in task.decided],
    )


def _item(desk: Desk, task: Task) -> tuple[Item | None, str]:
    """Return the item that a task is about, and the text of its document."""
    what = _ITEMS.get(task.kind)
    if what is None:
        return None, ""
    with desk.opened() as case:
        seen = reviewed(case, task.document)
    try:
        return find_item(seen, what, task.item or "", task.span), seen.reading.document.text
    except UnknownItemError:  # it was decided on in another window, just now
        return None, ""


def _words(desk: Desk, document: str, span: Span | None, marks: Sequence[Mark] = ()) -> Words:
    with desk.opened() as case:
        whole = case.document(document)
    if span is None:
        begun = Span(0, min(_BEGINNING.end, len(whole.text)))
        return Words(whole, None, in_context(whole.text, begun, around=0))
    return Words(whole, span, in_context(whole.text, span, marks))


def _marks(item: Item | None) -> list[Mark]:
    """Return what of a claim is set off beside its words."""
    if item is None or item.what != "claim":
        return []
    return [
        Mark(span, kind)
        for kind in ("content", "cue", "source")
        for span in parse_spans(item.values.get(kind, "")) or ()
    ]


def _named(item: Item, text: str) -> list[tuple[str, str]]:
    """Return the fields of an item as people call them, those that hold something."""
    named = []
    for name, label in LABELS[item.what].items():
        value = item.values.get(name, "")
        if name in ("source", "cue", "content", "words"):
            value = typed_words(text, parse_spans(value) or ())
        if value:
            named.append((label, value.replace("_", " ") if label != "Name" else value))
    return named


def _grade(comparison: Comparison, task: Task) -> str:
    """Return where the position is graded that holds the words of a task; empty for none."""
    point = next((one for one in comparison.points if one.id == task.point), None)
    for number, position in enumerate(point.positions if point else (), 1):
        for one in position.held_by:
            if one.document == task.document and task.span and one.span.overlaps(task.span):
                return grade_link(task.incident, point.id if point else "", number)
    return ""


def _on_link(wish: Wish) -> Made:
    """Say whether two documents are about one incident."""
    kinds = {"same": SAME, "other": OTHER}
    kind = kinds.get(wish.of("act"))
    first, other = (wish.case.document(wish.of(name)).id for name in ("document", "with"))
    if kind is None or first == other:
        raise SettingsError("it cannot be told what is decided", remedy="go back, and choose")
    return Decision(kind, first, None, {"with": other}, wish.reviewer, wish.note)


def _again(_: Request, __: Mapping[str, str], error: RashomonError) -> Response:
    raise error


def _conflict_list(request: Request) -> Response:
    desk = desk_of(request)
    with desk.opened() as case:
        found = conflicts(case)
        words = {
            (one.document, one.span): _words(desk, one.document, one.span)
            for one in found
            if one.document
        }
    contents = desk.contents()
    return page(
        request,
        "review/conflicts.html",
        found=found,
        words=words,
        standings=standings(contents.decisions),
        decisions={one.number: one for one in contents.decisions},
        rows=contents.rows,
    )


ROUTES = (
    Route("/queue", _queue),
    Route("/queue/{incident}", _incident),
    Route("/decide/link", deciding(_on_link, _again), methods=["POST"]),
    Route("/conflicts", _conflict_list),
)
