"""How sure an attribution is: a calibrated probability from the evidence that the heads give.

The weights are fitted in training on documents that the model never saw; ``evaluation``
reports the calibration error.
"""

import math
from collections.abc import Sequence

import numpy as np

from rashomon.analysis.encoder import Floats
from rashomon.analysis.parameters import Calibration
from rashomon.analysis.tags import WordSpan, tags_of

FEATURES = (
    "cue",
    "cue_edges",
    "content",
    "content_start",
    "content_end",
    "content_pieces",
    "content_words",
    "source",
    "no_source",
    "content_link",
    "source_link",
)
"""What the evidence holds, in order.

Log-probabilities: of the tags of cue, content and source (means over words), of the tags at
the cue's edges (sum), at the starts and ends of the content's spans (the least), of the links
(the least of the content's; the source's, or that of having none). And whether there is no
source, and the logarithms of how many spans and words the content has.
"""

_FLOOR = -12.0


def evidence(
    scores: Floats,
    cue: WordSpan,
    contents: Sequence[WordSpan],
    source: WordSpan | None,
    content_link: float,
    source_link: float,
) -> Floats:
    """Return ``[len(FEATURES)]``: what speaks for an attribution.

    Args:
        scores: ``[n, TAGS]``, log-probabilities of the tags.
        cue: the span of the cue.
        contents: the spans of the content, one at least.
        source: that of the source, or ``None``.
        content_link: log-probability of the least sure link of a content to the cue.
        source_link: log-probability of the link to the source, or of having none.
    """
    cue_scores = _of_tags(scores, cue)
    each = [_of_tags(scores, span) for span in contents]
    content = np.concatenate(each)
    values = (
        cue_scores.mean(),
        cue_scores[0] + cue_scores[-1],
        content.mean(),
        min(span[0] for span in each),
        min(span[-1] for span in each),
        math.log(len(contents)),
        math.log(len(content)),
        _of_tags(scores, source).mean() if source else 0.0,
        0.0 if source else 1.0,
        content_link,
        source_link,
    )
    return np.maximum(np.asarray(values, np.float32), _FLOOR)


def confidence(values: Floats, calibration: Calibration) -> float:
    """Return the probability, 0 to 1, that an attribution with this evidence is right."""
    score = float(values @ np.asarray(calibration.weights, np.float32)) + calibration.bias
    return 1.0 / (1.0 + math.exp(-score))


def _of_tags(scores: Floats, span: WordSpan) -> Floats:
    """Return the log-probabilities of the tags that make up a span."""
    rows = np.arange(span.start, span.end)
    picked: Floats = scores[rows, tags_of(span)]
    return picked
