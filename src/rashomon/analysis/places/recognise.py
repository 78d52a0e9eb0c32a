"""Which words name places: what the heads mark, and what the gazetteer and the tables add.

Every toponym that the head marks is one, unless a longer name of a person holds it. Added are names
of places that only the head for names marks, if it is sure enough, and names of countries that
stand alone with a capital: of these 99 in 100 are marked in LGL and TR-News. Where the head marks
nothing in a document, so are adjectives and peoples, and names of large towns and of places of our
own table, of which it is 9 in 10.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.places.geometry import COUNTRY, IN_THE_NEWS, level
from rashomon.analysis.places.table import PlaceTable
from rashomon.model.gazetteer import Gazetteer, NameMatch
from rashomon.model.spans import Span, trim

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’\-.][^\W\d_]+)*")
_ARTICLES = "al|el|ad|an|ar|as|at|az|es|ez|de|del|la|le|les"
_PART_AFTER = re.compile(rf"[ -](?:{_ARTICLES})[ -][A-Z][\w'’]+")
_PART_BEFORE = re.compile(rf"\b[A-Z][\w'’]+[ -](?:{_ARTICLES})[ -]$")
_LONGEST_PART = 25
_LITTLE = re.compile(r"[ \-](?:[a-z]{2,3}[ \-])?")
_GAP = re.compile(r"[ \-]")
_MOST_WORDS = 5
_FEWEST_LETTERS = 4
_WORD_BEFORE = re.compile(r"([a-z]+) $")
_LONGEST_LEAD = 12
_FEWEST_RARE, _MOST_RARE = 2, 3


def find_spans(
    text: str,
    toponyms: Sequence[Mention],
    entities: Mentions,
    gazetteer: Gazetteer,
    table: PlaceTable,
    rare: Sequence[Span] = (),
) -> list[Span]:
    """Return where places are named, in text order; no two overlap.

    Args:
        text: the document's text.
        toponyms: what the head for toponyms marks.
        entities: what the head for names marks.
        gazetteer: the places.
        table: the words by which texts name places.
        rare: words that are no common English ones, in text order.
    """
    marked_spans = _without_overlaps(
        span
        for one in toponyms
        if one.confidence >= table.rules["least_confidence"]
        and (span := trim(one.span, text))
        and not _is_of_person(span, entities)
    )
    words = [Span(*match.span()) for match in _WORD.finditer(text)]
    runs = list(_runs(text, words, table))
    own = _own_names(text, runs, gazetteer)
    whole = (_extended(text, one, gazetteer) for one in _joined(text, marked_spans, gazetteer))
    spans = _without_overlaps((*whole, *own))
    named = (
        span
        for one in entities.all
        if one.label == "place"
        and one.confidence >= table.rules["least_confidence_of_names"]
        and (span := trim(one.span, text))
    )
    known = _Known(gazetteer, table, only_countries=bool(spans))
    marked = Mentions(Mention("place", span, 1.0) for span in spans)
    added = (
        span
        for span in (
            *named,
            *(
                _after_leads(text, words, known)
                if text.islower()
                else _known_names(text, runs, known)
            ),
            *_strange_names(text, rare, known),
        )
        if not marked.touching(span)
        and all(one.label == "place" for one in entities.touching(span))
    )
    return _without_overlaps((*spans, *added))


def _joined(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield spans, those put together that are parts of one name: "Deir" and "Balah"."""
    held: Span | None = None
    for span in spans:
        both = Span(held.start, span.end) if held else span
        if held and _LITTLE.fullmatch(text, held.end, span.start) and gazetteer.find(both.of(text)):
            held = both
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _extended(text: str, span: Span, gazetteer: Gazetteer) -> Span:
    """Return a span with the other part of its name: "Ras al-" before a marked "Ain"."""
    after = _PART_AFTER.match(text, span.end)
    before = _PART_BEFORE.search(text, max(0, span.start - _LONGEST_PART), span.start)
    for start, end in (
        (span.start, after.end() if after else span.end),
        (before.start() if before else span.start, span.end),
    ):
        if end - start > span.end - span.start and gazetteer.find(text[start:end]):
            return Span(start, end)
    return span


