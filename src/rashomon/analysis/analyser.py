"""The analysis as a whole: a document in, its reading out."""

import numpy as np
from tokenizers import Tokenizer

from rashomon.analysis.assembly import Heads, Tables, assemble
from rashomon.analysis.attributions import Found, find_attributions
from rashomon.analysis.encoder import Encoder
from rashomon.analysis.heads import HAPPENED, LABELS, TYPE, TYPES, find_mentions
from rashomon.analysis.mentions import Mention
from rashomon.analysis.nesting import Nester
from rashomon.analysis.parameters import Parameters
from rashomon.analysis.settling import without_unsure
from rashomon.analysis.windows import sections
from rashomon.analysis.words import find_words
from rashomon.model.document import Document
from rashomon.model.gazetteer import Gazetteer
from rashomon.model.reading import Reading
from rashomon.settings import AnalysisSettings

_PER_WORD = ("sentence", "hedge", "loaded", TYPE, HAPPENED)
_WIDTHS = {TYPE: len(TYPES)}


class Analyser:
    """Reads documents: who says what, when, where and what happened.

    A document's reading depends on nothing but the document: the encoder rounds all that it is
    given at once by one scale, so it is given the windows of one document at a time.

    Args:
        encoder: the encoder with its heads.
        tokenizer: cuts texts into its wordpieces.
        parameters: the numbers beside the encoder.
        tables: the word tables.
        gazetteer: the places that are known.
        settings: how texts are analysed.
    """

    def __init__(
        self,
        encoder: Encoder,
        tokenizer: Tokenizer,
        parameters: Parameters,
        tables: Tables,
        gazetteer: Gazetteer,
        settings: AnalysisSettings,
    ) -> None:
        self._encoder = encoder
        self._tokenizer = tokenizer
        self._parameters = parameters
        self._tables = tables
        self._gazetteer = gazetteer
        self._nester = Nester(encoder, parameters)
        self._least = settings.min_confidence

    def read(self, document: Document) -> Reading:
        """Return a document's reading; a long one is encoded in sections, to bound the memory."""
        words = find_words(document.text, self._tokenizer)
        found: list[Found] = []
        per_word = {name: [np.zeros((0, _WIDTHS.get(name, 1)), np.float32)] for name in _PER_WORD}
        mentions: dict[str, list[Mention]] = {head: [] for head in LABELS}
        for start, end in sections(document.text, words):
            [heads] = self._encoder.encode(
                document.text,
                [(words, start, end)],
                size=self._parameters.size,
                context=self._parameters.context,
            )
            gap, ends_sentence = words.gap[start:end], words.ends_sentence[start:end]
            section = find_attributions(
                heads["tag"], heads["link"], gap, ends_sentence, self._parameters
            )
            places = np.arange(start, end)
            found.extend(one.placed(places) for one in section)
            for name in _PER_WORD:
                per_word[name].append(heads[name])
            for head in LABELS:
                mentions[head].extend(find_mentions(heads[head], words, start, head))
        nested = self._nester.nest(document.text, words, found)
        sentence, hedge, loaded, types, happened = (
            np.concatenate(per_word[name]) for name in _PER_WORD
        )
        said = Heads(
            attributions=nested,
            sentence=sentence[:, 0],
            hedge=hedge[:, 0],
            loaded=loaded[:, 0],
            types=types,
            happened=happened[:, 0],
            mentions=mentions,
        )
        reading = assemble(document, words, said, self._tables, self._gazetteer)
        return without_unsure(reading, self._least)
