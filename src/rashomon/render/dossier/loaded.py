"""Which loaded words say something of an outlet: not names, not what all say, not scraps."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rashomon.model.comparison import Point
from rashomon.model.reading import Reading
from rashomon.model.spans import Span, Spans
from rashomon.render.dossier.sources import Source
from rashomon.render.dossier.view import View

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDING = re.compile(r"(?<=..)(?:ings?|ed|es|e|s)$")
_FEWEST_LETTERS = 3
_REMEMBERED = 20_000
"""Words whose stems are kept: accounts of one incident use the same ones again and again."""
_COMMON = 3
"""A word that so many outlets use, in their own voice or for what happened, tells the incident."""


class Loaded:
    """Tells which of the words that a model marks as loaded are worth showing.

    The model marks single words, and errs: a name, a letter, or what every outlet calls the thing
    (*killed*) is not one outlet's colouring, and shown as such would wrong it.

    Args:
        view: what the dossier shows.
        sources: the documents, by their ``id``.
    """

    def __init__(self, view: View, sources: Mapping[str, Source]) -> None:
        readings = view.readings
        self._readings = readings
        self._plain = frozenset(
            (
                *_common(readings, sources),
                *_names(readings),
                *_cues(readings),
                *_asked(view.comparison.points),
            )
        )

    def telling(self, document: str, spans: Spans) -> Spans:
        """Return the loaded words of a document that say something of its outlet."""
        text = self._readings[document].document.text
        return tuple(one for one in spans if self._tells(Span(*one).of(text)))

    def _tells(self, words: str) -> bool:
        found = (one.group() for one in _WORD.finditer(words))
        return any(len(one) >= _FEWEST_LETTERS and _stem(one) not in self._plain for one in found)


def _words(text: str) -> Iterator[str]:
    return map(_stem, _WORD.findall(text))


@lru_cache(_REMEMBERED)
def _stem(word: str) -> str:
    """Return a word without its ending, so that *killed* and *killing* are one."""
    return _ENDING.sub("", word.casefold())


def _asked(points: Iterable[Point]) -> Iterator[str]:
    """Yield the words of who is counted, and of the means: they are what the accounts are on."""
    for point in points:
        if point.who:
            yield from _words(point.label)
        if point.kind == "means":
            for one in point.positions:
                yield from _words(one.label)


def _common(readings: Mapping[str, Reading], sources: Mapping[str, Source]) -> frozenset[str]:
    """Return the words that several outlets use in their own voice, or for what happened."""
    used: dict[str, set[str]] = defaultdict(set)
    for document, source in sources.items():
        reading = readings[document]
        for one in reading.statements:
            used[source.outlet].update(_words(one.span.of(reading.document.text)))
        for event in reading.events:
            used[source.outlet].update(_words(event.trigger.of(reading.document.text)))
    often = Counter(word for words in used.values() for word in words)
    return frozenset(word for word, outlets in often.items() if outlets >= _COMMON)


def _names(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Return the words that names of parties with a name, and of places, are made of."""
    names = {name for reading in readings.values() for name in _named(reading)}
    return frozenset(word for name in names for word in _capital(name))


def _named(reading: Reading) -> Iterable[str]:
    yield from (one.name for one in reading.parties if one.kind not in ("unnamed", "group"))
    text = reading.document.text
    yield from (one.span.of(text) for one in reading.places)


def _capital(name: str) -> Iterator[str]:
    return (_stem(one) for one in _WORD.findall(name) if one[0].isupper())


def _cues(readings: Mapping[str, Reading]) -> frozenset[str]:
    """Return the words that put something to a source without colouring it: *said*."""
    return frozenset(
        word
        for reading in readings.values()
        for one in reading.attributions
        if one.framing == "neutral"
        for word in _words(reading.document.quote(one.cue))
    )
