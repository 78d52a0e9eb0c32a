"""One toll as ACLED, UCDP and Airwars would enter it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.compare.grades.reasons import number_of, some_of
from rashomon.compare.grades.rules import Counting
from rashomon.compare.grades.sources import SourceKind
from rashomon.model.comparison import Estimate, Holding

CasualtyPoint = Literal["killed", "injured"]
"""The points that are counts of people."""

_ALL = "total"
_LATEST = "the latest numbers of all sources"
_NO_LEAST = "no account says how many at least"


@dataclass(frozen=True, slots=True)
class Account:
    """A number of people, and one who gives it.

    Attributes:
        low: the fewest, or ``None``.
        high: the most, or ``None``; one of both is given.
        holding: who says so.
        source: what kind of source that is.
    """

    low: int | None
    high: int | None
    holding: Holding
    source: SourceKind

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that it names."""
        return tuple(one for one in (self.low, self.high) if one is not None)

    @property
    def is_open(self) -> bool:
        """Whether it gives a range, or no bound on one side."""
        return self.low is None or self.low != self.high


def estimate(
    counting: Counting, kind: CasualtyPoint, who: str, current: Sequence[Account]
) -> Estimate:
    """Return what a convention makes of accounts.

    Args:
        counting: the convention, and what it has numbers for.
        kind: what happened to people.
        who: who they are.
        current: the accounts that no later one takes the place of; not empty.
    """
    if who not in counting.counted[kind]:
        return Estimate(counting.name, None, None, None, counting.without)
    if counting.name == "ACLED":
        return _acled(current)
    return _ucdp(current, who) if counting.name == "UCDP" else _airwars(current)


def _acled(current: Sequence[Account]) -> Estimate:
    """Return the lowest number of the sources that can be relied on: one, without a range."""
    bounded = [(one.low, one) for one in current if one.low is not None]
    if not bounded:
        return Estimate("ACLED", None, None, None, _NO_LEAST)
    credible = [(low, one) for low, one in bounded if one.source.credible]
    number = min(low for low, _ in credible or bounded)
    givers = some_of(one.holding.party for low, one in credible or bounded if low == number)
    of_whom = "credible sources" if credible else "sources, of which none is credible"
    reason = f"the most conservative of the latest numbers of {of_whom}: {givers}"
    return Estimate("ACLED", None, number, None, reason)


def _ucdp(current: Sequence[Account], who: str) -> Estimate:
    """Return the number of the most reliable source, and of all the lowest and the highest.

    Of sources of one kind, one number goes before a range, then what most origins give, then the
    lower: UCDP is conservative where it cannot tell.
    """
    low, high = _bounds(current) if who == _ALL else (None, None)
    backed: dict[int, set[str]] = {}
    for one in current:
        if one.low is not None:
            backed.setdefault(one.low, set()).add(one.holding.origin)
    if not backed:
        return Estimate("UCDP", low, None, high, _NO_LEAST)
    *_, best, chosen = min(
        (
            (one.source.letter, one.is_open, -len(backed[one.low]), one.low, one)
            for one in current
            if one.low is not None
        ),
        key=lambda each: each[:4],
    )
    source = f"{chosen.holding.party} ({chosen.source.letter}: {chosen.source.name})"
    reason = f"best is the latest number of the most reliable source, {source}"
    if who == _ALL:
        return Estimate("UCDP", low, best, high, f"{reason}; low and high are of {_LATEST}")
    return Estimate("UCDP", None, best, None, f"{reason}; no range is given of some of the dead")


def _airwars(current: Sequence[Account]) -> Estimate:
    """Return the lowest and the highest of all sources; no best."""
    origins = number_of(len({one.holding.origin for one in current}), "independent origin")
    reason = f"the lowest and the highest of {_LATEST}, {origins}"
    low, high = _bounds(current)
    return Estimate("Airwars", low, None, high, reason)


def _bounds(current: Sequence[Account]) -> tuple[int | None, int | None]:
    """Return the lowest and the highest number; ``None`` for a bound that all leave open."""
    lows = [one.low for one in current if one.low is not None]
    numbers = [number for one in current for number in one.numbers]
    return min(lows, default=None), max(numbers, default=None)
