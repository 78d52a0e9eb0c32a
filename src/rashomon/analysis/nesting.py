"""Attributions within attributions: every content is read once more, as a text of its own.

Its double quotation marks are left out, since they say that all of it is somebody's words, and the
question is what these words say (``docs/decisions/0006``). What is found there is read again in
turn, three levels deep at most.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.analysis.attributions import Found, find_attributions
from rashomon.analysis.confidence import confidence
from rashomon.analysis.encoder import Encoder
from rashomon.analysis.parameters import Calibration, Parameters
from rashomon.analysis.tags import WordSpan
from rashomon.analysis.windows import SECTION_PIECES
from rashomon.analysis.words import Ints, Words, without_quotation_marks

DEEPEST = 3
"""Levels of attributions within attributions."""

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Nested:
    """An attribution with those within its content.

    Attributes:
        found: the attribution.
        confidence: how likely it is right, 0 to 1.
        within: the attributions in its content, in the order of the text.
    """

    found: Found
    confidence: float
    within: tuple["Nested", ...]


@dataclass(frozen=True, slots=True)
class Nester:
    """Finds the attributions within attributions.

    Attributes:
        encoder: the encoder with its heads.
        parameters: the numbers beside it.
    """

    encoder: Encoder
    parameters: Parameters

    def nest(self, text: str, words: Words, found: Sequence[Found]) -> tuple[Nested, ...]:
        """Return the attributions of a text that are sure enough, with those within them."""
        nested = self._nest(text, words, found, self.parameters.calibration, DEEPEST)
        return tuple(one for one in nested if one)

    def find_within(self, text: str, words: Words, spans: Sequence[WordSpan]) -> list[list[Found]]:
        """Return the attributions that each of some stretches of a text holds.

        Args:
            text: the document's text.
            words: its words.
            spans: the stretches, in words.
        """
        found: list[list[Found]] = []
        for group in _groups(words, spans):
            own = [without_quotation_marks(text, words, span.start, span.end) for span in group]
            found += self._find(text, own)
        return found

    def _find(self, text: str, own: Sequence[tuple[Words, Ints]]) -> list[list[Found]]:
        """Return the attributions of texts of their own, in words of the whole text."""
        parameters = self.parameters
        stretches = [
            (words, 0, len(words) if len(words) >= _FEWEST_WORDS else 0) for words, _ in own
        ]
        encoded = self.encoder.encode(
            text, stretches, size=parameters.size, context=parameters.context
        )
        found: list[list[Found]] = []
        for (words, places), heads in zip(own, encoded, strict=True):
            if not heads:
                found.append([])
                continue
            here = find_attributions(
                heads["tag"], heads["link"], words.gap, words.ends_sentence, parameters
            )
            found.append([one.placed(places) for one in here])
        return found

    def _nest(
        self,
        text: str,
        words: Words,
        found: Sequence[Found],
        calibration: Calibration,
        levels: int,
    ) -> list[Nested | None]:
        """Return for each attribution what is within it; ``None`` for those not sure enough."""
        sure = [confidence(one.evidence, calibration) for one in found]
        kept = [i for i, value in enumerate(sure) if value >= calibration.least]
        # the contents of all are encoded together; what is found goes back to its holder
        parts = [(i, span) for i in kept for span in found[i].contents] if levels else []
        within = self.find_within(text, words, [span for _, span in parts])
        held = [(i, one) for (i, _), inner in zip(parts, within, strict=True) for one in inner]
        nested: dict[int, list[Nested]] = {i: [] for i in kept}
        if held:
            inner_found = [one for _, one in held]
            deeper = self._nest(text, words, inner_found, self.parameters.nested, levels - 1)
            for (i, _), one in zip(held, deeper, strict=True):
                if one:
                    nested[i].append(one)
        return [
            Nested(one, sure[i], tuple(nested[i])) if i in nested else None
            for i, one in enumerate(found)
        ]


def _groups(words: Words, spans: Sequence[WordSpan]) -> Iterator[list[WordSpan]]:
    """Yield the spans in groups that are encoded together, to bound the memory."""
    group: list[WordSpan] = []
    pieces = 0
    for span in spans:
        size = int(words.first[span.end] - words.first[span.start])
        if group and pieces + size > SECTION_PIECES:
            yield group
            group, pieces = [], 0
        group.append(span)
        pieces += size
    if group:
        yield group
