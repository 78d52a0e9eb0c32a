"""Which words of a document tell of an incident, and answers that such words give."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from rashomon.compare.answers.belonging import NOT_TOLD
from rashomon.compare.answers.questions.wording import Finder, Wording, words_of
from rashomon.compare.phrases import in_small_letters
from rashomon.compare.speakers.voices import NO_ASSERTION, Voices
from rashomon.model.comparison import Answer, PointKind, Value
from rashomon.model.contents import Contents
from rashomon.model.reading import Event, Reading
from rashomon.model.spans import Span, trim

_STOP = re.compile(r"[.!?]{1,3}[\"”’')\]]{0,3}(?=\s|$)|\n\s{0,9}\n")
"""What may end a sentence."""
_SHORT = re.compile(
    r"(?:^|[^\w])(?:\w{1,2}|Capt|Col|Feb|Gen|Gov|Jan|Maj|Mrs|Rep|Rev|Sen|Sept|Sgt)$", re.I
)
"""An initial or a short title, behind which a full stop ends none."""
_TITLE = 6
"""Characters in which one fits, with what stands before it."""
_REACH = 300
"""Characters from an event mention to words that may still be about it, sentences between."""
_NEAR = 600
"""Characters of a sentence that are looked at, before and behind."""
_LONGEST = 160
"""Characters of a sentence that is shown whole."""
_MARK = re.compile(r"[,;:()–—\n]|\s-\s")
_PARTED = re.compile(
    r"[;:()–—\n]|\s-\s|(?<!\w)(?:but|he|i|if|she|they|we|what|when|who|whom|would)(?!\w)", re.I
)
"""What stands between an act and words that are about another."""
_NO_ASSERTION = (*NO_ASSERTION, "doubts")
"""Who doubts does not say that it is not so: *it did not comment on the cause*."""
_SETTING: tuple[PointKind, ...] = ("time", "place")


class Telling:
    """What of a document tells of an incident.

    A mention of an event that is not of the incident, and has a time or a place of its own, is
    another event: what stands behind it is about that one. One that has neither says nothing.

    Args:
        reading: what was read in it.
        events: the ``id`` of the event mentions that belong to the incident.
        voices: who says what in it.
        wording: words that leave an answer open or take it back.

    Attributes:
        text: its text.
        wording: the words.
        mentions: the event mentions of the incident that are told as having happened, in order.
    """

    def __init__(
        self, reading: Reading, events: Collection[str], voices: Voices, wording: Wording
    ) -> None:
        self.text = reading.document.text
        self.wording = wording
        self._contents = Contents(reading.attributions)
        self._document = reading.document.id
        self._voices = voices
        done = sorted(
            (one for one in reading.events if one.type not in wording.speech),
            key=lambda one: one.trigger,
        )
        self._own = frozenset(one.id for one in done if one.id in events)
        self._done = [one for one in done if self._is_told_apart(one)]
        self._acts = [one.trigger for one in done]
        self._bare = [one.trigger.start for one in done if not self._is_told_apart(one)]
        self.mentions = tuple(
            one for one in self._done if one.id in self._own and one.modality not in NOT_TOLD
        )
        self._ends = [one.trigger.end for one in self._done]
        self._starts = [one.trigger.start for one in self._done]
        self._breaks = [
            one.end() for one in _STOP.finditer(self.text) if not _is_short(self.text, one)
        ]
        self._low = in_small_letters(self.text)
        self._words = words_of(self.text)

    def found(self, finder: Finder) -> Iterator[re.Match[str]]:
        """Yield what a pattern finds in the text in small letters."""
        return finder.within(self._low, self._words)

    def sentence(self, at: int) -> Span:
        """Return the sentence that a place in the text stands in; of a long one what is near."""
        i = bisect_right(self._breaks, at)
        start = self._breaks[i - 1] if i else 0
        end = self._breaks[i] if i < len(self._breaks) else len(self.text)
        return Span(max(start, at - _NEAR), min(end, at + _NEAR))

    def event_of(self, words: Span) -> Event | None:
        """Return the event mention of the incident that words are about, or ``None``.

        That is the nearest one before them in their sentence, or behind them in it; or else the
        nearest before it. ``None`` where that is of another event, or far.
        """
        sentence = self.sentence(words.start)
        before = self._before(words.start)
        if before and before.trigger.start >= sentence.start:
            return before if before.id in self._own else None
        for behind in self._within(Span(words.start, sentence.end)):
            if behind.id in self._own:
                return behind
        if before and before.id in self._own and words.start - before.trigger.end <= _REACH:
            return before
        return None

    def in_sentence(self, words: Span) -> Event | None:
        """Return the same event mention, where it stands in the sentence of the words."""
        found = self.event_of(words)
        sentence = self.sentence(words.start)
        return found if found and sentence.holds(found.trigger) else None

    def holds_mention(self, words: Span) -> bool:
        """Return whether words hold a mention of the incident itself."""
        return any(one.id in self._own for one in self._within(words))

    def is_about(self, words: Span) -> bool:
        """Return whether words are about the incident.

        Their sentence names it, or goes on about it: ahead of them it speaks of an act that is
        named before, or it names one that nothing says is another.
        """
        event = self.event_of(words)
        if event is None:
            return False
        sentence = self.sentence(words.start)
        return (
            sentence.holds(event.trigger)
            or self.wording.goes_on(self.text, sentence.start, words.start)
            or bisect_left(self._bare, sentence.start) < bisect_left(self._bare, sentence.end)
        )

    def follows(self, words: Span, near: int) -> bool:
        """Return whether the incident is named, or taken up, so near before words in a clause."""
        act = self.last_act(words)
        if act is None or words.start - act > near:
            return False
        return not _PARTED.search(self.text, act, words.start)

    def last_act(self, words: Span) -> int | None:
        """Return where the last words for the act end that stand in the sentence before words.

        Those that name the incident; or else that take it up, or name what may be it.
        """
        event = self.event_of(words)
        start = self.sentence(words.start).start
        if event is None:
            return None
        if start <= event.trigger.end <= words.start:
            return event.trigger.end
        if again := self.wording.last_again(self.text, start, words.start):
            return again
        i = bisect_left(self._acts, (words.start,))
        return self._acts[i - 1].end if i and self._acts[i - 1].start >= start else None

    def leads(self, words: Span) -> bool:
        """Return whether words begin a sentence that names the incident behind them."""
        sentence = self.sentence(words.start)
        before = self.text[sentence.start : words.start]
        if before.strip(" \n\t\"'“‘(—-"):
            return False
        return any(one.id in self._own for one in self._within(Span(words.end, sentence.end)))

    def is_beside(self, words: Span, near: int) -> bool:
        """Return whether words for any act stand so many characters from some, in their clause."""
        clause = Span(max(0, words.start - near), words.end + near)
        i = bisect_left(self._acts, (clause.start,))
        for act in self._acts[i : i + near]:
            if act.start > clause.end:
                return False
            between = self.text[min(words.end, act.end) : max(words.start, act.start)]
            if not _MARK.search(between) and not _STOP.search(between):
                return True
        return False

    def told(
        self,
        kind: PointKind,
        value: Value,
        words: Span,
        *,
        at: int | None = None,
        is_not: bool | None = None,
        is_inside: bool = False,
    ) -> Iterator[Answer]:
        """Yield the answer that words give; none where what stands before them leaves it open.

        Args:
            kind: what is answered.
            value: the answer.
            words: what tells it; who says them gives the answer.
            at: before where words stand that leave it open or take it back; before the words where
                it is left out.
            is_not: whether it is taken back; by the words before where it is left out.
            is_inside: whether words that take it back may stand inside the words as well.
        """
        start, end = self._start(words), words.start if at is None else at
        if self.wording.is_open(self.text, start, end):
            return
        if is_not is None:
            is_not = self.wording.is_negated(self.text, start, end) or (
                is_inside and self.wording.is_negated(self.text, words.start, words.end)
            )
        yield from self.answer(kind, value, words, is_negated=is_not)

    def answer(
        self,
        kind: PointKind,
        value: Value,
        words: Span,
        *,
        is_negated: bool = False,
    ) -> Iterator[Answer]:
        """Yield the answer that words give, with who says them; none where nobody asserts it.

        Args:
            kind: what is answered.
            value: the answer.
            words: what tells it; who says them gives the answer.
            is_negated: whether words of the sentence itself say that it is not so.
        """
        for voice in self._voices.all_of(words):
            # who denies an act does not say that it was on another day, or elsewhere
            is_setting = kind in _SETTING and voice.stance == "denies"
            if voice.stance not in _NO_ASSERTION and not is_setting:
                is_denied = (voice.stance == "denies") != is_negated
                yield Answer(kind, None, value, is_denied, voice, self._document, words)

    def _start(self, words: Span) -> int:
        """Return where the sentence of words begins, or what their source says of it."""
        start = self.sentence(words.start).start
        holding = self._contents.holding(words)
        return max(start, holding[0][0].start) if holding else start

    def clause(self, event: Event) -> Span:
        """Return the clause that tells an event, as far as one source says it."""
        holding = self._contents.holding(event.trigger)
        whole = holding[0][0] if holding else event.span
        near = self.sentence(event.trigger.start)
        start = max(whole.start, event.span.start, near.start)
        end = min(whole.end, event.span.end, near.end)
        if end - start <= _LONGEST:
            found = trim(Span(start, end), self.text)
        else:
            found = self._cut(Span(start, end), event.trigger)
        return found if found and found.holds(event.trigger) else event.trigger

    def _cut(self, sentence: Span, trigger: Span) -> Span | None:
        """Return what stands between the marks before and behind the words that name an event."""
        marks = [one.end() for one in _MARK.finditer(self.text, sentence.start, trigger.start)]
        behind = _MARK.search(self.text, trigger.end, sentence.end)
        start = marks[-1] if marks else sentence.start
        return trim(Span(start, behind.start() if behind else sentence.end), self.text)

    def _is_told_apart(self, event: Event) -> bool:
        """Return whether an event is of the incident, or has a time or place of its own."""
        return event.id in self._own or bool(event.time or event.place)

    def _before(self, at: int) -> Event | None:
        i = bisect_right(self._ends, at)
        return self._done[i - 1] if i else None

    def _within(self, words: Span) -> list[Event]:
        first = bisect_left(self._starts, words.start)
        return [
            one
            for one in self._done[first : bisect_right(self._starts, words.end)]
            if words.holds(one.trigger)
        ]


def _is_short(text: str, stop: re.Match[str]) -> bool:
    """Return whether a full stop shortens the word before it."""
    before = text[max(0, stop.start() - _TITLE) : stop.start()]
    return stop.group() == "." and bool(_SHORT.search(before))
