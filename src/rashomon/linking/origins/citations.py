"""Outlets whose reports a text repeats: "X reported", "citing Y", "told Z"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.linking.origins.names import Mention
from rashomon.linking.origins.tables import OriginTables
from rashomon.linking.origins.words import Word, normal
from rashomon.model.reading import Attribution, Party, Reading
from rashomon.model.spans import Span, Spans

_STOP = re.compile(r"[.!?][”\"’')\]]*\s|\n")
_WINDOW = 600
"""Characters to either side of a name within which its sentence is looked for."""

_NO_OUTLETS = frozenset(
    (
        "government",
        "military",
        "armed_group",
        "international_body",
        "person",
        "group",
        "unnamed",
    )
)


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that say that another outlet reports something.

    Attributes:
        name: what the outlet is called.
        is_outlet: whether it is known to be one; else it counts only where it published a
            document of the case.
        cue: the words that cite.
        contents: what is repeated.
    """

    name: str
    is_outlet: bool
    cue: Span
    contents: Spans


def find_citations(
    reading: Reading,
    words: Sequence[Word],
    mentions: Sequence[Mention],
    tables: OriginTables,
    page: Spans = (),
) -> Iterator[Citation]:
    """Yield the citations of a text.

    Args:
        reading: the document, and who says what in it.
        words: its words.
        mentions: the houses that it names.
        tables: the words that cite.
        page: what belongs to the page, in order: nobody is cited for that.
    """
    for one in _citations(reading, words, mentions, tables):
        if not any(span.overlaps(each) for each in page for span in (one.cue, *one.contents)):
            yield one


def _citations(
    reading: Reading, words: Sequence[Word], mentions: Sequence[Mention], tables: OriginTables
) -> Iterator[Citation]:
    sources = _Sources(reading)
    seen: set[Span] = set()
    for one in mentions:
        said = None if one.is_common else sources.named_at(one.span)
        if said:
            seen |= set(said.source)
            yield Citation(one.house.name, True, _hull((*said.source, *said.cue)), said.content)
        elif cue := _cue(reading.document.text, words, one, tables):
            yield Citation(one.house.name, True, cue, sources.contents_at(cue))
    for said in reading.attributions:
        party = sources.parties.get(said.party or "")
        if party is None or party.kind in _NO_OUTLETS or seen & set(said.source):
            continue
        if party.kind == "media" or sources.is_cited(said, tables):
            cue = _hull((*said.source, *said.cue))
            yield Citation(party.name, party.kind == "media", cue, said.content)


class _Sources:
    """Who says what in a document, by where they stand."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._said = [one for one in reading.attributions if one.content]
        self.parties: dict[str, Party] = {one.id: one for one in reading.parties}

    def named_at(self, name: Span) -> Attribution | None:
        """Return the attribution whose source a name is part of."""
        return next(
            (one for one in self._said if any(span.holds(name) for span in one.source)), None
        )

    def is_cited(self, said: Attribution, tables: OriginTables) -> bool:
        """Return whether words that cite stand by the source, not others (*unpopular with*)."""
        cues = {tuple(normal(span.of(self._text)).split()) for span in said.cue}
        return not cues.isdisjoint(tables.before | tables.after)

    def contents_at(self, cue: Span) -> Spans:
        """Return what is told where words cite somebody: contents, else the sentence."""
        here = self._sentence(cue)
        found = [one for one in self._said if one.within is None and _stands_in(one, here)]
        if found:
            return max(found, key=lambda one: (_is_near(one, cue), -one.cue[0].start)).content
        return (here,)

    def _sentence(self, at: Span) -> Span:
        before = self._text[max(0, at.start - _WINDOW) : at.start]
        ends = [stop.end() for stop in _STOP.finditer(before)]
        start = at.start - len(before) + (ends[-1] if ends else 0)
        stop = _STOP.search(self._text, at.end, at.end + _WINDOW)
        end = stop.start() + 1 if stop else min(len(self._text), at.end + _WINDOW)
        return Span(start, end)


def _stands_in(one: Attribution, sentence: Span) -> bool:
    return any(sentence.overlaps(span) for span in (*one.cue, *one.source))


def _is_near(one: Attribution, cue: Span) -> bool:
    return any(cue.overlaps(span) for span in (*one.cue, *one.content))


def _cue(text: str, words: Sequence[Word], one: Mention, tables: OriginTables) -> Span | None:
    """Return the words that cite a house before or behind its name, with the name."""
    between = 1 if one.is_common else tables.between  # the article
    for first in range(one.first - 1, max(-1, one.first - 3 - between), -1):
        for length in (3, 2, 1):
            plain = tuple(word.plain for word in words[first : first + length])
            is_before = first + length <= one.first and first + length + between >= one.first
            span = Span(words[first].start, one.span.end)
            if is_before and plain in tables.before and not _STOP.search(span.of(text)):
                return span
    if not one.is_short:
        for length in (3, 2, 1):
            plain = tuple(word.plain for word in words[one.last : one.last + length])
            if plain in tables.after:
                return Span(one.span.start, words[one.last + len(plain) - 1].end)
    return None


def _hull(spans: Spans) -> Span:
    return Span(min(one.start for one in spans), max(one.end for one in spans))
