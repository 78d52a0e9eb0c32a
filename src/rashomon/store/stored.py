"""The case over any database: what it is asked and told, each a statement or a few."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType

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
from rashomon.store import adding, contents, corrected, decided, described, linked, records, search
from rashomon.store.connection import Connection
from rashomon.store.verifying import verify


class StoredCase:
    """A case in a database; see ``Case`` for what each method does. A context manager.

    Args:
        db: the database, open, with the newest schema.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db

    def __enter__(self) -> "StoredCase":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, entries: Sequence[Entry]) -> Sequence[Addition]:
        """Store documents with their readings; what is known already is left as it is."""
        return adding.add(self._db, entries)

    def read_again(self, entries: Sequence[Entry]) -> None:
        """Store new readings of known documents; decisions stay."""
        adding.read_again(self._db, entries)

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the ``ids`` whose documents are in the case."""
        return frozenset(contents.numbers_of(self._db, ids))

    def documents(self) -> Iterator[DocumentRow]:
        """Yield what is known of every document, in the order in which they were added."""
        return contents.rows(self._db)

    def document(self, document_id: str) -> Document:
        """Return a document with its text and provenance."""
        return contents.document(self._db, document_id)

    def reading(self, document_id: str) -> Reading:
        """Return the last reading of a document with the decisions of people upon it."""
        return contents.reading(self._db, document_id)

    def readings(self) -> Iterator[Reading]:
        """Yield what ``reading`` returns of every document, in the order of adding."""
        return contents.readings(self._db)

    def reading_hashes(self) -> Iterator[tuple[str, str]]:
        """Yield ``(document id, hash)`` of what ``reading`` returns, in the order of adding."""
        return contents.reading_hashes(self._db)

    def machine_reading(self, document_id: str) -> Reading:
        """Return the last reading of a document as the machine made it, no items decided on."""
        number = contents.number_of(self._db, document_id)
        return contents.machine_reading_of(self._db, number)[0]

    def added_reading(self, document_id: str) -> Reading:
        """Return the last reading of a document as it was added, whatever is known of it now."""
        return described.added_reading(self._db, document_id)

    def outdated(self, made_by: str) -> Sequence[str]:
        """Return the ids of documents whose reading is to be made anew, in the order of adding."""
        return [one for (one,) in self._db.rows("outdated", (made_by,))]

    def grounds(self, document_id: str) -> Grounds:
        """Return what the reading of a document is made of."""
        return corrected.grounds(self._db, document_id)

    def put_corrected(self, correction: Correction) -> bool:
        """Store a reading with decisions upon it, and index it; return whether it was stored."""
        return corrected.put(self._db, correction)

    def put_described(self, description: Description) -> bool:
        """Store what is known of a document by decisions; return whether it was stored."""
        return described.put(self._db, description)

    def unread(self) -> Sequence[str]:
        """Return the ids of documents that are to be read with what is known of them now."""
        return [one for (one,) in self._db.rows("unread")]

    def versions(self, document_id: str) -> Sequence[DocumentRow]:
        """Return all states of the article that a document is one of, the first first."""
        return contents.versions(self._db, document_id)

    def change(self, document_id: str) -> VersionChange | None:
        """Return how a document differs from the version before; ``None`` for the first."""
        return contents.change_of(self._db, contents.number_of(self._db, document_id))

    def readings_by_others(self, versions: Mapping[str, str]) -> Sequence[str]:
        """Return the ids of documents whose last reading was made by other versions."""
        return contents.read_by_others(self._db, versions)

    def sketches(self, linker: str) -> Iterator[tuple[str, bytes]]:
        """Yield ``(document id, sketch)`` of every current document, in the order of the ids."""
        return contents.sketches(self._db, linker)

    def pairs(self, linker: str) -> Iterator[Pair]:
        """Yield what a linker kept of pairs, in the order of their ids."""
        return linked.pairs(self._db, linker)

    def unsketched(self, linker: str) -> Sequence[str]:
        """Return the ids of current documents of which there is no sketch for a linker."""
        return [one for (one,) in self._db.rows("unsketched", (linker,))]

    def put_sketches(self, sketches: Mapping[str, Mapping[str, bytes]]) -> None:
        """Store sketches in the place of all that there were of some documents."""
        adding.put_sketches(self._db, sketches)

    def linked_by(self) -> Mapping[str, str] | None:
        """Return what made the last linking, by name; ``None`` where something changed since."""
        return linked.linked_by(self._db)

    def unlinked(self) -> int:
        """Return how often that has changed which linking rests on."""
        return linked.times_unlinked(self._db)

    def put_linking(self, linking: Linking) -> None:
        """Store what linking came to, in the place of the linking before."""
        linked.put(self._db, linking)

    def origins(self) -> Origins:
        """Return the origins of the last linking."""
        return linked.origins(self._db)

    def incidents(self) -> tuple[Incident, ...]:
        """Return the incidents of the last linking."""
        return linked.incidents(self._db)

    def search(self, query: Query) -> Sequence[Hit]:
        """Return the best results, best first."""
        return search.search(self._db, query)

    def decide(self, decision: Decision) -> int:
        """Keep a decision and return its number."""
        return self.decide_all([decision])[0]

    def decide_all(self, decisions: Sequence[Decision]) -> tuple[int, ...]:
        """Keep decisions that are one act, all of them or none; return their numbers."""
        return decided.decide_all(self._db, decisions)

    def undo(self, number: int, *, reviewer: str) -> None:
        """Take a decision back; it stays on record."""
        self.undo_all([number], reviewer=reviewer)

    def undo_all(self, numbers: Sequence[int], *, reviewer: str) -> None:
        """Take decisions back that were one act, all of them or none."""
        decided.undo_all(self._db, numbers, reviewer=reviewer)

    def decisions_on(self, document_id: str) -> Sequence[KeptDecision]:
        """Return the decisions that name a document first, in their order; undone ones too."""
        return decided.decisions_on(self._db, contents.number_of(self._db, document_id))

    def last_decision(self) -> int:
        """Return the number of the last decision; 0 where there is none."""
        [(last,)] = self._db.rows("last decision")
        return int(last)

    def decisions(self) -> Iterator[KeptDecision]:
        """Yield all decisions in their order, those taken back too."""
        return decided.decisions(self._db)

    def log(self, after: int = 0) -> Iterator[LogEntry]:
        """Yield the entries of the audit log after a number, the first first."""
        return records.entries(self._db, after)

    def log_size(self) -> int:
        """Return how many entries the audit log has."""
        return records.head(self._db)[0]

    def state(self) -> str:
        """Return what changes with every write: the hash of the last entry of the log."""
        return records.head(self._db)[1]

    def verify(self) -> Verified:
        """Check every hash, span, reference and the chain of the log."""
        return verify(self._db)

    def close(self) -> None:
        """Give the file or connection back."""
        self._db.close()
