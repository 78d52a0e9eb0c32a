"""The dead and the injured: what each party counts, as ranges on one line, and the conventions."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.model.comparison import Comparison, Count, Estimate, PartyToll, Point, Toll
from rashomon.render.case.comparison_marks import names
from rashomon.render.dossier.names import listing
from rashomon.render.figures.svg import element, percent
from rashomon.render.plain import plain
from rashomon.render.words import as_title

_MOST_PARTIES = 20
_LOG_FROM = 40
"""Where the highest is so many times the lowest, equal steps stand for equal factors."""
_ROW = 22
_BAR = 8
_ENDS = 0.03
_MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """What one party counts.

    Attributes:
        party: its name.
        range: from the lowest to the highest, in figures; whether the highest is a least.
        bar: the same on the line.
    """

    party: str
    range: str
    bar: Markup


@dataclass(frozen=True, slots=True)
class Convention:
    """What one way of counting enters.

    Attributes:
        name: whose it is.
        best: the number; empty where it enters none.
        range: from low to high; empty where there is none.
        reason: why.
    """

    name: str
    best: str
    range: str
    reason: str


@dataclass(frozen=True, slots=True)
class CountSheet:
    """All counts of one category.

    Attributes:
        title: who came to which harm.
        lowest: the lowest number that an account gives.
        highest: the highest.
        lowest_by: who gives it.
        highest_by: who gives that.
        origins: how many independent roots give a number.
        axis: the line with its numbers.
        is_stretched: whether equal steps on it stand for equal factors.
        parties: what each counts, the highest first.
        more: how many parties are left out.
        conventions: ways of counting that enter a number.
        without: those that enter none, with the reason.
        href: leads to the words; empty for nowhere.
    """

    title: str
    lowest: str
    highest: str
    lowest_by: Markup
    highest_by: Markup
    origins: int
    axis: Markup
    is_stretched: bool
    parties: tuple[Counted, ...]
    more: int
    conventions: tuple[Convention, ...]
    without: tuple[Convention, ...]
    href: str


def count_sheets(comparison: Comparison) -> tuple[CountSheet, ...]:
    """Return the counts of every category of people and harm."""
    return tuple(_sheet(one, comparison) for one in comparison.tolls)


def _sheet(toll: Toll, comparison: Comparison) -> CountSheet:
    line = _Line(toll)
    parties = sorted(toll.parties, key=lambda one: (-one.highest, -one.lowest, one.party))
    point = next(
        (one for one in comparison.points if (one.kind, one.who) == (toll.kind, toll.who)), None
    )
    conventions = [_convention(one) for one in toll.estimates]
    who = "people" if toll.who == "total" else plain(toll.who)
    return CountSheet(
        title=as_title(f"{who} {toll.kind}"),
        lowest=f"{toll.lowest:,}",
        highest=f"{toll.highest:,}",
        lowest_by=listing(names(toll.lowest_by)),
        highest_by=listing(names(toll.highest_by)),
        origins=toll.origins,
        axis=line.axis(),
        is_stretched=line.is_stretched,
        parties=tuple(
            Counted(
                one.party,
                range_words(one.lowest, one.highest)
                + (" or more" if _is_least(one, point) else ""),
                line.bar(one.lowest, one.highest),
            )
            for one in parties[:_MOST_PARTIES]
        ),
        more=max(0, len(parties) - _MOST_PARTIES),
        conventions=tuple(one for one in conventions if one.range or one.best),
        without=tuple(one for one in conventions if not one.range and not one.best),
        href=f"#{point.id}" if point else "",
    )


def _is_least(toll: PartyToll, point: Point | None) -> bool:
    """Return whether the highest number of a party is the least that its words allow."""
    values = [
        one.value
        for one in (point.positions if point else ())
        if isinstance(one.value, Count) and toll.party in names(one.held_by)
    ]
    return Count(toll.highest, None) in values and not any(
        toll.highest == one.max for one in values
    )


def _convention(one: Estimate) -> Convention:
    best = "" if one.best is None else f"{one.best:,}"
    range_ = "" if (one.low, one.high) == (None, None) else range_words(one.low, one.high)
    return Convention(one.convention, best, "" if range_ == best else range_, plain(one.reason))


def range_words(low: int | None, high: int | None) -> str:
    """Return a range in figures: ``11–16``, one number where both ends are the same."""
    ends = tuple("…" if end is None else f"{end:,}" for end in (low, high))
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


class _Line:
    """Numbers on a line from 0, or from 1 where it is stretched."""

    def __init__(self, toll: Toll) -> None:
        self._high = max(1, toll.highest)
        self.is_stretched = self._high >= _LOG_FROM * max(1, toll.lowest)

    def axis(self) -> Markup:
        """Return the numbers of the line."""
        labels = [
            element(
                "text",
                f"{one:,}",
                x=percent(self._at(one)),
                y=14,
                class_="day",
                text_anchor="start" if one == 0 else "middle",
            )
            for one in self._ticks()
        ]
        return element(
            "svg", *labels, class_="counts", width="100%", height=_ROW, aria_hidden="true"
        )

    def bar(self, low: int, high: int) -> Markup:
        """Return a range on the line."""
        begin, end = self._at(low), self._at(high)
        y = _ROW // 2
        parts = [
            element(
                "line",
                x1=percent(self._at(one)),
                x2=percent(self._at(one)),
                y1=0,
                y2=_ROW,
                class_="tick",
            )
            for one in self._ticks()
        ]
        parts.append(
            element("line", x1=percent(begin), x2=percent(end), y1=y, y2=y, class_="range")
        )
        parts += [
            element("circle", cx=percent(one), cy=y, r=_BAR / 2, class_="end")
            for one in dict.fromkeys((begin, end))
        ]
        return element(
            "svg", *parts, class_="counts", width="100%", height=_ROW, aria_hidden="true"
        )

    def _at(self, count: int) -> float:
        share = (
            math.log1p(max(0, count)) / math.log1p(self._high)
            if self.is_stretched
            else count / self._high
        )
        return _ENDS + share * (1 - 2 * _ENDS)

    def _ticks(self) -> Sequence[int]:
        if self.is_stretched:
            powers = [10**one for one in range(int(math.log10(self._high)) + 1)]
            return (0, *powers[-3:])
        power = 10 ** int(math.log10(self._high))
        steps = (power * part // 10 for part in (1, 2, 5, 10, 20, 50))
        step = next(one for one in steps if one and self._high // one < _MOST_TICKS)
        return range(0, self._high + 1, step)
