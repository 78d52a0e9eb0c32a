"""Rules of grades: tables of conditions that are read from ``grades.toml``."""

import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rashomon.compare.grades.sources import SourceKinds, build_sources
from rashomon.model.comparison import Airwars, Clarity, Convention, Credibility

_CONDITION = re.compile(r"(\w+) (>=|<=|=) (-?\d+)")
_COMPARED: Mapping[str, Callable[[int, int], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "=": operator.eq,
}
GradeT = TypeVar("GradeT", bound=str)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a measure must be.

    Attributes:
        measure: its name.
        compared: ``>=``, ``<=`` or ``=``.
        number: what it is compared with.
    """

    measure: str
    compared: str
    number: int

    def holds(self, measures: Mapping[str, int | None]) -> bool:
        """Return whether a measure is so; one that is not known never is."""
        measured = measures[self.measure]
        return measured is not None and _COMPARED[self.compared](measured, self.number)


@dataclass(frozen=True, slots=True)
class Rule(Generic[GradeT]):
    """What gives a grade.

    Attributes:
        grade: the grade.
        when: the conditions that must all hold.
        reason: why, as a clause.
    """

    grade: GradeT
    when: tuple[Condition, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Counting:
    """For which categories a convention has numbers.

    Attributes:
        name: whose convention.
        counted: the categories that it has numbers for, by what happened to them.
        without: why it has none for the others.
    """

    name: Convention
    counted: Mapping[str, frozenset[str]]
    without: str


@dataclass(frozen=True, slots=True)
class GradeRules:
    """The table ``grades.toml``.

    Attributes:
        sources: the kinds of source.
        airwars: what gives which of Airwars' grades.
        credibility: what gives which number of the Admiralty pair.
        clarity: what gives which of UCDP's two.
        conventions: the ways of counting the dead.
    """

    sources: SourceKinds
    airwars: Sequence[Rule[Airwars]]
    credibility: Sequence[Rule[Credibility]]
    clarity: Sequence[Rule[Clarity]]
    conventions: Sequence[Counting]


def build_grade_rules(table: Mapping[str, Any]) -> GradeRules:
    """Return the rules of the table ``grades.toml``.

    Raises:
        ValueError: a condition cannot be read.
    """
    return GradeRules(
        sources=build_sources(table),
        airwars=_rules(table["airwars"]),
        credibility=_rules(table["credibility"]),
        clarity=_rules(table["clarity"]),
        conventions=tuple(
            Counting(
                row["name"],
                {"killed": frozenset(row["killed"]), "injured": frozenset(row["injured"])},
                row["without"],
            )
            for row in table["convention"]
        ),
    )


def first_that_fits(
    rules: Iterable[Rule[GradeT]], measures: Mapping[str, int | None]
) -> Rule[GradeT]:
    """Return the first rule whose conditions all hold.

    Raises:
        StopIteration: none does; the last rule of a table has no conditions, so that one always
            fits.
        KeyError: a condition names no measure.
    """
    return next(one for one in rules if all(each.holds(measures) for each in one.when))


def _rules(rows: Iterable[Mapping[str, Any]]) -> tuple[Rule[Any], ...]:
    return tuple(
        Rule(row["grade"], tuple(_condition(one) for one in row["when"]), row["reason"])
        for row in rows
    )


def _condition(written: str) -> Condition:
    match = _CONDITION.fullmatch(written)
    if not match:
        raise ValueError(f"{written!r} is no condition; write one as 'sources >= 2'")
    return Condition(match[1], match[2], int(match[3]))
