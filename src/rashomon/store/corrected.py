"""Readings with the decisions of people upon them, beside those that the machine made.

Making them is not the store's business. It says what they are made of, takes them where that is
still so, and knows which are outdated.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon.model.case import (
    ON_FACTS,
    ON_ITEMS,
    Correction,
    EarlierVersion,
    Grounds,
    KeptDecision,
)
from rashomon.model.errors import CaseError, UnknownItemError
from rashomon.model.reading import Reading
from rashomon.store import contents, records
from rashomon.store.batch import Batch, remove_from_index
from rashomon.store.codec import digest, encode_decision, encode_reading, pack, spans_of, to_json
from rashomon.store.connection import Connection
from rashomon.store.decided import decisions_on
from rashomon.store.indexing import Indexed, index
from rashomon.store.linked import unlink
from rashomon.store.log import Act


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A corrected reading, packed, hashed and indexed before the case is locked."""

    packed: bytes
    hash: bytes
    indexed: Indexed


def grounds(db: Connection, document_id: str) -> Grounds:
    """Return what the reading of a document is made of; see ``Case.grounds``."""
    with db.reading():
        number = contents.number_of(db, document_id)
        reading, own = contents.machine_reading_of(db, number)
        decisions = decisions_on(db, number)
        earlier = tuple(
            EarlierVersion(
                contents.document_of(db, before).text,
                decisions_on(db, before),
                contents.added_facts(db, before),
            )
            for _, before in db.rows("decided versions before", (number,))
        )
        added = contents.added_facts(db, number)
        is_read = all(is_read for *_, is_read in db.rows("described", (number,)))
    on_earlier = chain.from_iterable(one.decisions for one in earlier)
    basis = made_of(own, (*on_earlier, *decisions))
    return Grounds(reading, decisions, earlier, basis.hex(), added, is_read)


def basis_of(db: Connection, number: int, decisions: Iterable[KeptDecision]) -> bytes:
    """Return the hash of what the reading of the document with a number is made of."""
    [(own,)] = db.rows("reading hash", (number,))
    return made_of(own, decisions)


def bearing_on(db: Connection, number: int) -> tuple[KeptDecision, ...]:
    """Return the decisions on a document and on the versions of its article before it."""
    before = db.rows("decided versions before", (number,))
    on_earlier = chain.from_iterable(decisions_on(db, one) for _, one in before)
    return (*on_earlier, *decisions_on(db, number))


def made_of(reading_hash: bytes, decisions: Iterable[KeptDecision]) -> bytes:
    """Return the hash of a machine reading and of the decisions that readings are made with."""
    laid = sorted(
        [one.number, one.is_undone, digest(encode_decision(one.decision)).hex()]
        for one in decisions
        if one.decision.kind in ON_ITEMS | ON_FACTS
    )
    return digest(to_json([bytes(reading_hash).hex(), laid]))


def put(db: Connection, correction: Correction) -> bool:
    """Store a reading with decisions upon it; see ``Case.put_corrected``."""
    prepared = _prepared(correction.reading) if correction.reading else None
    with db.writing():
        known = contents.numbers_of(db, [correction.document]).get(correction.document)
        if known is None:
            what = f"there is no document {correction.document!r}"
            raise UnknownItemError(what, where=db.where, remedy="add it first")
        decisions = bearing_on(db, known.number)
        basis = basis_of(db, known.number, decisions)
        if basis.hex() != correction.made_of:
            return False
        if _is_there(db, known.number, correction, basis):
            return True
        _replace(db, known.number, prepared, correction.made_by, basis)
        if known.is_current:
            _index(db, known.number, prepared)
        has_changed = _put_sketches(db, known.number, correction.sketches)
        if has_changed and known.is_current:  # others are not linked
            unlink(db)
        in_force = (str(one.number) for one in decisions if one.is_upon_reading)
        details = {
            "reading": prepared.hash.hex() if prepared else "",
            "decisions": " ".join(in_force),
        }
        records.append(db, [Act("corrected", correction.document, details)])
    return True


def drop(db: Connection, numbers: Sequence[int]) -> None:
    """Drop corrected readings of documents that were read again; mark those to be made anew."""
    db.write("remove corrected", [(one,) for one in numbers])
    outdate(db, numbers)


def outdate(db: Connection, numbers: Sequence[int]) -> None:
    """Mark those of some documents on which, or on versions before which, people decided."""
    decided = {number for (number,) in db.rows("decided documents")}
    db.write("mark outdated", [(one,) for one in numbers if one in decided])


def check_spans(reading: Reading) -> None:
    """Refuse a reading of which a span does not resolve.

    Raises:
        CaseError: a span does not resolve.
    """
    length = len(reading.document.text)
    for span in spans_of(reading):
        if not 0 <= span.start < span.end <= length:
            raise CaseError(
                f"the span {list(span)} does not resolve in a text of {length} characters",
                where=reading.document.id,
                remedy="this is a fault of Rashomon: please report it with the document",
            )


def _prepared(reading: Reading) -> _Prepared:
    """Return a reading, ready to be stored.

    Raises:
        CaseError: a span does not resolve.
    """
    check_spans(reading)
    written = encode_reading(reading)
    return _Prepared(pack(written), digest(written), index(reading))


def _is_there(db: Connection, number: int, correction: Correction, basis: bytes) -> bool:
    """Return whether another was faster, and has stored the same."""
    [(marks,)] = db.rows("is outdated", (number,))
    stored = [(by, bytes(of)) for by, of in db.rows("corrected made", (number,))]
    wanted = [(correction.made_by, basis)] if correction.reading else []
    return not marks and stored == wanted


def _replace(
    db: Connection, number: int, prepared: _Prepared | None, made_by: str, basis: bytes
) -> None:
    db.write("remove corrected", [(number,)])
    if prepared:
        db.write("add corrected", [(number, prepared.packed, prepared.hash, made_by, basis)])
    db.write("unmark outdated", [(number,)])


def _index(db: Connection, number: int, prepared: _Prepared | None) -> None:
    """Have search know of a document what its reading has: the corrected or the machine's."""
    remove_from_index(db, [number])
    batch = Batch(db)
    if prepared:
        batch.index(number, prepared.indexed)
    else:
        batch.index(number, index(contents.machine_reading_of(db, number)[0]))
    batch.write()


def index_again(db: Connection, number: int) -> None:
    """Have search know what is shown of a document now, where it is the current version."""
    if contents.to_row(db.rows("document row", (number,))[0]).is_current:
        remove_from_index(db, [number])
        batch = Batch(db)
        batch.index(number, index(contents.reading_of(db, number)))
        batch.write()


def _put_sketches(db: Connection, number: int, sketches: Mapping[str, bytes]) -> bool:
    """Store sketches; return whether they differ from those before."""
    if {name: bytes(data) for name, data in db.rows("sketches of", (number,))} == dict(sketches):
        return False
    db.write("remove sketches", [(number,)])
    db.write("add sketch", [(number, name, data) for name, data in sorted(sketches.items())])
    return True
