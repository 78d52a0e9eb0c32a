"""What the heads of the encoder mark beside attributions: names, toponyms, times, events."""

from dataclasses import dataclass

from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that a head marks.

    Attributes:
        label: what it is taken for; each head has its own labels.
        span: where it stands.
        confidence: the mean probability of its tags, 0 to 1.
    """

    label: str
    span: Span
    confidence: float
