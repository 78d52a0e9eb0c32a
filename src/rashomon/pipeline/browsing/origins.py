"""The origins of a case: filtered, and each as the tree of what comes from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.case import DocumentRow
from rashomon.model.errors import UnknownItemError
from rashomon.model.origins import Derivation, Origin
from rashomon.pipeline.browsing.contents import Contents


@dataclass(frozen=True, slots=True)
class OriginFilter:
    """Which origins are listed: all that is given must hold.

    Attributes:
        words: words that its name has, each somewhere.
        kind: what stands at the root.
        documents: how many documents come from it at least.
    """

    words: str = ""
    kind: str = ""
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    """A document in the tree of an origin.

    Attributes:
        row: what is known of the document.
        depth: how many documents it hangs below.
        edge: why it comes from the one above, or from the root; ``None`` for the root itself.
    """

    row: DocumentRow
    depth: int
    edge: Derivation | None


def list_origins(contents: Contents, wanted: OriginFilter) -> tuple[Origin, ...]:
    """Return the origins that fit a filter, those with most documents first."""
    words = wanted.words.casefold().split()
    return tuple(
        one
        for one in contents.origins.origins
        if len(one.documents) >= wanted.documents
        and (not wanted.kind or one.kind == wanted.kind)
        and all(word in f"{one.id} {one.name}".casefold() for word in words)
    )


def chosen_origin(contents: Contents, asked: str) -> Origin:
    """Return the origin of an ``id`` (``o2``).

    Raises:
        UnknownItemError: there is none.
    """
    found = contents.origin_by_id.get(asked)
    if found is None:
        what = f"there is no origin {asked!r}"
        raise UnknownItemError(what, remedy="look for it in the list of origins")
    return found


def origin_tree(contents: Contents, origin: Origin) -> tuple[Branch, ...]:
    """Return the documents of an origin, each below the one that it comes from.

    A document whose parents go round in a circle hangs from the root.
    """
    edges = _edges(contents, origin)
    below: dict[str | None, list[str]] = {}
    for one in origin.documents:
        edge = edges.get(one)
        below.setdefault(edge.parent if edge else None, []).append(one)
    reached: dict[str, int] = {}
    for one in (*below.get(None, ()), *origin.documents):
        if one not in reached:
            reached.update(_reached(one, below, reached))
    return tuple(
        Branch(contents.rows[one], depth, edges.get(one)) for one, depth in reached.items()
    )


def _edges(contents: Contents, origin: Origin) -> dict[str, Derivation]:
    """Return for each document the surest reason why as a whole it comes from the origin."""
    own = frozenset(origin.documents)
    whole = [
        one
        for one in contents.derivations_from.get(origin.id, ())
        if one.span is None and one.document in own
    ]
    return {one.document: one for one in sorted(whole, key=lambda one: one.score)}


def _reached(
    start: str, below: dict[str | None, list[str]], reached: dict[str, int]
) -> Iterator[tuple[str, int]]:
    """Yield a document and all below it, each before those below it, with its depth."""
    waiting, seen = [(start, 0)], set(reached)
    while waiting:
        at, depth = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        yield at, depth
        waiting += [(one, depth + 1) for one in reversed(below.get(at, ()))]
