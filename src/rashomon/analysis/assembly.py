"""From what was found, in words, to the reading, in characters."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.analysis.attributions import Found
from rashomon.analysis.boilerplate import BoilerplateTable, find_boilerplate
from rashomon.analysis.confidence import confidence
from rashomon.analysis.encoder import Floats
from rashomon.analysis.lexicon import Lexicon
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.parties import SourceTable, find_parties
from rashomon.analysis.sentences import find_sentences
from rashomon.analysis.stance import manner
from rashomon.analysis.statements import find_statements
from rashomon.analysis.tags import WordSpan
from rashomon.analysis.wording import find_loaded, is_hedged
from rashomon.analysis.words import Words
from rashomon.model.document import Document
from rashomon.model.reading import Attribution, Reading, Statement
from rashomon.model.spans import Span
from rashomon.settings import AnalysisSettings


@dataclass(frozen=True, slots=True)
class Tables:
    """The word tables that the analysis works with."""

    lexicon: Lexicon
    sources: SourceTable
    boilerplate: BoilerplateTable
    finite: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heads:
    """What the heads found in a document.

    Attributes:
        outer: attributions that stand by themselves.
        inner: those that may stand within the content of one.
        sentence: ``[n]``, log-probability that a sentence begins with each word.
        hedge: ``[n]``, probability that each word hedges.
        loaded: ``[n]``, probability that each word is loaded.
    """

    outer: Sequence[Found]
    inner: Sequence[Found]
    sentence: Floats
    hedge: Floats
    loaded: Floats


def assemble(
    document: Document,
    words: Words,
    heads: Heads,
    parameters: Parameters,
    tables: Tables,
    settings: AnalysisSettings,
) -> Reading:
    """Return the reading of a document.

    Args:
        document: what was read.
        words: its words.
        heads: what the heads found in it.
        parameters: the numbers beside the encoder.
        tables: the word tables.
        settings: how texts are analysed.
    """
    attributions = _attributions(document, words, heads, parameters, tables, settings)
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
    parties, members = find_parties(document, [one.source for one in attributions], tables.sources)
    named = tuple(
        replace(attribution, party=party)
        for attribution, party in zip(attributions, members, strict=True)
    )
    return Reading(document, named, statements, parties, boilerplate)


def _attributions(
    document: Document,
    words: Words,
    heads: Heads,
    parameters: Parameters,
    tables: Tables,
    settings: AnalysisSettings,
) -> list[Attribution]:
    """Return the attributions that are sure enough, numbered, nested ones after their holder."""
    outer = _sure_enough(heads.outer, parameters.calibration, settings)
    inner = _sure_enough(heads.inner, parameters.nested, settings)
    held: dict[int, list[tuple[Found, float]]] = {}
    contents = _Contents([one for one, _ in outer])
    for one, sure in inner:
        holder = contents.holder(one)
        if holder is not None:
            held.setdefault(holder, []).append((one, sure))
    attributions: list[Attribution] = []

    def add(found: Found, sure: float, within: str | None) -> str:
        number = f"a{len(attributions) + 1}"
        attributions.append(_attribution(number, document, words, found, sure, within, tables))
        return number

    for index, (one, sure) in enumerate(outer):
        number = add(one, sure, None)
        for nested, nested_sure in held.get(index, ()):
            add(nested, nested_sure, number)
    return attributions


class _Contents:
    """The contents of attributions, to find the one in which another stands."""

    def __init__(self, found: Sequence[Found]) -> None:
        spans = [(span.start, span.end, i) for i, one in enumerate(found) for span in one.contents]
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]

    def holder(self, one: Found) -> int | None:
        """Return the number of the attribution in one of whose contents all of ``one`` lies."""
        parts = [one.cue, *one.contents, *([one.source] if one.source else [])]
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        at = bisect_right(self._starts, start) - 1
        if at < 0 or self._spans[at][1] < end:
            return None
        return self._spans[at][2]


def _sure_enough(
    found: Sequence[Found], calibration: Calibration, settings: AnalysisSettings
) -> list[tuple[Found, float]]:
    """Return the attributions that are to be reported, with their confidence."""
    least = max(calibration.least, settings.min_confidence)
    sure = [(one, confidence(one.evidence, calibration)) for one in found]
    return [(one, value) for one, value in sure if value >= least]


def _attribution(
    number: str,
    document: Document,
    words: Words,
    found: Found,
    sure: float,
    within: str | None,
    tables: Tables,
) -> Attribution:
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
        confidence=round(sure, 3),
    )


def _span(part: WordSpan, words: Words) -> Span:
    return Span(int(words.start[part.start]), int(words.end[part.end - 1]))
