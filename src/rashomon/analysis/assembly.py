"""From what was found, in words, to the reading, in characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.boilerplate import BoilerplateTable, find_boilerplate
from rashomon.analysis.casualties.find import find_harms
from rashomon.analysis.casualties.table import CasualtyTable
from rashomon.analysis.encoder import Floats
from rashomon.analysis.events.find import Known, find_events
from rashomon.analysis.events.lexicon import EventTable
from rashomon.analysis.events.participants import Actor
from rashomon.analysis.events.senses import Senses
from rashomon.analysis.lexicon import Lexicon
from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.nesting import Nested
from rashomon.analysis.parties.find import Parties, Told, find_parties
from rashomon.analysis.parties.tables import PartyTables
from rashomon.analysis.places.find import find_places
from rashomon.analysis.places.table import PlaceTable
from rashomon.analysis.sentences import find_sentences
from rashomon.analysis.settling import settle
from rashomon.analysis.stance import manner
from rashomon.analysis.statements import find_statements
from rashomon.analysis.tags import WordSpan
from rashomon.analysis.times.find import find_times
from rashomon.analysis.times.table import TimeTable
from rashomon.analysis.wording import find_loaded, is_hedged
from rashomon.analysis.words import Words, rare_words
from rashomon.model.document import Document
from rashomon.model.gazetteer import Gazetteer
from rashomon.model.reading import Attribution, Place, Reading, Statement
from rashomon.model.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Tables:
    """The word tables that the analysis works with.

    Attributes:
        lexicon: reporting words.
        parties: those who speak and act.
        times: time expressions.
        places: toponyms.
        casualties: people harmed.
        events: what happens.
        boilerplate: calls to subscribe and the like.
        finite: words that show that a stretch holds a clause.
        countries: the names of countries by their ISO 3166-1 codes.
    """

    lexicon: Lexicon
    parties: PartyTables
    times: TimeTable
    places: PlaceTable
    casualties: CasualtyTable
    events: EventTable
    boilerplate: BoilerplateTable
    finite: frozenset[str]
    countries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads found in a document.

    Attributes:
        attributions: the attributions, with those within them.
        sentence: ``[n]``, log-probability that a sentence begins with each word.
        hedge: ``[n]``, probability that each word hedges.
        loaded: ``[n]``, probability that each word is loaded.
        types: ``[n, len(TYPES)]``, the scores of types of events.
        happened: ``[n]``, probability that the event that each word names took place.
        mentions: what each head of :data:`rashomon.analysis.heads.LABELS` marks.
    """

    attributions: Sequence[Nested]
    sentence: Floats
    hedge: Floats
    loaded: Floats
    types: Floats
    happened: Floats
    mentions: Mapping[str, Sequence[Mention]]


def assemble(
    document: Document, words: Words, heads: Heads, tables: Tables, gazetteer: Gazetteer
) -> Reading:
    """Return the reading of a document.

    Args:
        document: what was read.
        words: its words.
        heads: what the heads found in it.
        tables: the word tables.
        gazetteer: the places that are known.
    """
    text, marks = document.text, heads.mentions
    attributions = _attributions(document, words, heads.attributions, tables)
    sentences = find_sentences(text, heads.sentence, words)
    boilerplate = find_boilerplate(text, sentences, tables.finite, tables.boilerplate)
    times = find_times(document, sentences, marks["time"], attributions, tables.times)
    places = find_places(
        document,
        sentences,
        marks["toponym"],
        marks["entity"],
        gazetteer,
        tables.places,
        rare_words(text, words),
    )
    told = Told(
        sentences=sentences,
        attributions=attributions,
        actors=Mentions(marks["actor"]),
        entities=Mentions(marks["entity"]),
        countries=_countries(places, tables),
        boilerplate=boilerplate,
    )
    parties = find_parties(document, told, tables.parties)
    known = Known(
        sentences=sentences,
        times=times,
        places=places,
        actors=_actors(parties),
        kinds={party.id: party.kind for party in parties.all},
        attributions=attributions,
        harms=find_harms(text, sentences, marks["actor"], tables.casualties),
    )
    senses = Senses(words, heads.types, heads.happened)
    happened = find_events(text, Mentions(marks["event"]), senses, known, tables.events)
    settled = settle(attributions, parties, happened.events, happened.acting, places)
    return Reading(
        document=document,
        attributions=settled.attributions,
        statements=_statements(text, words, heads, sentences, attributions, boilerplate, tables),
        parties=settled.parties,
        times=times,
        places=settled.places,
        events=settled.events,
        boilerplate=boilerplate,
    )


def _countries(places: Sequence[Place], tables: Tables) -> Mapping[Span, str]:
    """Return the names of the countries in which places lie."""
    return {
        place.span: tables.countries[place.country]
        for place in places
        if place.country and place.country in tables.countries
    }


def _actors(parties: Parties) -> list[Actor]:
    """Return the parties where they are named, and the places that may stand for one."""
    named = [
        Actor(span, party.id, is_place=False) for party in parties.all for span in party.mentions
    ]
    possible = [Actor(span, party, is_place=True) for span, party in parties.places.items()]
    return sorted((*named, *possible), key=lambda one: one.span)


def _statements(
    text: str,
    words: Words,
    heads: Heads,
    sentences: Spans,
    attributions: Sequence[Attribution],
    boilerplate: Spans,
    tables: Tables,
) -> tuple[Statement, ...]:
    """Return what the document asserts in its own voice, numbered."""
    attributed = [
        span
        for attribution in attributions
        for span in (*attribution.source, *attribution.cue, *attribution.content)
    ]
    stated = find_statements(text, sentences, attributed, boilerplate, tables.finite)
    return tuple(
        Statement(
            id=f"s{number}",
            span=span,
            hedged=is_hedged(span, heads.hedge, words),
            loaded=find_loaded(span, heads.loaded, words),
        )
        for number, span in enumerate(stated, start=1)
    )


def _attributions(
    document: Document, words: Words, nested: Sequence[Nested], tables: Tables
) -> list[Attribution]:
    """Return the attributions, numbered; those within another follow it."""
    attributions: list[Attribution] = []

    def add(one: Nested, within: str | None) -> None:
        number = f"a{len(attributions) + 1}"
        attributions.append(_attribution(number, document, words, one, within, tables))
        for inner in one.within:
            add(inner, number)

    for one in nested:
        add(one, None)
    return attributions


def _attribution(
    number: str,
    document: Document,
    words: Words,
    nested: Nested,
    within: str | None,
    tables: Tables,
) -> Attribution:
    found = nested.found
    cue = (_span(found.cue, words),)
    content = tuple(_span(part, words) for part in found.contents)
    source = (_span(found.source, words),) if found.source else ()
    how = manner(document.text, cue, content, source, tables.lexicon)
    return Attribution(
        id=number,
        source=source,
        cue=cue,
        content=content,
        party=None,
        stance=how.stance,
        framing=how.framing,
        within=within,
        confidence=round(nested.confidence, 3),
    )


def _span(part: WordSpan, words: Words) -> Span:
    return Span(int(words.start[part.start]), int(words.end[part.end - 1]))
