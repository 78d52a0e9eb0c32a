"""One document: its text with what was read in it, where it comes from, and its versions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.model.case import KeptDecision, VersionChange
from rashomon.model.document import Document
from rashomon.model.origins import Derivation
from rashomon.model.reading import Attribution, Event, Place, Reading, Time
from rashomon.model.spans import Span, Spans
from rashomon.pipeline.browsing.contents import Contents
from rashomon.pipeline.reviewing import item_decisions
from rashomon.render.html.marks import Mark, marked
from rashomon.render.html.reading_marks import reading_marks
from rashomon.review.describing import held_facts
from rashomon.web.asked import number_asked, text_asked
from rashomon.web.pages.describing import form_of
from rashomon.web.parting import part_with, parts_of
from rashomon.web.rendering import desk_of, page

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_MOST_CHANGES = 40
_MOST_WORDS = 400  # characters of a change
_AROUND = 60


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a text that is shown, with what was read in it.

    Attributes:
        number: which part it is, from 1.
        parts: how many there are.
        span: the stretch of the text.
        text: the text with its marks.
        claims: the attributions in it; so are ``times``, ``places`` and ``events``.
    """

    number: int
    parts: int
    span: Span
    text: Markup
    claims: tuple[Attribution, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    events: tuple[Event, ...]


def _document(request: Request) -> Response:
    desk = desk_of(request)
    contents = desk.contents()
    row = contents.row(request.path_params["document"])
    with desk.opened() as case:
        reading = case.reading(row.id)
        versions = case.versions(row.id) if row.versions > 1 else ()
        change = case.change(row.id) if row.version > 1 else None
        before = case.document(change.previous) if change else None
        decided = item_decisions(case, row.id)
        is_unread = row.id in case.unread()
        held = held_facts(case.grounds(row.id))
    return page(
        request,
        "document.html",
        row=row,
        reading=reading,
        part=_part(reading, _span_asked(request, reading.document), number_asked(request, "part")),
        parties={one.id: one for one in reading.parties},
        versions=versions,
        is_unread=is_unread,
        is_worked_on=desk.jobs.current() is not None,
        facts_by={name: kept.decision.reviewer for name, kept in held.items()},
        decided_by={item: _names(kept) for item, kept in decided.items()},
        changes=_changes(change, reading.document, before),
        **form_of(contents, [row], {}),
        **_whereabouts(contents, reading),
    )


def _names(decisions: Iterable[KeptDecision]) -> tuple[str, ...]:
    """Return who decided and did not take it back, each once, the first first."""
    return tuple(dict.fromkeys(one.decision.reviewer for one in decisions if not one.is_undone))


def _whereabouts(contents: Contents, reading: Reading) -> dict[str, Any]:
    """Return what of the case a document belongs to."""
    document = reading.document.id
    derivations = contents.derivations_of.get(document, ())
    return {
        "incidents": contents.incidents_of.get(document, ()),
        "origin": contents.origin_by_id.get(contents.rows[document].origin or ""),
        "origins": contents.origin_by_id,
        "derivations": derivations,
        "quoted": _quoted(derivations, reading.document),
        "rows": contents.rows,
        "decisions": tuple(
            kept for kept in contents.decisions if kept.decision.document == document
        ),
    }


def _quoted(derivations: tuple[Derivation, ...], document: Document) -> Mapping[Derivation, str]:
    return {one: _shortened(document.text, one.span) for one in derivations if one.span}


def _span_asked(request: Request, document: Document) -> Span | None:
    """Return the words that ``?at=start-end`` asks for, where the text has them."""
    found = _AT.fullmatch(text_asked(request, "at"))
    if not found:
        return None
    start, end = int(found[1]), min(int(found[2]), len(document.text))
    return Span(start, end) if start < end else None


def _part(reading: Reading, at: Span | None, asked: int) -> _Part:
    parts = parts_of(reading.document.text)
    number = part_with(parts, at.start) if at and not asked else min(max(asked, 1), len(parts))
    span = parts[number - 1]
    return _Part(
        number,
        len(parts),
        span,
        _marked(reading, span, at),
        tuple(one for one in reading.attributions if one.whole.overlaps(span)),
        tuple(one for one in reading.times if one.span.overlaps(span)),
        tuple(one for one in reading.places if one.span.overlaps(span) and one.use == "literal"),
        tuple(one for one in reading.events if one.trigger.overlaps(span)),
    )


def _marked(reading: Reading, within: Span, at: Span | None) -> Markup:
    """Return a part of a text with its marks; ``#at`` is where the words asked for begin."""
    text, marks = reading.document.text, reading_marks(reading)
    if at is None or not within.start <= at.start < within.end:
        return marked(text, marks, within)
    marks = (*marks, Mark(at, "words"))
    begun = (replace(one, id="") if one.span.start < at.start else one for one in marks)
    before, after = Span(within.start, at.start), Span(at.start, within.end)
    head = marked(text, marks, before) if before.start < before.end else Markup()
    return head + Markup('<span id="at" tabindex="-1"></span>') + marked(text, begun, after)


@dataclass(frozen=True, slots=True)
class _Change:
    """One difference between two versions.

    Attributes:
        words: what was added or removed, with a few words around it.
        is_added: whether it is new.
        span: where it stands in the version that has it.
        is_cut: whether more of it is left out.
    """

    words: Markup
    is_added: bool
    span: Span
    is_cut: bool


def _changes(
    change: VersionChange | None, now: Document, before: Document | None
) -> dict[str, Any] | None:
    """Return what a version added and removed; ``None`` for the first."""
    if not change or not before:
        return None
    found = [*_told(before.text, change.removed, False), *_told(now.text, change.added, True)]
    return {
        "previous": change.previous,
        "shown": found[:_MOST_CHANGES],
        "more": max(0, len(found) - _MOST_CHANGES),
    }


def _told(text: str, spans: Spans, is_added: bool) -> Iterator[_Change]:
    for span in spans:
        shown = Span(span.start, min(span.end, span.start + _MOST_WORDS))
        around = Span(max(0, shown.start - _AROUND), min(len(text), shown.end + _AROUND))
        words = marked(text, (Mark(shown, "words"),), around)
        yield _Change(words, is_added, span, shown.end < span.end)


def _shortened(text: str, span: Span) -> str:
    words = " ".join(text[span.start : min(span.end, span.start + _MOST_WORDS)].split())
    return f"{words} …" if span.end - span.start > _MOST_WORDS else words


ROUTES = (Route("/documents/{document}", _document),)
