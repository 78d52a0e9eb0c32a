"""Whether events took place, as their writers have it, against judgements of people.

Sentences of UDS-IH2, MegaVeridicality and Ross & Pavlick, with words that name events. The head is
measured by itself, and the package by whether it tells an event as one that happened: asserted, and
not as planned or hypothetical. The texts stand alone, without attributions; the head is heard for
every judged word, where the package hears it for verbs alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from evaluation.factual import FactualText, texts
from evaluation.splits import Split
from rashomon.analysis.events.clauses import Clause, clause
from rashomon.analysis.events.lexicon import ModalityTable
from rashomon.analysis.events.manner import manner_of
from rashomon.analysis.heads import HAPPENED
from rashomon.analysis.words import find_words
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_encoder, load_parameters, load_tables, load_tokenizer

_LEAST = 1e-6
SURE = 0.5
"""Judgements nearer to zero than this, of -3 to 3, say neither."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How well it is told what took place, on one corpus.

    Attributes:
        words: words judged.
        pearson: the correlation of the head's log-odds with the judgements.
        error: the mean absolute error of the head, on the scale of the judgements.
        sure: words that are judged to have taken place, or not to have.
        head: the share of these that the head has right, 0 to 1.
        words_alone: the share that the words before the event have right.
        package: the share that the package has right.
    """

    words: int
    pearson: float
    error: float
    sure: int
    head: float
    words_alone: float
    package: float


def measure(split: Split) -> dict[str, Figures]:
    """Return the figures of each corpus."""
    said: Mapping[str, list[tuple[float, float, bool, bool]]] = defaultdict(list)
    for one, probabilities in _encoded(texts(split)):
        sentence = clause(one.text, Span(0, len(one.text)))
        for (span, judgement), probability in zip(one.judged, probabilities, strict=True):
            alone, both = (_happened(sentence, span, p) for p in (1.0, probability))
            said[one.id.split("/")[0]].append((judgement, probability, alone, both))
    return {name: _figures(rows) for name, rows in said.items()}


def _encoded(sentences: Sequence[FactualText]) -> Iterator[tuple[FactualText, list[float]]]:
    """Yield the sentences with the head's probability for each judged word: a phrase's last."""
    encoder, tokenizer, parameters = load_encoder(threads=2), load_tokenizer(), load_parameters()
    for one in sentences:
        words = find_words(one.text, tokenizer)
        whole = [(words, 0, len(words))]
        [heads] = encoder.encode(one.text, whole, size=parameters.size, context=0)
        last = [int(np.searchsorted(words.start, span.end)) - 1 for span, _ in one.judged]
        yield one, [float(heads[HAPPENED][i, 0]) for i in last]


@cache
def _table() -> ModalityTable:
    return load_tables().events.modality


def _happened(sentence: Clause, span: Span, probability: float) -> bool:
    table = _table()
    manner = manner_of(sentence, sentence.at(span.start), None, probability, table)
    return manner.polarity == "asserted" and manner.modality in ("happened", "alleged")


def _figures(rows: Sequence[tuple[float, float, bool, bool]]) -> Figures:
    judged, probability = (np.array(column, float) for column in list(zip(*rows, strict=True))[:2])
    likely = probability.clip(_LEAST, 1 - _LEAST)
    odds = np.log(likely / (1 - likely))
    sure = np.abs(judged) >= SURE
    took_place = judged > 0
    alone, both = (np.array(column, bool) for column in list(zip(*rows, strict=True))[2:])

    def share(said: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
        return float((said == took_place)[sure].mean())

    return Figures(
        words=len(rows),
        pearson=float(np.corrcoef(judged, odds)[0, 1]),
        error=float(np.abs(judged - (6 * probability - 3)).mean()),
        sure=int(sure.sum()),
        head=share(probability > 0.5),
        words_alone=share(alone),
        package=share(both),
    )
