"""Readings with decisions upon them: hashes, spans, what they are made of, and the log."""

from dataclasses import replace

from rashomon.model.reading import Reading
from rashomon.store import contents, corrected
from rashomon.store.codec import decode_reading, digest, spans_of, unpack
from rashomon.store.connection import Connection
from rashomon.store.verifying.findings import Findings
from rashomon.store.verifying.indexes import NOTHING, spoken_in


def check_corrected(db: Connection, findings: Findings) -> None:
    """Check every corrected reading, and that all decisions on items are laid upon one.

    What search must know of a document is from here on what the corrected reading has.
    """
    ids: dict[int, str] = dict(db.rows("ids"))
    stored, outdated, decided = (
        {number for (number,) in db.rows(name)}
        for name in ("corrected numbers", "outdated numbers", "decided documents")
    )
    for number, document in findings.whole(sorted(stored | decided), ids):
        with findings.noting(document):
            _check(db, document, number, number in outdated, findings)
    there = {ids.get(number) for number in stored}
    for document, logged in sorted(findings.logged.corrected.items()):
        if logged and document not in there:
            what = "the log says that decisions were laid upon its reading, and that is not there"
            findings.add(document, what)


def _check(
    db: Connection, document: str, number: int, is_outdated: bool, findings: Findings
) -> None:
    decisions = corrected.bearing_on(db, number)
    rows = db.rows("corrected", (number,))
    if not rows:
        if not is_outdated and any(one.is_upon_reading for one in decisions):
            findings.add(document, "decisions on what was read in it are not laid upon its reading")
        return
    findings.count("corrected readings")
    [(packed, own, made_of)] = rows
    written = unpack(packed)
    if digest(written) != own:
        findings.add(document, "the hash of its corrected reading is not that which was stored")
    if findings.logged.corrected.get(document) != digest(written).hex():
        findings.add(document, "its corrected reading is not what the log says was stored")
    [(machine,)] = db.rows("reading hash", (number,))
    if not is_outdated and made_of != corrected.made_of(machine, decisions):
        findings.add(
            document, "its corrected reading was made of another reading or of other decisions"
        )
    findings.hold(written)
    see(decode_reading(written, contents.document_of(db, number)), "corrected reading", findings)


def see(reading: Reading, called: str, findings: Findings) -> None:
    """Keep what a reading has in the place of what the one before has; check its spans."""
    document, spans = reading.document, list(spans_of(reading))
    findings.count("spans", len(spans))
    for span in spans:
        if not 0 <= span.start < span.end <= len(document.text):
            what = f"the span {list(span)} of its {called} is not in its text"
            findings.add(document.id, what)
    seen = findings.seen[document.id]
    findings.seen[document.id] = replace(
        seen,
        events=frozenset(one.id for one in reading.events),
        spoken=spoken_in(reading) if seen.is_current else NOTHING,
    )
