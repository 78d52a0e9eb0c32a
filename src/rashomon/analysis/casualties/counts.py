"""How many people, and the words of ``casualties.toml`` that say so.

What a word leaves open is read by the conventions of that table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from rashomon.analysis.casualties.numerals import Numerals, build_numerals
from rashomon.analysis.casualties.phrases import Phrases, pattern

_OPENINGS = frozenset(("a", "an", "between", "half"))


@dataclass(frozen=True, slots=True)
class Count:
    """How many.

    Attributes:
        min: the fewest that the words allow.
        max: the most, or ``None`` where they set no bound.
    """

    min: int
    max: int | None

    def __add__(self, other: "Count") -> "Count":
        most = None if self.max is None or other.max is None else self.max + other.max
        return Count(self.min + other.min, most)


Bound: TypeAlias = Callable[[Count], Count]
"""What a phrase makes of the number beside it."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """The part ``counting`` of ``casualties.toml``.

    Attributes:
        numerals: the words of which numbers are made.
        open_units: units in the plural, and the least that they stand for.
        vague: phrases for a number that is left open, and the least that they stand for.
        before: phrases before a number, and what they make of it.
        after: phrases after one, likewise.
        more: words that show that others are counted than before.
        nobody_before: words before a number that counts nobody.
        nobody_after: words after one.
        words: the words of which numbers are made.
        openings: the words with which numbers may begin, but for digits.
    """

    numerals: Numerals
    open_units: Mapping[str, int]
    vague: Phrases[int]
    before: Phrases[Bound]
    after: Phrases[Bound]
    more: frozenset[str]
    nobody_before: frozenset[str]
    nobody_after: frozenset[str]
    words: frozenset[str]
    openings: frozenset[str]


def build_counts(table: Mapping[str, Any]) -> CountTable:
    """Return what the part ``counting`` of ``casualties.toml`` holds."""
    bounds = _bounds(table["near"])

    def phrases(part: str) -> Phrases[Bound]:
        entries = table[part].items()
        return Phrases((pattern(one), bounds[name]) for name, some in entries for one in some)

    numerals = build_numerals(table)
    vague = Phrases((pattern(one), least) for one, least in table["vague"].items())
    before, more = phrases("before"), frozenset(table["more"])
    words = frozenset((*numerals.small, *numerals.units, *table["open_units"]))
    return CountTable(
        numerals=numerals,
        open_units=table["open_units"],
        vague=vague,
        before=before,
        after=phrases("after"),
        more=more,
        nobody_before=frozenset(table["nobody"]["before"]),
        nobody_after=frozenset(table["nobody"]["after"]),
        words=words,
        openings=before.openings() | vague.openings() | words | more | _OPENINGS,
    )


def _bounds(near: int) -> Mapping[str, Bound]:
    """Return what each name of a bound makes of a number; ``near`` is in percent of it."""
    return {
        "at_least": lambda count: Count(count.min, None),
        "more_than": lambda count: Count(count.min + 1, None),
        # somebody was harmed, or the words would deny it
        "at_most": lambda count: Count(min(1, count.min), count.max),
        "less_than": lambda count: Count(1, max(1, count.min - 1)),
        "about": lambda count: Count(_less(count.min, near), _more(count.max, near)),
        "nearly": lambda count: Count(_less(count.min, near), count.max),
        "exactly": lambda count: count,
    }


def _less(least: int, percent: int) -> int:
    return least * (100 - percent) // 100


def _more(most: int | None, percent: int) -> int | None:
    return None if most is None else -(-most * (100 + percent) // 100)
