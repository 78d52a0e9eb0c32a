"""What linking came to, what people decided, and what linkers keep."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Any

from rashomon.model.incidents import Incident
from rashomon.model.origins import Origins
from rashomon.store import decided, linked
from rashomon.store.codec import digest, encode, encode_decision, to_json
from rashomon.store.columns import from_column
from rashomon.store.connection import Connection
from rashomon.store.verifying.findings import Findings

_Rows = Set[tuple[Any, ...]]
_NOWHERE = -1  # the number of a document that is not there


def check_linking(db: Connection, findings: Findings) -> None:
    """Check that origins and incidents name what is there, and are what the log says."""
    origins, incidents = linked.origins(db), linked.incidents(db)
    is_linked = bool(db.rows("linked by"))  # else readings may have changed since
    ids: dict[int, str] = dict(db.rows("ids"))
    # incidents of these are still to follow what is read in them
    changed = {ids.get(number) for (number,) in db.rows("outdated numbers")}
    for origin in origins.origins:
        for document in origin.documents:
            findings.check_span(document, None, "an origin", origin.id)
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
            is_settled = is_linked and part.document not in changed
            if is_settled and seen and not seen.events.issuperset(part.events):
                what = f"it names events that the reading of {part.document} does not have"
                findings.add(incident.id, what)
    _check_rows(db, origins, incidents, findings)
    logged = findings.logged.results
    if linked.results_hash(db) != (digest(b"").hex() if logged is None else logged):
        findings.add("linking", "its results are not what the log says was stored")
    for found in (*origins.origins, *origins.derivations, *incidents):
        findings.hold(encode(found))


def _check_rows(
    db: Connection, origins: Origins, incidents: Sequence[Incident], findings: Findings
) -> None:
    """Check that what lists and search look at is what origins and incidents say."""
    ids: dict[int, str] = dict(db.rows("ids"))
    # those that are not there have been named already
    numbers = defaultdict(lambda: _NOWHERE, {one: number for number, one in ids.items()})
    rows = linked.rows_of(origins, incidents, numbers)
    wanted = {name: {row[:2] for row in rows[name] if _NOWHERE not in row} for name in rows}
    there = {name: {row[:2] for row in db.rows(f"{name}s")} for name in rows}
    for name in ("origin", "derivation", "incident"):
        if wanted[name] != there[name]:
            findings.add("linking", f"{name}s are kept under other names than their own")
    for number, said, listed in _differing(wanted["document origin"], there["document origin"]):
        what = f"it is listed with {_origin(listed)}, and the origins say {_origin(said)}"
        findings.add(ids.get(number, "linking"), what)
    for one in sorted(wanted["incident document"] ^ there["incident document"]):
        incident, number = one
        document = ids.get(number, f"document {number}")
        what = f"search does not know that {document} belongs to it"
        if one in there["incident document"]:
            what = f"search takes {document} for one of its documents, and it is none"
        findings.add(from_column(incident) or "linking", what)


def _differing(wanted: _Rows, there: _Rows) -> Iterator[tuple[int, str | None, str | None]]:
    """Yield each document whose origins differ, with what is wanted and what is there."""
    said: dict[int, str] = dict(wanted)
    listed: dict[int, str] = dict(there)
    for number in sorted(said.keys() | listed.keys()):
        if said.get(number) != listed.get(number):
            yield number, said.get(number), listed.get(number)


def _origin(stored: str | None) -> str:
    return "no origin" if stored is None else f"the origin {from_column(stored)}"


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
