"""The claims of a reading, by the words that they hold."""

from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span


def claim_at(reading: Reading, span: Span) -> Attribution | None:
    """Return the claim whose content holds most of some words, the narrowest of equal ones.

    Returns:
        The claim, or ``None`` where no claim holds any of the words.
    """
    holding = [
        (span.shared(content), -(content.end - content.start), claim.id, claim)
        for claim in reading.attributions
        for content in claim.content
        if content.overlaps(span)
    ]
    return max(holding, key=lambda one: one[:3])[3] if holding else None
