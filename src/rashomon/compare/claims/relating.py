"""How two claims relate: a cross-encoder reads both together.

A claim is a sentence or the part of one. The relation has a direction: *forty people died* entails
*people died*, not the reverse.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, get_args

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from tokenizers import Tokenizer

from rashomon.model.comparison import Related, Relation

Floats: TypeAlias = npt.NDArray[np.float32]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
LONGEST = 128
"""Wordpieces of a pair, marks included; of what is longer the end of the longer claim is cut."""

_CLS, _SEP = 101, 102
_MARKS = 3
_REMEMBERED = 10_000
"""Pairs whose scores are kept, so that an incident compared again asks of what is new alone."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Two claims as the encoder takes them.

    Attributes:
        pieces: the wordpieces of both, with marks before, between and behind.
        second: where those of the second claim begin.
    """

    pieces: tuple[int, ...]
    second: int

    @property
    def length(self) -> int:
        """How many wordpieces there are."""
        return len(self.pieces)


def encode_pair(tokenizer: Tokenizer, a: str, b: str, longest: int = LONGEST) -> Encoded:
    """Return two claims in wordpieces, at most ``longest`` together."""
    first, second = (tokenizer.encode(_valid(one), add_special_tokens=False).ids for one in (a, b))
    room = longest - _MARKS
    if len(first) + len(second) > room:
        shorter = min(len(first), len(second), room // 2)
        first = first[: room - shorter if len(first) > len(second) else shorter]
        second = second[: room - len(first)]
    return Encoded((_CLS, *first, _SEP, *second, _SEP), len(first) + 2)


def _valid(claim: str) -> str:
    """Return a claim without halves of surrogate pairs, which the tokenizer does not take."""
    return claim.encode("utf-8", "replace").decode("utf-8")


def pair_inputs(pairs: Sequence[Encoded]) -> dict[str, npt.NDArray[np.generic]]:
    """Return what the encoder takes: arrays ``[pairs, longest]``, padded with zeros."""
    longest = max(one.length for one in pairs)
    piece = np.zeros((len(pairs), longest), np.int64)
    side = np.zeros((len(pairs), longest), np.float32)
    mask = np.zeros((len(pairs), longest), np.float32)
    for row, one in enumerate(pairs):
        piece[row, : one.length] = one.pieces
        side[row, one.second : one.length] = 1
        mask[row, : one.length] = 1
    return {"piece": piece, "side": side, "mask": mask}


class Relater:
    """The cross-encoder, as an onnxruntime session.

    Args:
        session: takes ``piece`` (int64), ``side`` and ``mask`` (float32), ``[pairs, pieces]`` each;
            returns ``[pairs, relations]`` scores.
        tokenizer: cuts claims into wordpieces.
        temperature: what the scores are divided by, so that probabilities are calibrated.
        threads: how many pairs are read at the same time. A pair is too short for the threads of
            a session: of these each waits for the others more than it works.
    """

    def __init__(
        self,
        session: ort.InferenceSession,
        tokenizer: Tokenizer,
        temperature: float,
        threads: int = 1,
    ) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._temperature = temperature
        self._threads = threads
        self._scores = lru_cache(_REMEMBERED)(self._ask)

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Related]:
        """Return how the second claim of each pair relates to the first."""
        probabilities = self.probabilities(pairs)
        best = probabilities.argmax(-1)
        return [
            Related(RELATIONS[one], round(float(row[one]), 4))
            for one, row in zip(best.tolist(), probabilities, strict=True)
        ]

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """Return the probability of each relation, ``[pairs, relations]``."""
        if self._threads > 1 and len(pairs) > 1:
            with ThreadPoolExecutor(self._threads) as pool:
                asked = list(pool.map(self._scores, pairs))
        else:
            asked = list(map(self._scores, pairs))
        scores = np.array(asked, np.float32).reshape(-1, len(RELATIONS)) / self._temperature
        powers = np.exp(scores - scores.max(-1, keepdims=True, initial=-np.inf))
        found: Floats = powers / powers.sum(-1, keepdims=True)
        return found

    def _ask(self, pair: tuple[str, str]) -> tuple[float, ...]:
        """Return the scores of a pair, which is read alone.

        In int8 it would look different beside others, whose largest numbers scale it.
        """
        inputs = pair_inputs([encode_pair(self._tokenizer, *pair)])
        [scores] = self._session.run(None, inputs)[0].tolist()
        return tuple(scores)


LoadRelater: TypeAlias = Callable[[], Relater]
"""Loads what tells how two claims relate: the same one each time."""
