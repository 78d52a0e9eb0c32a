"""What people say of documents: their publisher, day, title and address.

A decision holds the fields that it is about; an empty one says that it is not known. Of each field
the last decision in force holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from urllib.parse import urlsplit

from rashomon.model.case import ON_FACTS, Decision, Grounds, KeptDecision
from rashomon.model.document import Facts
from rashomon.model.review import Conflict, Held

DESCRIBE = "describe"
"""The kind of decisions on what is known of a document."""

FACTS: tuple[str, ...] = tuple(one.name for one in fields(Facts))
"""What can be said of a document."""

MOST: Mapping[str, int] = {"publisher": 200, "published": 40, "title": 500, "url": 2_000}
"""How many characters each may have."""

NOT_KNOWN = "not known"
_OF_DAYS = "published"
_WEB = ("http", "https")


def facts_of(grounds: Grounds) -> Facts:
    """Return what is known of a document with the decisions in force on it.

    Args:
        grounds: what its reading is made of.
    """
    held = held_facts(grounds)
    said = {name: kept.decision.value[name] or None for name, kept in held.items()}
    return replace(grounds.added, **said)


def held_facts(grounds: Grounds) -> dict[str, KeptDecision]:
    """Return for each field of which people said something the decision that holds.

    What was said of an earlier version of the article holds where nobody said anything of this one,
    and it came with the same: then the same is wrong with it. A day that an earlier version lacked
    is not that of a later one, which may be of a later day.

    Args:
        grounds: what the reading of the document is made of.
    """
    held: dict[str, KeptDecision] = {}
    for version in grounds.earlier:
        for name, kept in _last(version.decisions).items():
            came = getattr(version.added, name)
            is_same = came == getattr(grounds.added, name)
            if is_same and not (name == _OF_DAYS and came is None):
                held[name] = kept
    return held | _last(grounds.decisions)


def said_of(decision: Decision) -> dict[str, str]:
    """Return what a decision says of its document, by field; nothing for other kinds.

    What makes no sense is passed over, wherever it came from.
    """
    if decision.kind not in ON_FACTS or not decision.document:
        return {}
    return {
        name: decision.value[name]
        for name in FACTS
        if name in decision.value and not fault_in(name, decision.value[name])
    }


def fault_in(name: str, value: str) -> str:
    """Return what is wrong with what is said of a document, as a clause; nothing where it is right.

    Args:
        name: the field.
        value: what is said of it; empty: it is not known.
    """
    if name not in FACTS:
        return f"{name!r} is nothing that can be said of a document"
    if len(value) > MOST[name]:
        return f"{len(value):,} characters for {name}, {MOST[name]:,} at most"
    if value != tidy(value):
        return f"{name} is not written on one line, or with halves of characters"
    if name == _OF_DAYS and value and not _is_day(value):
        return f"{value!r} names no day"
    if name == "url" and value and not _is_address(value):
        return f"{value!r} is no address of the web"
    return ""


def tidy(value: str) -> str:
    """Return what a person typed on one line, without white space at its ends."""
    return " ".join(value.encode("utf-8", "replace").decode().split())


def fact_conflicts(decisions: Iterable[KeptDecision]) -> Iterator[Conflict]:
    """Yield where reviewers say different things of one field of a document.

    Args:
        decisions: all decisions of a case in their order.
    """
    sides: dict[tuple[str, str], dict[str, Held]] = {}
    for kept in decisions:
        one = kept.decision
        if kept.is_undone or not one.document:
            continue
        for name, value in said_of(one).items():
            of_field = sides.setdefault((one.document, name), {})
            of_field[one.reviewer] = Held(one.reviewer, value or NOT_KNOWN, kept.number)
    for (document, name), by in sides.items():
        if len({one.value for one in by.values()}) > 1:
            differ = tuple(sorted(by.values(), key=lambda one: one.number))
            yield Conflict("document", document, None, name, differ)


def _last(decisions: Iterable[KeptDecision]) -> dict[str, KeptDecision]:
    """Return the last decision in force on each field of a document."""
    return {
        name: kept for kept in decisions if not kept.is_undone for name in said_of(kept.decision)
    }


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in _WEB and bool(parts.hostname) and " " not in value
    except ValueError:  # brackets that hold no IPv6 address
        return False
