"""Documents and readings: bytes, hashes, spans, and the log."""

from collections.abc import Iterator

from rashomon.model.document import identity
from rashomon.model.errors import CaseError
from rashomon.model.reading import Reading
from rashomon.store import contents
from rashomon.store.addresses import article_address
from rashomon.store.codec import (
    decode_reading,
    digest,
    spans_of,
    to_bytes,
    to_json,
    unpack,
)
from rashomon.store.connection import Connection, Row
from rashomon.store.preparing import about_of
from rashomon.store.verifying.findings import Findings, Seen
from rashomon.store.verifying.indexes import NOTHING, spoken_in

_PAGE = 50  # documents with all of their contents that are held at once
_NAMES = {"text": "text", "reading": "reading", "about": "title, address or the like"}


def check_documents(db: Connection, findings: Findings) -> None:
    """Check every document with its reading; what is damaged costs only itself."""
    hashes: list[tuple[str, bytes]] = []
    ids: dict[int, str] = dict(db.rows("ids"))
    for number, row in _rows(db, sorted(ids), ids, findings):
        findings.count("documents")
        with findings.noting(ids[number]):
            hashes.append((ids[number], _check(row, findings)))
    for one in sorted(findings.logged.documents.keys() - ids.values()):
        findings.add(one, "the log says that it was added, and it is not there")
    for _, own in sorted(hashes):
        findings.hold(own)


def _rows(
    db: Connection, numbers: list[int], ids: dict[int, str], findings: Findings
) -> Iterator[tuple[int, Row]]:
    """Yield what is stored of documents, page by page; one by one where a page is damaged."""
    for at in range(0, len(numbers), _PAGE):
        page = numbers[at : at + _PAGE]
        try:
            found = _fetched(db, page[0], page[-1])
        except CaseError:
            found = dict(_fetched_singly(db, page, ids, findings))
        for one in page:
            if one not in found:
                findings.add(ids[one], "not all that was stored of it can be fetched")
            else:
                yield one, found[one]


def _fetched(db: Connection, first: int, last: int) -> dict[int, Row]:
    return {row[0]: row for row in db.rows("checked documents", (first, last))}


def _fetched_singly(
    db: Connection, numbers: list[int], ids: dict[int, str], findings: Findings
) -> Iterator[tuple[int, Row]]:
    for one in numbers:
        try:
            yield from _fetched(db, one, one).items()
        except CaseError as error:
            findings.add(ids[one], error.what)


def _check(row: Row, findings: Findings) -> bytes:
    """Check what is stored of one document; return a hash of all of it but moments."""
    *stored, text_hash, packed, reading_hash, maker, version, is_current, article, words = row
    document = contents.to_document(tuple(stored))
    provenance = document.provenance
    if provenance is None or identity(provenance.raw) != document.id:
        findings.add(document.id, "its bytes are not those of its id")
    written = unpack(packed)
    hashes = {"text": digest(to_bytes(document.text)), "reading": digest(written)}
    for name, kept in (("text", text_hash), ("reading", reading_hash)):
        if hashes[name] != kept:
            findings.add(document.id, f"the hash of its {name} is not that which was stored")
    if article != article_address(document.url):
        findings.add(document.id, "its versions are kept under another address than its own")
    if words != len(document.text.split()):
        findings.add(document.id, f"its text does not have the {words} words that are listed")
    about = about_of(document)
    hashes["about"] = digest(to_json(about))
    own = {name: one.hex() for name, one in hashes.items()}
    _check_against_log(document.id, own, findings)
    _check_reading(decode_reading(written, document), bool(is_current), findings)
    # all but the last of what is known: when it was obtained
    held = (*about[:-1], own["text"], own["reading"], maker, version, is_current, article)
    return digest(to_json(held))


def _check_against_log(document: str, hashes: dict[str, str], findings: Findings) -> None:
    logged = findings.logged.documents.get(document)
    if logged is None:
        findings.add(document, "the log does not say that it was added")
        return
    for name, own in hashes.items():
        if logged.get(name) != own:
            findings.add(document, f"its {_NAMES[name]} is not what the log says was stored")


def _check_reading(reading: Reading, is_current: bool, findings: Findings) -> None:
    document = reading.document
    spoken = spoken_in(reading) if is_current else NOTHING
    events = frozenset(one.id for one in reading.events)
    findings.seen[document.id] = Seen(len(document.text), is_current, events, spoken)
    spans = list(spans_of(reading))
    findings.count("spans", len(spans))
    for span in spans:
        if not 0 <= span.start < span.end <= len(document.text):
            findings.add(document.id, f"the span {list(span)} of its reading is not in its text")
