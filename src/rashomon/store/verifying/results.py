"""What linking came to, what people decided, and what linkers keep."""

from rashomon.store import decided, linked
from rashomon.store.codec import digest, encode, encode_decision, to_json
from rashomon.store.connection import Connection
from rashomon.store.verifying.findings import Findings


def check_linking(db: Connection, findings: Findings) -> None:
    """Check that origins and incidents name what is there, and are what the log says."""
    origins, incidents = linked.origins(db), linked.incidents(db)
    for one in origins.derivations:
        findings.count("derivations")
        findings.check_span(one.document, one.span, "an origin", "origins")
        if one.parent is not None:
            findings.check_span(one.parent, one.parent_span, "an origin", "origins")
    for incident in incidents:
        findings.count("incidents")
        for part in incident.documents:
            findings.check_span(part.document, None, "the incident", incident.id)
            seen = findings.seen.get(part.document)
            if seen and not seen.events.issuperset(part.events):
                what = f"it names events that the reading of {part.document} does not have"
                findings.add(incident.id, what)
    if findings.logged.results not in (None, linked.results_hash(db)):
        findings.add("linking", "its results are not what the log says was stored")
    for found in (*origins.origins, *origins.derivations, *incidents):
        findings.hold(encode(found))


def check_decisions(db: Connection, findings: Findings) -> None:
    """Check that decisions are what the log says, and their spans resolve."""
    logged = findings.logged
    missing = set(logged.decisions)
    for one in decided.decisions(db):
        findings.count("decisions")
        number, where = str(one.number), f"decision {one.number}"
        missing.discard(number)
        written = encode_decision(one.decision)
        if logged.decisions.get(number) != digest(written).hex():
            findings.add(where, "it is not what the log says was decided")
        if one.is_undone != (number in logged.undone):
            findings.add(where, "the log does not say the same of whether it was taken back")
        if one.decision.document is not None:
            findings.check_span(one.decision.document, one.decision.span, "it", where)
        findings.hold(written + to_json(one.is_undone))
    for number in sorted(missing):
        findings.add(f"decision {number}", "the log says that it was made, and it is not there")


def check_pairs(db: Connection, findings: Findings) -> None:
    """Look at what linkers keep of documents and of pairs; only they understand it."""
    for kind in ("sketches", "pairs"):
        for *names, data in db.rows(f"all {kind}"):
            findings.count(kind)
            findings.hold(to_json([*names, digest(data).hex()]))
