"""Where stretches of documents come from: passages that stand in an earlier document."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.linking.origins import reasons
from rashomon.linking.origins.alignment import Passage
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.comparing import Shared
from rashomon.linking.origins.quoting import is_list_of_names, own_words
from rashomon.linking.origins.roots import Edge, Root

LEAST_OWN = 15
"""Shared words outside quotation marks that make a passage; fewer are one statement, quoted."""


def find_stretches(
    documents: Sequence[Traced],
    shared: Iterable[Shared],
    roots: Sequence[Root],
    barred: Mapping[int, Container[Root]],
) -> list[Edge]:
    """Return the passages that come from a document of another root.

    Args:
        documents: in the order in which one can come from another.
        shared: the passages that they share.
        roots: for each document the root of the whole.
        barred: by the numbers of documents the roots that no stretch of them comes from.
    """
    incoming: dict[int, list[tuple[int, Passage]]] = {}
    for pair in shared:
        if roots[pair.earlier] != roots[pair.later]:
            found = incoming.setdefault(pair.later, [])
            found += [(pair.earlier, one) for one in pair.passages]
    known: dict[int, list[_Stretch]] = {}
    edges: list[Edge] = []
    for number in sorted(incoming):
        stretches = [
            one
            for one in _stretches(number, incoming[number], documents, roots, known)
            if one.root not in barred.get(number, ())
        ]
        known[number] = stretches
        edges += [_edge(number, one, documents) for one in stretches]
    return edges


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a document, in words, and where it comes from."""

    parent: int
    passage: Passage = field(compare=False)
    root: Root

    def covers(self, passage: Passage) -> bool:
        """Return whether it holds more than half of the later document's side of a passage."""
        mine = self.passage
        both = min(mine.second_end, passage.second_end) - max(mine.second, passage.second)
        return 2 * both > passage.second_end - passage.second


def _stretches(
    number: int,
    incoming: Iterable[tuple[int, Passage]],
    documents: Sequence[Traced],
    roots: Sequence[Root],
    known: dict[int, list[_Stretch]],
) -> list[_Stretch]:
    """Return what a document has from others: the longest first, then the earliest."""
    taken: list[_Stretch] = []
    for parent, passage in sorted(
        incoming, key=lambda one: (-one[1].same, one[0], one[1].second, one[1].first)
    ):
        root = _root_at(parent, passage, roots, known)
        told = any(one.root == root and one.covers(passage) for one in taken)
        if root == roots[number] or told:
            continue
        sketch = documents[number].sketch
        own = own_words(documents[parent].sketch, sketch, passage)
        if own >= LEAST_OWN and not is_list_of_names(sketch, passage):
            taken.append(_Stretch(parent, passage, root))
    return taken


def _root_at(
    parent: int,
    passage: Passage,
    roots: Sequence[Root],
    known: dict[int, list[_Stretch]],
) -> Root:
    """Return the root of what stands in the parent there: the narrowest that holds most of it."""
    holding = [one for one in known.get(parent, ()) if one.covers(passage.turned())]
    narrowest = min(
        holding,
        key=lambda one: (one.passage.second_end - one.passage.second, one.root),
        default=None,
    )
    return narrowest.root if narrowest else roots[parent]


def _edge(number: int, one: _Stretch, documents: Sequence[Traced]) -> Edge:
    child, parent = documents[number], documents[one.parent]
    passage = one.passage
    words = passage.second_end - passage.second
    alike = passage.same / max(words, passage.first_end - passage.first)
    return Edge(
        document=number,
        span=child.sketch.span(passage.second, passage.second_end),
        parent=one.parent,
        parent_span=parent.sketch.span(passage.first, passage.first_end),
        root=one.root,
        kind="passage",
        score=round(alike, 3),
        reason=reasons.of_passage(child, parent, passage.same, words),
    )
