"""Why a task is worth looking at, as a sentence for people."""

from collections.abc import Iterator, Mapping

from rashomon.model.tasks import TaskKind
from rashomon.review.queue.board import Change
from rashomon.review.queue.suspects import Suspect

_IF: Mapping[TaskKind, str] = {
    "claim": "If this claim is wrong",
    "count": "If this count is wrong",
    "time": "If this time is wrong",
    "place": "If this place is wrong",
    "relation": "If these claims do not contradict each other",
    "link": "If this document is about something else",
    "origin": "If this does not come from there",
}
_LONGEST = 60
_MOST = 2
"""How many changes of one sort are named."""


def sentence(suspect: Suspect) -> str:
    """Return what would change if something were wrong, and how likely that is."""
    changes = list(_changes(suspect.change, more=suspect.more)) or ["no answer would change"]
    return f"{_IF[suspect.kind]}, {_listed(changes)}; {_odds(suspect)}."


def _odds(suspect: Suspect) -> str:
    wrong = min(99, max(1, round(100 * suspect.likelihood)))
    if suspect.kind in ("count", "time", "place"):
        return f"of such {suspect.kind}s {wrong} in 100 are wrong"
    return f"the chance of that is {wrong} in 100"


def _changes(change: Change, *, more: bool) -> Iterator[str]:
    for point in change.uncontested[:_MOST]:
        yield f"{_short(point.label)} would not be contested"
    for point, before, after in change.tolls[:_MOST]:
        was = _range(before)
        is_then = _range(after) if after else "not known"
        yield f"{_short(point.label)} would be {is_then}, not {was}"
    for point, position in change.gone[:_MOST]:
        yield f"“{_short(position.label)}” would be gone from {_short(point.label)}"
    for point, position, party in change.moved[:_MOST]:
        yield f"{_short(party)} would not say “{_short(position.label)}” on {_short(point.label)}"
    if len(change.moved) > _MOST:
        yield f"{_times(len(change.moved) - _MOST, 'more answer')} would be the document's own"
    if len(change.gone) > _MOST:
        yield f"{_times(len(change.gone) - _MOST, 'more answer')} would be gone"
    if change.origins:
        origins = _times(change.origins, "independent origin")
        yield f"answers would have {origins} {'more' if more else 'less'} between them"
    if change.silent and not change.gone and not change.moved:
        names = ", ".join(map(_short, dict.fromkeys(change.silent[:_MOST])))
        yield f"{names} would give no answer"


def _range(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def _times(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
