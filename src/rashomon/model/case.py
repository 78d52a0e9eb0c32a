"""What passes in and out of a case: the file that holds documents and all that was found in them.

Days are ISO 8601 (``2017-06-19``), moments ISO 8601 in UTC (``2017-06-19T08:00:00Z``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rashomon.model.document import Facts
from rashomon.model.geometry import Circle
from rashomon.model.incidents import Incident
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading, Stance
from rashomon.model.spans import Span, Spans

Outcome = Literal["new", "known", "version"]
"""What adding a document came to: it is new; its bytes were there; a new state of an article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document on its way into a case.

    Attributes:
        reading: the document and what was read in it. ``document.provenance`` is set.
        sketches: what later linking needs of it, by the name of the linker (``origins``,
            ``incidents``): bytes that only the linker understands.
        versions: what read it, by name: the package, the model, the settings that matter.
    """

    reading: Reading
    sketches: Mapping[str, bytes]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding a document came to.

    Attributes:
        document: its ``id``.
        outcome: whether it is new, known, or a new version of an article.
        version: which state of its article it is, from 1.
        change: what is new in it against the version before; ``None`` for no such version.
    """

    document: str
    outcome: Outcome
    version: int
    change: "VersionChange | None" = None


@dataclass(frozen=True, slots=True)
class VersionChange:
    """How a version of an article differs from the one before.

    Attributes:
        previous: the ``id`` of the version before.
        added: the stretches of the new text that the old one does not have.
        removed: the stretches of the old text that the new one does not have.
    """

    previous: str
    added: Spans
    removed: Spans


@dataclass(frozen=True, slots=True)
class Changes:
    """How a new reading of a document differs from the one before.

    Attributes:
        gained: by what they are (``claims``, ``times``, ``places``, ``events``), how many there are
            at words where there was none.
        lost: how many are gone.
        altered: how many stand at the same words with other values.
    """

    gained: Mapping[str, int]
    lost: Mapping[str, int]
    altered: Mapping[str, int]

    @property
    def is_any(self) -> bool:
        """Whether there is any difference."""
        return any(sum(one.values()) for one in (self.gained, self.lost, self.altered))


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What is known of a document, without its text.

    Attributes:
        id: ``sha256:`` and the digest of its bytes.
        external_id: the ``id`` that an input row gave.
        path: where it was read from.
        publisher: who published it.
        title: its headline.
        url: its address.
        published: the day of publication.
        language: an ISO 639-1 code.
        words: how many words its text has.
        origin: the ``id`` of its origin; ``None`` before the case is linked.
        version: which state of its article it is, from 1.
        versions: how many states of the article the case holds.
        is_current: whether it is the last of them.
        added_at: the moment at which it was added.
        obtained_at: the moment at which it was fetched or archived, where that is known.
    """

    id: str
    external_id: str | None
    path: str | None
    publisher: str | None
    title: str | None
    url: str | None
    published: str | None
    language: str | None
    words: int
    origin: str | None
    version: int
    versions: int
    is_current: bool
    added_at: str
    obtained_at: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """What a linker keeps of two documents that it has compared.

    Attributes:
        first: the ``id`` of one document.
        second: the ``id`` of the other; ``first < second``.
        data: what was found: bytes that only the linker understands.
    """

    first: str
    second: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking all documents of a case came to; it takes the place of the linking before.

    Attributes:
        origins: which documents and stretches share a root.
        incidents: which documents speak of the same incident.
        new_pairs: by the name of the linker, the pairs compared for the first time, or anew.
        gone_pairs: by the name of the linker, the ids of pairs that are no longer compared. What
            linkers compared that are named in neither is dropped.
        versions: what linked them, by name.
        unlinked: what ``Case.unlinked`` said when it began: where that is another number now, the
            case is out of date in spite of it. ``None`` where that is not known.
    """

    origins: Origins
    incidents: tuple[Incident, ...]
    new_pairs: Mapping[str, Sequence[Pair]]
    gone_pairs: Mapping[str, Sequence[tuple[str, str]]]
    versions: Mapping[str, str]
    unlinked: int | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for; all that is given must hold.

    Attributes:
        words: words that must stand in the claim (or the document); ``"..."`` is a phrase, a
            trailing ``*`` any ending. Empty: all.
        what: claims, or whole documents.
        speaker: words of the source or of its party's name.
        side: the side of the party that speaks.
        stance: what the speaker does with the claim.
        publisher: words of the publisher's name.
        since: the first day that the claim (or document) may speak of.
        until: the last day.
        place: the name of a place that it speaks of.
        near: a circle in which a place lies that it speaks of.
        incident: the ``id`` of an incident that the document speaks of.
        limit: how many results at most.
        offset: how many results to leave out before.
    """

    words: str = ""
    what: Literal["claims", "documents"] = "claims"
    speaker: str = ""
    side: str = ""
    stance: Stance | None = None
    publisher: str = ""
    since: str | None = None
    until: str | None = None
    place: str = ""
    near: Circle | None = None
    incident: str = ""
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of a search, the best first.

    Attributes:
        document: what is known of the document.
        attribution: the ``id`` of the attribution; ``None`` for a whole document.
        source: who speaks, as the text has it; empty for a document.
        party: the name of the party that speaks, or ``None``.
        side: the side of the party, or ``None``.
        stance: what the speaker does with the claim; ``None`` for a document.
        content: the stretches of the claim in the document's text; empty for a document.
        context: the words around it: a stretch of the document's text.
        context_span: where the context stands in the document's text.
        marks: the words searched for, as stretches of the document's text.
        score: how well it fits; higher is better.
    """

    document: DocumentRow
    attribution: str | None
    source: str
    party: str | None
    side: str | None
    stance: Stance | None
    content: Spans
    context: str
    context_span: Span
    marks: Spans
    score: float