def _own_names(text: str, runs: Iterable[Sequence[Span]], gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield the names with capitals that are in a list of the user."""
    for run in runs:
        first = 0
        while first < len(run):
            ends = range(min(len(run), first + _MOST_WORDS), first, -1)
            names = {end: Span(run[first].start, run[end - 1].end) for end in ends}
            last = next((end for end in ends if _is_own(names[end].of(text), gazetteer)), None)
            if last:
                yield names[last]
            first = last or first + 1


def _is_own(name: str, gazetteer: Gazetteer) -> bool:
    return any(match.is_own for match in gazetteer.find(name))


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


def _known_names(text: str, runs: Iterable[Sequence[Span]], known: "_Known") -> Iterator[Span]:
    """Yield the names with capitals that are surely of places, whatever stands around them."""
    for run in runs:
        name = Span(run[0].start, run[-1].end)
        if len(run) <= _MOST_WORDS and known.is_place(name.of(text)):
            yield name
        else:
            yield from (word for word in run if known.is_people(word.of(text)))


def _runs(text: str, words: Sequence[Span], table: PlaceTable) -> Iterator[list[Span]]:
    """Yield neighbouring words with capitals, without those that only open a sentence."""
    run: list[Span] = []
    for word in words:
        is_name = text[word.start].isupper() and word.of(text).lower() not in table.openers
        is_next = bool(run) and _GAP.fullmatch(text, run[-1].end, word.start) is not None
        if run and not (is_name and is_next):
            yield run
            run = []
        if is_name:
            run.append(word)
    if run:
        yield run


def _after_leads(text: str, words: Sequence[Span], known: "_Known") -> Iterator[Span]:
    """Yield adjectives and peoples, and what follows a preposition, in a text without capitals."""
    for before, word in pairwise((Span(0, 0), *words)):
        name = word.of(text)
        if name in known.table.ambiguous or len(name) < _FEWEST_LETTERS:
            continue
        is_led = before.of(text) in known.table.leads
        if known.is_people(name) or (is_led and known.is_place(name)):
            yield word


def _strange_names(text: str, rare: Sequence[Span], known: "_Known") -> Iterator[Span]:
    """Yield names like those of large places in a text without capitals.

    They are two rare words or three together behind a preposition, as "on dier azor".
    """
    if not text.islower():
        return
    run: list[Span] = []
    for word in (*rare, Span(len(text), len(text))):
        if run and not _GAP.fullmatch(text, run[-1].end, word.start):
            name = Span(run[0].start, run[-1].end)
            before = _WORD_BEFORE.search(text, max(0, name.start - _LONGEST_LEAD), name.start)
            is_led = before is not None and before[1] in known.table.leads
            if _FEWEST_RARE <= len(run) <= _MOST_RARE and is_led and known.is_like(name.of(text)):
                yield name
            run = []
        run.append(word)


class _Known:
    """Says which names are surely those of places.

    Args:
        gazetteer: the places.
        table: the words by which texts name places.
        only_countries: whether only names of countries are.
    """

    def __init__(self, gazetteer: Gazetteer, table: PlaceTable, *, only_countries: bool) -> None:
        self.table = table
        self._gazetteer = gazetteer
        self._only_countries = only_countries

    def is_people(self, name: str) -> bool:
        """Return whether a name is an adjective or a people."""
        return not self._only_countries and name.lower() in self.table.demonyms

    def is_place(self, name: str) -> bool:
        """Return whether one of the places of a name is that of a country, or large."""
        if self.is_people(name):
            return True
        return any(self._is_sure(match) for match in self._gazetteer.find(name) if match.is_main)

    def is_like(self, name: str) -> bool:
        """Return whether a name is that of a large place, or written nearly so."""
        found = self._gazetteer.find(name) or self._gazetteer.find_like(name)
        least = self.table.rules["least_population"]
        return any(match.entry.population >= least for match in found)

    def _is_sure(self, match: NameMatch) -> bool:
        entry = match.entry
        if level(entry) == COUNTRY or self._only_countries:
            return level(entry) == COUNTRY
        is_large = entry.population >= self.table.rules["least_population"]
        return match.is_own or entry.source == IN_THE_NEWS or is_large
