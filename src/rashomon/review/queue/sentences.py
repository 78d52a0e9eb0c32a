"""Why a task is worth looking at, as a sentence for people."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.comparison import Point, Position
from rashomon.model.tasks import TaskKind
from rashomon.review.queue.changes import Change
from rashomon.review.queue.suspects import Suspect

_IF: Mapping[TaskKind, str] = {
    "claim": "If this claim is wrong",
    "count": "If this count is wrong",
    "time": "If this time is wrong",
    "place": "If this place is wrong",
    "relation": "If these claims do not contradict each other",
    "link": "If this document is about something else",
    "origin": "If these have no origin in common",
}
_LONGEST = 60
_MOST = 2
"""How many changes of one sort are named."""


def sentence(suspect: Suspect) -> str:
    """Return what would change if something were wrong, and how likely that is."""
    changes = [*_changes(suspect.change), *_origins(suspect)] or ["no answer would change"]
    return f"{_IF[suspect.kind]}, {_listed(changes)}; {_odds(suspect)}."


def _odds(suspect: Suspect) -> str:
    wrong = min(99, max(1, round(100 * suspect.likelihood)))
    if suspect.kind in ("count", "time", "place"):
        return f"of such {suspect.kind}s {wrong} in 100 are wrong"
    return f"the chance of that is about {wrong} in 100"


def _changes(change: Change) -> Iterator[str]:
    for point in change.uncontested[:_MOST]:
        yield f"{_short(point.label)} would not be contested"
    for point, before, after in change.tolls[:_MOST]:
        was = _range(before)
        is_then = _range(after) if after else "not known"
        yield f"the range of {_short(point.label)} would be {is_then}, not {was}"
    if change.gone:
        yield f"nobody would say {_answers(change.gone)}"
    moved: dict[str, list[tuple[Point, Position]]] = {}
    for point, position, party in change.moved:
        moved.setdefault(party, []).append((point, position))
    said = [f"{_name(party)} would not say {_answers(some)}" for party, some in moved.items()]
    if len(said) > _MOST:
        said[_MOST:] = [f"{len(said) - _MOST:,} more would not say so"]
    if said:
        yield from (*said[:-1], f"{said[-1]}, but the document itself would")
    for point, position, party in change.undenied[:_MOST]:
        yield f"{_name(party)} would not deny or doubt {_answers([(point, position)])}"
    if change.silent and not (change.gone or change.moved or change.undenied):
        names = ", ".join(map(_name, dict.fromkeys(change.silent[:_MOST])))
        yield f"{names} would give no answer"


def _answers(answers: Sequence[tuple[Point, Position]]) -> str:
    """Return answers, each with what it answers: ``“9” (killed) or “town hall” (what was hit)``."""
    told = [f"“{_short(one.label)}” ({_short(point.label)})" for point, one in answers[:_MOST]]
    if len(answers) > _MOST:
        told.append(_times(len(answers) - _MOST, "more answer"))
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} or {told[-1]}"


def _origins(suspect: Suspect) -> Iterator[str]:
    """Yield how many independent origins there would be more or less behind answers."""
    if suspect.elsewhere.origins:
        yield "the incident would have one independent origin more"
    behind = suspect.change.origins - suspect.elsewhere.origins
    if behind and suspect.more:
        yield f"{_times(behind, 'answer')} would have one independent origin more"
    elif behind:
        yield f"answers would lose {_times(behind, 'independent origin')} in all"


def _name(party: str) -> str:
    return "somebody not named" if party == "unnamed" else _short(party)


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
