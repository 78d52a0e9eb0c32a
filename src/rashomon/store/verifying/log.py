"""The log's own chain, and what it says of all else."""

from rashomon.model.case import LogEntry
from rashomon.store import records
from rashomon.store.connection import Connection
from rashomon.store.log import FIRST, Act, hash_of
from rashomon.store.verifying.findings import Findings, Logged


def check_log(db: Connection, findings: Findings) -> None:
    """Check the chain of the log, and keep what it says last of each thing."""
    previous, expected = FIRST, 1
    for one in records.entries(db):
        findings.count("log entries")
        if one.number != expected:
            findings.add(f"log entry {expected}", "it is missing")
        if hash_of(previous, one.number, one.at, Act(one.action, one.subject, one.details)) != (
            one.hash
        ):
            findings.add(f"log entry {one.number}", "its hash is not that of what it says")
        _keep(one, findings.logged)
        previous, expected = one.hash, one.number + 1


def _keep(entry: LogEntry, logged: Logged) -> None:
    details = dict(entry.details)
    number = details.get("number", "")
    if entry.action in ("added", "read again") and entry.subject:
        logged.documents.setdefault(entry.subject, {}).update(details)
        logged.corrected.pop(entry.subject, None)
        if entry.subject in logged.described:
            logged.described[entry.subject]["reading"] = ""
    elif entry.action == "described" and entry.subject:
        logged.described[entry.subject] = details
    elif entry.action == "corrected" and entry.subject:
        logged.corrected[entry.subject] = details.get("reading", "")
    elif entry.action == "linked":
        logged.results = details.get("results", "")
    elif entry.action == "decided":
        logged.decisions[number] = details.get("decision", "")
    elif entry.action == "undone":
        logged.undone.add(number)
