"""Origins as trees that a person can follow from each document to its root."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from rashomon.model.case import DocumentRow
from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.render.case.tables import outlet, short
from rashomon.render.cutting import cut_amid
from rashomon.render.layout import indented, section, table_of
from rashomon.render.plain import plain
from rashomon.render.words import counted

_MOST_WORDS = 160


def origins_tree(
    origins: Origins, rows: Mapping[str, DocumentRow], words: Mapping[Derivation, str]
) -> RenderableType:
    """Return the roots with the documents below them, and why each stands there.

    Args:
        origins: the roots and edges.
        rows: what is known of each document, by its ``id``.
        words: for edges of a stretch its words.
    """
    documents = sum(len(one.documents) for one in origins.origins)
    roots = sum(bool(one.documents) for one in origins.origins)
    known = f"{counted(documents, 'document')}, {counted(roots, 'origin')}"
    parts: list[RenderableType] = [Text(known, "bold"), Text()]
    edges = _by_document(origins.derivations)
    parts += [_tree(one, edges, rows, words) for one in origins.origins if _is_told(one, edges)]
    alone = sum(bool(one.documents) and not _is_told(one, edges) for one in origins.origins)
    if alone:
        parts += [Text(), Text(f"{counted(alone, 'document')} shared with no other", "dim")]
    if quoted := _statements(origins, rows, words):
        parts += [section("The same words of the same speaker"), indented(quoted)]
    return Group(*parts)


def _statements(
    origins: Origins, rows: Mapping[str, DocumentRow], words: Mapping[Derivation, str]
) -> Table | None:
    """Return what several documents quote: who said it, the words, and where they stand."""
    quoted: dict[str, list[Derivation]] = {}
    for one in origins.derivations:
        if one.kind == "statement":
            quoted.setdefault(one.root, []).append(one)
    if not quoted:
        return None
    names = {one.id: one.name for one in origins.origins}
    table = table_of(("", None, "bold"), ("", 2, "bold"), ("", 4, ""), ("", 3, "dim"))
    for root, same in quoted.items():
        outlets = dict.fromkeys(outlet(rows[one.document]) for one in same)
        said = cut_amid(plain(words.get(same[0], "")), _MOST_WORDS)
        table.add_row(root, plain(names.get(root, "")), f"“{said}”", ", ".join(outlets))
    return table


def _is_told(origin: Origin, edges: Mapping[str, Sequence[Derivation]]) -> bool:
    """Return whether there is more to say of an origin than that one document is its own."""
    return len(origin.documents) > 1 or any(
        edge.kind != "statement" for one in origin.documents for edge in edges.get(one, ())
    )


def _by_document(derivations: Sequence[Derivation]) -> dict[str, list[Derivation]]:
    found: dict[str, list[Derivation]] = {}
    for one in derivations:
        found.setdefault(one.document, []).append(one)
    return found


def _tree(
    origin: Origin,
    edges: Mapping[str, Sequence[Derivation]],
    rows: Mapping[str, DocumentRow],
    words: Mapping[Derivation, str],
) -> Tree:
    """Return one origin: a document hangs from the one that it comes from, else from the root."""
    head = Text(f"{origin.id}  ", "bold")
    head.append(plain(origin.name), "bold")
    if len(origin.documents) > 1 or origin.document is None:
        head.append(f"  {counted(len(origin.documents), 'document')}", "dim")
    tree = Tree(head, guide_style="dim")
    nodes: dict[str, Tree] = {}
    waiting = list(origin.documents)
    while waiting:
        placed = [one for one in waiting if _parent(one, origin, edges) in (None, *nodes)]
        for document in placed or waiting:  # never without end, whatever the edges say
            parent = nodes.get(_parent(document, origin, edges) or "", tree)
            nodes[document] = parent.add(_leaf(rows[document], edges.get(document, ()), words))
        waiting = [one for one in waiting if one not in nodes]
    return tree


def _parent(document: str, origin: Origin, edges: Mapping[str, Sequence[Derivation]]) -> str | None:
    """Return the document of the same origin that a document as a whole comes from."""
    for edge in edges.get(document, ()):
        if edge.span is None and edge.root == origin.id and edge.parent in origin.documents:
            return edge.parent
    return None


def _leaf(row: DocumentRow, edges: Sequence[Derivation], words: Mapping[Derivation, str]) -> Text:
    leaf = Text(outlet(row))
    known = (row.published, plain(row.title or "") if row.publisher else None, short(row.id))
    leaf.append("  " + " · ".join(one for one in known if one), "dim")
    for edge in edges:
        if edge.kind == "statement":
            continue  # it is shown with all who quote it
        leaf.append(f"\n{edge.kind}: {plain(edge.reason)}")
        if quoted := words.get(edge):
            leaf.append(f"\n  “{cut_amid(plain(quoted), _MOST_WORDS)}”", "dim")
        if edge.span is not None:
            leaf.append(f" → {edge.root}", "dim")
    return leaf
