"""One point of a comparison: every answer with its grade, its holders and their words."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model.comparison import Comparison, Grade, Holding, Point, Position
from rashomon.model.document import Document
from rashomon.render.case.comparison_marks import (
    SILENT,
    called,
    is_own_voice,
    listed,
    point_marks,
    position_marks,
    said,
)
from rashomon.render.case.comparison_table import kind_words
from rashomon.render.case.comparison_tolls import toll_of, toll_sheet
from rashomon.render.case.tables import outlet, short
from rashomon.render.cutting import cut_amid
from rashomon.render.layout import INDENT, indented, section
from rashomon.render.plain import flat, plain
from rashomon.render.words import counted

_AROUND = 110
_LONGEST = 400
_MOST_SILENT = 40


def point_sheet(
    comparison: Comparison, point: Point, documents: Mapping[str, Document]
) -> RenderableType:
    """Return one point: the answers, and the words in which each is given or denied."""
    incident = comparison.incident
    asked = Text(f"{point.id}  {plain(point.label)}", "bold")
    for mark in point_marks(point):
        asked.append(f"  {mark.sign} {mark.word}: {mark.meaning}", mark.style)
    parts: list[RenderableType] = [Text(f"{incident.id}  {plain(incident.title)}", "dim"), asked]
    for number, position in enumerate(point.positions, start=1):
        parts += _position(number, position, documents)
    if toll := toll_of(comparison, point):
        parts += [section("Toll"), toll_sheet(toll)]
    if point.silent:
        silent = Text(listed(point.silent, _MOST_SILENT))
        parts += [section("Silent"), Text(SILENT.meaning, "dim"), silent]
    return Group(*parts)


def _position(
    number: int, position: Position, documents: Mapping[str, Document]
) -> list[RenderableType]:
    parts: list[RenderableType] = [section(f"{number}. {said(position, _LONGEST)}")]
    told = [counted(len(position.origins), "independent origin")] if position.held_by else []
    told += [f"{mark.sign} {mark.word}" for mark in position_marks(position)]
    if told:
        parts.append(Text(", ".join(told), "bold"))
    if position.grade:
        parts.append(_grade(position.grade))
    parts += _holders(position.held_by, documents)
    if position.denied_by:
        parts += [Text("\ndenied by", "bold red"), *_holders(position.denied_by, documents)]
    return parts


def _grade(grade: Grade) -> RenderableType:
    words = Text(f"{grade.airwars}, {grade.admiralty}, clarity {grade.clarity}", "bold")
    if grade.reviewer:
        words.append(f", set by {plain(grade.reviewer)}", "not bold")
    reasons = Table.grid(padding=(0, 1))
    reasons.add_column(width=1)
    reasons.add_column(ratio=1, overflow="fold")
    for reason in grade.reasons:
        reasons.add_row(Text("·", "dim"), Text(plain(reason), "dim"))
    return Group(words, indented(reasons))


def _holders(
    holdings: Iterable[Holding], documents: Mapping[str, Document]
) -> Iterable[RenderableType]:
    """Yield each holder with the words; the same words of one in several documents once."""
    same: dict[tuple[str, str], list[Holding]] = {}
    for one in holdings:
        words = plain(one.span.of(documents[one.document].text))
        same.setdefault((one.party, words.casefold()), []).append(one)
    for group in same.values():
        yield Padding(_holder(group[0]), (1, 0, 0, INDENT))
        first = documents[group[0].document]
        yield Padding(in_context(first.text, group[0]), (0, 0, 0, 2 * INDENT))
        for one in group:
            yield Padding(_where(one, documents[one.document]), (0, 0, 0, 2 * INDENT))


def _holder(one: Holding) -> Text:
    voice = one.voice
    side = plain(voice.side or "") if voice.side != one.party else ""
    known = ", ".join(filter(None, (kind_words(voice.kind), side)))
    words = Text(called(one.party), "bold")
    words.append(f" ({known})" if known else "", "dim")
    return words.append(" in its own voice" if is_own_voice(one) else f" {voice.stance}")


def _where(one: Holding, document: Document) -> Text:
    known = (outlet(document), one.published, plain(document.title or ""), short(document.id))
    return Text(" · ".join(filter(None, (*known, one.voice.attribution, one.origin))), "dim")


def in_context(text: str, one: Holding) -> Text:
    """Return the words of a holding between ``*``, with those around them."""
    span = one.span
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = flat(text[start : span.start]), flat(text[span.end : end])
    words = Text("… " + before.partition(" ")[2] if start else before.lstrip())
    words.append(f"*{cut_amid(flat(span.of(text)), _LONGEST)}*", "bold")
    return words.append(after.rpartition(" ")[0] + " …" if end < len(text) else after.rstrip())
