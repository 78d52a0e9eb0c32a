"""The words of counts that name no such number: who says *dozens* does not say *at least 12*."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.comparison import Count, Holding, Position
from rashomon.model.reading import Casualties, Reading
from rashomon.render.cutting import cut
from rashomon.render.plain import plain

_LONGEST = 60
_NUMBER = re.compile(r"\d+(?:,\d{3})*")


class Vague:
    """Finds the words that counts are told in.

    Args:
        readings: what was read in each document, by its ``id``.
    """

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self._readings = readings
        self._counts: dict[str, Sequence[Casualties]] = {}

    def words(self, position: Position) -> str:
        """Return words that tell a count, the shortest; empty where some name its number.

        All other answers have none.
        """
        value = position.value
        if not isinstance(value, Count) or value.min == value.max:
            return ""
        told = [words for one in position.held_by for words in self._told(one, value)]
        if not told or any(_names(words, value) for words in told):
            return ""
        return cut(min(told, key=lambda one: (len(one), one)), _LONGEST)

    def _told(self, one: Holding, value: Count) -> Iterator[str]:
        text = self._readings[one.document].document.text
        for each in self._of(one.document):
            if (each.min, each.max) == (value.min, value.max) and each.span.overlaps(one.span):
                yield plain(each.span.of(text))

    def _of(self, document: str) -> Sequence[Casualties]:
        if document not in self._counts:
            events = self._readings[document].events
            self._counts[document] = [each for one in events for each in one.casualties]
        return self._counts[document]


def _names(words: str, value: Count) -> bool:
    """Return whether words have the numbers of a count in figures."""
    found = {one.replace(",", "") for one in _NUMBER.findall(words)}
    least = None if value.max and value.min in (0, 1) else value.min  # *up to 7* names the 7 alone
    return all(str(one) in found for one in (least, value.max) if one is not None)
