"""Documents and readings on their way into a case."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.case import Addition, Entry, Outcome
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.store import contents, corrected, described, records
from rashomon.store.batch import Batch, remove_from_index
from rashomon.store.columns import now
from rashomon.store.connection import Connection
from rashomon.store.linked import unlink
from rashomon.store.log import Act
from rashomon.store.preparing import Prepared, prepare


@dataclass(slots=True)
class _State:
    """A version of an article, on the way to its place among the others.

    Attributes:
        document: the number of the document.
        obtained: when it was got; where nothing says so, when it was added.
        version: which one it is.
        is_current: whether it is the last.
        before: the two as they are stored; ``None`` for a document that is not.
    """

    document: int
    obtained: str
    version: int = 1
    is_current: bool = True
    before: tuple[int, bool] | None = None


def add(db: Connection, entries: Sequence[Entry]) -> Sequence[Addition]:
    """Store the documents that are new, in one transaction; see ``Case.add``."""
    known = contents.numbers_of(db, (one.reading.document.id for one in entries))
    firsts: dict[str, Entry] = {}
    for entry in entries:
        firsts.setdefault(entry.reading.document.id, entry)
    prepared = [prepare(one) for document, one in firsts.items() if document not in known]
    stored: dict[str, tuple[_State, Outcome]] = {}
    if prepared:
        with db.writing():
            # another process may have been faster
            known = contents.numbers_of(db, firsts)
            stored = _store(db, [one for one in prepared if one.id not in known])
    return [_addition(db, entry.reading.document.id, known, stored) for entry in entries]


def read_again(db: Connection, entries: Sequence[Entry]) -> None:
    """Store new readings of known documents, in one transaction; see ``Case.read_again``."""
    prepared = [prepare(one) for one in {one.reading.document.id: one for one in entries}.values()]
    if not prepared:
        return
    with db.writing():
        known = contents.numbers_of(db, (one.id for one in prepared))
        for one in prepared:
            _check_is_stored(db, one, known.get(one.id))
        makers = _makers(db, prepared)
        numbers = [known[one.id].number for one in prepared]
        remove_from_index(db, numbers)
        corrected.drop(db, numbers)
        described.forget_readings(db, numbers)
        batch = Batch(db)
        for one in prepared:
            number = known[one.id].number
            batch.add("set reading", one.reading, one.reading_hash, makers[one.maker], number)
            batch.add("remove sketches", number)
            _add_sketches(batch, number, one.entry.sketches)
            if known[one.id].is_current:
                batch.index(number, one.indexed)
        batch.write()
        acts = [Act("read again", one.id, {"reading": one.hashes["reading"]}) for one in prepared]
        _changed(db, acts)


def put_sketches(db: Connection, sketches: Mapping[str, Mapping[str, bytes]]) -> None:
    """Store sketches in the place of those that there were; see ``Case.put_sketches``."""
    if not sketches:
        return
    with db.writing():
        known = contents.numbers_of(db, sketches)
        batch = Batch(db)
        for document_id, made in sketches.items():
            if document_id not in known:
                raise _unknown(db, document_id)
            batch.add("remove sketches", known[document_id].number)
            _add_sketches(batch, known[document_id].number, made)
        batch.write()
        _changed(db, [Act("sketched", None, {"documents": str(len(sketches))})])


def _unknown(db: Connection, document_id: str) -> UnknownItemError:
    what = f"there is no document {document_id}"
    return UnknownItemError(what, where=db.where, remedy="add it first")


def _check_is_stored(db: Connection, one: Prepared, known: contents.Numbered | None) -> None:
    """Refuse a reading of what is not the document as it is stored."""
    if known is None:
        raise _unknown(db, one.id)
    if db.rows("document as stored", (known.number,)) != [(*one.about, one.text_hash)]:
        raise CaseError(
            f"the reading is not of the document {one.id} as it is stored",
            where=db.where,
            remedy="read what the case gives back",
        )


def _store(db: Connection, prepared: Sequence[Prepared]) -> dict[str, tuple[_State, Outcome]]:
    at, batch = now(), Batch(db)
    articles = _articles(db, {one.address for one in prepared if one.address})
    makers = _makers(db, prepared)
    stored: dict[str, tuple[_State, Outcome]] = {}
    for one in prepared:
        provenance = one.entry.reading.document.provenance
        obtained = (provenance.obtained_at if provenance else None) or at
        state = _State(batch.next_document(), obtained)
        states = articles.setdefault(one.address, []) if one.address else []
        stored[one.id] = state, "version" if states else "new"
        states.append(state)
    superseded = _put_in_order(articles.values(), batch)
    for one in prepared:
        _add_rows(batch, one, stored[one.id][0], makers[one.maker], at)
    remove_from_index(db, superseded)
    batch.write()
    versions = [state.document for state, outcome in stored.values() if outcome == "version"]
    if versions:
        corrected.outdate(db, versions)
    _changed(db, [Act("added", one.id, one.hashes) for one in prepared])
    return stored


def _articles(db: Connection, addresses: Iterable[str]) -> dict[str, list[_State]]:
    """Return the versions that are stored of some articles, by their addresses."""
    found: dict[str, list[_State]] = {}
    asked = json.dumps(sorted(addresses))
    for article, number, obtained, *before in db.rows("states of articles", (asked,)):
        version, is_current = before[0], bool(before[1])
        state = _State(number, obtained, version, is_current, (version, is_current))
        found.setdefault(article, []).append(state)
    return found


def _put_in_order(articles: Iterable[list[_State]], batch: Batch) -> list[int]:
    """Number the versions of articles; return the documents that are no longer current."""
    superseded = []
    for states in articles:
        states.sort(key=lambda one: (one.obtained, one.document))
        for version, one in enumerate(states, start=1):
            one.version, one.is_current = version, version == len(states)
            if one.before and one.before != (one.version, one.is_current):
                batch.add("set version", one.version, int(one.is_current), one.document)
                if not one.is_current and one.before[1]:
                    superseded.append(one.document)
    return superseded


def _add_rows(batch: Batch, one: Prepared, state: _State, maker: int, at: str) -> None:
    number, words = state.document, len(one.entry.reading.document.text.split())
    batch.add(
        "add document",
        *(number, *one.about, words, one.address, state.version, int(state.is_current), at),
    )
    batch.add("add contents", number, one.raw, one.text, one.text_hash)
    batch.add("add reading", number, one.reading, one.reading_hash, maker)
    _add_sketches(batch, number, one.entry.sketches)
    if state.is_current:
        batch.index(number, one.indexed)


def _add_sketches(batch: Batch, number: int, sketches: Mapping[str, bytes]) -> None:
    for linker, data in sorted(sketches.items()):
        batch.add("add sketch", number, linker, data)


def _makers(db: Connection, prepared: Sequence[Prepared]) -> dict[str, int]:
    """Return the numbers of what read the documents, by their versions as JSON."""
    makers = {}
    for written in dict.fromkeys(one.maker for one in prepared):
        db.write("add maker", [(written,)])
        [(makers[written],)] = db.rows("maker", (written,))
    return makers


def _changed(db: Connection, acts: Sequence[Act]) -> None:
    unlink(db)
    records.append(db, acts)


def _addition(
    db: Connection,
    document: str,
    known: dict[str, contents.Numbered],
    stored: dict[str, tuple[_State, Outcome]],
) -> Addition:
    if document in known:
        return Addition(document, "known", known[document].version)
    state, outcome = stored[document]
    known[document] = contents.Numbered(state.document, state.version, state.is_current)
    difference = contents.change_of(db, state.document) if outcome == "version" else None
    return Addition(document, outcome, state.version, difference)
