"""What the words of a toponym ask the gazetteer for."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.analysis.places.table import PlaceTable
from rashomon.model.spans import Span

Kind = Literal["name", "demonym", "abbreviation"]
"""A name as it stands; an adjective or people; a state in short."""

Sense: TypeAlias = tuple[str, Kind]

_ENDING = re.compile(r"\s*(?:['’]s?|[,;:])$")
_NEXT_WORDS = re.compile(r"[\s\-]*((?:[^\W\d_]+\s+){0,2}[^\W\d_]+)")
_WORDS_AFTER = re.compile(r"(?:\s+[^\W\d_]+){1,3}")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+(?:of\s+)?(?:the\s+)?$")
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
        acts: whether it does what people and governments do, or is spoken to.
    """

    span: Span
    name: str
    kind: Kind
    wanted: tuple[str, ...] = ()
    acts: bool = False

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
    words = _ENDING.sub("", span.of(text)).strip()
    lower = words.lower()
    state = table.abbreviations.get(lower) or table.abbreviations.get(lower + ".")
    if state and (words.endswith(".") or text[span.end : span.end + 1] == "." or "." in words):
        return Toponym(span, state, "abbreviation")
    if words in table.codes and _AFTER_COMMA.search(text, max(0, span.start - 3), span.start):
        return Toponym(span, table.codes[words], "abbreviation")
    if lower in table.demonyms:
        return Toponym(span, table.demonyms[lower], "demonym")
    return Toponym(span, words, "name", _wanted(text, span, table), _acts(text, span, table))


def _wanted(text: str, span: Span, table: PlaceTable) -> tuple[str, ...]:
    """Return the features that the words right after or before a toponym ask for."""
    after = _NEXT_WORDS.match(text, span.end, span.end + _WINDOW)
    if after:
        words = after.group(1).lower().split()
        for count in range(len(words), 0, -1):
            if found := table.features.get(" ".join(words[:count])):
                return found
    before = _WORD_BEFORE.search(text, max(0, span.start - _WINDOW), span.start)
    return table.features.get(before.group(1).lower(), ()) if before else ()


def _acts(text: str, span: Span, table: PlaceTable) -> bool:
    after = _WORDS_AFTER.match(text, span.end, span.end + _WINDOW)
    for word in after.group().lower().split() if after else ():
        if word in table.acting:
            return True
        if word not in table.between:
            break
    before = text[max(0, span.start - _WINDOW) : span.start].lower().split()
    return any(tuple(before[-len(words) :]) == words for words in table.before)
