"""What people decided of roots: which documents share one, and which do not."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.linking.origins import reasons
from rashomon.linking.origins.collection import Traced
from rashomon.linking.origins.roots import Edge, Root
from rashomon.linking.origins.wholes import Wholes
from rashomon.model.rulings import Groups, Ruling, last_words

_SURE = 1.0


def rulings_among(documents: Sequence[Traced], rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return what people decided of documents that are there, the last word on each pair alone.

    Args:
        documents: those that are there.
        rulings: what people decided of the ids of two documents each, the first decision first.
    """
    known = {one.id for one in documents}
    return last_words(one for one in rulings if {one.first, one.second} <= known)


def as_ruled(documents: Sequence[Traced], wholes: Wholes, ruled: Sequence[Ruling]) -> Wholes:
    """Return where whole documents come from when decisions are heeded.

    A document that does not share a root with those before it is a root of its own, and what comes
    from it goes with it. Of roots that are one an agency's stays, else that of the first document.

    Args:
        documents: in the order in which one can come from another.
        wholes: where they come from by themselves.
        ruled: what people decided.
    """
    if not ruled:
        return wholes
    edges = {edge.document: edge for edge in wholes.edges}
    groups = Groups(ruled)
    own = _own_roots(documents, wholes.root, edges, groups)
    members: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(documents):
        members[groups.of(one.id)].append(number)
    roots = list(own)
    for some in members.values():
        # of those equal the first is taken
        root = min((own[one] for one in some), key=lambda one: one.kind != "agency")
        for number in some:
            roots[number] = root
    kept = _edges(documents, edges, own, roots, ruled)
    return Wholes(tuple(roots), tuple(kept))


def _own_roots(
    documents: Sequence[Traced], roots: Sequence[Root], edges: Mapping[int, Edge], groups: Groups
) -> list[Root]:
    """Return the root of each document before roots are put together; groups grow by them.

    One that people keep apart from where it comes from is its own.
    """
    own: list[Root] = []
    for number, one in enumerate(documents):
        edge = edges.get(number)
        parent = edge.parent if edge else None
        above = roots[number].of if parent is None else documents[parent].id
        if not groups.join(one.id, above):
            own.append(Root("document", one.called, one.id))
        else:
            own.append(roots[number] if parent is None else own[parent])
    return own


def _edges(
    documents: Sequence[Traced],
    edges: Mapping[int, Edge],
    own: Sequence[Root],
    roots: Sequence[Root],
    ruled: Sequence[Ruling],
) -> Iterator[Edge]:
    """Yield why documents come from their roots: as before, or because people decided so."""
    many = Counter(roots)
    for number, one in enumerate(documents):
        edge, root = edges.get(number), roots[number]
        is_first = own[number].of == one.id
        if is_first and root != own[number]:
            reason = _why(own[number], documents, own, ruled)
            yield Edge(number, None, None, None, root, "decision", _SURE, reason)
            continue
        # what is parted from others keeps nothing that leads to them
        is_parted = edge is not None and is_first and edge.root != root
        if edge and not is_parted and (edge.kind != "publisher" or many[root] > 1):
            yield replace(edge, root=root)


def _why(
    root: Root, documents: Sequence[Traced], own: Sequence[Root], ruled: Iterable[Ruling]
) -> str:
    """Return who decided that what comes from a root has one root with something else."""
    numbers = {one.id: number for number, one in enumerate(documents)}
    both = ((one, numbers[one.first], numbers[one.second]) for one in ruled if one.is_one)
    ruling, first, second = next(
        each for each in both if (own[each[1]] == root) != (own[each[2]] == root)
    )
    return reasons.of_decision(ruling.reviewer, documents[first], documents[second])


def barred_roots(
    documents: Sequence[Traced], roots: Sequence[Root], ruled: Iterable[Ruling]
) -> Mapping[int, frozenset[Root]]:
    """Return by the numbers of documents the roots that no stretch of them comes from.

    Args:
        documents: in the order in which one can come from another.
        roots: for each document the root of the whole, decisions heeded.
        ruled: what people decided.
    """
    numbers = {one.id: number for number, one in enumerate(documents)}
    found: dict[int, set[Root]] = defaultdict(set)
    for one in ruled:
        if not one.is_one:
            first, second = numbers[one.first], numbers[one.second]
            found[first].add(roots[second])
            found[second].add(roots[first])
    return {number: frozenset(some) for number, some in found.items()}
