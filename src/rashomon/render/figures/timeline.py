"""A timeline: lanes of days, one below the other; what is uncertain is as long as it may be."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from rashomon.render.figures.svg import element, percent
from rashomon.render.html.days import short_day, short_month
from rashomon.render.plain import plain

_MOST_TICKS = 6
_STEPS = (1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650, 18250, 36500, 365000)
_YEARLY = 365
_MONTHS = 12
_DAYS_OF_A_MONTH = 30.44
_MONTHLY = 30
_TAIL = 0.04
_PAD = 0.06
_SMALL = 40
_HEAD, _ROW, _FOOT = 30, 40, 26
_DOT, _MOST_DOT = 5.0, 15.0
_RIGHT = 0.5
_EDGE = 0.85
_LAST_DAY = float(date(9998, 12, 31).toordinal())
"""One year short of what dates can be."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days at which something was, or may have been.

    Attributes:
        first: the first of them.
        last: the last.
        label: what it is called; empty to show how many.
        note: what it says, for who points at it.
        weight: how many it stands for.
    """

    first: date
    last: date
    label: str
    note: str
    weight: int


@dataclass(frozen=True, slots=True)
class Lane:
    """Stretches of one kind.

    Attributes:
        name: what they are.
        kind: the class that they are drawn with.
        stretches: in the order in which they are drawn.
    """

    name: str
    kind: str
    stretches: tuple[Stretch, ...]


def timeline_svg(lanes: Sequence[Lane], title: str, description: str) -> Markup:
    """Return a timeline; nothing where no lane holds a day.

    Days far from most others are not drawn: an arrow at the edge says how many they are.
    """
    shown = [one for one in lanes if one.stretches]
    if not shown:
        return Markup()
    scale = _Scale([each for one in shown for each in one.stretches])
    parts: list[Markup] = []
    top = 0
    for lane in shown:
        drawn, height = _lane(lane, scale, top)
        parts += drawn
        top += height
    ticks = list(_ticks(scale, top))
    return element(
        "svg",
        element("title", title),
        element("desc", description),
        *ticks,
        *parts,
        class_="timeline",
        role="img",
        width="100%",
        height=top + _FOOT,
    )


class _Scale:
    """Puts days on a line."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        days = sorted(
            day.toordinal()
            for one in stretches
            for day in (one.first, one.last)
            for _ in range(min(one.weight, _SMALL))
        )
        first, last = days[0], days[-1]
        if last - first > _SMALL:
            cut = int(len(days) * _TAIL)
            first, last = days[cut], days[-1 - cut]
        pad = max(1.0, (last - first) * _PAD)
        self.first = max(1.0, first - pad)
        self.last = min(_LAST_DAY, last + pad)

    def at(self, day: date, *, end: bool = False) -> float:
        """Return where a day begins, or ends, as a share of the line."""
        return (day.toordinal() + end - self.first) / (self.last + 1 - self.first)

    def shows(self, one: Stretch) -> bool:
        """Return whether some of a stretch is on the line."""
        return one.last.toordinal() >= self.first and one.first.toordinal() <= self.last


def _lane(lane: Lane, scale: _Scale, top: int) -> tuple[list[Markup], int]:
    parts = [element("text", lane.name, x="0", y=top + 18, class_="lane")]
    inside = [one for one in lane.stretches if scale.shows(one)]
    days = [one for one in inside if one.first == one.last and not one.label]
    rows = [[one] for one in inside if one not in days]
    if days:
        rows.insert(0, days)
    for number, row in enumerate(rows):
        y = top + _HEAD + number * _ROW
        parts += [each for one in row for each in _drawn(one, scale, y, lane.kind)]
    height = _HEAD + len(rows) * _ROW
    parts += _beyond(lane.stretches, scale, top + 18)
    parts.append(
        element("line", x1="0", x2="100%", y1=top + height, y2=top + height, class_="rule")
    )
    return parts, height + 6


def _drawn(one: Stretch, scale: _Scale, y: int, kind: str) -> Iterator[Markup]:
    begin, end = max(0.0, scale.at(one.first)), min(1.0, scale.at(one.last, end=True))
    middle = (begin + end) / 2
    note = element("title", plain(one.note))
    if one.label:
        yield _words(one.label, begin, end, y + 6)
        y += 18
    else:
        y += 14
    if one.first != one.last or one.label:
        bar = element(
            "rect", note, x=percent(begin), width=percent(end - begin), y=y - 5, height=10, rx=2
        )
        yield element("g", bar, class_=f"bar {kind}")
    else:
        radius = min(_MOST_DOT, _DOT + 2 * math.sqrt(one.weight - 1))
        yield element("circle", note, cx=percent(middle), cy=y, r=radius, class_=f"dot {kind}")
    if not one.label and one.weight > 1:
        yield element(
            "text",
            f"{one.weight:,}",
            x=percent(middle),
            y=y + 4,
            class_="count",
            text_anchor="middle",
        )


def _words(words: str, begin: float, end: float, y: int) -> Markup:
    is_right = begin > _RIGHT
    return element(
        "text",
        plain(words),
        x=percent(end if is_right else begin),
        y=y + 4,
        text_anchor="end" if is_right else "start",
        class_="what",
    )


def _beyond(stretches: Iterable[Stretch], scale: _Scale, y: int) -> Iterator[Markup]:
    """Yield how many lie before and behind what is drawn."""
    out = [one for one in stretches if not scale.shows(one)]
    before = sum(one.weight for one in out if one.last.toordinal() < scale.first)
    behind = sum(one.weight for one in out) - before
    told = ", ".join(
        words
        for number, words in ((before, f"◂ {before:,} before"), (behind, f"{behind:,} later ▸"))
        if number
    )
    if told:
        yield element("text", told, x="100%", y=y, text_anchor="end", class_="beyond")


def _ticks(scale: _Scale, height: int) -> Iterator[Markup]:
    days = scale.last - scale.first
    step = next((one for one in _STEPS if days / one <= _MOST_TICKS), _STEPS[-1])
    for day in _days(scale, step):
        share = scale.at(day)
        at, is_last = percent(share), share > _EDGE
        yield element("line", x1=at, x2=at, y1=0, y2=height, class_="tick")
        yield element(
            "text",
            _day_words(day, step),
            x=at,
            y=height + 18,
            dx=-3 if is_last else 3,
            text_anchor="end" if is_last else "start",
            class_="day",
        )


def _days(scale: _Scale, step: int) -> Iterator[date]:
    first, last = math.ceil(scale.first), math.floor(scale.last)
    if step < _MONTHLY:
        yield from map(date.fromordinal, range(first, last + 1, step))
        return
    months = max(1, round(step / _DAYS_OF_A_MONTH))
    begins, ends = date.fromordinal(first), date.fromordinal(last)
    month = begins.year * _MONTHS + begins.month - 1
    for at in range(month + -month % months, ends.year * _MONTHS + ends.month, months):
        day = date(at // _MONTHS, at % _MONTHS + 1, 1)
        if day.toordinal() >= first:
            yield day


def _day_words(day: date, step: int) -> str:
    if step < _MONTHLY:
        return short_day(day)
    return str(day.year) if step >= _YEARLY else short_month(day)
