"""What is known of documents by decisions, beside what they were added with.

What decisions come to, and what the machine reads in a document of which something else is known,
is not the store's business: it takes both where they still follow from what it holds.
"""

from collections.abc import Sequence
from dataclasses import astuple

from rashomon.model.case import Description
from rashomon.model.document import Facts
from rashomon.model.reading import Reading
from rashomon.store import contents, corrected, records
from rashomon.store.codec import decode_reading, digest, encode_reading, pack, to_json, unpack
from rashomon.store.columns import to_column, versions_column
from rashomon.store.connection import Connection, Row
from rashomon.store.log import Act


def added_reading(db: Connection, document_id: str) -> Reading:
    """Return what the machine read in a document as it was added; see ``Case.added_reading``."""
    number = contents.number_of(db, document_id)
    [stored] = db.rows("added document", (number,))
    [(packed,)] = db.rows("added reading", (number,))
    return decode_reading(unpack(packed), contents.to_document(stored))


def put(db: Connection, description: Description) -> bool:
    """Store what is known of a document, and what was read with it; see ``Case.put_described``."""
    prepared = _prepared(description.reading) if description.reading else None
    with db.writing():
        number = contents.number_of(db, description.document)
        decisions = corrected.bearing_on(db, number)
        if corrected.basis_of(db, number, decisions).hex() != description.made_of:
            return False
        read = (*prepared, _maker(db, description)) if prepared else _read_before(db, number)
        db.write("remove described", [(number,)])
        details = {"known": "", "reading": ""}
        if description.facts:
            facts = map(to_column, astuple(description.facts))
            db.write("add described", [(number, *facts, *read, int(prepared is not None))])
            own = bytes(read[1] or b"").hex()
            details = {"known": facts_hash(description.facts), "reading": own}
        corrected.index_again(db, number)
        db.write("mark outdated", [(number,)])  # decisions are to be laid upon what is read now
        records.append(db, [Act("described", description.document, details)])
    return True


def _prepared(reading: Reading) -> tuple[bytes, bytes]:
    """Return a reading packed, and its hash."""
    corrected.check_spans(reading)
    written = encode_reading(reading)
    return pack(written), digest(written)


def _read_before(db: Connection, number: int) -> Row:
    """Return what was read last in a document with what people said of it, its hash, its maker."""
    rows = db.rows("described", (number,))
    return tuple(rows[0][-4:-1]) if rows else (None, None, None)


def forget_readings(db: Connection, numbers: Sequence[int]) -> None:
    """Drop what was read in documents of which people said something: they were read again."""
    db.write("forget described readings", [(one,) for one in numbers])


def facts_hash(facts: Facts) -> str:
    """Return a hash of what is known of a document."""
    return digest(to_json(astuple(facts))).hex()


def _maker(db: Connection, description: Description) -> int:
    written = versions_column(description.versions)
    db.write("add maker", [(written,)])
    [(number,)] = db.rows("maker", (written,))
    return int(number)
