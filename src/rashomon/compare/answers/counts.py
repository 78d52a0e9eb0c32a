"""Answers to how many were killed and injured."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.compare.answers.belonging import NOT_TOLD, Belonging
from rashomon.compare.answers.disputed import TOTAL, disputed
from rashomon.compare.answers.setting import Setting
from rashomon.compare.speakers.voices import NO_ASSERTION, Voices
from rashomon.model.comparison import Answer, Count, Voice
from rashomon.model.reading import Casualties, Event, Reading
from rashomon.model.spans import Span

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
_ONE = re.compile(r"\b(?:an?|one|single|1)\b", re.I)
"""What counts one, where it stands before no *of*, and none is told of before."""
_AMONG = re.compile(r"\b(?:another|other|fourth|further|one\s+of|second|third|also)\b", re.I)
"""What says of one that he is one of several."""
_NUMBER = re.compile(
    r"(?<![,(]\s)(?<![\w.-])\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?"
    r"|scores?|tens|couple|both|pair|several|many|few)\b",
    re.I,
)
"""What counts several; no age in commas."""
_NOBODY = re.compile(
    r"\b(?:nobody|no[\s-]one|none|(?:no|not\s+a|not\s+one)(?:\s+single)?\s+(?:people|person|lives|life)"
    r"|(?:no|any|without|zero)\s+(?:(?:\w+ly|human|immediate|known|loss\s+of|or|reported|damage"
    r"|deaths?|injuries|fatalities|casualties)\s+){0,3}"
    r"(?:casualt\w+|deaths?|dead|fatalit\w+|injur\w+|lives|life|victims?|wounded))\b"
    r"(?!\s+(?:of|else|other|among|on|in\s+(?:its|our|their))\b)",
    re.I,
)
"""What says that nobody at all was harmed, and not only none of some."""
_SUFFERED = re.compile(
    r"\b(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|escaped|receiv(?:ed|ing)|took|taken)\s+$", re.I
)
"""Before nobody: who *suffered no casualties* speaks of his own."""
_BESIDE = 20
"""Characters beside these."""
_SINGLE = Count(1, 1)
_MOST_NAMED = 9
"""So many are told of by their names, and not counted."""
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
        told = _among_more(told)
        wrong = disputed(self._reading, self._voices, told)
        called_wrong = [one for one in wrong if belonging.holds(one.span)]
        spans = [one.span for one in called_wrong]
        told = [one for one in told if not any(one.span.overlaps(each) for each in spans)]
        yield from (*told, *called_wrong)
        for match in _SAME.finditer(self._text) if "same" in self._text.lower() else ():
            if belonging.holds(Span(*match.span())):
                yield from self._same(Span(*match.span()), told)

    def _is_told(self, event: Event, one: Casualties) -> bool:
        if one.kind not in _TOLD_OF or (one.is_part and one.who is None) or one.min >= _WAR:
            return False
        if one.max is None and (one.min <= _BARE or _is_vague(one, self._text)):
            return False
        if one.max == 0 and one.who is None and self._is_of_some(one.span):
            return False
        return event.modality not in NOT_TOLD or self._is_given(event, one)

    def _is_of_some(self, span: Span) -> bool:
        """Return whether it is only some who were not harmed: *no Norvians died*."""
        nobody = _NOBODY.search(self._text, span.start, span.end + _BESIDE)
        if nobody is None or nobody.start() >= span.end:
            return True
        return bool(_SUFFERED.search(self._text, max(0, nobody.start() - _BESIDE), nobody.start()))

    def _is_given(self, event: Event, one: Casualties) -> bool:
        """Return whether it is so already: *the toll may rise, as hundreds were wounded*."""
        before = self._text[max(event.span.start, one.span.start - _GIVEN_NEAR) : one.span.start]
        return event.modality == "planned" and bool(_GIVEN.search(before))

    def _of(self, event: Event, one: Casualties) -> Iterator[Answer]:
        is_given = self._is_given(event, one)
        count = _count(one, self._text)
        is_not = one.max != 0 and event.polarity == "denied" and one.span.holds(event.trigger)
        for voice in self._voices_of(one.span):
            if voice.stance in NO_ASSERTION and not (is_given and voice.stance == "predicts"):
                continue
            is_denied = is_not or (one.max != 0 and voice.stance == "denies")
            if (is_denied or voice.stance == "doubts") and count.min == 1:
                continue  # *did not name the man who died*: whatever it is, no number
            yield Answer(
                kind="killed" if one.kind == "killed" else "injured",
                who=one.who or TOTAL,
                value=count,
                is_denied=is_denied,
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


def _among_more(told: Sequence[Answer]) -> list[Answer]:
    """Return answers where one is one at least, if the document counts more of the same as well."""
    several = {
        (one.kind, one.who)
        for one in told
        if isinstance(one.value, Count) and (one.value.min or 0) > 1 and not one.is_denied
    }
    return [
        replace(one, value=Count(1, None))
        if one.value == _SINGLE and (one.kind, one.who) in several
        else one
        for one in told
    ]


def _is_vague(one: Casualties, text: str) -> bool:
    words = one.span.of(text)
    return one.min <= _FEW and bool(_VAGUE.search(words)) and not _SEVERAL.search(words)


def _count(one: Casualties, text: str) -> Count:
    """Return what words count: who tells of some by their names tells of so many at least."""
    words = one.span.of(text).casefold()
    if one.max is not None and 0 < one.min == one.max <= _MOST_NAMED and _is_of_known(one, words):
        return Count(one.min, None)
    has_least = one.max is None or "up to" not in words
    return Count(one.min if has_least else None, one.max)


def _is_of_known(one: Casualties, words: str) -> bool:
    """Return whether words tell of single ones, without counting: *he died*, *one of two*."""
    if one.min == 1:
        return not _ONE.search(words) or bool(_AMONG.search(words))
    return not _NUMBER.search(words)


def _clause(event: Event, one: Casualties) -> Span:
    """Return the words that count, with those that name the event where they stand beside them."""
    start, end = min(event.trigger.start, one.span.start), max(event.trigger.end, one.span.end)
    is_near = end - start <= _CLAUSE + (one.span.end - one.span.start)
    return Span(start, end) if is_near else one.span
