"""Whether all that a case holds is what was stored; says what is not, and goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rashomon.model.case import Break, Verified
from rashomon.model.document import Document, identity
from rashomon.model.errors import DamagedCaseError, RashomonError
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.store import contents, decided, linked, records
from rashomon.store.codec import (
    decode_reading,
    digest,
    encode,
    encode_decision,
    spans_of,
    to_bytes,
    to_json,
    unpack,
)
from rashomon.store.connection import Connection, Row
from rashomon.store.log import FIRST, Act, hash_of
from rashomon.store.preparing import about_of

_PAGE = 100


@dataclass(slots=True)
class _Check:
    """A check on its way: what was looked at, what does not hold, what the digest is made of.

    Attributes:
        breaks: what does not hold.
        checked: how many of what were looked at.
        parts: what the digest is made of.
        logged: the hashes that the log has of each document, by its ``id``.
        lengths: of the text of each document, by its ``id``.
        events: the ids of the events of each document, by its ``id``.
    """

    breaks: list[Break] = field(default_factory=list)
    checked: dict[str, int] = field(default_factory=dict)
    parts: list[bytes] = field(default_factory=list)
    logged: dict[str, dict[str, str]] = field(default_factory=dict)
    linked: str | None = None
    decisions: dict[str, str] = field(default_factory=dict)
    undone: set[str] = field(default_factory=set)
    lengths: dict[str, int] = field(default_factory=dict)
    events: dict[str, frozenset[str]] = field(default_factory=dict)

    def count(self, what: str, many: int = 1) -> None:
        self.checked[what] = self.checked.get(what, 0) + many

    def breaks_at(self, where: str, what: str) -> None:
        self.breaks.append(Break(where, what))


def verify(db: Connection) -> Verified:
    """Check every hash, span, reference and the chain of the log; see ``Case.verify``."""
    check = _Check()
    stages: tuple[tuple[str, Callable[[Connection, _Check], None]], ...] = (
        ("database", _database),
        ("log", _log),
        ("documents", _documents),
        ("linking", _linking),
        ("decisions", _decisions),
        ("pairs", _pairs),
    )
    with db.reading():
        for name, stage in stages:
            try:
                stage(db, check)
            except RashomonError as error:
                check.breaks_at(name, f"the check broke off: {error.what}")
    whole = digest(b"".join(check.parts)).hex()
    return Verified(check.checked, tuple(check.breaks), whole)


def _database(db: Connection, check: _Check) -> None:
    for fault in db.faults():
        check.breaks_at("database", fault)


def _log(db: Connection, check: _Check) -> None:
    previous, expected = FIRST, 1
    for one in records.entries(db):
        check.count("log entries")
        act = Act(one.action, one.subject, one.details)
        if one.number != expected:
            check.breaks_at(f"log entry {expected}", "it is missing")
        if hash_of(previous, one.number, one.at, act) != one.hash:
            check.breaks_at(f"log entry {one.number}", "its hash is not that of what it says")
        _remember(act, check)
        previous, expected = one.hash, one.number + 1


def _remember(act: Act, check: _Check) -> None:
    """Keep what the log says last of each thing."""
    details = dict(act.details)
    if act.action in ("added", "read again") and act.subject:
        check.logged[act.subject] = details
    elif act.action == "linked":
        check.linked = details.get("results", "")
    elif act.action == "decided":
        check.decisions[details.get("number", "")] = details.get("decision", "")
    elif act.action == "undone":
        check.undone.add(details.get("number", ""))


def _documents(db: Connection, check: _Check) -> None:
    missing = set(check.logged)
    parts: list[tuple[str, bytes]] = []
    for row in _rows_one_by_one(db, check):
        identifier = str(row[1])
        missing.discard(identifier)
        check.count("documents")
        try:
            parts.append((identifier, _document(row, check)))
        except DamagedCaseError as error:
            check.breaks_at(identifier, error.what)
    for identifier in sorted(missing):
        check.breaks_at(identifier, "the log says that it was added, and it is not there")
    check.parts += [part for _, part in sorted(parts)]


def _rows_one_by_one(db: Connection, check: _Check) -> Iterator[Row]:
    """Yield all that is stored of each document; what cannot be fetched costs only itself."""
    numbers = [(one, number) for one, number in db.rows("numbers of ids")]
    for identifier, number in sorted(numbers, key=lambda one: one[1]):
        try:
            found = db.rows("checked document", (number,))
        except RashomonError as error:
            check.breaks_at(identifier, error.what)
            continue
        if found:
            yield found[0]
        else:
            check.breaks_at(identifier, "its text or its reading is missing")


def _document(row: Row, check: _Check) -> bytes:
    """Check what is stored of one document; return what the digest needs of it."""
    *stored, text_hash, packed, reading_hash, maker, version, is_current, article = row
    document = contents.to_document(tuple(stored))
    written = unpack(packed)
    hashes = {"text": digest(to_bytes(document.text)), "reading": digest(written)}
    provenance = document.provenance
    assert provenance
    if identity(provenance.raw) != document.id:
        check.breaks_at(document.id, "its bytes are not those of its id")
    for name, kept in (("text", text_hash), ("reading", reading_hash)):
        if hashes[name] != kept:
            check.breaks_at(document.id, f"the hash of its {name} is not that which was stored")
    about = about_of(document, provenance)
    hashes["about"] = digest(to_json(about))
    _against_log(document.id, {name: one.hex() for name, one in hashes.items()}, check)
    reading = decode_reading(written, document)
    _spans(reading, check)
    state = [maker, version, is_current, article]
    parts = [*about[:-1], *(one.hex() for one in (hashes["text"], hashes["reading"])), *state]
    return digest(to_json(parts))


def _against_log(document: str, hashes: dict[str, str], check: _Check) -> None:
    logged = check.logged.get(document)
    if logged is None:
        check.breaks_at(document, "the log does not say that it was added")
        return
    for name, own in hashes.items():
        if logged.get(name) != own:
            check.breaks_at(document, f"its {_NAMES[name]} is not what the log says was stored")


_NAMES = {"text": "text", "reading": "reading", "about": "title, address or the like"}


def _spans(reading: Reading, check: _Check) -> None:
    document: Document = reading.document
    length = len(document.text)
    check.lengths[document.id] = length
    check.events[document.id] = frozenset(one.id for one in reading.events)
    for span in spans_of(reading):
        check.count("spans")
        if not 0 <= span.start < span.end <= length:
            check.breaks_at(document.id, f"the span {list(span)} of its reading is not in it")


def _linking(db: Connection, check: _Check) -> None:
    origins, incidents = linked.origins(db), linked.incidents(db)
    for derivation in origins.derivations:
        check.count("derivations")
        _derived(derivation.document, derivation.span, check)
        if derivation.parent is not None:
            _derived(derivation.parent, derivation.parent_span, check)
    for incident in incidents:
        check.count("incidents")
        for part in incident.documents:
            if part.document not in check.lengths:
                check.breaks_at(incident.id, f"it names {part.document}, which is not there")
            elif not check.events[part.document].issuperset(part.events):
                check.breaks_at(incident.id, f"it names events that {part.document} does not have")
    results = linked.results_hash(db)
    if check.linked is not None and check.linked != results:
        check.breaks_at("linking", "its results are not what the log says was stored")
    check.parts += [encode(one) for one in (*origins.origins, *origins.derivations, *incidents)]


def _derived(document: str, span: Span | None, check: _Check) -> None:
    length = check.lengths.get(document)
    if length is None:
        check.breaks_at(document, "an origin names it, and it is not there")
    elif span and not 0 <= span.start < span.end <= length:
        check.breaks_at(document, f"the span {list(span)} of its origin is not in it")


def _decisions(db: Connection, check: _Check) -> None:
    seen = set()
    for one in decided.decisions(db):
        check.count("decisions")
        number = str(one.number)
        seen.add(number)
        written = encode_decision(one.decision)
        if check.decisions.get(number) != digest(written).hex():
            check.breaks_at(f"decision {number}", "it is not what the log says was decided")
        if one.is_undone != (number in check.undone):
            check.breaks_at(f"decision {number}", "whether it was taken back is not as logged")
        check.parts.append(to_json([written.decode("utf-8", "surrogatepass"), one.is_undone]))
    for number in sorted(set(check.decisions) - seen):
        check.breaks_at(f"decision {number}", "the log says that it was made, and it is not there")


def _pairs(db: Connection, check: _Check) -> None:
    for statement in ("all sketches", "all pairs"):
        for *names, data in db.rows(statement):
            check.parts.append(to_json([*names, digest(data).hex()]))
