"""Where whole documents come from: copies, states of one article, bylines, publishers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.linking.origins import reasons
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.comparing import Shared, likeness
from rashomon.linking.origins.grouping import Groups
from rashomon.linking.origins.quoting import own_words
from rashomon.linking.origins.roots import Edge, Root
from rashomon.model.origins import DerivationKind

COPY = 0.6
"""The share of a document's words that makes it a copy of what another publisher has."""

MUTUAL = 0.5
"""The same, where it is the share of both, and of one as above."""

VERSION = 0.6
"""The share of the shorter text's words that makes two documents of one publisher one article,
where their beginnings or headlines are alike; else the share of the longer's."""

LEAD = 25
"""Words at the beginning of both texts in which a passage begins that shows one lead."""

HEADLINE = 0.5
"""The share of the longer words of two headlines that shows one headline."""

OWN = 0.3
"""The share of the shared words that must stand outside quotation marks: else both quote one."""

NEARLY_ALL = 0.8
"""The share of the words of both from which it is a copy all the same."""

_DISPATCH = 0.3
"""The share of the shorter text's words that shows that two texts of an agency are one dispatch."""

_DAYS = 3
"""Days between them, at most."""

_BYLINE = 0.9
_HOUSE = 0.6


@dataclass(frozen=True, slots=True)
class _Step:
    """That a document as a whole comes from another."""

    child: int
    parent: int
    kind: DerivationKind
    share: float


@dataclass(frozen=True, slots=True)
class Wholes:
    """Where whole documents come from.

    Attributes:
        root: for each document the root of the whole.
        edges: why, where it is not the root itself.
    """

    root: tuple[Root, ...]
    edges: tuple[Edge, ...]


def find_wholes(documents: Sequence[Traced], shared: Sequence[Shared]) -> Wholes:
    """Return where whole documents come from.

    Args:
        documents: in the order in which one can come from another.
        shared: the passages that they share.
    """
    steps = _best_steps(documents, shared)
    top = _tops(len(documents), steps)
    own = _joined(documents, top, shared)
    root = tuple(own[top[number]] for number in range(len(documents)))
    members = Counter(root)
    edges = [
        edge
        for number, one in enumerate(documents)
        if (
            edge := _edge(number, steps[number], documents, root)
            if number in steps and not _says_root(one, root[number], documents, steps[number])
            else _from_root(number, one, root[number], members[root[number]])
        )
    ]
    return Wholes(root, tuple(edges))


def _best_steps(documents: Sequence[Traced], shared: Iterable[Shared]) -> dict[int, _Step]:
    """Return for each document the one that the whole of it comes from, where there is one."""
    best: dict[int, _Step] = {}
    for pair in shared:
        step = _step(documents, pair)
        if step:
            known = best.get(step.child)
            if known is None or (-step.share, step.parent) < (-known.share, known.parent):
                best[step.child] = step
    return best


def _step(documents: Sequence[Traced], pair: Shared) -> _Step | None:
    parent, child = documents[pair.earlier], documents[pair.later]
    same = sum(one.same for one in pair.passages)
    share, of_parent = (min(1.0, same / one.length) for one in (child, parent))
    own = sum(own_words(parent.sketch, child.sketch, one) for one in pair.passages)
    if own < OWN * same and min(share, of_parent) < NEARLY_ALL:
        return None
    if parent.house and child.house and parent.house.key == child.house.key:
        most, least = max(share, of_parent), min(share, of_parent)
        is_one = least >= VERSION or (most >= VERSION and _begins_alike(parent, child, pair))
        return _Step(pair.later, pair.earlier, "version", most) if is_one else None
    is_copy = share >= COPY or (share >= MUTUAL and of_parent >= COPY)
    return _Step(pair.later, pair.earlier, "copy", share) if is_copy else None


