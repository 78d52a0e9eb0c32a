"""What the case holds about a task of the queue: why it is linked, and where its words count."""

from rashomon.model.comparison import Comparison
from rashomon.model.origins import Derivation
from rashomon.model.tasks import Task
from rashomon.pipeline.browsing.contents import Contents


def derivation_behind(contents: Contents, task: Task) -> Derivation | None:
    """Return why a document is held to come from another, where a task asks that.

    Args:
        contents: what the case holds.
        task: the task.
    """
    if task.kind != "origin" or task.other is None:
        return None
    root = contents.origins.by_document().get(task.other.document)
    edges = (
        one
        for one in contents.origins.derivations
        if one.document == task.document
        and (one.parent == task.other.document or _shares_root(one, root))
    )
    return max(edges, key=lambda one: one.score, default=None)


def _shares_root(one: Derivation, root: str | None) -> bool:
    """Return whether it gives a whole document a root without saying from which other it comes."""
    return one.parent is None and one.span is None and one.root == root


def link_reason(contents: Contents, task: Task) -> str:
    """Return why two documents are held to speak of one incident, where a task asks that.

    Raises:
        UnknownItemError: its incident is gone.
    """
    if task.kind != "link" or task.other is None:
        return ""
    pair = {task.document, task.other.document}
    links = contents.incident(task.incident).links
    return next((one.reason for one in links if {one.first, one.second} == pair), "")


def position_of(comparison: Comparison, task: Task) -> int | None:
    """Return which position of its point holds the words of a task, from 1; ``None`` for none."""
    point = next((one for one in comparison.points if one.id == task.point), None)
    for number, position in enumerate(point.positions if point else (), 1):
        for one in position.held_by:
            if one.document == task.document and task.span and one.span.overlaps(task.span):
                return number
    return None
