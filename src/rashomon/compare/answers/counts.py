"""Answers to how many were killed and injured."""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.compare.answers.belonging import NOT_TOLD, Belonging
from rashomon.compare.answers.setting import Setting
from rashomon.compare.speakers.voices import NO_ASSERTION, Voices
from rashomon.model.comparison import Answer, Count, Voice
from rashomon.model.reading import Casualties, Event, Reading
from rashomon.model.spans import Span

TOTAL = "total"
_TOLD_OF = ("killed", "injured")
_BARE = 2
"""What a plural without a number says: more than one."""
_WAR = 50_000
"""A toll from which a war is meant, not one incident of it."""
_VAGUE = re.compile(r"\b(many|numerous|some|most|mostly|few)\b", re.I)
"""Words that give no number that another could contradict."""
_SEVERAL = re.compile(r"\b(?:several|three|more\s+than\s+(?:two|2)|at\s+least\s+3)\b", re.I)
_FEW = 3
"""The least that *several* and *many* are taken for."""
_CLAUSE = 60
"""Characters between the words that name an event and those that count, in one clause."""
_GIVEN = re.compile(r"\b(?:after|as|because|given|since)\b[^.]{0,60}$", re.I)
"""Behind these stands what is so, in a sentence on what is to come."""
_SAME = re.compile(
    r"\b(?:gave|gives|cited|confirmed|had|has|put\s+out|reported|reports)\s+the\s+same\s+"
    r"(?:(death|casualty)\s+)?(?:toll|figure|number|count)s?\b",
    re.I,
)
_GIVES = re.compile(
    r"\b(?:gave|gives|giving|counted|counts|documented|listed|recorded|reported|tallied"
    r"|put(?:s|ting)?\s+the)\b",
    re.I,
)
_IT = re.compile(r"\.\s+(?:It|They|He|She)\s+(?:\w+ly\s+|also\s+|later\s+)?$")
_GIVEN_NEAR = 150


def counts(reading: Reading, setting: Setting, voices: Voices) -> Iterator[Answer]:
    """Yield the answers of a document to how many were killed and injured.

    Args:
        reading: what was read in it.
        setting: when and where the incident was by it.
        voices: who says what in it.
    """
    yield from dict.fromkeys(_Counts(reading, voices).answers(setting))


class _Counts:
    """The counts of one document."""

    def __init__(self, reading: Reading, voices: Voices) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._voices = voices

    def answers(self, setting: Setting) -> Iterator[Answer]:
        belonging = Belonging(self._reading, setting)
        told: list[Answer] = []
        for event in sorted((*belonging.told, *belonging.to_come), key=lambda one: one.trigger):
            for one in event.casualties:
                if self._is_told(event, one):
                    told += self._of(event, one)
        yield from told
        for match in _SAME.finditer(self._text) if "same" in self._text.lower() else ():
            if belonging.holds(Span(*match.span())):
                yield from self._same(Span(*match.span()), told)

    def _is_told(self, event: Event, one: Casualties) -> bool:
        if one.kind not in _TOLD_OF or (one.is_part and one.who is None) or one.min >= _WAR:
            return False
        if one.max is None and (one.min <= _BARE or _is_vague(one, self._text)):
            return False
        return event.modality not in NOT_TOLD or self._is_given(event, one)

    def _is_given(self, event: Event, one: Casualties) -> bool:
        """Return whether it is so already: *the toll may rise, as hundreds were wounded*."""
        before = self._text[max(event.span.start, one.span.start - _GIVEN_NEAR) : one.span.start]
        return event.modality == "planned" and bool(_GIVEN.search(before))

    def _of(self, event: Event, one: Casualties) -> Iterator[Answer]:
        is_given = self._is_given(event, one)
        for voice in self._voices_of(one.span):
            if voice.stance in NO_ASSERTION and not (is_given and voice.stance == "predicts"):
                continue
            yield Answer(
                kind="killed" if one.kind == "killed" else "injured",
                who=one.who or TOTAL,
                value=_count(one, self._text),
                is_denied=one.max != 0 and (event.polarity == "denied" or voice.stance == "denies"),
                voice=voice,
                document=self._reading.document.id,
                span=_clause(event, one),
            )

    def _voices_of(self, span: Span) -> tuple[Voice, ...]:
        """Return who counts: who says it, or whom the words say to give the number."""
        if self._voices.attribution_of(span) is None:
            giving = self._giving(span)
            if giving:
                return giving
        return self._voices.all_of(span)

    def _giving(self, span: Span) -> tuple[Voice, ...]:
        """Return whose toll it is by its sentence: *the Observatory gave a toll of 48*."""
        for one in self._voices.named_around(span):
            source = one.source[-1]
            between = self._text[source.end : span.start]
            within = self._text[source.start : span.start] if source.holds(span) else between
            gives = _GIVES.search(within) if len(within) <= _GIVEN_NEAR else None
            if gives and ("." not in within or _IT.search(within, 0, gives.start())):
                return self._voices.speaking(one)
        return ()

    def _same(self, span: Span, told: list[Answer]) -> Iterator[Answer]:
        """Yield the last total before, in the voice of who gives the same."""
        before = [one for one in told if one.kind == "killed" and one.span.end <= span.start]
        totals = [one for one in before if one.who == TOTAL] or before
        if totals:
            attribution = next(iter(self._voices.cued_at(span)), None)
            voices = (
                self._voices.speaking(attribution) if attribution else self._voices.all_of(span)
            )
            for voice in voices:
                yield replace(totals[-1], voice=voice, span=span)


def _is_vague(one: Casualties, text: str) -> bool:
    words = one.span.of(text)
    return one.min <= _FEW and bool(_VAGUE.search(words)) and not _SEVERAL.search(words)


def _count(one: Casualties, text: str) -> Count:
    words = one.span.of(text).casefold()
    has_least = one.max is None or "up to" not in words
    return Count(one.min if has_least else None, one.max)


def _clause(event: Event, one: Casualties) -> Span:
    """Return the words that count, with those that name the event where they stand beside them."""
    start, end = min(event.trigger.start, one.span.start), max(event.trigger.end, one.span.end)
    is_near = end - start <= _CLAUSE + (one.span.end - one.span.start)
    return Span(start, end) if is_near else one.span
