"""A task of the queue with all that its page shows: words in context, fields, what is on record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from markupsafe import Markup

from rashomon.model.case import KeptDecision
from rashomon.model.comparison import Comparison, Point
from rashomon.model.document import Document
from rashomon.model.errors import UnknownItemError
from rashomon.model.origins import Derivation
from rashomon.model.review import Item, ItemKind
from rashomon.model.spans import Span
from rashomon.model.tasks import Task, TaskKind
from rashomon.pipeline.browsing.contents import Contents
from rashomon.pipeline.browsing.tasks import derivation_behind, link_reason, position_of
from rashomon.pipeline.reviewing import reviewed
from rashomon.render.html.marks import Mark
from rashomon.review.fields import parse_spans
from rashomon.review.typed import typed_words
from rashomon.web.context import beginning, in_context
from rashomon.web.desk import Desk
from rashomon.web.itemform import LABELS
from rashomon.web.links import grade_link
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
        why: what speaks for a link or an origin, as a sentence; empty for others.
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
    why: str
    grade: str
    decided: Sequence[KeptDecision] = field(default=())


def task_shown(desk: Desk, contents: Contents, task: Task) -> TaskShown:
    """Return a task with what is shown of it.

    Raises:
        UnknownItemError: its incident or document is gone.
        CaseError: the case cannot be read.
    """
    comparison = desk.comparison(task.incident)
    item, text = _item(desk, task)
    derivation = derivation_behind(contents, task)
    words = words_in_context(
        desk, task.document, derivation.span if derivation else task.span, _marks(item)
    )
    other = _other(desk, task, derivation)
    return TaskShown(
        task=task,
        head=_HEADS[task.kind],
        words=words,
        other=other,
        item=item,
        values=tuple(_named(item, text)) if item else (),
        point=next((one for one in comparison.points if one.id == task.point), None),
        why=derivation.reason if derivation else link_reason(contents, task),
        grade=_grade(comparison, task),
        decided=[one for one in contents.decisions if one.number in task.decided],
    )


def _other(desk: Desk, task: Task, derivation: Derivation | None) -> Words | None:
    if task.other is None:
        return None
    return words_in_context(
        desk, task.other.document, derivation.parent_span if derivation else task.other.span
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


def words_in_context(
    desk: Desk, document: str, span: Span | None, marks: Sequence[Mark] = ()
) -> Words:
    """Return words of a document with what stands around them; of a whole one how it begins.

    Args:
        desk: the desk.
        document: the ``id`` of the document.
        span: the words; ``None`` for the document as a whole.
        marks: what else is set off.
    """
    with desk.opened() as case:
        whole = case.document(document)
    if span is None:
        return Words(whole, None, beginning(whole.text))
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
    number = position_of(comparison, task)
    return grade_link(task.incident, task.point, number) if task.point and number else ""
