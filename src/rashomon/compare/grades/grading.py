"""How well positions are supported: Airwars' grades, the Admiralty pair, UCDP's clarity.

No grade says whether a position is true.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.compare.grades.precision import date_precision, where_precision
from rashomon.compare.grades.reasons import number_of, some_of
from rashomon.compare.grades.rules import GradeRules, first_that_fits
from rashomon.compare.grades.sources import Sources
from rashomon.compare.grades.support import Support, Supports, Sureness
from rashomon.compare.grades.verdicts import Verdict, decided
from rashomon.compare.points.counted import clashes
from rashomon.model.comparison import Grade, OwnStatement, Point, PointKind, Position, Reliability
from rashomon.model.incidents import Incident

_NOBODY: Reliability = "F"
_WHOLE_TOLL = ("killed", "total")
_HELD_AGAINST = 64
"""How many positions of a point are held against each other: those with most origins."""

Exclude = Callable[[PointKind, Sequence[Position]], bool]
"""Returns whether the answers that positions give to a question cannot all be true."""

Ruled = Callable[[Point, Position, Position], bool | None]
"""Returns whether people decided that two positions cannot both be true, or can; else ``None``."""


def graded(
    points: Sequence[Point],
    rules: GradeRules,
    incident: Incident,
    *,
    exclude: Exclude,
    own_voice: Iterable[OwnStatement] = (),
    verdicts: Iterable[Verdict] = (),
    ruled: Ruled | None = None,
) -> tuple[Point, ...]:
    """Return points with a grade for each of their positions.

    Args:
        points: all points of the incident.
        rules: what gives which grade.
        incident: what they are of.
        exclude: tells whether answers that are no counts cannot all be true.
        own_voice: what its documents assert in their own voice.
        verdicts: what people decided, the first decision first; they go before the rules.
        ruled: tells what people decided of two positions; ``None`` where they decided nothing.
    """
    supports = Supports(Sources(points, rules.sources), Sureness(own_voice))
    found = decided(points, verdicts)
    known = {
        "date_prec": date_precision(incident.time),
        "where_prec": where_precision(incident.place),
    }
    is_rising = any(one.is_update for one in points if (one.kind, one.who) == _WHOLE_TOLL)

    def with_grades(point: Point) -> Iterator[Position]:
        rivals = _rivals(point, exclude, ruled, is_rising=is_rising)
        for number, one in enumerate(point.positions):
            names_who = point.kind == "responsibility"
            support = supports.of(one, rivals.get(number, ()), names_who=names_who)
            grade = _grade(support, rules, known)
            yield replace(one, grade=_as_decided(grade, found.get((point.id, number))))

    return tuple(replace(one, positions=tuple(with_grades(one))) for one in points)


def _rivals(
    point: Point, exclude: Exclude, ruled: Ruled | None, *, is_rising: bool
) -> dict[int, list[Position]]:
    """Return for positions, by their numbers, which others cannot be true with them."""
    found: dict[int, list[Position]] = defaultdict(list)
    some = point.positions[:_HELD_AGAINST] if point.is_contested else ()
    number = {id(one): at for at, one in enumerate(some)}
    pairs: Iterable[tuple[Position, Position]]
    if point.who is None:
        is_free = point.kind == "other"  # such points are made of claims that contradict each other
        pairs = (pair for pair in combinations(some, 2) if is_free or exclude(point.kind, pair))
    else:
        pairs = (
            (lower, higher)
            for lower, higher, is_later in clashes(some, is_rising=is_rising)
            if not is_later
        )
    if ruled:
        pairs = _as_ruled(pairs, point, some, ruled)
    for one, other in pairs:
        found[number[id(one)]].append(other)
        found[number[id(other)]].append(one)
    return found


def _as_ruled(
    pairs: Iterable[tuple[Position, Position]],
    point: Point,
    some: Sequence[Position],
    ruled: Ruled,
) -> Iterator[tuple[Position, Position]]:
    """Yield the pairs of positions that cannot both be true, by the rules or by decision."""
    by_rules = {frozenset((id(one), id(other))) for one, other in pairs}
    for one, other in combinations(some, 2):
        decided = ruled(point, one, other)
        if decided or (decided is None and frozenset((id(one), id(other))) in by_rules):
            yield one, other


def _grade(support: Support, rules: GradeRules, known: Mapping[str, int | None]) -> Grade:
    measures = {**support.measures(), **known}
    airwars = first_that_fits(rules.airwars, measures)
    credibility = first_that_fits(rules.credibility, measures)
    clarity = first_that_fits(rules.clarity, measures)
    best = min(support.sure.items(), key=lambda one: one[1].letter, default=None)
    letter = best[1].letter if best else _NOBODY
    return Grade(
        airwars=airwars.grade,
        reliability=letter,
        credibility=credibility.grade,
        clarity=clarity.grade,
        reasons=(
            f"{airwars.grade}: {airwars.reason}",
            *_told(support),
            f"{letter}: {support.called[best[0]]} ({best[1].name}), {best[1].reason}"
            if best
            else f"{letter}: nobody asserts it",
            f"{credibility.grade}: {credibility.reason}",
            f"clarity {clarity.grade}: {clarity.reason}",
        ),
    )


def _told(support: Support) -> Iterator[str]:
    """Yield what a grade was given by, a clause each, with the numbers."""
    asserting = tuple(support.called.values())
    if support.sure:
        origins = number_of(len(support.origins), "independent origin")
        yield f"{origins}: {some_of(asserting)}"
    alleging = tuple(one for one in support.standing if one not in asserting)
    for words, names in (
        ("alleged or hedged by", alleging),
        ("doubted by", support.doubting),
        ("accepted by", support.accepting),
        ("said by one held responsible:", support.conceding),
        ("denied by", support.denying),
    ):
        if names:
            yield f"{words} {some_of(names)}"
    if support.rivals:
        answers = number_of(len(support.rivals), "other answer")
        yield f"{answers} cannot be true with it: {some_of(one.label for one in support.rivals)}"
    if support.against:
        yield f"{number_of(support.against, 'independent source')} against it"


def _as_decided(grade: Grade, verdict: Verdict | None) -> Grade:
    if verdict is None:
        return grade
    note = f"{verdict.reviewer}: {verdict.note}" if verdict.note else f"set by {verdict.reviewer}"
    return replace(
        grade,
        airwars=verdict.airwars,
        reliability=verdict.reliability or grade.reliability,
        credibility=verdict.credibility or grade.credibility,
        reasons=(note, f"the rules give {grade.airwars}, {grade.admiralty}", *grade.reasons),
        reviewer=verdict.reviewer,
    )
