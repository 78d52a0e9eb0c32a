"""How many were killed and injured: over all accounts, by party, and as conventions count."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rashomon.compare.grades.conventions import Account, CasualtyPoint, estimate
from rashomon.compare.grades.rules import Counting, GradeRules
from rashomon.compare.grades.sources import Sources
from rashomon.model.comparison import Count, Holding, PartyToll, Point, Position, Toll


def tolls(points: Sequence[Point], rules: GradeRules) -> tuple[Toll, ...]:
    """Return the tolls of an incident, in the order of its points.

    Numbers that one doubts or denies do not count as given by that one; so what is only denied
    does not count at all.

    Args:
        points: all points of the incident.
        rules: the kinds of source, and what the conventions count.
    """
    sources = Sources(points, rules.sources)
    counted = (one for one in points if one.kind in ("killed", "injured"))
    made = (_toll(one, rules.conventions, sources) for one in counted)
    return tuple(one for one in made if one)


def _toll(point: Point, conventions: Sequence[Counting], sources: Sources) -> Toll | None:
    """Return the toll of a point; ``None`` where nobody gives a number."""
    accounts = list(_accounts(point.positions, sources))
    if not accounts or point.who is None:
        return None
    kind: CasualtyPoint = "killed" if point.kind == "killed" else "injured"
    lowest = min(number for one in accounts for number in one.numbers)
    highest = max(number for one in accounts for number in one.numbers)
    current = latest(accounts)
    return Toll(
        kind=kind,
        who=point.who,
        lowest=lowest,
        highest=highest,
        lowest_by=_by(accounts, lowest),
        highest_by=_by(accounts, highest),
        origins=len({one.holding.origin for one in accounts}),
        parties=tuple(_by_party(accounts)),
        estimates=tuple(estimate(one, kind, point.who, current) for one in conventions),
    )


def _accounts(positions: Iterable[Position], sources: Sources) -> Iterator[Account]:
    for position in positions:
        count = position.value
        if not isinstance(count, Count) or (count.min is None and count.max is None):
            continue
        denying = {one.holder for one in position.denied_by}
        for one in position.held_by:
            if one.party not in denying and one.voice.stance != "doubts":
                yield Account(count.min, count.max, one, sources.kind_of(one))


def _by(accounts: Iterable[Account], number: int) -> tuple[Holding, ...]:
    return tuple(one.holding for one in accounts if number in one.numbers)


def _by_party(accounts: Iterable[Account]) -> Iterator[PartyToll]:
    given: dict[str, list[int]] = {}
    for one in accounts:
        given.setdefault(one.holding.party, []).extend(one.numbers)
    for party in sorted(given):
        yield PartyToll(party, min(given[party]), max(given[party]))


def latest(accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts that no later one takes the place of.

    A later number of the same party does; so does a higher one of a later day by a source that is
    no less reliable, for tolls rise as the dead are found. What has no day takes no place, and
    keeps its own.

    Args:
        accounts: numbers of people of one kind.
    """
    last: dict[str, str] = {}
    for one in accounts:
        last[one.holding.holder] = max(last.get(one.holding.holder, ""), _day(one))
    kept = [one for one in accounts if _day(one) in ("", last[one.holding.holder])]
    overtaken: set[int] = set()
    reached: dict[str, int] = {}  # by letters of sources: how many there were at least later on
    dated = sorted((one for one in kept if _day(one)), key=_day, reverse=True)
    for _, group in groupby(dated, key=_day):
        of_day = list(group)
        for one in of_day:
            later = [number for letter, number in reached.items() if letter <= one.source.letter]
            if max(later, default=0) > max(one.numbers):
                overtaken.add(id(one))
        for one in of_day:
            reached[one.source.letter] = max(reached.get(one.source.letter, 0), one.low or 0)
    return [one for one in kept if id(one) not in overtaken]


def _day(account: Account) -> str:
    return account.holding.published or ""
