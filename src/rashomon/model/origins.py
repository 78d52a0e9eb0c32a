"""Origins: the roots that texts and claims come from. Ten copies are one source."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.model.spans import Span

DerivationKind = Literal[
    "version",  # an earlier or later state of the same article
    "copy",  # the whole text, or nearly
    "passage",  # a stretch of the text
    "byline",  # the text names an agency as where it comes from: "(AP)", "Reuters"
    "citation",  # the text says that another reports it: "the paper reported, citing Y"
    "statement",  # the same words of the same speaker are quoted
    "publisher",  # both belong to one publisher
    "decision",  # a person decided that it shares a root with another
]
"""Why a text is held to come from another, or from a root."""

RootKind = Literal["agency", "publisher", "document", "statement"]
"""What stands at the root: an agency's dispatch, a house, one document, one speaker's statement."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """One edge of the tree of origins: a document, or a stretch of it, comes from somewhere else.

    Attributes:
        document: the ``id`` of the document that derives.
        span: the stretch that derives; ``None`` for the document as a whole.
        parent: the ``id`` of the document that it comes from; ``None`` where it comes from the
            root itself (``root``).
        parent_span: the stretch of the parent that it comes from; ``None`` where there is no
            parent, or as a whole.
        root: the ``id`` of the origin at the end of the path, ``o1``.
        kind: why.
        score: how sure, 0 to 1.
        reason: the same as a sentence for people, with the words that show it.
    """

    document: str
    span: Span | None
    parent: str | None
    parent_span: Span | None
    root: str
    kind: DerivationKind
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A root, and the documents that as a whole come from it.

    Attributes:
        id: ``o1``, ``o2``, ... in the order of the number of documents, then of publication.
        kind: what it is.
        name: what it is called: ``Associated Press``, the publisher or title of a document, a
            speaker.
        document: the ``id`` of the root document; ``None`` where the root is none of the case.
        documents: the ``id`` of every document that comes from it as a whole, the root first;
            empty where only stretches come from it.
    """

    id: str
    kind: RootKind
    name: str
    document: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """Which documents and stretches of a case share a root, and why.

    Every document stands in exactly one origin. A stretch with another origin than its document
    has a derivation with a span.

    Attributes:
        origins: the roots.
        derivations: the edges, in the order of documents and spans.
    """

    origins: tuple[Origin, ...]
    derivations: tuple[Derivation, ...]

    def of(self, document: str, span: Span | None = None) -> str | None:
        """Return the ``id`` of the origin of a document, or of a stretch of it.

        A stretch has the origin of the narrowest derivation that holds more than half of it; else
        that of its document. ``None`` where the document is not known. Who asks often asks
        :class:`RootOf`.
        """
        return RootOf(self).of(document, span)

    def by_document(self) -> dict[str, str]:
        """Return for every document the ``id`` of its origin."""
        return {document: one.id for one in self.origins for document in one.documents}

    def among(self, documents: Collection[str]) -> "Origins":
        """Return the origins of some documents, each with those alone, and their derivations."""
        kept = frozenset(documents)
        derivations = tuple(one for one in self.derivations if one.document in kept)
        led_to = {one.root for one in derivations}
        roots = (
            replace(one, documents=tuple(each for each in one.documents if each in kept))
            for one in self.origins
        )
        return Origins(
            tuple(root for root in roots if root.documents or root.id in led_to), derivations
        )


class RootOf:
    """The origins of documents and stretches, by document.

    Args:
        origins: the roots and the edges.
    """

    def __init__(self, origins: Origins) -> None:
        self._whole = origins.by_document()
        self._stretches: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for one in origins.derivations:
            if one.span:
                self._stretches[one.document].append((one.span, one.root))

    def of(self, document: str, span: Span | None = None) -> str | None:
        """Return what :meth:`Origins.of` returns."""
        if span:
            holding = [
                (within.end - within.start, root)
                for within, root in self._stretches.get(document, ())
                if span.is_mostly_in(within)
            ]
            if holding:
                return min(holding)[1]
        return self._whole.get(document)
