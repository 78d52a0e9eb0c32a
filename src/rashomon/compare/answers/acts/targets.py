"""What was hit, as the words of a sentence say."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from rashomon.compare.answers.acts.phrases import label, phrase_after, phrase_before
from rashomon.compare.answers.acts.words import ActWords
from rashomon.compare.phrases import in_small_letters
from rashomon.model.reading import Reading
from rashomon.model.spans import Span, subtract

_NO_THINGS = frozenset(
    (
        *("abdomen", "air", "arm", "back", "brain", "chest", "face", "foot", "hand", "head", "leg"),
        *(
            "neck",
            "shoulder",
            "stomach",
            "thigh",
            "agreement",
            "balance",
            "chord",
            "compromise",
            "deal",
        ),
        *(
            "he",
            "her",
            "she",
            "own",
            "incident",
            "list",
            "mine",
            "scene",
            "specialists",
            "testimony",
        ),
    )
)
"""What is hit or struck in another sense, or says nothing."""
_ADDED = re.compile(
    r"\b(?:an?|and|border|central|coastal|of|old|part|parts|several|the|their|two"
    r"|[^\W_]+-(?:besieged|controlled|held|run))\b"
    r"|[^\w]",
    re.I,
)
_HELD = re.compile(
    r"\s+((?:areas?|parts|places|regions?|territor(?:y|ies))\s+"
    r"(?:controlled|held|occupied|run)\s+by\s+(?:the\s+)?)",
    re.I,
)
_BLAMING = re.compile(r"\b(?:blam(?:e|ed|es|ing)|pinned)\s+(?:[^\W_]+['’]?\w*\s+){0,4}$", re.I)
_LOOK = 50
_TOLL_BEFORE = 80
"""Characters before a number in which it is said that it is a toll."""
_BEFORE = re.compile(r"(?:by|den(?:y|ied|ies|ying)|of|for)\s+(?=[^\W_]+ing\b)", re.I)
_VICTIMS = re.compile(
    r"\b(?:casualties|dead|fatalities|killed|victims)\s+(?:were|are|included)\s+"
    r"(?:(?:all|also|mainly|mostly|largely|reportedly)\s+)*"
)
_COUNT = re.compile(
    r"\d|(?:an?|at|dozens|eight|five|four|half|hundreds|more|nine|one|over|several|seven|six|some"
    r"|ten|three|two)\b"
)
_BOMB = re.compile(r"(?:land)?mines?|bombs?|explosives?|grenades?|ieds?")
_SMALL = re.compile(r"\b[a-z][^\W\d_]+")
_PLACE = re.compile(
    r"\b(?:areas?|capital|cit(?:y|ies)|country|countryside|county|district|east\w*|neighbou?rhoods?"
    r"|north\w*|outskirts|province|region|south\w*|state|suburbs?|towns?|valley|villages?|west\w*)\b",
    re.I,
)
"""Words for where something is, rather than for what was hit there."""


@dataclass(frozen=True, slots=True)
class Target:
    """What was hit.

    Attributes:
        name: what it is called.
        words: the words for it.
        span: the same, with the words that say that it was hit.
    """

    name: str
    words: Span
    span: Span


class Targets:
    """Finds what was hit in the sentences of a document.

    Args:
        reading: what was read in it.
        words: the words of the table.
    """

    def __init__(self, reading: Reading, words: ActWords) -> None:
        self._text = reading.document.text
        self._low = in_small_letters(self._text)
        self._words = words
        self._places = [one.span for one in reading.places]
        self._times = frozenset(one.span.start for one in reading.times)
        self._small = frozenset(_SMALL.findall(self._text))

    def of(self, sentence: Span) -> Iterator[Target]:
        """Yield what stands behind a verb, behind *attack on*, or before *was hit*."""
        seen: set[int] = set()
        for phrase, span in self._phrases(sentence):
            words = phrase.of(self._text)
            is_thing = not (
                _is_no_target(words, self._words)
                or self._is_place(phrase)
                or phrase.start in self._times  # "the attack on April 15"
                or self._is_toll(phrase)
            )
            if phrase.end not in seen and is_thing:
                seen.add(phrase.end)
                yield Target(label(words, self._small, self._words.plural), phrase, span)

    def _phrases(self, sentence: Span) -> Iterator[tuple[Span, Span]]:
        """Yield the words for what may have been hit, and the same with those that say so."""
        text, low, words = self._text, self._low, self._words
        passives = list(words.was_hit.finditer(low, sentence.start, sentence.end))
        for match in passives:
            if phrase := phrase_before(text, sentence.start, match.start()):
                yield phrase, Span(phrase.start, match.end())
        yield from self._victims(sentence)
        closed = {match.end() for match in passives}
        for pattern in (words.hit, words.near):
            for match in pattern.finditer(low, sentence.start, sentence.end):
                if match.end() in closed or _is_blame(match, text):
                    continue
                phrase = phrase_after(text, match.end(), sentence.end, words.attributive)
                phrase = phrase or _held(text, match.end(), sentence.end)
                is_in = match.group().endswith(" in")
                if phrase and not (is_in and _PLACE.search(phrase.of(text))):
                    yield phrase, Span(_verb(match), phrase.end)

    def _victims(self, sentence: Span) -> Iterator[tuple[Span, Span]]:
        """Yield who they were who were hit: *the dead were miners*, not *were buried*."""
        for match in _VICTIMS.finditer(self._low, sentence.start, sentence.end):
            phrase = phrase_after(self._text, match.end(), sentence.end, self._words.attributive)
            words = phrase.of(self._low) if phrase else ""
            if phrase and words.endswith(self._words.plural) and not _COUNT.match(words):
                yield phrase, Span(match.start(), phrase.end)

    def _is_toll(self, phrase: Span) -> bool:
        """Return whether it is a number that was reached: *the toll of the raid hit 43*."""
        before = self._low[max(0, phrase.start - _TOLL_BEFORE) : phrase.start]
        return self._text[phrase.start].isdecimal() and "toll" in before

    def _is_place(self, phrase: Span) -> bool:
        """Return whether a phrase says where, and not what: *the town of Arvesta*, *Norvia*."""
        first = bisect_left(self._places, phrase.start, key=lambda one: one.start)
        near = takewhile(lambda one: one.start < phrase.end, islice(self._places, first, None))
        rest = " ".join(one.of(self._text) for one in subtract(phrase, near))
        return not _ADDED.sub("", _PLACE.sub("", rest)).strip()


def _held(text: str, start: int, end: int) -> Span | None:
    """Return *areas held by Y*, which without Y would say nothing."""
    match = _HELD.match(text, start, end)
    holder = phrase_after(text, match.end(), end, ()) if match else None
    return Span(match.start(1), holder.end) if match and holder else None


def _is_blame(match: re.Match[str], text: str) -> bool:
    """Return whether it is blame that stands *on* somebody: *blamed the attack on*."""
    if not match.group().casefold().endswith(" on"):
        return False
    return bool(_BLAMING.search(text, max(0, match.start() - _LOOK), match.start()))


def _verb(match: re.Match[str]) -> int:
    """Return where what was done begins: behind *denied* in *denied bombing*."""
    before = _BEFORE.match(match.group())
    return match.start() + (before.end() if before else 0)


def _is_no_target(phrase: str, words: ActWords) -> bool:
    """Return whether a phrase is for what hits, or for hitting: *a mine*, *bombing campaign*."""
    bare = re.sub(r"^(?:an?|the)\s+", "", phrase, flags=re.I)
    last = bare.rpartition(" ")[2].casefold()
    return last in _NO_THINGS or any(
        pattern.fullmatch(one)
        for pattern, one in ((words.referring, bare), (words.deeds, last), (_BOMB, last))
    )