def _begins_alike(parent: Traced, child: Traced, pair: Shared) -> bool:
    """Return whether two texts have one lead or one headline: else both may share background."""
    if any(max(one.first, one.second) < LEAD for one in pair.passages):
        return True
    titles = parent.sketch.title, child.sketch.title
    return all(titles) and likeness(*titles) >= HEADLINE


def _tops(count: int, steps: dict[int, _Step]) -> list[int]:
    """Return the document at the end of the path from each; parents come before children."""
    top = list(range(count))
    for number in range(count):
        if number in steps:
            top[number] = top[steps[number].parent]
    return top


def _joined(
    documents: Sequence[Traced], top: Sequence[int], shared: Iterable[Shared]
) -> dict[int, Root]:
    """Return the root of each document that comes from none of the case.

    Documents of one house come from one root where they are of one story; those of one agency
    also where they share much of a text within days.
    """
    tops = sorted(set(top))
    groups = Groups(len(documents))
    stories: dict[tuple[str, str], int] = {}
    for number in tops:
        one = documents[number]
        if one.source and one.story:
            groups.join(stories.setdefault((one.source.key, one.story), number), number)
    for pair in shared:
        if _is_dispatch(documents, top, pair):
            groups.join(top[pair.earlier], top[pair.later])
    sizes = Counter(groups.first(number) for number in tops)
    return {
        number: _root(documents[groups.first(number)], sizes[groups.first(number)])
        for number in tops
    }


def _is_dispatch(documents: Sequence[Traced], top: Sequence[int], pair: Shared) -> bool:
    """Return whether what two documents of one agency share shows that it is one dispatch."""
    one, other = documents[top[pair.earlier]], documents[top[pair.later]]
    if not (one.source and other.source) or one.source.key != other.source.key:
        return False
    earlier, later = documents[pair.earlier], documents[pair.later]
    same = sum(passage.same for passage in pair.passages)
    days = abs((later.day or 0) - (earlier.day or 0)) if earlier.day and later.day else 0
    return (
        one.source.kind == "agency"
        and days <= _DAYS
        and same >= _DISPATCH * min(earlier.length, later.length)
    )


def _root(first: Traced, documents: int) -> Root:
    """Return the root of a group of documents, the first of which is given."""
    source = first.source
    if source and source.kind == "agency":
        return Root("agency", source.name, first.id)
    if source and (documents > 1 or first.mark):
        return Root("publisher", source.name, first.id)
    return Root("document", first.called, first.id)


def _says_root(one: Traced, root: Root, documents: Sequence[Traced], step: _Step) -> bool:
    """Return whether a copy names the agency at its root: then that is where it has it from.

    What the agency itself published, or another state of the article, is nearer.
    """
    if step.kind != "copy" or root.kind != "agency" or one.mark is None or one.source is None:
        return False
    parent = documents[step.parent]
    is_agencys = parent.is_agency and parent.house == one.source
    return one.source.name == root.name and not is_agencys


def _edge(number: int, step: _Step, documents: Sequence[Traced], root: Sequence[Root]) -> Edge:
    child, parent = documents[number], documents[step.parent]
    why = reasons.of_version if step.kind == "version" else reasons.of_copy
    reason = why(child, parent, step.share)
    return Edge(
        number, None, step.parent, None, root[number], step.kind, round(step.share, 3), reason
    )


def _from_root(number: int, one: Traced, root: Root, members: int) -> Edge | None:
    """Return why a document that comes from none of the case comes from its root."""
    if one.mark:
        reason = f"the text says that it comes from {root.name}: {reasons.quoted(one.mark.words)}"
        return Edge(number, None, None, None, root, "byline", _BYLINE, reason)
    if members == 1 or root.kind == "document":
        return None
    about = "on one incident" if one.story else "sharing text"
    reason = (
        f"published by {root.name}, as are others {about}: what one house publishes is one source"
    )
    return Edge(number, None, None, None, root, "publisher", _HOUSE, reason)
