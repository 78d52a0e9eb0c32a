"""Roots, before they are numbered: what stands at the end of the path of a text."""

from dataclasses import dataclass
from typing import NamedTuple

from rashomon.model.origins import DerivationKind, RootKind
from rashomon.model.spans import Span


class Root(NamedTuple):
    """A root.

    Attributes:
        kind: what it is.
        name: what it is called.
        of: what tells it from others of that name: a story, a document; may be empty.
    """

    kind: RootKind
    name: str
    of: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A derivation whose root has no number yet; the attributes are those of a derivation.

    Attributes:
        document: the number of the document that derives.
        span: the stretch; ``None`` for the whole.
        parent: the number of the document that it comes from, or ``None``.
        parent_span: the stretch of the parent, or ``None``.
        root: the root.
        kind: why.
        score: how sure.
        reason: why, as a sentence.
    """

    document: int
    span: Span | None
    parent: int | None
    parent_span: Span | None
    root: Root
    kind: DerivationKind
    score: float
    reason: str
