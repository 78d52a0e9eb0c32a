"""An item of a reading as its form shows it: found again, in the text, with its words set off."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request

from rashomon.model.errors import UnknownItemError
from rashomon.model.reading import Reading
from rashomon.model.review import Item, ItemKind, Reviewed
from rashomon.model.spans import Span
from rashomon.pipeline.reviewing import last_number, reviewed
from rashomon.render.html.marks import Mark, marked
from rashomon.review.fields import parse_spans
from rashomon.web.itemform import KINDS
from rashomon.web.rendering import desk_of

_AROUND = 12_000
"""Characters of a long text that are shown before and after an item."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the form of an item shows: the item with its document.

    Attributes:
        seen: the reading with its items.
        what: the kind of item.
        item: the item; ``None`` where one is put in.
        near: its words, or the words at which one is put in.
        newest: the number of the last decision that may be upon the reading.
    """

    seen: Reviewed
    what: ItemKind
    item: Item | None
    near: Span
    newest: int

    @property
    def reading(self) -> Reading:
        """The reading."""
        return self.seen.reading

    @property
    def values(self) -> Mapping[str, str]:
        """The fields of the item as they are."""
        return self.item.values if self.item else {}

    @property
    def window(self) -> Span:
        """The stretch of the text that is shown."""
        text = self.reading.document.text
        end = min(self.near.end, self.near.start + _AROUND)
        return Span(max(self.near.start - _AROUND, 0), min(end + _AROUND, len(text)))


def find_item(seen: Reviewed, what: str, asked: str, span: Span | None = None) -> Item:
    """Return an item of a reading.

    Args:
        seen: the reading.
        what: the kind of item.
        asked: its ``id``.
        span: its words, where they are known: ids are given anew by each reading, words stay.

    Raises:
        UnknownItemError: there is no such item.
    """
    fitting = [one for one in seen.items if one.what == what]
    if span:
        fitting = [one for one in fitting if one.span == span]
    named = [one for one in fitting if one.id == asked]
    if named or (span and fitting):
        return (named or fitting)[0]
    raise UnknownItemError(
        f"there is no {what} {asked!r} at these words any longer",
        remedy="go back to the document; it was read or decided on anew",
    )


def item_shown(request: Request, given: Mapping[str, str]) -> Shown:
    """Return the item that a form or an address names.

    Raises:
        UnknownItemError: there is no such document or item.
    """
    what = item_kind(given.get("what", ""))
    newest, seen = _reviewed(request, given)
    spans = parse_spans(given.get("span", ""))
    item = find_item(seen, what, given.get("item", ""), spans[0] if spans else None)
    return Shown(seen, what, item, item.span, newest)


def place_shown(request: Request, given: Mapping[str, str]) -> Shown:
    """Return where an item is put in.

    Raises:
        UnknownItemError: there is no such document.
    """
    what = item_kind(given.get("what", ""))
    newest, seen = _reviewed(request, given)
    text = seen.reading.document.text
    spans = parse_spans(given.get("at", "")) or ()
    at = spans[0] if spans and spans[0].start < spans[0].end <= len(text) else Span(0, 0)
    return Shown(seen, what, None, at, newest)


def _reviewed(request: Request, given: Mapping[str, str]) -> tuple[int, Reviewed]:
    """Return the reading of a document, and the last decision that was made before it was made."""
    with desk_of(request).opened() as case:
        newest = last_number(case)
        return newest, reviewed(case, given.get("document", ""))


def item_kind(given: str) -> ItemKind:
    """Return a kind of item that an address or a form names.

    Raises:
        UnknownItemError: there is none such.
    """
    for kind in KINDS:
        if kind == given:
            return kind
    what = f"{given!r} is nothing that is decided on"
    raise UnknownItemError(what, remedy="go back to the document")


def marked_text(shown: Shown) -> Markup:
    """Return the text with the item set off."""
    window = shown.window
    if shown.item is None:
        marks = [Mark(shown.near, "words", id="at")] if shown.near.end else []
    elif shown.what == "claim":
        marks = [Mark(shown.near, "whole", id="at")]
        marks += [
            Mark(span, kind)
            for kind in ("content", "cue", "source")
            for span in parse_spans(shown.values.get(kind, "")) or ()
        ]
    else:
        marks = [Mark(shown.near, f"words {shown.what}", id="at")]
    return marked(shown.reading.document.text, marks, window)
