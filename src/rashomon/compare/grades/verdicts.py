"""What people decided of positions, found again after a new reading or linking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.comparison import Airwars, Credibility, Point, PointKind, Position, Reliability
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade that a person gave to a position.

    Points and positions are counted anew by each comparison; words stay where they are. So a
    verdict holds on to the words of one who holds the position or denies it.

    Attributes:
        document: the ``id`` of the document.
        span: the words.
        kind: what the point asks.
        who: of whom a count is; ``None`` where it is no count.
        answer: the position as people read it, to tell it from others in the same words.
        airwars: the grade.
        reliability: the letter of the Admiralty pair, or ``None`` where the rules give it.
        credibility: its number, or ``None``.
        note: why; may be empty.
        reviewer: who decided.
    """

    document: str
    span: Span
    kind: PointKind
    who: str | None
    answer: str
    airwars: Airwars
    reliability: Reliability | None
    credibility: Credibility | None
    note: str
    reviewer: str


def decided(points: Sequence[Point], verdicts: Iterable[Verdict]) -> dict[tuple[str, int], Verdict]:
    """Return the verdicts on positions, by the ``id`` of the point and the number of the position.

    A verdict is on the position that has words at the same place of the same document, on a point
    that asks the same: of several, the one that reads the same, else that which shares most of the
    words. Where there is none any more, it is on nothing. Of two on one position the later holds.

    Args:
        points: the points of an incident.
        verdicts: what people decided, the first decision first.
    """
    found: dict[tuple[str, int], Verdict] = {}
    for verdict in verdicts:
        near = [
            (shared, position.label == verdict.answer, point.id, number)
            for point in points
            if (point.kind, point.who) == (verdict.kind, verdict.who)
            for number, position in enumerate(point.positions)
            if (shared := _shared(position, verdict))
        ]
        if near:
            *_, point_id, number = max(near, key=lambda one: (one[1], one[0], -one[3]))
            found[point_id, number] = verdict
    return found


def _shared(position: Position, verdict: Verdict) -> int:
    """Return how many characters the words of a verdict and of a position have in common."""
    return max(
        (
            one.span.shared(verdict.span)
            for one in (*position.held_by, *position.denied_by)
            if one.document == verdict.document
        ),
        default=0,
    )
