"""Which spans belong to one attribution: each content to a cue, each cue to a source.

A pair's score is a bilinear product of what the encoder says of the ends of both spans, and
what the tables say of how they stand to each other: how far, which first, how many cues,
sentence ends and lines between. Trained jointly with the tags (``training/``).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rashomon.analysis.encoder import Floats
from rashomon.analysis.words import LINE, Ints

REACH = 60
"""Words that may lie between two spans of one attribution; further ones are not linked."""

_NEAR = 4
_STEPS = 12
DISTANCES, BETWEEN, ENDS, LINES = 2 * _STEPS, 4, 4, 3
"""How many values each of the four tables has."""

_FAR = -1e4


@dataclass(frozen=True, slots=True)
class LinkTables:
    """The weights of one kind of link that stand outside the encoder.

    Attributes:
        distance: ``[DISTANCES]``, by words between, and which comes first.
        cues: ``[BETWEEN]``, by cues between.
        ends: ``[ENDS]``, by sentence ends between.
        lines: ``[LINES]``, by line and paragraph ends between.
        none: ``[width]``, the vector of "no such span".
        none_bias: its score where nothing is known.
    """

    distance: Floats
    cues: Floats
    ends: Floats
    lines: Floats
    none: Floats
    none_bias: float


@dataclass(frozen=True, slots=True)
class Layout:
    """What links need of a text: its sentence ends and lines, as running counts.

    Attributes:
        ends: ``[n + 1]``, sentence ends before each word.
        lines: ``[n + 1]``, line and paragraph ends before each word, its own included.
        cues: ``[k]``, the first words of all cues, sorted.
    """

    ends: Ints
    lines: Ints
    cues: Ints


def layout(ends_sentence: npt.NDArray[np.bool_], gap: Ints, cues: Ints) -> Layout:
    """Return the layout of a text.

    Args:
        ends_sentence: ``[n]``, which words are ``.``, ``!`` or ``?``.
        gap: ``[n]``, what parts each word from the one before.
        cues: ``[k, 2]``, the cues' words.
    """
    return Layout(
        ends=np.append(0, np.cumsum(ends_sentence)),
        lines=np.append(0, np.cumsum(gap >= LINE)),
        cues=np.sort(cues[:, 0]),
    )


def standing(rows: Ints, columns: Ints, place: Layout) -> tuple[Ints, Ints]:
    """Return how each row's span stands to each column's.

    Args:
        rows: ``[r, 2]``, spans in words.
        columns: ``[c, 2]``, spans in words.
        place: the text that they stand in.

    Returns:
        ``[r, c, 4]``: the indices into the four tables; ``[r, c]``: the words between.
    """
    row, column = rows[:, None, :], columns[None, :, :]
    after = column[..., 0] >= row[..., 0]
    low = np.where(after, row[..., 1], column[..., 1])
    high = np.maximum(low, np.where(after, column[..., 0], row[..., 0]))
    between = high - low
    far = np.log2(np.maximum(between, _NEAR) / _NEAR) * 2
    step = np.where(between < _NEAR, between, np.minimum(_STEPS - 1, _NEAR + far.astype(np.int64)))
    ends = place.ends[high] - place.ends[low]
    lines = place.lines[np.minimum(high + 1, len(place.lines) - 1)] - place.lines[low]
    cues = np.searchsorted(place.cues, high) - np.searchsorted(place.cues, low)
    features = (
        step + _STEPS * after,
        np.clip(cues, 0, BETWEEN - 1),
        np.minimum(ends, ENDS - 1),
        np.minimum(lines, LINES - 1),
    )
    return np.stack(features, -1), between


def link(rows: Ints, columns: Ints, place: Layout, vectors: Floats, tables: LinkTables) -> Floats:
    """Return the log-probabilities that each row's span belongs to each column's.

    Args:
        rows: ``[r, 2]``, the spans that look for a partner.
        columns: ``[c, 2]``, the candidates.
        place: the text that they stand in.
        vectors: ``[n, 4, width]``, the encoder's vectors of each word: as the first and the
            last of a row's span, as the first and the last of a column's.
        tables: the weights of this kind of link.

    Returns:
        ``[r, c + 1]``; the last column stands for "none of them".
    """
    seeking = vectors[rows[:, 0], 0] + vectors[rows[:, 1] - 1, 1]
    sought = vectors[columns[:, 0], 2] + vectors[columns[:, 1] - 1, 3]
    scale = np.sqrt(vectors.shape[-1])
    features, between = standing(rows, columns, place)
    scores = seeking @ sought.T / scale
    for i, table in enumerate((tables.distance, tables.cues, tables.ends, tables.lines)):
        scores = scores + table[features[..., i]]
    scores = np.where(between > REACH, _FAR, scores)
    none = seeking @ tables.none / scale + tables.none_bias
    scores = np.concatenate([scores, none[:, None]], axis=1)
    top = scores.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    normal: Floats = (scores - top - log_sum).astype(np.float32)
    return normal
