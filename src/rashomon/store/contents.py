"""What a case gives back of its documents and their readings."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rashomon.model.case import DocumentRow, VersionChange
from rashomon.model.document import Document, Facts, Provenance
from rashomon.model.errors import UnknownItemError
from rashomon.model.reading import Reading
from rashomon.store.changes import change
from rashomon.store.codec import decode_reading, digest, to_json, to_text, unpack
from rashomon.store.columns import from_column, versions_column
from rashomon.store.connection import Connection, Row

PAGE = 2_000
"""How many rows are fetched at once, so that memory does not grow with the case."""

LEAST = 4
"""How many characters of an id name a document at least: fewer are easily a slip of the pen."""

_WHOLE = 100  # documents with all of their contents that are held at once
_ID = re.compile("sha256:[0-9a-f]{64}")
_BEGINNING = re.compile("(?:sha256:)?([0-9a-f]{1,64})")


class Numbered(NamedTuple):
    """A document by its number, and which version of its article it is."""

    number: int
    version: int
    is_current: bool


def numbers_of(db: Connection, ids: Iterable[str]) -> dict[str, Numbered]:
    """Return those of some documents that are in the case."""
    asked = json.dumps([one for one in ids if _ID.fullmatch(one)])
    rows = db.rows("numbers of some ids", (asked,))
    return {one: Numbered(number, version, bool(last)) for one, number, version, last in rows}


def number_of(db: Connection, document_id: str) -> int:
    """Return the number of a document.

    Args:
        db: the case.
        document_id: its ``id``, or enough of the digest's beginning to name one document.

    Raises:
        UnknownItemError: there is none, or more than one.
    """
    written = _BEGINNING.fullmatch(document_id)
    if written and len(written[1]) < LEAST:
        what = f"{document_id!r} is too little to name a document"
        remedy = f"give {LEAST} characters of its id or more; 'rashomon documents CASE' lists them"
        raise UnknownItemError(what, where=db.where, remedy=remedy)
    beginning = f"sha256:{written[1]}" if written else ""
    found = db.rows("ids from", (beginning, f"{beginning}g")) if written else []
    if len(found) == 1:
        return int(found[0][1])
    what = "more than one document" if found else "no document"
    remedy = "give more of it" if found else "'rashomon documents CASE' lists them"
    raise UnknownItemError(f"there is {what} {document_id!r}", where=db.where, remedy=remedy)


def rows(db: Connection) -> Iterator[DocumentRow]:
    """Yield what is known of every document, in the order of adding."""
    last = 0
    while page := db.rows("documents page", (last, PAGE)):
        yield from map(to_row, page)
        last = page[-1][0]


def to_row(stored: Row) -> DocumentRow:
    """Return what is known of a document from what is stored of it."""
    values: list[Any] = [from_column(one) for one in stored[1:9]]
    words, origin, *state, is_current, added_at, obtained_at = stored[9:]
    values += (words, from_column(origin), *state, bool(is_current))
    values += (added_at, from_column(obtained_at))
    return DocumentRow(*values)


def document(db: Connection, document_id: str) -> Document:
    """Return a document with its text and provenance; see ``Case.document``."""
    return document_of(db, number_of(db, document_id))


def document_of(db: Connection, number: int) -> Document:
    """Return the document with a number."""
    [stored] = db.rows("whole document", (number,))
    return to_document(stored)


def to_document(stored: Row) -> Document:
    """Return a document from what is stored of it."""
    identifier, external_id, path, *known = map(from_column, stored[1:13])
    publisher, title, url, published, language, media_type, extractor, *obtained = known
    raw = unpack(stored[13])
    return Document(
        id=identifier or "",
        text=to_text(unpack(stored[14], like=raw)),
        path=path,
        external_id=external_id,
        publisher=publisher,
        title=title,
        url=url,
        published=published,
        language=language,
        provenance=Provenance(raw, media_type or "", extractor or "", *obtained),
    )


def added_facts(db: Connection, number: int) -> Facts:
    """Return what was known of the document with a number when it was added."""
    [stored] = db.rows("added facts", (number,))
    return to_facts(stored)


def to_facts(stored: Row) -> Facts:
    """Return what is known of a document from its columns: publisher, day, title, address."""
    return Facts(*map(from_column, stored))


def reading(db: Connection, document_id: str) -> Reading:
    """Return the last reading of a document; see ``Case.reading``."""
    return reading_of(db, number_of(db, document_id))


def reading_of(db: Connection, number: int) -> Reading:
    """Return the last reading of the document with a number."""
    [(packed,)] = db.rows("reading", (number,))
    return decode_reading(unpack(packed), document_of(db, number))


def machine_reading_of(db: Connection, number: int) -> tuple[Reading, bytes]:
    """Return what the machine read last in the document with a number, and the hash of it."""
    [(packed, own)] = db.rows("machine reading", (number,))
    return decode_reading(unpack(packed), document_of(db, number)), own


def reading_hashes(db: Connection) -> Iterator[tuple[str, str]]:
    """Yield each document with the hash of its reading, in the order of adding."""
    last = 0
    while page := db.rows("reading hashes page", (last, PAGE)):
        for _, document, own, is_described, *facts in page:
            written = bytes(own)
            if is_described:  # what is known of a document is part of its reading
                written = digest(written + to_json(facts))
            yield document, written.hex()
        last = page[-1][0]


def readings(db: Connection) -> Iterator[Reading]:
    """Yield the last reading of every document, in the order of adding."""
    last = 0
    while page := db.rows("whole page", (last, _WHOLE)):
        for *stored, packed in page:
            yield decode_reading(unpack(packed), to_document(tuple(stored)))
        last = page[-1][0]


def versions(db: Connection, document_id: str) -> Sequence[DocumentRow]:
    """Return all states of the article that a document is one of, the first first."""
    number = number_of(db, document_id)
    states = [one for one, _ in db.rows("states of article", (number,))] or [number]
    return tuple(to_row(db.rows("document row", (one,))[0]) for one in states)


def change_of(db: Connection, number: int) -> VersionChange | None:
    """Return how a version of an article differs from the one before; ``None`` for the first."""
    states = db.rows("states of article", (number,))
    at = next((at for at, state in enumerate(states) if state[0] == number), 0)
    if not at:
        return None
    [(before, previous), (own, _)] = states[at - 1 : at + 1]
    return change(previous, document_of(db, before).text, document_of(db, own).text)


def read_by_others(db: Connection, versions: Mapping[str, str]) -> Sequence[str]:
    """Return the documents whose last reading was made by other versions."""
    [(maker,)] = db.rows("maker", (versions_column(versions),)) or [(0,)]
    return [one for (one,) in db.rows("read by others", (maker, maker))]


def sketches(db: Connection, linker: str) -> Iterator[tuple[str, bytes]]:
    """Yield the sketches of all current documents, in the order of their ids."""
    last = ""
    while page := db.rows("sketches page", (linker, last, PAGE)):
        yield from ((one, data) for one, data in page)
        last = page[-1][0]
