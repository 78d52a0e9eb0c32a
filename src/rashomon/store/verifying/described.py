"""What is known of documents by decisions, and what was read with it: hashes, spans, the log."""

from rashomon.store import contents
from rashomon.store.codec import decode_reading, digest, to_json, unpack
from rashomon.store.connection import Connection
from rashomon.store.described import facts_hash
from rashomon.store.verifying.corrections import see
from rashomon.store.verifying.findings import Findings


def check_described(db: Connection, findings: Findings) -> None:
    """Check all that is known of documents by decisions.

    What search must know of a document is from here on what was read with it.
    """
    ids: dict[int, str] = dict(db.rows("ids"))
    outdated = {number for (number,) in db.rows("outdated numbers")}
    stored = [number for (number,) in db.rows("described numbers")]
    for number, document in findings.whole(sorted(stored, key=lambda one: ids.get(one, "")), ids):
        with findings.noting(document):
            _check(db, document, number, number in outdated, findings)
    there = {ids.get(number) for number in stored}
    for document, logged in sorted(findings.logged.described.items()):
        if logged.get("known") and document not in there:
            findings.add(document, "the log says what it is known to be, and that is not there")


def _check(
    db: Connection, document: str, number: int, is_outdated: bool, findings: Findings
) -> None:
    findings.count("described documents")
    [(*known, packed, own, maker, is_read)] = db.rows("described checked", (number,))
    logged = findings.logged.described.get(document, {})
    facts = facts_hash(contents.to_facts(tuple(known)))
    if logged.get("known") != facts:
        findings.add(document, "what is known of it is not what the log says was said")
    if not is_read and not is_outdated:
        findings.add(document, "it was not read with what is known of it")
    written = unpack(packed) if packed else b""
    hashes = {bytes(own or b"").hex(), logged.get("reading", "")}
    if hashes != {digest(written).hex() if packed else ""}:
        findings.add(document, "what was read with what is known of it is not what was stored")
    findings.hold(to_json([document, facts, digest(written).hex(), maker, bool(is_read)]))
    if packed:
        reading = decode_reading(written, contents.document_of(db, number))
        see(reading, "reading with what is known of it", findings)
