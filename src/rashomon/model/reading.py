"""The reading: what a document says, and who it says says so.

Terms are the field's own (PARC, PolNeAR): an attribution is a source, a cue and a content.
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.model.document import Document
from rashomon.model.spans import Span, Spans

Stance = Literal["asserts", "denies", "doubts", "alleges", "demands", "asks", "predicts"]
"""What a source does with the content."""

Framing = Literal["neutral", "distancing", "endorsing"]
"""How the writer presents what the source says: *said*, *claimed*, *revealed*."""


PartyKind = Literal[
    "government",
    "military",
    "armed_group",
    "organisation",
    "international_body",
    "monitor",
    "media",
    "person",
    "group",
    "unnamed",
    "publisher",
]
"""What a party is."""


@dataclass(frozen=True, slots=True)
class Party:
    """One who speaks in a document, under one name or several.

    Attributes:
        id: ``p1``, ``p2``, ... in the order in which they first speak.
        name: the fullest name that the text gives.
        kind: what the party is, where that is known.
        side: the state or movement that it belongs to, where that is known.
        mentions: where it is named as a source.
    """

    id: str
    name: str
    kind: PartyKind | None
    side: str | None
    mentions: Spans


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, the words that say that it speaks, and what it says.

    Attributes:
        id: ``a1``, ``a2``, ... in the order of the text.
        source: who speaks; empty where the text leaves the source out.
        cue: the words that attribute (*said*, *according to*).
        content: what is said; more than one span where the cue interrupts it.
        party: the ``id`` of the party that speaks, or ``None`` where the source is left out or
            is a pronoun.
        stance: what the source does with the content.
        framing: how the writer presents it.
        within: the ``id`` of the attribution whose content this one is part of, or ``None``.
        confidence: the calibrated probability, 0 to 1, that source, cue and content are all
            found as an annotator would mark them (each with Jaccard 0.5 over words or more).
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    party: str | None
    stance: Stance
    framing: Framing
    within: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or the part of one, that the document asserts in its own voice.

    Attributes:
        id: ``s1``, ``s2``, ... in the order of the text.
        span: where it stands.
        hedged: whether the document marks it as uncertain.
        loaded: its loaded words; words inside quotation marks are not the document's own.
    """

    id: str
    span: Span
    hedged: bool
    loaded: Spans


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document. Every span resolves in ``document.text``.

    Attributes:
        document: what was read.
        attributions: who says what, in the order of the text.
        statements: what the document asserts in its own voice, in the order of the text.
        parties: who speaks, in the order in which they first do.
        boilerplate: stretches that belong to the page and not to the report.
    """

    document: Document
    attributions: tuple[Attribution, ...]
    statements: tuple[Statement, ...]
    parties: tuple[Party, ...]
    boilerplate: Spans
