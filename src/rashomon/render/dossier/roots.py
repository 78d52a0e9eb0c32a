"""The tree of origins: which documents come from one root, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.origins import Derivation, Origin, Origins
from rashomon.model.reading import Reading
from rashomon.render.cutting import cut_amid
from rashomon.render.dossier.sources import Source
from rashomon.render.plain import plain

_MOST_REASONS = 4
_MOST_QUOTES = 40
_MOST_WORDS = 220
_KINDS: Mapping[str, str] = {
    "agency": "agency",
    "publisher": "one house",
    "document": "first seen here",
    "statement": "one speaker's words",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document, or a stretch of it, stands where it stands.

    Attributes:
        kind: what shows it.
        words: the same as a sentence.
        score: how sure, in per cent.
        quote: the stretch; empty for the document as a whole.
        root: the ``id`` of another origin that the stretch comes from; empty for this one.
    """

    kind: str
    words: str
    score: str
    quote: str
    root: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A document in the tree.

    Attributes:
        source: the document.
        reasons: why it stands here.
        more: how many reasons are left out.
        branches: the documents that come from it.
    """

    source: Source
    reasons: tuple[Reason, ...]
    more: int
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An origin.

    Attributes:
        id: its ``id``.
        name: what it is called.
        kind: what it is.
        count: how many documents come from it as a whole.
        branches: these, in their tree.
    """

    id: str
    name: str
    kind: str
    count: int
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of one speaker that several documents quote.

    Attributes:
        id: the ``id`` of the origin.
        speaker: who said them.
        quote: the words.
        sources: the documents.
    """

    id: str
    speaker: str
    quote: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Roots:
    """Where the documents of a dossier come from.

    Attributes:
        trees: origins of which there is something to tell.
        alone: documents that share with no other.
        cited: origins from which stretches alone come, by their ``id``.
        shared: words that several documents quote.
        more: how many such words are left out.
    """

    trees: tuple[Root, ...]
    alone: tuple[Source, ...]
    cited: tuple[Root, ...]
    shared: tuple[Shared, ...]
    more: int


def roots_of(
    origins: Origins, readings: Mapping[str, Reading], sources: Mapping[str, Source]
) -> Roots:
    """Return the tree of origins of the documents of a dossier."""
    grower = _Grower(origins.derivations, readings, sources)
    trees, alone, cited = [], [], []
    for one in origins.origins:
        if not one.documents:
            cited += [_root(one, ())] if one.kind != "statement" else []
        elif grower.is_told(one):
            trees.append(_root(one, grower.branches(one)))
        else:
            alone += [sources[each] for each in one.documents]
    shared = tuple(grower.shared(origins.origins))
    return Roots(
        tuple(trees),
        tuple(sorted(alone, key=lambda one: one.number)),
        tuple(cited),
        shared[:_MOST_QUOTES],
        max(0, len(shared) - _MOST_QUOTES),
    )


def _root(one: Origin, branches: tuple[Branch, ...]) -> Root:
    return Root(one.id, plain(one.name), _KINDS[one.kind], len(one.documents), branches)


class _Grower:
    """Puts documents below those that they come from."""

    def __init__(
        self,
        edges: Iterable[Derivation],
        readings: Mapping[str, Reading],
        sources: Mapping[str, Source],
    ) -> None:
        self._readings = readings
        self._sources = sources
        self._edges: dict[str, list[Derivation]] = {}
        for one in edges:
            if one.document in sources:
                self._edges.setdefault(one.document, []).append(one)

    def is_told(self, origin: Origin) -> bool:
        """Return whether there is more to say of an origin than that a document is its own."""
        return len(origin.documents) > 1 or any(
            edge.kind != "statement"
            for one in origin.documents
            for edge in self._edges.get(one, ())
        )

    def branches(self, origin: Origin) -> tuple[Branch, ...]:
        """Return the documents of an origin, each below the one that it comes from."""
        below: dict[str | None, list[str]] = {}
        for one in origin.documents:
            below.setdefault(self._parent(one, origin), []).append(one)
        placed: set[str] = set()
        grown = self._below(None, below, placed, origin)
        # whatever the edges say, no document is lost
        left = [one for one in origin.documents if one not in placed]
        return grown + tuple(self._branch(one, (), origin) for one in left)

    def _below(
        self,
        parent: str | None,
        below: Mapping[str | None, Sequence[str]],
        placed: set[str],
        origin: Origin,
    ) -> tuple[Branch, ...]:
        # children before their parents, without recursion: chains of copies may be long
        order: list[str] = []
        waiting = list(below.get(parent, ()))
        while waiting:
            one = waiting.pop()
            if one not in placed:
                placed.add(one)
                order.append(one)
                waiting += below.get(one, ())
        made: dict[str, Branch] = {}
        for one in reversed(order):
            children = tuple(made[each] for each in below.get(one, ()) if each in made)
            made[one] = self._branch(one, children, origin)
        return tuple(made[one] for one in below.get(parent, ()))

    def _branch(self, document: str, below: tuple[Branch, ...], origin: Origin) -> Branch:
        reasons = [
            self._reason(one, origin)
            for one in self._edges.get(document, ())
            if one.kind != "statement"
        ]
        return Branch(
            self._sources[document],
            tuple(reasons[:_MOST_REASONS]),
            max(0, len(reasons) - _MOST_REASONS),
            below,
        )

    def _parent(self, document: str, origin: Origin) -> str | None:
        for edge in self._edges.get(document, ()):
            is_whole = edge.span is None and edge.root == origin.id
            if is_whole and edge.parent in origin.documents and edge.parent != document:
                return edge.parent
        return None

    def _reason(self, edge: Derivation, origin: Origin) -> Reason:
        return Reason(
            kind=edge.kind,
            words=plain(edge.reason),
            score=f"{edge.score:.0%}",
            quote=self._quote(edge),
            root="" if edge.root == origin.id else edge.root,
        )

    def _quote(self, edge: Derivation) -> str:
        if edge.span is None:
            return ""
        words = edge.span.of(self._readings[edge.document].document.text)
        return cut_amid(plain(words), _MOST_WORDS)

    def shared(self, origins: Iterable[Origin]) -> Iterable[Shared]:
        """Yield the words that several documents quote of one speaker."""
        names = {one.id: one.name for one in origins}
        quoted: dict[str, list[Derivation]] = {}
        for edges in self._edges.values():
            for one in edges:
                if one.kind == "statement":
                    quoted.setdefault(one.root, []).append(one)
        for root, same in quoted.items():
            documents = dict.fromkeys(one.document for one in same)
            if len(documents) > 1:
                found = sorted((self._sources[one] for one in documents), key=lambda s: s.number)
                yield Shared(root, plain(names.get(root, "")), self._quote(same[0]), tuple(found))
