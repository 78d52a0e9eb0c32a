"""From answers to points: what each asks, the positions, what is contested, who is silent."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.points.counted import conflicts, label
from rashomon.compare.points.exclusive import Exclusive, are_contested
from rashomon.compare.points.same import Given, Same, TargetWords, same_answers
from rashomon.compare.speakers.roster import Roster
from rashomon.model.comparison import (
    Answer,
    Count,
    Holding,
    Point,
    PointKind,
    Position,
    Value,
    Voice,
    When,
    Where,
)
from rashomon.model.spans import Span

ORDER: tuple[PointKind, ...] = (
    "occurrence",
    "responsibility",
    "killed",
    "injured",
    "target",
    "means",
    "purpose",
    "time",
    "place",
    "legality",
    "other",
)
"""The order in which points are shown."""
_FIRST = "total"
_OCCURRENCE: tuple[PointKind, str | None] = ("occurrence", None)
_MENTIONED = "happened"


@dataclass(frozen=True, slots=True)
class PointRules:
    """What makes points of answers.

    Attributes:
        exclusive: which answers cannot both be true.
        targets: what makes targets the same.
    """

    exclusive: Exclusive
    targets: TargetWords


HoldingOf = Callable[[Voice, str, Span], Holding]
"""Returns who holds what a voice says at a stretch of a document."""


def make_points(
    answers: Sequence[Answer], holding_of: HoldingOf, roster: Roster, rules: PointRules
) -> tuple[Point, ...]:
    """Return the points of an incident, in the order in which they are shown.

    Args:
        answers: of all its documents.
        holding_of: tells who holds what is said.
        roster: who speaks and acts in it.
        rules: what says the same, and what cannot both be true.
    """
    asked: dict[tuple[PointKind, str | None], list[Given]] = defaultdict(list)
    for one in answers:
        is_denied = one.is_denied or one.voice.stance == "doubts"
        holding = holding_of(one.voice, one.document, one.span)
        asked[one.kind, one.who].append(Given(one.value, is_denied, holding))
    asked[_OCCURRENCE] = _unless_it_is_denied(asked[_OCCURRENCE])
    ordered = sorted(filter(asked.get, asked), key=_order)
    held = {
        key: _positions(same_answers(key[0], asked[key], roster, rules.targets)) for key in ordered
    }
    # where the whole toll rose, those of its parts did
    is_rising = conflicts(held.get(("killed", _FIRST), ()))[1]
    return tuple(
        _point(f"q{number}", *key, held[key], is_rising, roster, rules)
        for number, key in enumerate(ordered, 1)
    )


def _point(
    id_: str,
    kind: PointKind,
    who: str | None,
    positions: tuple[Position, ...],
    is_rising: bool,
    roster: Roster,
    rules: PointRules,
) -> Point:
    are_apart, is_update = conflicts(positions, is_rising=is_rising)
    answering = {holding.party for one in positions for holding in (*one.held_by, *one.denied_by)}
    return Point(
        id=id_,
        kind=kind,
        who=who,
        label=_label(kind, who),
        is_contested=are_apart or _are_at_odds(kind, positions, roster, rules),
        is_update=is_update,
        positions=positions,
        silent=tuple(one for one in roster.speaking if one not in answering),
    )


def are_at_odds(
    kind: PointKind,
    positions: Sequence[Position],
    roster: Roster,
    rules: PointRules,
    *,
    is_rising: bool,
) -> bool:
    """Return whether answers to a point make it contested.

    Args:
        kind: what the point asks.
        positions: the answers.
        roster: who speaks and acts in the incident.
        rules: what cannot both be true.
        is_rising: whether the toll of the incident is known to have risen.
    """
    are_apart, _ = conflicts(positions, is_rising=is_rising)
    return are_apart or _are_at_odds(kind, positions, roster, rules)


def _are_at_odds(
    kind: PointKind, positions: Sequence[Position], roster: Roster, rules: PointRules
) -> bool:
    return any(map(_is_denied, positions)) or are_contested(
        kind, positions, rules.exclusive, roster
    )


def _order(asked: tuple[PointKind, str | None]) -> tuple[int, bool, str]:
    kind, who = asked
    return ORDER.index(kind), who != _FIRST, who or ""


def _unless_it_is_denied(given: Sequence[Given]) -> list[Given]:
    """Return answers to whether it happened, without mere mentions by who says it did not.

    Who calls an attack staged, or denies it, speaks of *the attack* all the same.
    """
    deniers = {one.holding.holder for one in given if one.is_denied == (one.value == _MENTIONED)}
    return [
        one
        for one in given
        if one.is_denied or one.value != _MENTIONED or one.holding.holder not in deniers
    ]


def _is_denied(position: Position) -> bool:
    """Return whether one denies or doubts what others hold."""
    holding = {one.holder for one in position.held_by}
    return bool(holding and {one.holder for one in position.denied_by} - holding)


_ASKED: Mapping[PointKind, str] = {
    "occurrence": "whether it happened",
    "responsibility": "who did it",
    "target": "what was hit",
    "means": "by what means",
    "purpose": "why",
    "time": "when",
    "place": "where",
    "legality": "whether it was lawful",
    "other": "other contradictions",
}


def _label(kind: PointKind, who: str | None) -> str:
    if who is None:
        return _ASKED[kind]
    return kind if who == _FIRST else f"{who} {kind}"


def _positions(given: Sequence[Same]) -> tuple[Position, ...]:
    made = [
        Position(
            value=one.value,
            label=_said(one.value),
            held_by=_holdings(each.holding for each in one.given if not each.is_denied),
            denied_by=_holdings(each.holding for each in one.given if each.is_denied),
        )
        for one in given
    ]
    return tuple(sorted(made, key=lambda one: (-len(one.origins), -len(one.held_by), one.label)))


def _holdings(some: Iterable[Holding]) -> tuple[Holding, ...]:
    """Return those who hold an answer, each once for each document: where it says so first."""
    first: dict[tuple[str, str], Holding] = {}
    for one in sorted(some, key=_place):
        first.setdefault((one.party, one.document), one)
    return tuple(first.values())


def _said(value: Value) -> str:
    if isinstance(value, Count):
        return label(value)
    if isinstance(value, When):
        return value.edtf
    return value.name if isinstance(value, Where) else value


def _place(one: Holding) -> tuple[str, str, Span]:
    return one.published or "", one.document, one.span
