"""Reasons for derivations, as sentences for people."""

from rashomon.linking.origins.collection import Traced


def of_copy(child: Traced, parent: Traced, share: float) -> str:
    """Return why a document is held to be a copy of another."""
    words = "the text is" if share >= 0.995 else f"{percent(share)} of the text is"
    return f"{words} that of {parent.named}, {precedence(child, parent)}"


def of_version(child: Traced, parent: Traced, share: float) -> str:
    """Return why a document is held to be another state of an article."""
    return (
        f"{percent(share)} of the shorter text stands in {parent.named}, too, of one publisher, "
        f"{precedence(child, parent)}: one article in two states"
    )


def of_passage(child: Traced, parent: Traced, same: int, words: int) -> str:
    """Return why a stretch of some words, so many of them the same, comes from elsewhere."""
    count = f"{words} words" if same >= words else f"{same} of {words} words"
    return f"{count} in their order stand in {parent.named}, {precedence(child, parent)}"


def precedence(child: Traced, parent: Traced) -> str:
    """Return which of two came first, as a clause; why, where the days do not say."""
    if child.day is not None and parent.day is not None and child.day > parent.day:
        days = child.day - parent.day
        return "published the day before" if days == 1 else f"published {days} days before"
    if parent.is_agency and not child.is_agency:
        return "which is an agency"
    if parent.mark and not child.mark:
        return f"which says where it comes from: {quoted(parent.mark.words)}"
    if child.day is not None and child.day == parent.day:
        return "published on the same day; which came first is not known"
    return "which came first is not known"


def percent(share: float) -> str:
    """Return a share from 0 to 1 in percent; only all is 100."""
    return f"{min(99, round(100 * share)) if share < 1 else 100} %"


def quoted(words: str) -> str:
    """Return words in quotation marks, on one line."""
    return f"“{' '.join(words.split())}”"


def of_statement(speaker: str, holders: int, first: Traced, *, is_named: bool) -> str:
    """Return why a quotation is held to be one statement with those of other documents."""
    named = "" if is_named else ", here without a name"
    return f"{holders} documents quote the same words of {speaker}{named}, first in {first.named}"


def of_decision(reviewer: str, first: Traced, second: Traced) -> str:
    """Return that somebody decided that two documents share a root."""
    return f"{reviewer} decided that {first.named} and {second.named} come from one root"
