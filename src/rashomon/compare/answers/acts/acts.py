"""Answers to how it was done, to what, and by whom: from the words around event mentions."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from rashomon.compare.answers.acts.actors import Named
from rashomon.compare.answers.acts.agents import Agents
from rashomon.compare.answers.acts.avowals import Avowals
from rashomon.compare.answers.acts.blames import Blame, Blames
from rashomon.compare.answers.acts.means import MeansTold
from rashomon.compare.answers.acts.rebuttals import Rebuttals
from rashomon.compare.answers.acts.targets import Targets
from rashomon.compare.answers.acts.words import ActWords, build_act_words
from rashomon.compare.answers.belonging import HARM, Belonging
from rashomon.compare.answers.setting import Setting
from rashomon.compare.speakers.voices import NO_ASSERTION, Voices
from rashomon.model.comparison import Answer, PointKind, Voice
from rashomon.model.reading import Event, Reading
from rashomon.model.spans import Span

__all__ = ["ActWords", "acts", "build_act_words"]

_UNREAL = re.compile(
    r"\b(?:(?:aborted|averted|feared|foiled|future|hypothetical|imminent|looming|planned|possible"
    r"|potential|proposed|prospective|threatened|thwarted|would-be)\s+(?:[^\W_]+\s+)?"
    r"|(?:would|could|might|may|should|will)\s+(?:not\s+)?(?:have\s+)?(?:be\s+)?"
    r"(?:[^\W_]+\s+){0,3}|(?:if|whether)\s+(?:[^\W_]+\s+){0,6})$",
    re.I,
)
"""Behind these stands what is not told as so: *would be the first attack*, *whether X shot*."""
_NONE = re.compile(r"\bno\s+(?:[^\W_]+\s+)?$", re.I)
"""Behind these stands what there was none of: *no rocket hit the mill*."""
_CLOSE = 50
_LONGEST = 3_000
"""Characters of a sentence that are read."""


def acts(
    reading: Reading,
    setting: Setting,
    voices: Voices,
    words: ActWords,
    type_: str | None = None,
) -> Iterator[Answer]:
    """Yield the answers of a document to by what means, of what target, and who did it.

    Args:
        reading: what was read in it.
        setting: when and where the incident was by it.
        voices: who says what in it.
        words: the words of the table.
        type_: the type of the incident, where it is known: by what means it was done, and who did
            it, is told of mentions that may be of the same act.
    """
    found = dict.fromkeys(_Acts(reading, voices, words, type_).answers(setting))
    hit = {
        (name, one.value)
        for one in found
        if one.kind == "target" and not one.is_denied and not _is_against(one.voice)
        for name in _names(one.voice)
    }
    for one in found:
        # who says that others hit the mill denies of X that he did, and not that it was hit
        is_of_target = one.kind == "target" and _is_against(one.voice)
        if not (is_of_target and any((name, one.value) in hit for name in _names(one.voice))):
            yield one


def _names(voice: Voice) -> tuple[str, ...]:
    return (voice.party, voice.side) if voice.side else (voice.party,)


def _is_against(voice: Voice) -> bool:
    return voice.stance in ("denies", "doubts")


class _Acts:
    """Answers of one document."""

    def __init__(
        self, reading: Reading, voices: Voices, words: ActWords, type_: str | None
    ) -> None:
        self._reading = reading
        self._type = type_
        self._text = reading.document.text
        self._voices = voices
        self._words = words
        named = Named(reading, words)
        self._means = MeansTold(self._text, words)
        self._blames = Blames(reading, voices, named, words)
        self._avowals = Avowals(reading, voices, named, words)
        self._rebuttals = Rebuttals(reading, voices, named, words)
        self._agents = Agents(reading, named, voices, words)
        self._targets = Targets(reading, words)

    def answers(self, setting: Setting) -> Iterator[Answer]:
        belonging = Belonging(self._reading, setting, self._words.speech)
        about: dict[Span, list[Event]] = {}
        for event in belonging.told:
            about.setdefault(_shortened(event.span), []).append(event)
        for sentence, mentions in about.items():
            yield from self._of_sentence(sentence, mentions)
        for blame in self._blames.in_text(belonging.holds):
            yield from self._blamed(blame)
        for one in self._reading.attributions:
            if belonging.holds(one.whole):
                told = (self._blames.in_attribution, self._avowals.of, self._rebuttals.of)
                for blame in chain.from_iterable(each(one) for each in told):
                    yield from self._blamed(blame)

    def _of_sentence(self, sentence: Span, mentions: Sequence[Event]) -> Iterator[Answer]:
        hit = list(self._targets.of(sentence))
        for one in hit:
            yield from self._answers("target", one.name, one.span, mentions)
        words = [one.words for one in hit]
        for means in self._means.of(sentence, words):
            yield from self._answers("means", means.name, means.span, mentions)
        for actor, span in self._agents.of(sentence, mentions, words):
            yield from self._answers("responsibility", actor.name, span, mentions)

    def _answers(
        self, kind: PointKind, value: str, span: Span, mentions: Sequence[Event]
    ) -> Iterator[Answer]:
        event = _nearest(mentions, span)
        if kind != "target" and not self._may_be(event):
            return
        if (
            kind == "means"
            and event.type in self._words.aircraft
            and self._words.ways.get(value) == "air"
        ):
            return  # the jet that was shot down is no air strike
        before = Span(max(event.span.start, span.start - _CLOSE), span.start)
        if _UNREAL.search(self._text, *before):
            return
        if kind == "means" and self._words.had.search(self._text, *before):
            return
        is_not = event.polarity == "denied" or bool(_NONE.search(self._text, *before))
        for voice in self._voices.all_of(span):
            if voice.stance not in NO_ASSERTION:
                is_denied = is_not or voice.stance == "denies"
                is_doubted = is_denied or voice.stance == "doubts"
                if is_doubted and self._is_denied_of_else(event, before):
                    continue
                yield self._answer(kind, value, span, voice, is_denied=is_denied)

    def _is_denied_of_else(self, event: Event, before: Span) -> bool:
        """Return whether a denial is of something else than what words of an act answer.

        Who *was not informed of the raid*, or *suffered no casualties in the raid*, denies no raid.
        """
        is_of_harm = event.polarity == "denied" and bool(HARM.search(event.trigger.of(self._text)))
        return is_of_harm or bool(self._words.known_of.search(self._text, *before))

    def _may_be(self, event: Event) -> bool:
        """Return whether a mention may be of the act that the incident is."""
        types = {event.type, self._type}
        is_known = not types & self._words.general and None not in types
        return not is_known or len(types) == 1 or not types & self._words.apart

    def _blamed(self, blame: Blame) -> Iterator[Answer]:
        for voice in blame.voices:
            if voice.stance not in NO_ASSERTION:
                yield self._answer(
                    "responsibility", blame.name, blame.span, voice, is_denied=blame.is_denied
                )

    def _answer(
        self, kind: PointKind, value: str, span: Span, voice: Voice, *, is_denied: bool
    ) -> Answer:
        return Answer(kind, None, value, is_denied, voice, self._reading.document.id, span)


def _shortened(sentence: Span) -> Span:
    return Span(sentence.start, min(sentence.end, sentence.start + _LONGEST))


def _nearest(mentions: Sequence[Event], span: Span) -> Event:
    """Return the mention whose words stand closest, of some in the order of the text."""
    at = bisect_left(mentions, span.start, key=lambda one: one.trigger.start)
    near = mentions[max(0, at - 1) : at + 1]
    return min(near, key=lambda one: abs(one.trigger.start - span.start))
