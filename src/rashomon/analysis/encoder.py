"""The encoder: one forward pass over windows of many texts serves every head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import onnxruntime as ort

from rashomon.analysis.windows import Window, plan
from rashomon.analysis.words import QUOTATIONS, Ints, Words

Floats = npt.NDArray[np.float32]

_CLS, _SEP = 101, 102
_BATCH_PIECES = 1_024
_FRAME = 2
"""Pieces that each window has beside its words: the marks of its start and end."""


Stretch: TypeAlias = tuple[Words, int, int]
"""Words of a text, and which of them: ``start`` to ``end`` (exclusive)."""


@dataclass(frozen=True, slots=True)
class Task:
    """One window of one text, to be encoded."""

    words: Words
    window: Window

    @property
    def pieces(self) -> int:
        """How many wordpieces the encoder sees, the marks of start and end included."""
        first = self.words.first
        return int(first[self.window.end] - first[self.window.start]) + _FRAME


class Encoder:
    """The fine-tuned encoder with its heads, as an onnxruntime session.

    Args:
        session: takes ``piece`` and ``look`` (int64, ``[windows, pieces]``) and ``mask``
            (float32, the same shape); returns an array ``[windows, pieces, width]`` a head.
    """

    def __init__(self, session: ort.InferenceSession) -> None:
        self._session = session
        self._heads = [output.name for output in session.get_outputs()]

    def run(self, tasks: Sequence[Task]) -> list[dict[str, Floats]]:
        """Return what each head says of the answered words of each task, in the order given.

        Windows are batched by length, so that little is spent on padding.

        Returns:
            For each task the arrays of the heads by name, ``[words, width]``.
        """
        results: list[dict[str, Floats]] = [{} for _ in tasks]
        for batch in _batches(tasks):
            longest = tasks[batch[0]].pieces
            inputs = encoder_inputs([tasks[i] for i in batch], longest)
            outputs = self._session.run(self._heads, inputs)
            for row, i in enumerate(batch):
                at = answered_pieces(tasks[i])
                for head, output in zip(self._heads, outputs, strict=True):
                    results[i][head] = output[row, at]
        return results

    def encode(
        self, text: str, stretches: Sequence[Stretch], *, size: int, context: int
    ) -> list[dict[str, Floats]]:
        """Return what each head says of the words of each stretch of a text.

        Args:
            text: the text.
            stretches: what to encode of it; all are encoded together.
            size: wordpieces that the encoder answers for in one window.
            context: wordpieces that it sees before and after these.

        Returns:
            For each stretch the arrays of the heads by name, ``[words, width]``; nothing for one
            without words.
        """
        planned = [
            plan(text, words, start, end, size=size, context=context)
            for words, start, end in stretches
        ]
        tasks = [
            Task(words, window)
            for (words, _, _), windows in zip(stretches, planned, strict=True)
            for window in windows
        ]
        outputs = iter(self.run(tasks))
        heads = []
        for windows in planned:
            parts = [next(outputs) for _ in windows]
            names = self._heads if parts else ()
            heads.append({name: np.concatenate([part[name] for part in parts]) for name in names})
        return heads


def _batches(tasks: Sequence[Task]) -> Iterator[list[int]]:
    """Yield batches of the numbers of tasks, the longest first, of about as many pieces each."""
    order = sorted(range(len(tasks)), key=lambda i: -tasks[i].pieces)
    while order:
        size = max(1, _BATCH_PIECES // tasks[order[0]].pieces)
        yield order[:size]
        order = order[size:]


def encoder_inputs(tasks: Sequence[Task], longest: int) -> dict[str, npt.NDArray[np.generic]]:
    """Return what the encoder takes: arrays ``[tasks, longest]``, padded with zeros."""
    piece = np.zeros((len(tasks), longest), np.int64)
    look = np.zeros((len(tasks), longest), np.int64)
    mask = np.zeros((len(tasks), longest), np.float32)
    for row, task in enumerate(tasks):
        words, window = task.words, task.window
        start, end = words.first[window.start], words.first[window.end]
        length = int(end - start) + _FRAME
        piece[row, 0], piece[row, length - 1] = _CLS, _SEP
        piece[row, 1 : length - 1] = words.piece[start:end]
        look[row, 1 : length - 1] = _piece_looks(words, window)
        mask[row, :length] = 1
    return {"piece": piece, "look": look, "mask": mask}


def _piece_looks(words: Words, window: Window) -> Ints:
    """Return the look of each wordpiece: its word's, without a gap where it continues one."""
    look = words.look[window.start : window.end]
    first = words.first[window.start : window.end + 1]
    continued = look - words.gap[window.start : window.end] * QUOTATIONS
    pieces = np.repeat(continued, np.diff(first))
    pieces[first[:-1] - first[0]] = look
    return pieces


def answered_pieces(task: Task) -> Ints:
    """Return the index of the first wordpiece of each answered word."""
    first, window = task.words.first, task.window
    at: Ints = first[window.first : window.last] - first[window.start] + 1
    return at
