"""Events of short texts, with an encoder that says what a test wants."""

import re

import numpy as np

from rashomon.analysis.casualties.find import find_harms
from rashomon.analysis.events.find import Known, find_events
from rashomon.analysis.events.participants import Actor
from rashomon.analysis.events.senses import Senses
from rashomon.analysis.heads import NONE, TYPES
from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.words import Words
from rashomon.model.reading import Attribution, Place, Time
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

TABLES = load_tables()
TABLE = TABLES.events
_NOTHING = np.zeros(0, np.int64)


def span_of(text, words, start=0):
    """Return where words stand in a text."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def senses(text, says=None, happened=1.0):
    """Return what an encoder says: a type for each stretch that holds some words, else none."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    types = np.full((len(found), len(TYPES)), -4.0, np.float32)
    types[:, TYPES.index(NONE)] = 0.0
    for words, kind in (says or {}).items():
        for match in re.finditer(re.escape(words), text):
            here = [i for i, one in enumerate(found) if match.start() <= one.start() < match.end()]
            types[here, TYPES.index(kind)] = 200.0
    starts = np.array([one.start() for one in found], np.int64)
    ends = np.array([one.end() for one in found], np.int64)
    flags = np.zeros(len(found), bool)
    words = Words(starts, ends, _NOTHING, _NOTHING, flags, _NOTHING, _NOTHING)
    return Senses(words, types, np.full(len(found), happened, np.float32))


def sentences(text):
    """Return the sentences of a text."""
    return tuple(Span(*match.span()) for match in re.finditer(r"\S[^.!?]*[.!?]?", text))


def time(text, words, day, number=1):
    """Return a time of a text."""
    return Time(f"t{number}", span_of(text, words), "date", day, day, day, day, "text", "event")


def place(text, words, lat=50.0, lon=10.0, number=1, use="literal"):
    """Return a place of a text."""
    span = span_of(text, words)
    return Place(f"l{number}", span, words, lat, lon, None, "XX", None, "town", 5.0, use)


def said(text, content, stance="asserts", framing="neutral", number=1):
    """Return an attribution with some words for its content."""
    span = span_of(text, content)
    cue = (Span(span.end, span.end + 1),)
    return Attribution(f"a{number}", (), cue, (span,), None, stance, framing, None, 1.0)


def events(
    text, says=None, *, actors=(), places=(), times=(), said=(), happened=1.0, marked=(), kinds=None
):
    """Return the events of a text.

    Args:
        text: the text.
        says: which type the encoder sees in which words.
        actors: words for parties, and their ids; a party may stand there several times.
        places: places.
        times: times.
        said: attributions.
        happened: how likely it holds each event to have taken place.
        marked: words that the encoder marks as events.
        kinds: what the parties are, by their ids.
    """
    named = [
        Actor(Span(*match.span()), party, is_place=False)
        for words, party in actors
        for match in re.finditer(re.escape(words), text)
    ]
    known = Known(
        sentences=sentences(text),
        times=times,
        places=places,
        actors=sorted(named, key=lambda one: one.span),
        kinds=kinds or {},
        attributions=said,
        harms=find_harms(text, sentences(text), (), TABLES.casualties),
    )
    marks = Mentions(Mention("event", span_of(text, words), 1.0) for words in marked)
    return find_events(text, marks, senses(text, says, happened), known, TABLE).events
