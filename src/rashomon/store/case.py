"""What a case is asked and told: the interface that every backend implements.

Every method that writes is one transaction: it happens as a whole or not at all, whatever kills
the process, and it stands in the audit log. Readers see the state before or after it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from rashomon.model.case import (
    Addition,
    Correction,
    Decision,
    Description,
    DocumentRow,
    Entry,
    Grounds,
    Hit,
    KeptDecision,
    Linking,
    LogEntry,
    Pair,
    Query,
    Verified,
    VersionChange,
)
from rashomon.model.document import Document
from rashomon.model.incidents import Incident
from rashomon.model.origins import Origins
from rashomon.model.reading import Reading


class Case(Protocol):
    """A case, open; a context manager that closes it. Each thread opens its own.

    All methods raise ``CaseError`` where the backend refuses.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def add(self, entries: Sequence[Entry]) -> Sequence[Addition]:
        """Store documents with their readings; what is known already is left as it is.

        A document whose address (``rashomon.store.addresses``) is known with other bytes becomes
        the next version of that article, and the version before is no longer current.
        """
        ...

    def read_again(self, entries: Sequence[Entry]) -> None:
        """Store new readings of known documents as they were added; decisions stay.

        Until the case is refreshed they are shown as the machine made them.

        Raises:
            UnknownItemError: a document is not in the case.
            CaseError: a reading is not of the document as it is stored.
        """
        ...

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the ``ids`` whose documents are in the case."""
        ...

    def documents(self) -> Iterator[DocumentRow]:
        """Yield what is known of every document, in the order in which they were added."""
        ...

    def document(self, document_id: str) -> Document:
        """Return a document with its text and provenance, and with what is known of it now.

        Args:
            document_id: its ``id``, or enough of the digest's beginning to name one document.

        Raises:
            UnknownItemError: there is none, or more than one.
        """
        ...

    def reading(self, document_id: str) -> Reading:
        """Return the last reading of a document with the decisions of people upon it.

        Decisions made since the case was refreshed are not upon it yet: ``outdated`` says where.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def readings(self) -> Iterator[Reading]:
        """Yield what ``reading`` returns of every document, in the order of adding."""
        ...

    def reading_hashes(self) -> Iterator[tuple[str, str]]:
        """Yield ``(document id, hash)`` of what ``reading`` returns, in the order of adding.

        Where the hash of a document is the same in two states of a case, so is its reading.
        """
        ...

    def machine_reading(self, document_id: str) -> Reading:
        """Return the last reading of a document as the machine made it, without decisions on items.

        It was made with what is known of the document now, but for one in ``unread``.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def added_reading(self, document_id: str) -> Reading:
        """Return the last reading of a document as it was added, whatever is known of it now.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def outdated(self, made_by: str) -> Sequence[str]:
        """Return the ids of documents whose reading is to be made anew, in the order of adding.

        Args:
            made_by: what lays decisions upon readings now; those that another laid are outdated.
        """
        ...

    def grounds(self, document_id: str) -> Grounds:
        """Return what the reading of a document is made of.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def put_corrected(self, correction: Correction) -> bool:
        """Store a reading with decisions upon it, and index it; return whether it was stored.

        Where the machine reading or the decisions on the document are no longer those that it was
        made of nothing is stored, and the document stays outdated. The links of the case are out of
        date afterwards only where the sketches differ from those before.

        Raises:
            UnknownItemError: there is no such document.
            CaseError: a span of the reading does not resolve.
        """
        ...

    def put_described(self, description: Description) -> bool:
        """Store what is known of a document by decisions; return whether it was stored.

        Where the machine reading or the decisions on the document are no longer those that it was
        made of nothing is stored. The document is outdated afterwards: decisions on items are to be
        laid upon what is read in it now. What it was added with, and its reading of then, stay.

        Raises:
            UnknownItemError: there is no such document.
            CaseError: a span of the reading does not resolve.
        """
        ...

    def unread(self) -> Sequence[str]:
        """Return the ids of documents that are to be read with what is known of them now."""
        ...

    def versions(self, document_id: str) -> Sequence[DocumentRow]:
        """Return all states of the article that a document is one of, the first first.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def change(self, document_id: str) -> VersionChange | None:
        """Return how a document differs from the version before; ``None`` for the first.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def readings_by_others(self, versions: Mapping[str, str]) -> Sequence[str]:
        """Return the ids of documents whose last reading was made by other versions."""
        ...

    def sketches(self, linker: str) -> Iterator[tuple[str, bytes]]:
        """Yield ``(document id, sketch)`` of every current document, in the order of the ids."""
        ...

    def pairs(self, linker: str) -> Iterator[Pair]:
        """Yield what a linker kept of pairs, in the order of their ids."""
        ...

    def unsketched(self, linker: str) -> Sequence[str]:
        """Return the ids of current documents of which there is no sketch for a linker."""
        ...

    def put_sketches(self, sketches: Mapping[str, Mapping[str, bytes]]) -> None:
        """Store sketches in the place of all that there were of some documents.

        Args:
            sketches: by the ``id`` of a document its sketches by the name of the linker.

        Raises:
            UnknownItemError: a document is not in the case.
        """
        ...

    def linked_by(self) -> Mapping[str, str] | None:
        """Return what made the last linking, by name; ``None`` where something changed since."""
        ...

    def unlinked(self) -> int:
        """Return how often that has changed which linking rests on: documents, readings, decisions.

        Who links asks before it begins, and hands it over with what linking came to.
        """
        ...

    def put_linking(self, linking: Linking) -> None:
        """Store what linking came to, in the place of the linking before."""
        ...

    def origins(self) -> Origins:
        """Return the origins of the last linking."""
        ...

    def incidents(self) -> tuple[Incident, ...]:
        """Return the incidents of the last linking."""
        ...

    def search(self, query: Query) -> Sequence[Hit]:
        """Return the best results, best first."""
        ...

    def decide(self, decision: Decision) -> int:
        """Keep a decision and return its number."""
        ...

    def decide_all(self, decisions: Sequence[Decision]) -> tuple[int, ...]:
        """Keep decisions that are one act, all of them or none, and return their numbers.

        Raises:
            UnknownItemError: one is about a document that is not in the case.
            CaseError: the span of one does not resolve.
        """
        ...

    def undo(self, number: int, *, reviewer: str) -> None:
        """Take a decision back; it stays on record.

        Raises:
            UnknownItemError: there is no such decision.
        """
        ...

    def undo_all(self, numbers: Sequence[int], *, reviewer: str) -> None:
        """Take decisions back that were one act, all of them or none; they stay on record.

        Raises:
            UnknownItemError: there is no decision of one of the numbers.
            CaseError: one was taken back already.
        """
        ...

    def decisions_on(self, document_id: str) -> Sequence[KeptDecision]:
        """Return the decisions that name a document first, in their order; undone ones too.

        Raises:
            UnknownItemError: there is no such document.
        """
        ...

    def last_decision(self) -> int:
        """Return the number of the last decision; 0 where there is none."""
        ...

    def decisions(self) -> Iterator[KeptDecision]:
        """Yield all decisions in their order, those taken back too."""
        ...

    def log(self, after: int = 0) -> Iterator[LogEntry]:
        """Yield the audit log, the first entry first.

        Args:
            after: the number of the entry after which it begins; 0 for all of it.
        """
        ...

    def log_size(self) -> int:
        """Return how many entries the audit log has: the number of the last."""
        ...

    def state(self) -> str:
        """Return what changes with every write: the hash of the last entry of the log.

        Two answers that are equal mean that the case holds the same in between. An empty case has
        64 zeros.
        """
        ...

    def verify(self) -> Verified:
        """Check every hash, span, reference and the chain of the log."""
        ...

    def close(self) -> None:
        """Give the file or connection back."""
        ...
