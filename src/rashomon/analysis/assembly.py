"""From what was found, in words, to the reading, in characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.analysis.boilerplate import BoilerplateTable, find_boilerplate
from rashomon.analysis.encoder import Floats
from rashomon.analysis.events.lexicon import EventTable
from rashomon.analysis.lexicon import Lexicon
from rashomon.analysis.mentions import Mention, Mentions
from rashomon.analysis.nesting import Nested
from rashomon.analysis.parties.find import Told, find_parties
from rashomon.analysis.parties.tables import PartyTables
from rashomon.analysis.sentences import find_sentences
from rashomon.analysis.stance import manner
from rashomon.analysis.statements import find_statements
from rashomon.analysis.tags import WordSpan
from rashomon.analysis.wording import find_loaded, is_hedged
from rashomon.analysis.words import Words
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Reading, Statement
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Tables:
    """The word tables that the analysis works with."""

    lexicon: Lexicon
    parties: PartyTables
    events: EventTable
    boilerplate: BoilerplateTable
    finite: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads found in a document.

    Attributes:
        attributions: the attributions, with those within them.
        sentence: ``[n]``, log-probability that a sentence begins with each word.
        hedge: ``[n]``, probability that each word hedges.
        loaded: ``[n]``, probability that each word is loaded.
        mentions: what each head of :data:`rashomon.analysis.heads.LABELS` marks.
    """

    attributions: Sequence[Nested]
    sentence: Floats
    hedge: Floats
    loaded: Floats
    mentions: Mapping[str, Sequence[Mention]]


def assemble(document: Document, words: Words, heads: Heads, tables: Tables) -> Reading:
    """Return the reading of a document.

    Args:
        document: what was read.
        words: its words.
        heads: what the heads found in it.
        tables: the word tables.
    """
    attributions = _attributions(document, words, heads.attributions, tables)
    sentences = find_sentences(heads.sentence, words)
    attributed = [
        span
        for attribution in attributions
        for span in (*attribution.source, *attribution.cue, *attribution.content)
    ]
    boilerplate = find_boilerplate(document.text, sentences, tables.finite, tables.boilerplate)
    stated = find_statements(document.text, sentences, attributed, boilerplate, tables.finite)
    statements = tuple(
        Statement(
            id=f"s{number}",
            span=span,
            hedged=is_hedged(span, heads.hedge, words),
            loaded=find_loaded(span, heads.loaded, words),
        )
        for number, span in enumerate(stated, start=1)
    )
    told = Told(
        sentences=sentences,
        attributions=attributions,
        actors=Mentions(heads.mentions.get("actor", ())),
        entities=Mentions(heads.mentions.get("entity", ())),
        countries={},
        boilerplate=boilerplate,
    )
    parties = find_parties(document, told, tables.parties)
    named = tuple(
        replace(attribution, party=party)
        for attribution, party in zip(attributions, parties.speakers, strict=True)
    )
    return Reading(document, named, statements, parties.all, (), (), (), boilerplate)


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
