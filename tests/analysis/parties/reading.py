"""Parties of short texts: what is marked stands between marks that say what it is."""

import re

from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.parties.find import Told, find_parties
from rashomon.model.document import Document
from rashomon.model.reading import Attribution
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

TABLES = load_tables().parties
_MARK = re.compile(r"<(s|p|o|l|a)>(.*?)</\1>", re.S)
_LABELS = {"p": "person", "o": "organisation", "l": "place"}


def parties(marked, publisher=None, countries=None, boilerplate=()):
    """Return the parties of a text and who speaks, in the order of the sources.

    ``<s>`` marks a source, ``<p> <o> <l>`` the names of a person, organisation or place, ``<a>`` a
    phrase for people.
    """
    text, marks = _unmarked(marked)
    sources = [span for kind, span in marks if kind == "s"]
    attributions = [_said_by(number, span, text) for number, span in enumerate(sources)]
    told = Told(
        sentences=tuple(Span(*match.span()) for match in re.finditer(r"[^.!?]+[.!?]?\s*", text)),
        attributions=attributions,
        actors=Mentions(Mention("person", span, 1.0) for kind, span in marks if kind == "a"),
        entities=Mentions(
            Mention(_LABELS[kind], span, 1.0) for kind, span in marks if kind in _LABELS
        ),
        countries={
            span: countries[span.of(text)]
            for kind, span in marks
            if countries and kind == "l" and span.of(text) in countries
        },
        boilerplate=tuple(boilerplate),
    )
    document = Document(id="sha256:0", text=text, publisher=publisher)
    found = find_parties(document, told, TABLES)
    by_id = {party.id: party for party in found.all}
    return found.all, [by_id.get(one) for one in found.speakers], text


def _unmarked(marked):
    """Return a text without its marks, and the marks; they may stand in one another."""
    marks = []
    while match := _MARK.search(marked):
        kind, inner = match.groups()
        start = match.start()
        deeper_text, deeper = _unmarked(inner)
        end = start + len(deeper_text)
        marks.append((kind, Span(start, end)))
        marks += [(each, Span(a + start, b + start)) for each, (a, b) in deeper]
        marked = marked[:start] + deeper_text + marked[match.end() :]
    return marked, sorted(marks, key=lambda mark: mark[1])


def _said_by(number, span, text):
    """Return an attribution whose content is the rest of the sentence behind its source."""
    end = text.find(".", span.end)
    content = (Span(span.end + 1, end if end > span.end + 1 else len(text)),)
    return Attribution(
        id=f"a{number + 1}",
        source=(span,),
        cue=(Span(span.end, span.end + 1),),
        content=content,
        party=None,
        stance="asserts",
        framing="neutral",
        within=None,
        confidence=1.0,
    )
