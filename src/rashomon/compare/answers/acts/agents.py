"""Who did it, as the words of a sentence say: *by X*, *X's jets*, *an X aircraft*, *X bombed*."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.compare.answers.acts.actors import Actor, Named, is_acting, name_of
from rashomon.compare.answers.acts.words import ActWords
from rashomon.compare.speakers.voices import Voices
from rashomon.model.reading import Event, Reading
from rashomon.model.spans import Span

_JOINED = re.compile(
    r"^(?:\s*,\s+$|(?:\s+[^\W\d_]{2,14}){0,2}[\s,]*(?:\b(?:and|or|as well as)\b|&)\s+"
    r"(?:an?\s+|the\s+)?$)",
    re.I,
)
_BY = re.compile(
    r"([^\W_]+)\s+by\s+(?:an?\s+|the\s+)?"
    r"(?:(?:[^\W_]+-backed|so-called|suspected|alleged|unidentified|masked|armed|heavily)\s+)*$",
    re.I,
)
_PARTICIPLE = re.compile(r"(?:[^\W_]{2,}ed|\w+en|held|run|led|sent|made|seen|met|put|kept|said)$")
_FINITE = re.compile(r"\b(?:are|had|has|have|is|said|under|was|were)\b", re.I)
_CLAUSE = re.compile(r"[,;:()—–]|\b(?:but|while|whereas)\b", re.I)
"""What stands between a deed and a *by* that is of something else."""
_OF_THAT = re.compile(r"\s*,\s+that\b", re.I)
"""Behind a name: *in Varr, Norvia, that killed*, of what stands before."""
_LOOK = 90
"""Characters before *by* in which what is done stands."""
_NEAR = 25
"""Characters between an agent that the reading found and what he did."""
_VERB = 15
"""Characters of a verb of several words before its last one: *beaten to death*."""
_BEHIND = 60
"""Characters behind a name in which its verb stands."""
_SUBJECT = re.compile(
    r"(?:['’]s)?(?:\s+(?:forces?|troops|fighters?|soldiers|jets?|warplanes|aircraft|planes?"
    r"|helicopters?|militants?|military|army|police))?"
    r"[\s,\"“]+(?:(?:who|which|that|has|have|had|also|then|later|again|reportedly|allegedly"
    r"|deliberately|apparently|yesterday|today|jointly|indiscriminately|first|\w+day)\s+)*"
    r"[\"“]?$",
    re.I,
)
_PREPOSITION = re.compile(
    r"\b(?:about|across|against|among|around|at|between|by|for|from|in|inside|into|near|of|on|over"
    r"|outside|through|to|toward|towards|under|with|against|including|targeting|hitting|fighting)"
    r"\s+(?:an?\s+|the\s+|(?:north|south|east|west|central)\w*\s+)*$",
    re.I,
)
_POSSESSIVE = re.compile(r"\b(?:its|their|our|his|her|my)\s+(?:own\s+)?$", re.I)
_PASSIVE = re.compile(
    r"\s+(?:after|and|are|as|at|by|dead|during|had|has|have|in|injured|is|near|on|outside|was|were"
    r"|when|while|with|wounded)\b|\s*(?:$|[,.;])",
    re.I,
)
"""What follows on a participle that is no active verb: *a bus hit by*, *soldiers killed in*."""
_OBJECTLESS = frozenset(
    ("attacked", "hit", "injured", "killed", "shot", "struck", "targeted", "wounded")
)
_NOUNS_TOO = frozenset(("attacks", "bombs", "hits", "shells", "strike", "strikes"))
_OBJECT = re.compile(r"\s+(?:an?\b|the\b|\d|(?-i:[A-Z]))", re.I)
"""What follows on these where they are verbs: *Norvia strikes the port*."""


class Agents:
    """Finds who did what the sentences of a document tell.

    Args:
        reading: what was read in it.
        named: where it names parties.
        voices: who says what in it.
        words: the words of the table.
    """

    def __init__(self, reading: Reading, named: Named, voices: Voices, words: ActWords) -> None:
        self._text = reading.document.text
        self._parties = {one.id: one for one in reading.parties}
        self._named = named
        self._voices = voices
        self._words = words
        self._barring = words.barring

    def of(
        self, sentence: Span, events: Sequence[Event], hit: Sequence[Span]
    ) -> Iterator[tuple[Actor, Span]]:
        """Yield who did what a sentence tells, with the words that say so.

        Args:
            sentence: where.
            events: the mentions of what it tells.
            hit: the words for what was hit: *shot down a Norvian jet*.
        """
        named = self._named.within(sentence)
        actors = [
            one
            for one in named
            if not self._is_his(one, sentence)
            and not self._barring.member.match(self._text, one.span.end)
        ]
        marked: list[Span | None] = []
        for one in actors:
            span = self._by(one, sentence)
            if span is None and not any(each.holds(one.span) for each in hit):
                span = self._owning(one, sentence) or self._subject(one, sentence)
            marked.append(span)
        if not any(marked):
            marked = [self._agent_of(one, events) for one in actors]
        self._spread(actors, marked)
        for one, span in zip(actors, marked, strict=True):
            if span is not None:
                yield one, span

    def _spread(self, actors: Sequence[Actor], marked: list[Span | None]) -> None:
        """What *and* joins to one who did it did it too."""
        beside = list(pairwise(range(len(actors))))
        for one, other in (*beside, *((b, a) for a, b in reversed(beside))):
            first, last = sorted((one, other))
            span = marked[one]
            if span is None or marked[other] is not None:
                continue
            start = actors[first].span.end
            end = min(actors[last].span.start, start + _BEHIND)
            if _JOINED.match(self._text[start:end]) and self._is_list(actors, last, start, end):
                own = actors[other].span
                marked[other] = Span(min(span.start, own.start), max(span.end, own.end))

    def _is_list(self, actors: Sequence[Actor], last: int, start: int, end: int) -> bool:
        """Return whether what stands between two joins them: a comma only where *and* follows."""
        if self._text[start:end].strip() != ",":
            return True
        if last + 1 == len(actors):
            return False
        start, end = actors[last].span.end, actors[last + 1].span.start
        between = self._text[start : min(end, start + _BEHIND)]
        return bool(_JOINED.match(between)) and self._is_list(actors, last + 1, start, end)

    def _by(self, one: Actor, sentence: Span) -> Span | None:
        """Return *carried out by X*, *an attack by X*: not *a town held by X*, *sent by X*."""
        before, start = self._before(one, sentence)
        by = _BY.search(before)
        if by is None:
            return None
        for done in self._words.done.finditer(before, max(0, by.start(1) - _VERB), by.end(1)):
            if done.end() == by.end(1):
                if self._barring.harmed.search(before, 0, done.start()):
                    return None
                return Span(start + done.start(), one.span.end)
        if _PARTICIPLE.match(by.group(1)):
            return None
        deeds = list(self._words.deeds.finditer(before, 0, by.end(1)))
        if not deeds or not self._is_of_deed(before, deeds[-1], by.end(1)):
            return None
        return Span(start + deeds[-1].start(), one.span.end)

    def _is_of_deed(self, before: str, deed: re.Match[str], end: int) -> bool:
        """Return whether *by* is of a deed: not *condemnation of the attack by X*."""
        if _FINITE.search(before, deed.end(), end) or _CLAUSE.search(before, deed.end(), end):
            return False
        return not self._barring.is_about(before[: deed.start()])

    def _owning(self, one: Actor, sentence: Span) -> Span | None:
        """Return *X's jets*, *an X aircraft*, *the X attack on*: not *X strike*, X a place."""
        if not one.has_arms:
            return None
        end = min(sentence.end, one.span.end + _BEHIND)
        match = self._words.owned.match(self._text, one.span.end, end)
        if match is None or (one.is_place and match.group()[:1].isspace()):
            return None
        before, _ = self._before(one, sentence)
        is_hit = self._barring.are_hit(before)
        if is_hit or self._barring.do_nothing(self._text, match.end()):
            return None
        is_held = match.group()[:1].isspace() and self._barring.is_holding(before)
        return None if is_held else Span(one.span.start, match.end())

    def _subject(self, one: Actor, sentence: Span) -> Span | None:
        """Return *X bombed*, *X has carried out*: not *X was bombed*, *X troops killed in*."""
        if self._is_within(one, sentence):
            return None
        end = min(sentence.end, one.span.end + _BEHIND)
        match = self._words.done.search(self._text, one.span.end, end)
        if match is None or not _SUBJECT.fullmatch(self._text[one.span.end : match.start()]):
            return None
        if _OF_THAT.match(self._text, one.span.end):
            return None
        if match.group().casefold() in _NOUNS_TOO and not _OBJECT.match(self._text, match.end()):
            return None
        return None if self._is_passive(match) else Span(one.span.start, match.end())

    def _is_passive(self, done: re.Match[str]) -> bool:
        behind = self._text[done.end() : done.end() + len(" outside ")]
        is_bare = done.group().casefold() in _OBJECTLESS and bool(_PASSIVE.match(behind))
        return is_bare or self._barring.is_of_no_others(self._text, done.end())

    def _is_his(self, one: Actor, sentence: Span) -> bool:
        """Return whether somebody's own are named, and not he: *its fighters*."""
        return bool(_POSSESSIVE.search(self._before(one, sentence)[0]))

    def _is_within(self, one: Actor, sentence: Span) -> bool:
        """Return whether a preposition stands before a name: *in Norvia*, *near the army*."""
        return bool(_PREPOSITION.search(self._before(one, sentence)[0]))

    def _before(self, one: Actor, sentence: Span) -> tuple[str, int]:
        """Return what stands before a name, and where that begins."""
        start = max(sentence.start, one.span.start - _LOOK)
        return self._text[start : one.span.start], start

    def _agent_of(self, one: Actor, events: Sequence[Event]) -> Span | None:
        """Return an agent that the reading found, right before the words for what he did."""
        at = bisect_left(events, one.span.end, key=lambda each: each.trigger.start)
        for event in events[at : at + 1]:
            party = self._parties.get(event.agent or "")
            is_near = event.trigger.start - one.span.end <= _NEAR
            if party and is_near and is_acting(party) and name_of(party) == one.name:
                return self._doing(one, event)
        return None

    def _doing(self, one: Actor, event: Event) -> Span | None:
        # who says what was done is not, by that, who did it
        is_said = self._voices.attribution_of(one.span) != self._voices.attribution_of(
            event.trigger
        )
        done = self._words.done.search(self._text, event.trigger.start, event.trigger.end)
        if one.is_place or is_said or done is None or self._is_passive(done):
            return None
        if self._barring.said.search(self._text, one.span.end, event.trigger.start):
            return None
        is_within = self._is_within(one, event.span)
        return None if is_within else Span(one.span.start, event.trigger.end)