ON_ITEMS = frozenset(("accept", "reject", "correct", "insert"))
"""Kinds of decisions on items of a reading: readings are made anew with them."""

ON_FACTS = frozenset(("describe",))
"""Kinds of decisions on what is known of a document: it is read anew with them."""

ON_LINKS = frozenset(("same_incident", "other_incident", "same_origin", "other_origin"))
"""Kinds of decisions on what belongs together: the case is linked anew with them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided, kept apart from what was found, and never overwritten by it.

    Attributes:
        kind: what is decided: one of ``ON_ITEMS``, of ``ON_FACTS``, of ``ON_LINKS``, ``grade``,
            ``relation``, ``same_party``, ``other_party``, ``confirm``, ``dispute``.
        document: the ``id`` of the document that it is about, or ``None``.
        span: the words that it is about; decisions hold on to words, so that they survive a new
            reading.
        value: what is decided, by name (``{"with": "sha256:..."}``).
        reviewer: who decided.
        note: why; may be empty.
    """

    kind: str
    document: str | None
    span: Span | None
    value: Mapping[str, str]
    reviewer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """A decision as a case holds it.

    Attributes:
        number: its number in the case, from 1.
        decision: what was decided.
        decided_at: when.
        is_undone: whether a later decision took it back.
    """

    number: int
    decision: Decision
    decided_at: str
    is_undone: bool

    @property
    def is_upon_reading(self) -> bool:
        """Whether it is in force, and on an item of a reading."""
        return not self.is_undone and self.decision.kind in ON_ITEMS


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A version of an article before another one, on which people decided.

    Attributes:
        text: its text.
        decisions: all decisions on it in their order, those taken back too.
        added: what was known of it when it was added.
    """

    text: str
    decisions: tuple[KeptDecision, ...]
    added: Facts = field(default_factory=Facts)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the reading of a document is made of, in one state of the case.

    Attributes:
        reading: what the machine read; its document is what is known of it now.
        decisions: all decisions on the document in their order, those taken back too.
        earlier: the versions of the article before it on which people decided.
        made_of: a hash of the reading and of all decisions on its items and its document.
        added: what was known of the document when it was added.
        is_read: whether the machine read the document with what is known of it now.
    """

    reading: Reading
    decisions: tuple[KeptDecision, ...]
    earlier: tuple[EarlierVersion, ...]
    made_of: str
    added: Facts = field(default_factory=Facts)
    is_read: bool = True


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a document, by the decisions on it, on its way into a case.

    Attributes:
        document: the ``id`` of the document.
        made_of: the hash that ``Grounds`` had.
        facts: what is known; ``None`` where that is what it was added with, so that the reading of
            then holds again.
        reading: what the machine read in it with these facts; ``None`` before it did.
        versions: what read it, by name.
    """

    document: str
    made_of: str
    facts: Facts | None
    reading: Reading | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A reading with the decisions upon it, on its way into a case.

    Attributes:
        document: the ``id`` of the document.
        made_of: the hash of what it was made of, as ``Grounds`` had it.
        made_by: what laid the decisions upon it.
        reading: the reading; ``None`` where no decision on an item is in force, so that the
            machine's own is shown.
        sketches: what later linking needs of the reading that is shown, by the name of the linker.
    """

    document: str
    made_of: str
    made_by: str
    reading: Reading | None
    sketches: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the audit log.

    Attributes:
        number: from 1, without gaps.
        at: when.
        action: what was done: ``added``, ``read again``, ``linked``, ``decided``, ``undone``, ...
        subject: the ``id`` of what it was done to, or ``None``.
        details: more about it, by name.
        previous: the hash of the entry before; of the first, 64 zeros.
        hash: SHA-256 over the previous hash and this entry.
    """

    number: int
    at: str
    action: str
    subject: str | None
    details: Mapping[str, str]
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """One thing that does not hold in a case.

    Attributes:
        where: what it is about: a document, a reading, a log entry.
        what: what is wrong, as a clause.
    """

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What the check of a case came to.

    Attributes:
        checked: how many of what were looked at: ``{"documents": 41, "spans": 2013, ...}``.
        breaks: what does not hold, the first first; empty where all does.
        digest: SHA-256 over all that the case holds but for moments and the log: equal for two
            cases that hold the same.
    """

    checked: Mapping[str, int]
    breaks: tuple[Break, ...] = field(default=())
    digest: str = ""
