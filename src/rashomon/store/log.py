"""The audit log: each entry holds the hash of the one before, so that none can be changed alone."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.case import LogEntry

FIRST = "0" * 64
"""What the first entry has in the place of the hash of the one before."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done, on its way into the log.

    Attributes:
        action: what was done.
        subject: the ``id`` of what it was done to, or ``None``.
        details: more about it, by name.
    """

    action: str
    subject: str | None
    details: Mapping[str, str]


def hash_of(previous: str, number: int, at: str, act: Act) -> str:
    """Return the hash of an entry: SHA-256 over canonical JSON of the hash before and all of it."""
    values = [previous, number, at, act.action, act.subject, dict(act.details)]
    written = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


def chained(acts: Sequence[Act], at: str, last: int, previous: str) -> list[LogEntry]:
    """Return acts as the entries that follow an entry.

    Args:
        acts: what was done.
        at: when.
        last: the number of the entry before; 0 for none.
        previous: its hash.
    """
    entries: list[LogEntry] = []
    for number, act in enumerate(acts, start=last + 1):
        own = hash_of(previous, number, at, act)
        entries.append(LogEntry(number, at, act.action, act.subject, act.details, previous, own))
        previous = own
    return entries
