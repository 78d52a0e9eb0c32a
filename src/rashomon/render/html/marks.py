"""A text with stretches of it marked, however they overlap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from rashomon.model.spans import Span
from rashomon.render.html.text import safe


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that a page sets off.

    Attributes:
        span: where it stands.
        kind: the classes of its element, apart by spaces: what it is.
        id: what its first part is called, so that a link can lead there; empty for nothing.
        title: what it says of itself; empty for nothing.
        href: where it leads; empty for nowhere.
        data: more about it, by names of ``data-`` attributes.
    """

    span: Span
    kind: str
    id: str = ""
    title: str = ""
    href: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


def marked(text: str, marks: Iterable[Mark], within: Span | None = None) -> Markup:
    """Return a text, made safe, with ``mark`` elements (``a`` where they lead somewhere).

    Marks that overlap are cut where another begins or ends: a part has the kinds of all that cover
    it, and leads where the shortest of them leads.

    Args:
        text: the whole text.
        marks: what is marked, in any order; what lies outside is cut off.
        within: the stretch of the text that is returned; the whole where left out.
    """
    whole = within or Span(0, len(text))
    shown = [one for one in marks if one.span.overlaps(whole)]
    named: set[str] = set()
    parts = (
        _part(text[start:end], covering, named) for start, end, covering in _parts(whole, shown)
    )
    return Markup("".join(parts))


def _parts(whole: Span, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield stretches in the order of the text, each with the marks that cover it."""
    bounds: dict[int, tuple[list[Mark], list[Mark]]] = {whole.start: ([], []), whole.end: ([], [])}
    for one in marks:
        start, end = max(one.span.start, whole.start), min(one.span.end, whole.end)
        bounds.setdefault(start, ([], []))[0].append(one)
        bounds.setdefault(end, ([], []))[1].append(one)
    open_now: dict[int, Mark] = {}
    at = whole.start
    for bound in sorted(bounds):
        if bound > at:
            yield at, bound, list(open_now.values())
        begun, ended = bounds[bound]
        for one in ended:
            open_now.pop(id(one), None)
        open_now.update((id(one), one) for one in begun)
        at = bound


def _part(words: str, covering: Sequence[Mark], named: set[str]) -> Markup:
    if not covering:
        return safe(words)
    by_length = sorted(covering, key=lambda one: (one.span.end - one.span.start, -one.span.start))
    given = {"class": " ".join(dict.fromkeys(one.kind for one in reversed(by_length)))}
    given["id"] = next((one.id for one in by_length if one.id and one.id not in named), "")
    given["title"] = next((one.title for one in by_length if one.title), "")
    given["href"] = next((one.href for one in by_length if one.href), "")
    for one in reversed(by_length):
        given |= {f"data-{name}": value for name, value in one.data.items()}
    named.add(given["id"])
    attributes = "".join(
        f' {escape(name)}="{escape(safe_value(value))}"' for name, value in given.items() if value
    )
    element = "a" if given["href"] else "mark"
    # dozens of thousands of these are made for a page: Markup's own format is ten times as slow
    return Markup(f"<{element}{attributes}>{safe(words)}</{element}>")


def safe_value(value: str) -> str:
    """Return the value of an attribute without halves of surrogate pairs, which break a page."""
    return value.encode("utf-8", "replace").decode("utf-8")
