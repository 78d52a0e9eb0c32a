"""Which words name places: what the heads mark, and what the gazetteer and the tables add.

Every toponym that the head marks is one, unless a longer name of a person holds it. Added are names
of places that only the head for names marks, if it is sure enough; what stands alone with a capital
and is the name of a country, a large town or a place of our own table; adjectives and peoples.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.places.geometry import COUNTRY, level
from rashomon.analysis.places.table import PlaceTable
from rashomon.model.gazetteer import Gazetteer, NameMatch
from rashomon.model.spans import Span, trim

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’\-.][^\W\d_]+)*")
_GAP = re.compile(r"[ \-]")
_MOST_WORDS = 5
_FEWEST_LETTERS = 4


def find_spans(
    text: str,
    toponyms: Sequence[Mention],
    entities: Mentions,
    gazetteer: Gazetteer,
    table: PlaceTable,
) -> list[Span]:
    """Return where places are named, in text order; no two overlap.

    Args:
        text: the document's text.
        toponyms: what the head for toponyms marks.
        entities: what the head for names marks.
        gazetteer: the places.
        table: the words by which texts name places.
    """
    spans = _without_overlaps(
        span
        for one in toponyms
        if one.confidence >= table.rules["least_confidence"]
        and (span := trim(one.span, text))
        and not _is_of_person(span, entities)
    )
    named = (
        span
        for one in entities.all
        if one.label == "place"
        and one.confidence >= table.rules["least_confidence_of_names"]
        and (span := trim(one.span, text))
    )
    marked = Mentions(Mention("place", span, 1.0) for span in spans)
    added = (
        span
        for span in (*named, *_known_names(text, gazetteer, table))
        if not marked.touching(span)
        and all(one.label == "place" for one in entities.touching(span))
    )
    return _without_overlaps((*spans, *added))


def _is_of_person(span: Span, entities: Mentions) -> bool:
    """Return whether a toponym is a part of the longer name of a person."""
    return any(
        one.label == "person" and one.span.holds(span) and one.span != span
        for one in entities.touching(span)
    )


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Return spans in text order; of those that overlap the longest."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end - span.start > kept[-1].end - kept[-1].start:
            kept[-1] = span
    return kept


def _known_names(text: str, gazetteer: Gazetteer, table: PlaceTable) -> Iterator[Span]:
    """Yield the names in a text that are surely those of places, whatever stands around them."""
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    if text.islower():
        yield from _after_leads(text, words, gazetteer, table)
        return
    for run in _runs(text, words, table):
        name = Span(run[0].start, run[-1].end)
        if len(run) <= _MOST_WORDS and _is_known(name.of(text), gazetteer, table):
            yield name
            continue
        yield from (word for word in run if word.of(text).lower() in table.demonyms)


def _runs(text: str, words: Sequence[Span], table: PlaceTable) -> Iterator[list[Span]]:
    """Yield neighbouring words with capitals, without those that only open a sentence."""
    run: list[Span] = []
    for word in words:
        lower = word.of(text).lower()
        is_name = text[word.start].isupper() and lower not in table.openers
        is_next = bool(run) and _GAP.fullmatch(text, run[-1].end, word.start) is not None
        if run and not (is_name and is_next):
            yield run
            run = []
        if is_name:
            run.append(word)
    if run:
        yield run


def _after_leads(
    text: str, words: Sequence[Span], gazetteer: Gazetteer, table: PlaceTable
) -> Iterator[Span]:
    """Yield adjectives and peoples, and what follows a preposition, in a text without capitals."""
    for before, word in pairwise((Span(0, 0), *words)):
        lower = word.of(text)
        if lower in table.ambiguous or len(lower) < _FEWEST_LETTERS:
            continue
        if lower in table.demonyms or (
            before.of(text) in table.leads and _is_known(lower, gazetteer, table)
        ):
            yield word


def _is_known(name: str, gazetteer: Gazetteer, table: PlaceTable) -> bool:
    """Return whether a name is that of a country, a large town, or a place in the news."""
    if name.lower() in table.demonyms:
        return True
    return any(_is_large(match, table) for match in gazetteer.find(name) if match.is_main)


def _is_large(match: NameMatch, table: PlaceTable) -> bool:
    entry = match.entry
    return (
        match.is_own
        or level(entry) == COUNTRY
        or entry.source == "rashomon"
        or entry.population >= table.rules["least_population"]
    )
