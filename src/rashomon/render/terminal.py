"""A reading for people, on a terminal: readable without colour, at 80 columns, and piped."""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Party, Reading, Statement
from rashomon.model.spans import Span, Spans, merge
from rashomon.render.layout import INDENT, section
from rashomon.render.overview import (
    events_table,
    parties_table,
    party_note,
    places_table,
    timeline,
)
from rashomon.render.plain import flat, plain
from rashomon.render.summary import summarise

_STANCE_STYLES = {
    "asserts": "green",
    "denies": "red",
    "doubts": "yellow",
    "alleges": "magenta",
    "demands": "blue",
    "asks": "cyan",
    "predicts": "bright_blue",
}
_EVEN_ODDS = 0.5
_NO_SOURCE = "(no source named)"


def render_reading(reading: Reading) -> RenderableType:
    """Return a reading as something that ``rich`` prints.

    The head of the document; for each source its claims in order, nested ones indented under
    the claim that holds them; what is asserted in nobody's name; parties by side, events, times
    and places where there are any; and one line of summary.
    """
    parts: list[RenderableType] = [_head(reading.document)]
    parts.append(section("Who says what"))
    parts.extend(_sources(reading) or [Text("  no attribution was found", "dim")])
    parts.append(section("In nobody's name"))
    parts.extend(_statement(reading.document, statement) for statement in reading.statements)
    if not reading.statements:
        parts.append(Text("  nothing", "dim"))
    for name, table in (
        ("Sides", parties_table(reading)),
        ("What happened", events_table(reading)),
        ("When", timeline(reading)),
        ("Where", places_table(reading)),
    ):
        if table:
            parts += [section(name), table]
    parts.append(Text())
    parts.append(Text(summarise(reading), "bold"))
    return Group(*parts)


def _head(document: Document) -> RenderableType:
    title = document.title or document.path or document.id
    known = (document.publisher, document.published, document.path if document.title else None)
    return Group(
        Rule(style="dim"),
        Text(plain(title), "bold"),
        Text(" · ".join(plain(words) for words in known if words), "dim"),
    )


def _sources(reading: Reading) -> list[RenderableType]:
    names = {party.id: party for party in reading.parties}
    inner: dict[str, list[Attribution]] = {}
    for attribution in reading.attributions:
        if attribution.within:
            inner.setdefault(attribution.within, []).append(attribution)
    outer = [attribution for attribution in reading.attributions if not attribution.within]
    claims: dict[str, list[Attribution]] = {}
    for attribution in outer:
        claims.setdefault(_source_name(attribution, names, reading.document), []).append(
            attribution
        )
    parts: list[RenderableType] = []
    for name, said in claims.items():
        parts.append(Text())
        parts.append(Text(name, "bold"))
        for attribution in said:
            parts.extend(_claim(attribution, inner, reading, depth=1))
    return parts


def _source_name(attribution: Attribution, parties: Mapping[str, Party], document: Document) -> str:
    if attribution.party:
        party = parties[attribution.party]
        return plain(party.name) + party_note(party)
    return plain(document.quote(attribution.source)) if attribution.source else _NO_SOURCE


def _claim(
    attribution: Attribution,
    inner: Mapping[str, list[Attribution]],
    reading: Reading,
    depth: int,
) -> Iterator[RenderableType]:
    document = reading.document
    label = attribution.stance + ("?" if attribution.confidence < _EVEN_ODDS else "")
    words = Text()
    if depth > 1:
        source = document.quote(attribution.source) if attribution.source else _NO_SOURCE
        words.append(plain(source) + " ", "bold")
    framing = "" if attribution.framing == "neutral" else f", {attribution.framing}"
    words.append(f"({plain(document.quote(attribution.cue))}{framing}) ", "italic dim")
    words.append(plain(document.quote(attribution.content)))
    row = Table.grid(padding=(0, 1))
    row.add_column(width=9, no_wrap=True)
    row.add_column(ratio=1)
    row.add_row(Text(label, _STANCE_STYLES[attribution.stance]), words)
    yield Padding(row, (0, 0, 0, INDENT * depth))
    for nested in inner.get(attribution.id, ()):
        yield from _claim(nested, inner, reading, depth + 1)


def _statement(document: Document, statement: Statement) -> RenderableType:
    words = _marked(document.text, statement.span, statement.loaded)
    if statement.hedged:
        words.append(" (hedged)", "yellow")
    row = Table.grid(padding=(0, 1))
    row.add_column(width=1)
    row.add_column(ratio=1)
    row.add_row("·", words)
    return Padding(row, (0, 0, 0, INDENT))


def _marked(text: str, span: Span, loaded: Spans) -> Text:
    """Return the words of ``span`` with loaded words between ``*``."""
    words = Text()
    at = span.start
    for part in merge(loaded):
        words.append(flat(text[at : part.start]))
        words.append(f"*{flat(part.of(text))}*", "underline")
        at = part.end
    words.append(flat(text[at : span.end]))
    return words
