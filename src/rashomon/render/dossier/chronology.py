"""When: what accounts say of the time, when statements were made, when articles appeared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from rashomon.model.comparison import Point, When
from rashomon.model.reading import Reading, Time
from rashomon.model.spans import Span
from rashomon.render.case.comparison_marks import names
from rashomon.render.dossier.evidence import anchor_of
from rashomon.render.dossier.names import listing
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import View
from rashomon.render.figures.timeline import Lane, Stretch, timeline_svg
from rashomon.render.html.days import long_days, parsed
from rashomon.render.plain import plain
from rashomon.render.words import counted

_MOST_NAMES = 6
_MOST_STATEMENTS = 60
_LONG = 45
"""A statement that may be of so many days or more says nothing of when it was made."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the table beside the timeline.

    Attributes:
        days: in words.
        what: what was then, with names.
        href: leads to the words, or to the article; empty for nowhere.
    """

    days: str
    what: Markup
    href: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """The timeline and the same as tables.

    Attributes:
        figure: the drawing; empty where there is nothing to draw.
        happened: when it happened, by the answers.
        stated: when statements were made.
        more: how many days with statements are left out of the table.
        published: when articles appeared.
        undated: how many articles have no day.
    """

    figure: Markup
    happened: tuple[Moment, ...]
    stated: tuple[Moment, ...]
    more: int
    published: tuple[Moment, ...]
    undated: int


def chronology_of(view: View, sources: Mapping[str, Source]) -> Chronology:
    """Return when things happened, were said and were published."""
    answers = list(_answers(view.comparison.points))
    stated = _stated(view.readings)
    published = _published(sources.values())
    lanes = (
        Lane("When it happened, by the accounts", "happened", tuple(one for one, _ in answers)),
        Lane("When statements were made", "stated", tuple(_statement_marks(stated))),
        Lane("When articles appeared", "published", tuple(_article_marks(published))),
    )
    told = [_of(one) for one in lanes if one.stretches]
    statements = tuple(_statements(stated))
    return Chronology(
        figure=timeline_svg(lanes, "Timeline", " ".join(told)),
        happened=tuple(one for _, one in answers),
        stated=statements[:_MOST_STATEMENTS],
        more=max(0, len(statements) - _MOST_STATEMENTS),
        published=tuple(_articles(published)),
        undated=sum(one.published is None for one in sources.values()),
    )


def _of(lane: Lane) -> str:
    """Return a lane in a sentence, for who does not see it."""
    first = min(one.first for one in lane.stretches)
    last = max(one.last for one in lane.stretches)
    return f"{lane.name}: {long_days(first.isoformat(), last.isoformat())}."


def _answers(points: Iterable[Point]) -> Iterator[tuple[Stretch, Moment]]:
    """Yield every time that accounts give, with who gives it."""
    for point in points:
        for number, one in enumerate(point.positions, start=1):
            if not isinstance(one.value, When) or not one.held_by:
                continue
            first, last = parsed(one.value.earliest), parsed(one.value.latest)
            if first is None or last is None or last < first:
                continue
            who = names(one.held_by)
            days = long_days(one.value.earliest, one.value.latest)
            label = f"{days}: {counted(len(who), 'account')}"
            note = f"{days}, according to {', '.join(map(plain, who))}"
            stretch = Stretch(first, last, label, note, len(who))
            yield stretch, Moment(days, listing(who, _MOST_NAMES), f"#{anchor_of(point, number)}")


def _stated(readings: Mapping[str, Reading]) -> dict[tuple[date, date], dict[str, None]]:
    """Return who made statements at which days, as the texts date them."""
    found: dict[tuple[date, date], dict[str, None]] = {}
    for reading in readings.values():
        dated = [(one, days) for one in reading.times if (days := _days(one))]
        said = _said(reading) if dated else []
        for time, days in dated:
            near = _speakers(said, time)
            if near:
                found.setdefault(days, {}).update(dict.fromkeys(near))
    return dict(sorted(found.items()))


def _days(time: Time) -> tuple[date, date] | None:
    """Return the days that a statement may have been made at; ``None`` for other times."""
    if time.of != "statement":
        return None
    first, last = parsed(time.earliest), parsed(time.latest)
    if first is None or last is None or not 0 <= (last - first).days < _LONG:
        return None
    return first, last


def _said(reading: Reading) -> list[tuple[Span, str]]:
    """Return where each attribution stands, with whose it is."""
    party_of = {one.id: one.name for one in reading.parties}
    return [(one.whole, party_of[one.party]) for one in reading.attributions if one.party]


def _speakers(said: Iterable[tuple[Span, str]], time: Time) -> list[str]:
    """Return whose statement a time dates: of the narrowest attribution that it stands in."""
    around = [(one.end - one.start, party) for one, party in said if one.holds(time.span)]
    return [min(around)[1]] if around else []


def _statement_marks(stated: Mapping[tuple[date, date], Iterable[str]]) -> Iterator[Stretch]:
    for (first, last), who in stated.items():
        speakers = list(who)
        days = long_days(first.isoformat(), last.isoformat())
        label = f"{days}: {counted(len(speakers), 'speaker')}" if first != last else ""
        note = f"{days}: {', '.join(map(plain, speakers))}"
        yield Stretch(first, last, label, note, len(speakers))


def _statements(stated: Mapping[tuple[date, date], Iterable[str]]) -> Iterator[Moment]:
    for (first, last), who in stated.items():
        days = long_days(first.isoformat(), last.isoformat())
        yield Moment(days, listing(list(who), _MOST_NAMES), "")


def _published(sources: Iterable[Source]) -> dict[date, list[Source]]:
    found: dict[date, list[Source]] = {}
    for one in sources:
        if day := parsed(one.published):
            found.setdefault(day, []).append(one)
    return dict(sorted(found.items()))


def _article_marks(published: Mapping[date, list[Source]]) -> Iterator[Stretch]:
    for day, some in published.items():
        note = f"{long_days(day.isoformat(), day.isoformat())}: " + ", ".join(
            one.outlet for one in some
        )
        yield Stretch(day, day, "", note, len(some))


def _articles(published: Mapping[date, list[Source]]) -> Iterator[Moment]:
    for day, some in published.items():
        outlets = list(dict.fromkeys(one.outlet for one in some))
        days = long_days(day.isoformat(), day.isoformat())
        yield Moment(days, listing(outlets, _MOST_NAMES), f"#{some[0].anchor}")
