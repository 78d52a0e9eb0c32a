"""Counts that somebody calls wrong: *the ministry's figure of four was too low*."""

import re
from collections.abc import Iterator, Sequence

from rashomon.compare.speakers.voices import Voices
from rashomon.model.comparison import Answer, Count, PointKind, Voice
from rashomon.model.reading import Reading, Stance
from rashomon.model.spans import Span

TOTAL = "total"
_SAYING: tuple[Stance, ...] = ("asserts", "alleges")
_TEENS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORTH = {
    **{word: number for number, word in enumerate(_TEENS, 1)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
}
_WORD = rf"(?:{'|'.join(sorted(_WORTH, key=len, reverse=True))})"
_KILLED = r"(?P<killed>dead|deaths|fatalities|killed|lives\s+lost)"
_INJURED = r"(?P<injured>injured|injuries|hurt|wounded)"
_NO_PEOPLE = r"(?:casualties|people|persons|victims)"
_CALLED = re.compile(
    r"\b(?:counts?|estimates?|figures?|numbers?|tally|(?P<toll>tolls?))"
    rf"(?:\s+(?:of|at)\s+(?P<number>\d[\d,]{{0,8}}|{_WORD}(?:-{_WORD})?)\b)?"
    rf"(?:\s+(?:of\s+)?(?:{_NO_PEOPLE}\s+)?(?:{_KILLED}|{_INJURED}|{_NO_PEOPLE}))?"
    r"(?:\s+(?:by|from|given\s+by|issued\s+by|released\s+by)\s+(?P<by>[^.,;:!?\n]{1,60}?))?"
    r"\s+(?:are|had\s+been|is|was|were)\s+(?:[a-z]+ly\s+|far\s+|much\s+|way\s+){0,2}"
    r"(?:an?\s+(?:[a-z]+\s+)?(?:exaggeration|invention|underestimate|undercount)|exaggerated"
    r"|fabricated|false|inaccurate|incorrect|inflated|invented|overstated|too\s+(?:high|low)"
    r"|underestimated|understated|untrue|wrong)\b",
    re.I,
)
"""Finds a count, with the number where it is given, and what calls it wrong."""
_OWNER = re.compile(r"(?:[^\W_][\w'’-]*\s+){1,8}$")
_OPEN = re.compile(r"\b(?:if|whether)\s", re.I)
_LOOK = 80
"""Characters before a count in which stands whose it is."""


def disputed(reading: Reading, voices: Voices, told: Sequence[Answer]) -> Iterator[Answer]:
    """Yield the counts that somebody calls wrong, too low or too high, as denied by that one.

    The number is the one that the words give; else it is what the one whose count it is (*the
    ministry's toll was wrong*) counts in the document. Of the injured it is where the words, or
    else the last count before, are.

    Args:
        reading: a document.
        voices: who says what in it.
        told: what it counts, in the order of the text.
    """
    text = reading.document.text
    for match in _CALLED.finditer(text):
        span = _with_owner(Span(*match.span()), text, voices)
        owner = text[span.start : match.start()]
        of = _kind(match, told)
        if of is None or _OPEN.search(owner):
            continue
        for voice in voices.all_of(Span(*match.span())):
            if voice.stance in _SAYING:
                for value in _values(match, owner, of, voice, told):
                    yield Answer(of, TOTAL, value, True, voice, reading.document.id, span)


def _with_owner(count: Span, text: str, voices: Voices) -> Span:
    """Return the words for a count with those before that say whose it is, in one voice."""
    within = voices.attribution_of(count)
    starts = [one.start for one in within.content if one.holds(count)] if within else []
    least = max(0, count.start - _LOOK, *starts)
    owner = _OWNER.search(text, least, count.start)
    return Span(owner.start() if owner else count.start, count.end)


def _kind(match: re.Match[str], told: Sequence[Answer]) -> PointKind | None:
    """Return what a count is of; ``None`` where nothing says so."""
    if match.group("injured"):
        return "injured"
    if match.group("toll") or match.group("killed"):
        return "killed"
    before = [one for one in told if one.span.start < match.start()]
    return max(before, key=lambda one: one.span.start).kind if before else None


def _values(
    match: re.Match[str], owner: str, of: PointKind, voice: Voice, told: Sequence[Answer]
) -> Iterator[Count]:
    """Yield the numbers that are called wrong: the one given, or those of whose count it is."""
    if number := match.group("number"):
        worth = _worth(number.casefold())
        yield Count(worth, worth)
        return
    whose = f"{owner} {match.group('by') or ''}".casefold()
    found = dict.fromkeys(
        one.value
        for one in told
        if (one.kind, one.who, one.is_denied) == (of, TOTAL, False)
        and one.voice.party != voice.party
        and _bare(one.voice.party) in whose
    )
    yield from (one for one in found if isinstance(one, Count))


def _worth(number: str) -> int:
    if number[0].isdecimal():
        return int(number.replace(",", ""))
    return sum(_WORTH[one] for one in number.split("-"))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
