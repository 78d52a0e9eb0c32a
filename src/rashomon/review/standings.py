"""How decisions stand: who confirmed and who disputed them."""

from collections.abc import Iterable, Mapping

from rashomon.model.case import KeptDecision
from rashomon.model.review import Standing

CONFIRM, DISPUTE = "confirm", "dispute"
"""Kinds of decisions of a second reviewer on another decision."""


def standings(decisions: Iterable[KeptDecision]) -> Mapping[int, Standing]:
    """Return what second reviewers said of decisions, by their numbers.

    Of one reviewer the last word counts; what was taken back does not, nor what one says of an own
    decision.

    Args:
        decisions: those of a case in their order.
    """
    by: dict[int, str] = {}
    said: dict[int, dict[str, str]] = {}
    for kept in decisions:
        decision = kept.decision
        by[kept.number] = decision.reviewer
        about = remarked(kept)
        if about is None or kept.is_undone or by.get(about) in (None, decision.reviewer):
            continue
        words = said.setdefault(about, {})
        words.pop(decision.reviewer, None)  # the last word has the last place
        words[decision.reviewer] = decision.kind
    return {
        number: Standing(_who(words, CONFIRM), _who(words, DISPUTE))
        for number, words in said.items()
    }


def remarked(kept: KeptDecision) -> int | None:
    """Return the number of the decision that another one confirms or disputes, or ``None``."""
    written = kept.decision.value.get("decision", "")
    is_remark = kept.decision.kind in (CONFIRM, DISPUTE)
    is_number = written.isascii() and written.isdecimal() and len(written) < len(str(2**31))
    return int(written) if is_remark and is_number else None


def _who(words: Mapping[str, str], kind: str) -> tuple[str, ...]:
    return tuple(reviewer for reviewer, one in words.items() if one == kind)
