"""Which event mentions of a document are of an incident: those that linking knows, and more.

Linking knows an event by its time, its place and its words. *The death toll was 24* has none of
them: it takes up what was told before.
"""

import re
from bisect import bisect_right
from collections.abc import Collection

from rashomon.compare.answers.setting import Setting
from rashomon.model.reading import Event, Modality, Reading
from rashomon.model.spans import Span

NOT_TOLD: tuple[Modality, ...] = ("planned", "hypothetical")
"""How that is told which did not happen yet, or need not happen."""
_REFERRING = re.compile(
    r"\b(?:the|this|that|these|those|\w+day['’]?s)\s+(?:[^\W_]+\s+){0,2}$", re.I
)
HARM = re.compile(
    r"\b(?:bodies|body|casualties|dead|death|deaths|died|fatalities|hurt|injured|injuries|killed"
    r"|lives|lost|toll|victims|wounded)\b",
    re.I,
)
"""Finds words for the dead and the injured."""
_DEED = re.compile(
    r"\b(?:ambush(?:ed)?|assault(?:ed)?|atrocity|attack(?:s|ed|ing)?|blasts?|bombardment"
    r"|bomb(?:ed|ings?|s)?|explosions?|exploded|gassed|hit|incident|killings?|massacred?|murders?"
    r"|murdered|pounded|raids?|raided|shell(?:ed|ing)|shoot-?down|shootings?|shot|stabb(?:ed|ing)"
    r"|strikes?|struck|targeted|targeting|airstrikes?|air\s+(?:raids?|strikes?))\b",
    re.I,
)
_BLANK = 3
_LOOK = 60


class Belonging:
    """What of a document is of an incident.

    One event mention that linking does not know is of the incident where it takes up what was told
    (*the attack*, or the dead alone), the last event with a time or place of its own before it was
    of the incident, and nothing in its sentence is of another time or place.

    Args:
        reading: a document.
        setting: when and where the incident was, as the mentions say that linking knows.
        speech: types of events that are said, not done.

    Attributes:
        told: its event mentions that are told as having happened, in the order of the text.
        to_come: those that are told as to come, or as mere possibilities.
    """

    def __init__(self, reading: Reading, setting: Setting, speech: Collection[str] = ()) -> None:
        self._text = reading.document.text
        self._setting = setting
        self._turns: list[tuple[int, bool]] = []
        self.told: list[Event] = []
        self.to_come: list[Event] = []
        for event in reading.events:
            if event.type not in speech:
                self._take(event, is_known=event.id in setting.events)

    def _take(self, event: Event, *, is_known: bool) -> None:
        if not is_known and self._setting.is_elsewhere(event.span):
            self._turns.append((event.span.start, False))
            return
        is_inside = bool(self._turns) and self._turns[-1][1]
        if is_known:
            self._turns.append((event.span.start, True))
        elif not is_inside or not (self._refers_back(event) or self._goes_on(event)):
            return
        if event.modality in NOT_TOLD:
            self.to_come.append(event)
        elif not self._setting.is_of_several(event.span):
            self.told.append(event)

    def _refers_back(self, event: Event) -> bool:
        """Return whether words take up what was told: *the attack*, or the dead alone."""
        if self._is_infinitive(event):
            return False
        words = event.trigger.of(self._text)
        if event.casualties and HARM.search(words):
            return True
        start = max(event.span.start, event.trigger.start - _LOOK)
        return bool(
            _DEED.search(words) and _REFERRING.search(self._text, start, event.trigger.start)
        )

    def _goes_on(self, event: Event) -> bool:
        """Return whether an act is told right behind a sentence of the incident."""
        last = self.told[-1].span if self.told else None
        is_next = last is not None and 0 <= event.span.start - last.end <= _BLANK
        is_deed = bool(_DEED.search(event.trigger.of(self._text)))
        return is_next and is_deed and not self._is_infinitive(event)

    def _is_infinitive(self, event: Event) -> bool:
        """Return whether it is told as an aim: *used to bomb*."""
        start = event.trigger.start
        return self._text[max(0, start - len(" to ")) : start].casefold() == " to "

    def holds(self, span: Span) -> bool:
        """Return whether a stretch stands where the incident is told, and names no other."""
        at = bisect_right(self._turns, span.end, key=lambda one: one[0])
        is_inside = at > 0 and self._turns[at - 1][1]
        return (
            is_inside
            and not self._setting.is_elsewhere(span)
            and not self._setting.is_of_several(span)
        )
