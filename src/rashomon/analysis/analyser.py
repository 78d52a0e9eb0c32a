"""The analysis as a whole: documents in, readings out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from rashomon.analysis.assembly import Heads, Tables, assemble
from rashomon.analysis.attributions import Found, find_attributions
from rashomon.analysis.encoder import Encoder, Floats, Task
from rashomon.analysis.parameters import Parameters
from rashomon.analysis.windows import plan, sections
from rashomon.analysis.words import Words, find_words
from rashomon.model.document import Document
from rashomon.model.reading import Reading
from rashomon.settings import AnalysisSettings

_PIECES_AT_ONCE = 8_000
_PER_WORD = ("sentence", "hedge", "loaded")


@dataclass(slots=True)
class _Work:
    """A document on its way through the heads, section by section."""

    document: Document
    words: Words
    left: int
    outer: list[Found] = field(default_factory=list)
    inner: list[Found] = field(default_factory=list)
    per_word: dict[str, list[Floats]] = field(
        default_factory=lambda: {name: [np.zeros(0, np.float32)] for name in _PER_WORD}
    )


class Analyser:
    """Reads documents: who says what, and what is said in nobody's name.

    Args:
        encoder: the encoder with its heads.
        tokenizer: cuts texts into its wordpieces.
        parameters: the numbers beside the encoder.
        tables: the word tables.
        settings: how texts are analysed.
    """

    def __init__(
        self,
        encoder: Encoder,
        tokenizer: Tokenizer,
        parameters: Parameters,
        tables: Tables,
        settings: AnalysisSettings,
    ) -> None:
        self._encoder = encoder
        self._tokenizer = tokenizer
        self._parameters = parameters
        self._tables = tables
        self._settings = settings

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield the reading of each document, in order.

        Windows of several documents are encoded together; a long one is read in sections, so
        that the memory needed does not grow with it.
        """
        for group in self._groups(documents):
            self._encode(group)
            for work, _, _ in group:
                if work.left == 0:
                    work.left = -1
                    yield self._finish(work)

    def _groups(self, documents: Iterable[Document]) -> Iterator[list[tuple[_Work, int, int]]]:
        """Yield sections ``(work, start, end)`` in groups that are encoded together."""
        group: list[tuple[_Work, int, int]] = []
        pieces = 0
        for document in documents:
            words = find_words(document.text, self._tokenizer)
            parts = sections(document.text, words) or [(0, 0)]
            work = _Work(document, words, left=len(parts))
            for start, end in parts:
                size = int(words.first[end] - words.first[start])
                if group and pieces + size > _PIECES_AT_ONCE:
                    yield group
                    group, pieces = [], 0
                group.append((work, start, end))
                pieces += size
        if group:
            yield group

    def _encode(self, group: list[tuple[_Work, int, int]]) -> None:
        """Run the encoder over the sections of a group and keep what the heads find."""
        size, context = self._parameters.size, self._parameters.context
        tasks: list[Task] = []
        counts = []
        for work, start, end in group:
            text, words = work.document.text, work.words
            windows = plan(text, words, start, end, size=size, context=context)
            tasks += [Task(words, window) for window in windows]
            counts.append(len(windows))
        outputs = iter(self._encoder.run(tasks))
        for (work, start, end), count in zip(group, counts, strict=True):
            parts = [next(outputs) for _ in range(count)]
            work.left -= 1
            if parts:
                heads = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
                self._keep(work, start, end, heads)

    def _keep(self, work: _Work, start: int, end: int, heads: dict[str, Floats]) -> None:
        gap, marks = work.words.gap[start:end], work.words.ends_sentence[start:end]
        for name, found in (("tag", work.outer), ("nested", work.inner)):
            section = find_attributions(heads[name], heads["link"], gap, marks, self._parameters)
            found.extend(one.moved(start) for one in section)
        for name in _PER_WORD:
            work.per_word[name].append(heads[name][:, 0])

    def _finish(self, work: _Work) -> Reading:
        sentence, hedge, loaded = (np.concatenate(work.per_word[name]) for name in _PER_WORD)
        heads = Heads(work.outer, work.inner, sentence, hedge, loaded)
        return assemble(
            work.document, work.words, heads, self._parameters, self._tables, self._settings
        )
