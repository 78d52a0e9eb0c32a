"""The times of a document: where they stand, what they denote, and what happened then."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.analysis.mentions import Mention
from rashomon.analysis.times.anchors import is_stamp, published_day
from rashomon.analysis.times.candidates import find_candidates
from rashomon.analysis.times.choose import Expression, choose
from rashomon.analysis.times.context import Context
from rashomon.analysis.times.lengths import Length, Repeated
from rashomon.analysis.times.meaning import DateMeaning, Vague
from rashomon.analysis.times.roles import Sayings, dates_a_saying, sayings_of
from rashomon.analysis.times.table import TimeTable
from rashomon.analysis.times.tense import direction, tells
from rashomon.analysis.times.tokens import Token, tokenize
from rashomon.analysis.times.values import Value, bounds, edtf, timex
from rashomon.model.document import Document
from rashomon.model.reading import Anchor, Attribution, Time, TimeOf
from rashomon.model.spans import Span

_MONTH_AND_DAY = re.compile(r"XXXX-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text, ready to be asked about a time in it."""

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Span]
    sayings: Sayings
    table: TimeTable


def find_times(
    document: Document,
    sentences: Sequence[Span],
    marked: Sequence[Mention],
    attributions: Sequence[Attribution],
    table: TimeTable,
) -> tuple[Time, ...]:
    """Return the times of a document, in the order of its text; none overlap.

    Args:
        document: the text, and the day of its publication where that is known.
        sentences: its sentences, in its order.
        marked: what the encoder marks as times, in its order; empty where it marks none at all:
            then the rules find them by themselves.
        attributions: who says what in it; a time at a cue is that of the saying.
        table: the words and rules of ``times.toml``.
    """
    tokens = tokenize(document.text)
    if not tokens:
        return ()
    text = _Text(document.text, tokens, sentences, sayings_of(attributions), table)
    expressions = choose(find_candidates(document.text, tokens, table), marked, tokens)
    stamps = [one for one in expressions if _is_stamp(one, text)]
    published = published_day(document.published)
    now = published or _day_of(stamps)
    anchor: Anchor = "published" if published else "dateline"
    return tuple(_times(expressions, stamps, now, anchor, text))


def _is_stamp(one: Expression, text: _Text) -> bool:
    """Return whether an expression says when the text came out."""
    if not isinstance(one.meaning, DateMeaning):
        return False
    value = _resolve(one.meaning, Context(None))
    is_day = value.period.unit == "day" if value else _MONTH_AND_DAY.match(one.meaning.bare or "")
    return bool(is_day) and is_stamp(
        text.text, text.tokens, one.first, one.end, value is not None, text.table.stamps
    )


def _day_of(stamps: Sequence[Expression]) -> date | None:
    """Return the day of the first stamp that gives it by its words alone."""
    values = (
        _resolve(one.meaning, Context(None))
        for one in stamps
        if isinstance(one.meaning, DateMeaning)
    )
    return next((value.period.first for value in values if value), None)


def _times(
    expressions: Sequence[Expression],
    stamps: Sequence[Expression],
    now: date | None,
    anchor: Anchor,
    text: _Text,
) -> Iterator[Time]:
    context = Context(now)
    for number, one in enumerate(expressions, 1):
        value = None
        if isinstance(one.meaning, DateMeaning):
            points = direction(text.tokens, one.first, one.end, text.sentences, text.table.tense)
            value = _resolve(one.meaning, replace(context, direction=points))
        of: TimeOf | None = "publication" if one in stamps else _of(one, value, now, text)
        if value and _goes_on(one) and of in (None, "event") and not value.is_range:
            context = context.tell(value.period)
        yield _time(f"t{number}", one, value, anchor, of)


def _goes_on(one: Expression) -> bool:
    """Return whether later times may count from an expression."""
    return isinstance(one.meaning, DateMeaning) and one.meaning.goes_on


def _resolve(meaning: DateMeaning, context: Context) -> Value | None:
    try:
        return meaning.resolve(context)
    except (OverflowError, ValueError):
        return None


def _of(one: Expression, value: Value | None, now: date | None, text: _Text) -> TimeOf | None:
    if not isinstance(one.meaning, DateMeaning) or isinstance(one.meaning, Vague):
        return None
    is_past = bool(value and now and value.period.last < now)
    if dates_a_saying(one.first, one.end, text.tokens, text.sayings, is_past=is_past):
        return "statement"
    is_told = tells(text.tokens, one.first, text.sentences, text.table.tense)
    return "event" if is_told else None


def _time(
    id_: str, one: Expression, value: Value | None, anchor: Anchor, of: TimeOf | None
) -> Time:
    first, last = bounds(value) if value else (None, None)
    anchors: dict[str, Anchor] = {"text": "text", "now": anchor, "told": "narrative"}
    return Time(
        id=id_,
        span=one.span,
        type=one.type,
        edtf=edtf(value) if value else None,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        timex_value=_timex_value(one, value),
        anchored_by=anchors[value.base] if value else None,
        of=of,
    )


def _timex_value(one: Expression, value: Value | None) -> str | None:
    if isinstance(one.meaning, Length | Repeated):
        return one.meaning.value
    if value:
        return timex(value)
    return one.meaning.bare if one.meaning else None
