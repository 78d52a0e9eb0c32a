"""What the words of a toponym ask the gazetteer for."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.analysis.places.table import PlaceTable
from rashomon.model.spans import Span

Kind = Literal["name", "demonym", "abbreviation"]
"""A name as it stands; an adjective or people; a state in short."""

Sense: TypeAlias = tuple[str, Kind]

_DESCRIBED = re.compile(r"[ -]([a-z]+)")
_COMPOUND = re.compile(r"-[a-z]")
_ENDING = re.compile(r"\s*(?:['’]s?|[,;:])$")
_NEXT_WORDS = re.compile(r"[\s\-]*((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)")
_WORDS_AFTER = re.compile(r"(?:\s+[^\W\d_]+){1,3}")
_KIND_OF = re.compile(r"\b(?:the|its|this)\s+(?:[a-z-]+\s+)?([^\W\d_]+)\s+of\s+(?:the\s+)?$")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
_SETTLED = ("P.", "A.")
_AFTER_COMMA = re.compile(r",\s*$")
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Toponym:
    """A toponym in a text, and what it is taken to be the name of.

    Attributes:
        span: its words.
        name: the name to look up.
        kind: how it names the place.
        wanted: the starts of the features that the words around it ask for; empty where they ask
            for none.
        kind_of: the word for its kind that follows it ("province"), if one does.
        acts: whether it does what people and governments do, or is spoken to.
        describes: whether it is a part of an adjective or stands like one: "US jets", "UK-led".
    """

    span: Span
    name: str
    kind: Kind
    wanted: tuple[str, ...] = ()
    kind_of: str = ""
    acts: bool = False
    describes: bool = False

    @property
    def sense(self) -> Sense:
        """What toponyms share that name one place wherever they stand."""
        return self.name.casefold(), self.kind


def toponym(text: str, span: Span, table: PlaceTable) -> Toponym:
    """Return what the words of a span name.

    Args:
        text: the document's text.
        span: where the toponym stands.
        table: the words by which texts name places.
    """
    marked = span.of(text).strip()
    words = _ENDING.sub("", marked) or marked
    lower = words.lower()
    state = table.abbreviations.get(lower) or table.abbreviations.get(lower + ".")
    if state and (words.endswith(".") or text[span.end : span.end + 1] == "." or "." in words):
        return Toponym(span, state, "abbreviation")
    if words in table.codes and _AFTER_COMMA.search(text, max(0, span.start - 3), span.start):
        return Toponym(span, table.codes[words], "abbreviation")
    if lower in table.demonyms:
        return Toponym(span, table.demonyms[lower], "demonym")
    kind_of = _kind_after(text, span, table)
    wanted = table.features.get(kind_of) or _wanted_before(text, span, table)
    acts = _acts(text, span, table)
    describes = _COMPOUND.match(text, span.end) is not None or (
        not acts and lower in table.shortened and _describes(text, span, table)
    )
    if words.endswith("s") and words[:-1] in table.countries:
        words = words[:-1]  # an apostrophe was lost: "Syrias capital"
    return Toponym(span, words, "name", wanted, kind_of, acts, describes)


def _kind_after(text: str, span: Span, table: PlaceTable) -> str:
    """Return the word for a kind of place that stands right after a toponym."""
    after = _NEXT_WORDS.match(text, span.end, span.end + _WINDOW)
    words = after.group(1).lower().split() if after else []
    phrases = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((phrase for phrase in phrases if phrase in table.features), "")


def _wanted_before(text: str, span: Span, table: PlaceTable) -> tuple[str, ...]:
    """Return the features that the words before a toponym ask for.

    These are "the (old) city of", and words for what nature made, such as "River". In "the Orle
    district of Halen" the district is not Halen.
    """
    before = text[max(0, span.start - _WINDOW) : span.start]
    if match := _KIND_OF.search(before):
        return table.features.get(match.group(1).lower(), ())
    match = _WORD_BEFORE.search(before)
    found = table.features.get(match.group(1).lower(), ()) if match else ()
    return () if found[:1] and found[0].startswith(_SETTLED) else found


def _describes(text: str, span: Span, table: PlaceTable) -> bool:
    """Return whether a noun follows that a name describes: a small word, but no little one."""
    after = _DESCRIBED.match(text, span.end, span.end + _WINDOW)
    return after is not None and after[1] not in table.little


def _acts(text: str, span: Span, table: PlaceTable) -> bool:
    after = _WORDS_AFTER.match(text, span.end, span.end + _WINDOW)
    for word in after.group().lower().split() if after else ():
        if word in table.acting:
            return True
        if word not in table.between:
            break
    before = text[max(0, span.start - _WINDOW) : span.start].lower().split()
    return any(tuple(before[-len(words) :]) == words for words in table.before)
