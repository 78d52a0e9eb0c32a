"""Whether all that a case holds is what was stored; says what is not, and goes on."""

from collections.abc import Callable

from rashomon.model.case import Verified
from rashomon.model.errors import CaseError
from rashomon.store.codec import damage
from rashomon.store.connection import Connection
from rashomon.store.verifying.corrections import check_corrected
from rashomon.store.verifying.described import check_described
from rashomon.store.verifying.documents import check_documents
from rashomon.store.verifying.findings import Findings
from rashomon.store.verifying.indexes import check_index, check_versions
from rashomon.store.verifying.log import check_log
from rashomon.store.verifying.results import check_decisions, check_linking, check_pairs

_STAGES: tuple[tuple[str, Callable[[Connection, Findings], None]], ...] = (
    ("database", lambda db, findings: findings.add_all("database", db.faults())),
    ("log", check_log),
    ("documents", check_documents),
    ("what was said of documents", check_described),
    ("corrected readings", check_corrected),
    ("index", check_index),
    ("versions", check_versions),
    ("linking", check_linking),
    ("decisions", check_decisions),
    ("pairs", check_pairs),
)


def verify(db: Connection) -> Verified:
    """Check every hash, span, reference and the chain of the log; see ``Case.verify``.

    Whatever is damaged, the rest is checked too, as far as the database hands it over.
    """
    findings = Findings()
    with db.reading():
        for name, check in _STAGES:
            try:
                with damage():
                    check(db, findings)
            except CaseError as error:
                findings.add(name, f"the check broke off: {error.what}")
    return Verified(findings.checked, tuple(findings.breaks), findings.contents.hexdigest())
