"""In whose words a stretch stands: the contents of attributions that hold it."""

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.model.reading import Attribution
from rashomon.model.spans import Span

_NESTED = 12
"""Contents that may begin between a stretch and the start of one that holds it."""


class Contents:
    """The contents of a document's attributions.

    Args:
        attributions: the attributions.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._contents = sorted(
            (span, number) for number, one in enumerate(attributions) for span in one.content
        )

    def holding(self, span: Span) -> list[tuple[Span, int]]:
        """Return the contents that hold a stretch, the smallest first.

        Each stands with the number of its attribution.
        """
        last = bisect_right(self._contents, span.start, key=lambda one: one[0].start)
        near = self._contents[max(0, last - _NESTED) : last]
        return sorted(
            (one for one in near if one[0].holds(span)),
            key=lambda one: (one[0].end - one[0].start, one[1]),
        )
