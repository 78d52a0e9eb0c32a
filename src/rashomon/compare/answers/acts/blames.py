"""Who is said to have done it, in words about that: blame, suspects, and that nobody knows."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rashomon.compare.answers.acts.actors import Named
from rashomon.compare.answers.acts.phrases import phrase_after
from rashomon.compare.answers.acts.words import ActWords
from rashomon.compare.answers.belonging import HARM
from rashomon.compare.phrases import in_small_letters
from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import UNKNOWN, Voice
from rashomon.model.reading import Attribution, Reading
from rashomon.model.spans import Span

_UNKNOWN = re.compile(
    r"\b(?:(?:no|without)\s+(?:\w+\s+){0,2}claims?\s+of\s+responsibility\b"
    r"|(?:nobody|no\s+one|(?:no|none\s+of)\s+(?:\w+\s+){0,3}"
    r"(?:factions?|groups?|organi[sz]ations?|part(?:y|ies)|sides?))"
    r"\s+(?:(?:has|have|had|immediately|yet|so|far)\s+){0,4}"
    r"(?:claimed|taken|took|admitted|accepted)\s+(?:responsibility|credit)\b"
    r"|(?:unclear|unknown|uncertain|a\s+mystery|not\s+(?:\w+\s+)?(?:clear|known|certain|sure)"
    r"|(?:cannot|could\s+not|do\s+not|does\s+not|did\s+not|unable\s+to|yet\s+to)\s+"
    r"(?:(?:\w+ly|immediately)\s+)?"
    r"(?:confirm|determine|establish|identify|know|verify)"
    r"|(?:cannot|could\s+not|unable\s+to)\s+(?:say|tell))\s+"
    r"(?:who|which\s+(?:group|side))\b(?:\s+\w+){0,4}?"
    r"\s+(?:attacked|behind|bombed|carried|did\s+(?:it|so|this|that)|dropped|fired|killed|launched"
    r"|planted|responsible|shelled|shot|to\s+blame)\b(?:\s+out)?"
    r"|(?:carried\s+out|killed|shot|committed|launched|fired|conducted)\s+by\s+"
    r"(?:unknown|unidentified)\s+(?:\w+\s+)?"
    r"(?:aircraft|assailants?|attackers?|gunm[ae]n|jets|men|militants|persons?|planes|warplanes)\b"
    r"|identit(?:y|ies)\s+of\s+the\s+(?:\w+\s+)?"
    r"(?:assailants?|attackers?|bombers?|gunm[ae]n|killers?|shooters?|perpetrators?)"
    r"\s+(?:is|was|were|are|remains?|remained)\s+(?:\w+\s+)?(?:un|not\s+)\w*)"
)
_NAME = r"(?P<name>[A-Z][\w'’-]+(?:\s+(?:al-|bin\s+|de\s+|van\s+)?[A-Z][\w'’-]+){1,3})"
_DOER = r"(?:assailant|attacker|bomber|culprit|gunman|killer|perpetrator|shooter|suspect)"
_IDENTIFIED = re.compile(
    rf"\b(?:identified|named)\s+(?:the\s+|a\s+|their\s+)?(?:[a-z]+\s+){{0,2}}{_DOER}\s+as\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{_NAME}"
    rf"|\b{_DOER},?\s+(?:was\s+|has\s+been\s+)?(?:later\s+)?(?:identified|named)\s+"
    rf"(?:by\s+\w+\s+)?as\s+(?:[\w-]+\s+){{0,3}}?{_NAME.replace('?P<name>', '?P<named>')}"
)
_IS = re.compile(
    r"[\s,]*(?:(?:is|was|are|were|has|had|have|been|being|not|also|itself|clearly|probably|likely"
    r"|solely|directly|stood)\s+)*",
    re.I,
)
_LIES = re.compile(
    r"\bresponsibility\s+(?:for\s+(?:[^\W_]+\s+){0,8}?)?(?:lies|rests|falls|lay)\s+(?:with|on)\s+"
    r"|\b(?:as|be|been|being|is|was|were)\s+(?:[^\W_]+\s+){0,2}?the\s+work\s+of\s+"
    r"|\b(?:die[ds]?|dying|deaths?|killed|killings?|massacred?|murdered?|slain|slaughtered)\b"
    r"[^.;\n]{0,30}?\sat\s+the\s+hands\s+of\s+"
    r"|\b(?:blamed|pinned)\s+on\s+|\bclaimed\s+by\s+"
)
_OPEN = re.compile(
    r"\b(?:if|whether|who|which|suspicions?\s+that|to\s+(?:determine|establish|prove|verify)\s+that)"
    r"\s+(?:an?\s+|the\s+)?$",
    re.I,
)
"""Before a name: it is left open whether it was he."""
_UNPROVEN = re.compile(
    r"\b(?:insufficient|lack\s+of|little|no|not\s+(?:any|enough)|without|any)\s+(?:[^\W_]+\s+){0,2}?"
    r"(?:evidence|indications?|proof|signs?)\s+(?:whatsoever\s+)?that\s+(?:an?\s+|the\s+)?$",
    re.I,
)
"""Before a name: it is said that nothing shows that it was he."""
_ASIDE = re.compile(
    r"\b(?:against|at|between|from|in|inside|near|on|over)\s+(?:the\s+)?(?:[^\W_]+\s+)?$", re.I
)
"""Before a name that is no subject: *sanctions on Norvia are responsible*."""
_EACH_OTHER = re.compile(r"\W*(?:each\s+other|one\s+another)\b", re.I)
_OF_WORDS = re.compile(r"\b(?:for|of)\s+[^\W_]", re.I)
_ACCUSED_OF = re.compile(r"\bof\s+(?:[^\W_]+ly\s+)?([^\W_]+ing)\b", re.I)
"""What somebody is accused of doing."""
_TO_DO = frozenset(
    (
        *("being", "committing", "conducting", "carrying", "directing", "having", "launching"),
        *("mounting", "opening", "orchestrating", "ordering", "perpetrating", "planning"),
        *("staging", "using"),
    )
)
"""What one accused of does something with, that the words behind say."""
_DID_NOT = re.compile(
    r"(?:did\s+not|didn['’]t|had\s+not|has\s+not|have\s+not|never)\s+([^\W\d_]+)",
    re.I,
)
_IDENTIFYING = ("identified", "named")
_LYING = ("blamed", "claimed", "hands", "pinned", "responsibility", "work")
"""Words of which one stands in whatever the patterns find."""
_NOT = re.compile(r"\b(?:not|never|nor)\b|n['’]t\b", re.I)
_ON = re.compile(r"\b(?:on|to)\s+(?:the\s+|an?\s+)?[\"“]?", re.I)
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.I)
_NOBODY = frozenset(("each", "one", "both", "what", "that", "this", "itself", "him", "her", "them"))
_TAKEN_UP = re.compile(
    r"\s*(?:for\s+)?(?:it|that|them|these|this|those|what\s+happened|which)\b|\W*$", re.I
)
_FEW = 3
_ING = re.compile(r"\b[^\W_]+ing\b")
_LOOK = 40
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Blame:
    """One who is said to have done it.

    Attributes:
        name: what he is called; ``unknown`` where it is said that nobody knows.
        is_denied: whether it is said that he did not.
        voices: who says so.
        span: the words.
    """

    name: str
    is_denied: bool
    voices: tuple[Voice, ...]
    span: Span


class Blames:
    """Finds who is said to have done it, in words about that.

    Args:
        reading: a document.
        voices: who says what in it.
        named: where it names parties.
        words: the words of the table.
    """

    def __init__(self, reading: Reading, voices: Voices, named: Named, words: ActWords) -> None:
        self._text = reading.document.text
        self._low = in_small_letters(self._text)
        self._times = [one.span for one in reading.times]
        self._voices = voices
        self._named = named
        self._words = words

    def in_text(self, is_of_it: Callable[[Span], bool]) -> Iterator[Blame]:
        """Yield who is said to have done it, or that nobody knows, in whosever voice.

        Args:
            is_of_it: tells whether a stretch is about the incident.
        """
        for one in (*self._unknown(), *self._identified(), *self._said(), *self._did_not()):
            if is_of_it(one.span):
                yield one

    def in_attribution(self, one: Attribution) -> Iterator[Blame]:
        """Yield whom a source blames: *X of bombing Y*, *the raid on X*, *X for the raid*."""
        cue = " ".join(span.of(self._text) for span in one.cue)
        if not self._words.blamed.search(cue) or _NOT.search(cue):
            return
        rest = " ".join(bounded(span).of(self._text) for span in one.content)
        for content in map(bounded, one.content):
            name = self._blamed(content, rest)
            if name:
                yield Blame(name, False, self._voices.speaking(one), one.whole)
                return

    def _unknown(self) -> Iterator[Blame]:
        for match in _UNKNOWN.finditer(self._low):
            span = Span(*match.span())
            yield Blame(UNKNOWN, False, self._voices.all_of(span), span)

    def _identified(self) -> Iterator[Blame]:
        if not self._has(_IDENTIFYING):
            return
        for match in _IDENTIFIED.finditer(self._text):
            span = Span(*match.span())
            name = match.group("name") or match.group("named")
            cued = next(iter(self._voices.cued_at(span)), None)
            voices = self._voices.speaking(cued) if cued else self._voices.all_of(span)
            yield Blame(name, False, voices, span)

    def _said(self) -> Iterator[Blame]:
        """Yield *X was behind it*, *it was the work of X*."""
        if self._has(self._words.said_of):
            yield from self._said_of()
        if self._has(_LYING):
            yield from self._said_to_lie()

    def _said_of(self) -> Iterator[Blame]:
        for match in self._words.is_said_of.finditer(self._low):
            before = self._named.within(Span(max(0, match.start() - _LOOK), match.start()))
            between = self._text[before[-1].span.end : match.start()] if before else ""
            if before and _IS.fullmatch(between) and self._is_for_a_deed(match):
                whole = Span(before[-1].span.start, match.end())
                lead = self._text, max(0, whole.start - _LOOK), whole.start
                if not (_OPEN.search(*lead) or _ASIDE.search(*lead)):
                    is_unproven = bool(_UNPROVEN.search(*lead))
                    yield self._of(before[-1].name, whole, is_not=is_unproven)

    def _said_to_lie(self) -> Iterator[Blame]:
        for match in _LIES.finditer(self._low):
            behind = self._named.within(Span(match.end(), match.end() + _LOOK))
            if behind and "." not in self._text[match.end() : behind[0].span.start]:
                yield self._of(behind[0].name, Span(match.start(), behind[0].span.end))
            elif match.group().endswith("with "):
                phrase = phrase_after(self._text, match.end(), match.end() + _LOOK, ())
                if phrase:
                    name = _ARTICLE.sub("", phrase.of(self._text))
                    yield self._of(name, Span(match.start(), phrase.end))

    def _did_not(self) -> Iterator[Blame]:
        """Yield *X did not fire*, *X has never bombed*: in the words of who says so."""
        for match in _DID_NOT.finditer(self._low):
            if not self._words.is_deed(match.group(1)):
                continue
            before = self._named.within(Span(max(0, match.start() - _LOOK), match.start()))
            if before and self._text[before[-1].span.end : match.start()].isspace():
                yield self._of(before[-1].name, Span(before[-1].span.start, match.end()))

    def _has(self, words: Iterable[str]) -> bool:
        """Return whether the text has one of some words: a quick look before a slow one."""
        return any(one in self._low for one in words)

    def _is_for_a_deed(self, said: re.Match[str]) -> bool:
        """Return whether it is a deed that somebody is said to be *responsible for*."""
        behind = self._text[said.end() : said.end() + _LOOK].partition(".")[0]
        if not said.group().endswith((" for", " of")) and not behind.startswith(" for "):
            return True
        return bool(
            _TAKEN_UP.match(behind) or self._words.deeds.search(behind) or HARM.search(behind)
        ) or any(self._words.is_deed(one.group()) for one in _ING.finditer(behind))

    def _of(self, name: str, span: Span, *, is_not: bool = False) -> Blame:
        is_denied = is_not or bool(_NOT.search(span.of(self._text)))
        return Blame(name, is_denied, self._voices.all_of(span), span)

    def _blamed(self, content: Span, words: str) -> str | None:
        """Return whom a part of what an accusation says names.

        Args:
            content: the part.
            words: all that it says.
        """
        if _EACH_OTHER.match(self._text, content.start, content.end):
            return None
        found = self._named.within(content)
        if found:
            lead = self._text, content.start, found[0].span.start
            if found[0].is_place and _ASIDE.search(*lead) and not _ON.search(*lead):
                return None
            named = found[0].span.of(self._text)
            return found[0].name if self._is_of_a_deed(words.replace(named, " ", 1)) else None
        on = _ON.search(self._text, content.start, content.end)
        is_behind = on and self._words.deeds.search(self._text, content.start, on.start())
        start = on.end() if on and is_behind else content.start
        phrase = phrase_after(self._text, start, content.end, ())
        first = phrase.of(self._text).partition(" ")[0].casefold() if phrase else ""
        if phrase is None or first in _NOBODY or _ING.fullmatch(first):
            return None
        if any(phrase.overlaps(one) for one in self._times):
            return None  # *the raid on Monday*
        bare = _ARTICLE.sub("", phrase.of(self._text))
        name = self._words.without_arms(bare)
        is_somebody = not self._words.deeds.match(bare) and not self._words.deeds.search(name)
        return name if is_somebody and self._is_of_a_deed(words.replace(name, " ", 1)) else None

    def _is_of_a_deed(self, rest: str) -> bool:
        """Return whether blame is for an attack, or just of somebody: not for a delay, for lies."""
        accused = _ACCUSED_OF.search(rest)
        if accused and accused.group(1).casefold() not in _TO_DO:
            return self._words.is_deed(accused.group(1))
        return (
            (len(rest.split()) < _FEW and not _OF_WORDS.search(rest))
            or bool(self._words.deeds.search(rest) or self._words.done.search(rest))
            or any(self._words.is_deed(match.group()) for match in _ING.finditer(rest))
        )


def bounded(span: Span) -> Span:
    """Return so much of a stretch of a content as is read."""
    return Span(span.start, min(span.end, span.start + _LONGEST))
