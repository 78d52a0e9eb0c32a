"""What would be otherwise in what is shown, and how much that is."""

from dataclasses import dataclass

from rashomon.model.comparison import Point, Position

_GONE, _CONTEST, _ORIGIN, _TOLL, _PARTY, _CELL = 1.0, 2.0, 1.0, 1.0, 0.25, 0.05
"""What changes weigh: an answer gone, or not given or denied by who is shown; a point no longer
contested; the share of the independent roots behind an answer; that of the range of a toll; a party
that is silent then; any words."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would be otherwise in what is shown of one point, or of all.

    Attributes:
        gone: the answers that nobody would hold, as the point and the answer.
        moved: the answers that a party would not give, but the document itself.
        moved_share: of how many of those who give them.
        undenied: the answers that a party would not deny.
        undenied_share: of how many of those who deny them.
        uncontested: the points that would not be contested.
        origins: how many independent roots more or less would stand behind answers that stay.
        share: of how much of those that there are: one of two is more than one of ten.
        tolls: the tolls that would have another range: the point, and lowest and highest, before
            and after; ``None`` where nobody would give a number.
        silent: who would answer nothing to a point.
        cells: how many words would go.
    """

    gone: tuple[tuple[Point, Position], ...] = ()
    moved: tuple[tuple[Point, Position, str], ...] = ()
    moved_share: float = 0.0
    undenied: tuple[tuple[Point, Position, str], ...] = ()
    undenied_share: float = 0.0
    uncontested: tuple[Point, ...] = ()
    origins: int = 0
    share: float = 0.0
    tolls: tuple[tuple[Point, tuple[int, int], tuple[int, int] | None], ...] = ()
    silent: tuple[str, ...] = ()
    cells: int = 0

    @property
    def weight(self) -> float:
        """How much it is."""
        ranges = sum(_of_range(before, after) for _, before, after in self.tolls)
        return (
            _GONE * (len(self.gone) + self.moved_share + self.undenied_share)
            + _CONTEST * len(self.uncontested)
            + _ORIGIN * self.share
            + _TOLL * ranges
            + _PARTY * len(self.silent)
            + _CELL * self.cells
        )

    def __add__(self, other: "Change") -> "Change":
        return Change(
            (*self.gone, *other.gone),
            (*self.moved, *other.moved),
            self.moved_share + other.moved_share,
            (*self.undenied, *other.undenied),
            self.undenied_share + other.undenied_share,
            (*self.uncontested, *other.uncontested),
            self.origins + other.origins,
            self.share + other.share,
            (*self.tolls, *other.tolls),
            (*self.silent, *other.silent),
            self.cells + other.cells,
        )


NO_CHANGE = Change()


def _of_range(before: tuple[int, int], after: tuple[int, int] | None) -> float:
    """Return how much of a range is lost, 0 to 1."""
    if after is None:
        return 1.0
    lost = (before[1] - before[0]) - (after[1] - after[0])
    return max(0, lost) / max(before[1], 1)
