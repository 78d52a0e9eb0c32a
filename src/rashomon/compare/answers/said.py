"""What one document says to an incident, as far as it takes no other document to tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.compare.answers.refuting import Refutation
from rashomon.model.comparison import Answer, Voice


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says.

    Attributes:
        answers: its answers to the points of the incident.
        refuted: its denials, with the claims that they deny.
        speaking: who speaks in each of its attributions, by the ``id``.
    """

    answers: Sequence[Answer]
    refuted: Sequence[Refutation]
    speaking: Mapping[str, tuple[Voice, ...]]
