"""The items of a reading, with what people decided of them, for a terminal and for programs."""

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.model.document import Document
from rashomon.model.review import Item, Reviewed
from rashomon.model.spans import Span
from rashomon.render.case.tables import short
from rashomon.render.layout import indented, section, table_of
from rashomon.render.plain import plain
from rashomon.render.values import plain_values

_HEADINGS = {"claim": "Claims", "time": "Times", "place": "Places", "count": "Counts"}
_STRETCHES = ("source", "cue", "content", "words")
_LONGEST = 300


def items_table(seen: Reviewed) -> RenderableType:
    """Return the items of a document: id, words, fields, and the decisions on each."""
    document = seen.reading.document
    name = plain(document.title or document.path or document.publisher or "")
    parts: list[RenderableType] = [Text(f"{short(document.id)}  {name}", "bold")]
    for what, heading in _HEADINGS.items():
        items = [one for one in seen.items if one.what == what]
        if not items:
            continue
        table = table_of(("", None, "bold"), ("words", 3, ""), ("", 3, ""), ("decisions", None, ""))
        for one in items:
            table.add_row(
                plain(one.id),
                plain(_shortened(one.span.of(document.text))),
                "\n".join(_fields(one, document)),
                _decided(one),
            )
        parts += [section(heading), indented(table)]
    if len(parts) == 1:
        parts.append(Text("nothing was read in it"))
    return Group(*parts)


def items_record(seen: Reviewed, last_decision: int) -> dict[str, Any]:
    """Return the items of a document, with the number of the last decision of the case."""
    return {
        "format": "rashomon.items/1",
        "document": seen.reading.document.id,
        "last_decision": last_decision,
        "items": [plain_values(one) for one in seen.items],
    }


def _fields(item: Item, document: Document) -> Iterator[str]:
    """Yield what is known of an item, beside the words in the first column."""
    from_words = {"content", "words"}
    for name, value in item.values.items():
        if name in from_words or not value:
            continue
        words = _words(value, document) if name in _STRETCHES else value
        yield f"{name}: {plain(_shortened(words))}"


def _words(written: str, document: Document) -> str:
    """Return the words of stretches that are written as offsets."""
    ends = (one.partition("-") for one in written.split())
    return document.quote(tuple(Span(int(start), int(end)) for start, _, end in ends))


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _decided(item: Item) -> str:
    marks = [str(number) for number in item.decisions]
    marks += ["rejected"] if item.is_rejected else []
    marks += ["put in"] if item.is_inserted and not item.is_rejected else []
    return " ".join(marks)
