"""The tree of origins of a case, from the sketches of its documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.origins.citing import find_cited
from rashomon.linking.origins.collection import Traced, order
from rashomon.linking.origins.comparing import compare
from rashomon.linking.origins.roots import Edge, Root
from rashomon.linking.origins.ruled import as_ruled, barred_roots, rulings_among
from rashomon.linking.origins.sketches import read_sketch
from rashomon.linking.origins.statements import find_statements
from rashomon.linking.origins.stretches import find_stretches
from rashomon.linking.origins.tables import OriginTables
from rashomon.linking.origins.wholes import find_wholes
from rashomon.model.case import Pair
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.rulings import Ruling


@dataclass(frozen=True, slots=True)
class TracedOrigins:
    """What tracing the origins of a case came to.

    Attributes:
        origins: the tree.
        new_pairs: what is to be kept of documents compared for the first time, or anew.
        gone_pairs: the ids of pairs that are no longer compared.
    """

    origins: Origins
    new_pairs: tuple[Pair, ...]
    gone_pairs: tuple[tuple[str, str], ...]


def trace(
    sketches: Iterable[tuple[str, bytes]],
    known: Iterable[Pair],
    tables: OriginTables,
    *,
    stories: Mapping[str, str] | None = None,
    rulings: Iterable[Ruling] = (),
) -> TracedOrigins:
    """Return which documents and stretches of a case come from one root.

    The answer does not depend on the order of the sketches, nor on which pairs are known.

    Args:
        sketches: ``(document id, sketch)`` of every document: of an article with several
            versions the last alone.
        known: what was kept of pairs compared before.
        tables: what is known of agencies, publishers and citing.
        stories: by document id what it is about (the ``id`` of its main incident): what one
            house says on one story is one source. Without it only texts tell.
        rulings: what people decided of the ids of two documents each: whether they share a root,
            the first decision first.

    Raises:
        ValueError: a sketch was made by another version.
    """
    decoded = [read_sketch(document, data) for document, data in sketches]
    documents = order(decoded, stories or {}, tables)
    compared = compare(documents, known)
    ruled = rulings_among(documents, rulings)
    wholes = as_ruled(documents, find_wholes(documents, compared.shared), ruled)
    barred = barred_roots(documents, wholes.root, ruled)
    cited = find_cited(documents, compared.shared, wholes.root, tables)
    edges = [
        *wholes.edges,
        *find_stretches(documents, compared.shared, wholes.root, barred),
        *find_statements(documents, wholes.root, tables),
        *(one for one in cited if one.root not in barred.get(one.document, ())),
    ]
    origins = _numbered(documents, wholes.root, edges)
    return TracedOrigins(origins, compared.new_pairs, compared.gone_pairs)


def _numbered(documents: Sequence[Traced], roots: Sequence[Root], edges: Sequence[Edge]) -> Origins:
    members: dict[Root, list[int]] = {edge.root: [] for edge in edges}
    for number, root in enumerate(roots):
        members.setdefault(root, []).append(number)
    ordered = sorted(members, key=lambda root: (-len(members[root]), members[root][:1], root))
    names = {root: f"o{number}" for number, root in enumerate(ordered, start=1)}
    return Origins(
        origins=tuple(
            _origin(names[root], root, [documents[number] for number in members[root]])
            for root in ordered
        ),
        derivations=tuple(
            _derivation(edge, names[edge.root], documents) for edge in sorted(edges, key=_place)
        ),
    )


def _place(edge: Edge) -> tuple[int, tuple[int, int], str, str]:
    return edge.document, edge.span or (-1, -1), edge.kind, edge.reason


def _origin(name: str, root: Root, members: Sequence[Traced]) -> Origin:
    first = members[0] if members else None
    is_agencys = first is not None and first.is_agency and first.mark is None
    is_there = root.kind == "document" or (root.kind == "agency" and is_agencys)
    return Origin(
        id=name,
        kind=root.kind,
        name=root.name,
        document=first.id if first and is_there else None,
        documents=tuple(one.id for one in members),
    )


def _derivation(edge: Edge, root: str, documents: Sequence[Traced]) -> Derivation:
    return Derivation(
        document=documents[edge.document].id,
        span=edge.span,
        parent=None if edge.parent is None else documents[edge.parent].id,
        parent_span=edge.parent_span,
        root=root,
        kind=edge.kind,
        score=edge.score,
        reason=edge.reason,
    )
