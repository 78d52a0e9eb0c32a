"""Counts that somebody calls wrong: *the ministry's figure of four was too low*."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from rashomon.compare.phrases import in_small_letters
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
_COUNT = (
    r"\b(?:counts?|estimates?|figures?|numbers?|tally|(?P<toll>tolls?))"
    rf"(?:\s+(?:of|at)\s+(?P<number>\d[\d,]{{0,8}}|{_WORD}(?:-{_WORD})?)\b)?"
    rf"(?:\s+(?:of\s+)?(?:{_NO_PEOPLE}\s+)?(?:{_KILLED}|{_INJURED}|{_NO_PEOPLE}))?"
)
_CALLED = re.compile(
    _COUNT
    + r"(?:\s+(?:by|from|given\s+by|issued\s+by|released\s+by)\s+(?P<by>[^.,;:!?\n]{1,60}?))?"
    r"\s+(?:are|had\s+been|is|was|were)\s+(?:[a-z]+ly\s+|far\s+|much\s+|way\s+){0,2}"
    r"(?:an?\s+(?:[a-z]+\s+)?(?:exaggeration|invention|underestimate|undercount)|exaggerated"
    r"|fabricated|false|inaccurate|incorrect|inflated|invented|overstated|too\s(?:high|low)"
    r"|underestimated|understated|untrue|wrong)\b"
)
"""Finds a count, with the number where it is given, and what calls it wrong; in small letters."""
_HINTS = (
    *("exaggerat", "fabricated", "false", "inaccurate", "incorrect", "inflated", "invent"),
    *("overstated", "too high", "too low", "undercount", "underestimate", "understated"),
    *("untrue", "wrong"),
)
"""Letters of which some stand in whatever that finds: looking for them takes a fifth."""
_DENIED = re.compile(
    _COUNT + r"(?:\s+as\s+\w+)?(?=\s*(?:$|[.,;]|(?:and|by|from|given|in|on)\b))", re.I
)
"""Finds one that may be all that is denied: *rejected the count of nine*."""
_OPEN = re.compile(r"\b(?:if|whether)\s", re.I)
_OWNER = re.compile(r"(?:(?!that\b)[^\W_][\w'’-]*\s+){1,8}$")
_POSSESSIVE = re.compile(r"([^\W_]+)['’]s?\s+(?:[^\W_]+\s+){0,2}$")
"""Words at the end of which stands whose count it is."""
_MOST = 200
"""How many counts that are called wrong, and denials, of a document are looked at."""
_LOOK = 80
"""Characters before a count in which stands whose it is."""


def disputed(reading: Reading, voices: Voices, told: Sequence[Answer]) -> Iterator[Answer]:
    """Yield the counts that somebody denies, calls wrong, too low or too high, as denied.

    The number is the one that the words give; else it is what the one whose count it is (*the
    ministry's toll was wrong*) counts in the document. It is of the dead or the injured as the
    words say, or else who counts as many, or else the last count before.

    Args:
        reading: a document.
        voices: who says what in it.
        told: what it counts, in the order of the text.
    """
    for each, voice, span in (*_called(reading, voices, told), *_rejected(reading, voices, told)):
        yield Answer(*each, True, voice, reading.document.id, span)


_Told: TypeAlias = tuple[tuple[PointKind, str, Count], Voice, Span]


def _called(reading: Reading, voices: Voices, told: Sequence[Answer]) -> Iterator[_Told]:
    """Yield what is called wrong: *said that the figure of four was too low*."""
    text = reading.document.text
    low = in_small_letters(text)
    if not any(one in low for one in _HINTS):
        return
    for match in islice(_CALLED.finditer(low), _MOST):
        span = _with_owner(Span(*match.span()), text, voices)
        owner = text[span.start : match.start()]
        for voice in () if _OPEN.search(owner) else voices.all_of(Span(*match.span())):
            if voice.stance in _SAYING:
                yield from ((one, voice, span) for one in _counted(match, owner, voice, told))


def _rejected(reading: Reading, voices: Voices, told: Sequence[Answer]) -> Iterator[_Told]:
    """Yield what is denied as a number alone: *rejected the union's count of nine*."""
    text = reading.document.text
    denials = (one for one in reading.attributions if one.stance == "denies" and one.content)
    for one in islice(denials, _MOST):
        match = _denied(one.content[0], text)
        if match is None:
            continue
        owner = _POSSESSIVE.search(text, one.content[0].start, match.start())
        for voice in voices.speaking(one):
            # in "it rejected the union's count" it is another than the union
            if not (owner and voice.party.casefold().endswith(owner.group(1).casefold())):
                yield from ((each, voice, one.whole) for each in _counted(match, "", voice, told))


def _denied(content: Span, text: str) -> re.Match[str] | None:
    """Return the count that is denied, where what is denied is a count with its number."""
    match = _DENIED.search(text, content.start, min(content.end, content.start + _LOOK))
    if match is None or not match.group("number"):
        return None
    owner = _OWNER.search(text, content.start, match.start())
    start = owner.start() if owner else match.start()
    return None if text[content.start : start].strip(' "“') else match


def _with_owner(count: Span, text: str, voices: Voices) -> Span:
    """Return the words for a count with those before that say whose it is, in one voice."""
    within = voices.attribution_of(count)
    starts = [one.start for one in within.content if one.holds(count)] if within else []
    least = max(0, count.start - _LOOK, *starts)
    owner = _OWNER.search(text, least, count.start)
    return Span(owner.start() if owner else count.start, count.end)


def _counted(
    match: re.Match[str], owner: str, voice: Voice, told: Sequence[Answer]
) -> Iterator[tuple[PointKind, str, Count]]:
    """Yield of what, of whom and how many: the number given, or those of whose count it is."""
    kind = _kind(match)
    given = [
        (one.kind, one.who or TOTAL, one.value, one.voice.party)
        for one in sorted(told, key=lambda one: (one.who != TOTAL, one.span))
        if isinstance(one.value, Count) and one.kind == (kind or one.kind) and not one.is_denied
    ]
    if number := match.group("number"):
        worth = _worth(number.casefold())
        same = [(each, who) for each, who, value, _ in given if worth in (value.min, value.max)]
        last = kind or _last(match, told)
        if same or last:
            of, who = same[0] if same else (last or "killed", TOTAL)
            yield of, who, Count(worth, worth)
        return
    whose = f"{owner} {match.group('by') or ''}".casefold()
    for of, who, value, party in dict.fromkeys(given):
        if who == TOTAL and party != voice.party and _bare(party) in whose:
            yield of, who, value


def _kind(match: re.Match[str]) -> PointKind | None:
    """Return what a count is of; ``None`` where its words do not say so."""
    if match.group("injured"):
        return "injured"
    return "killed" if match.group("toll") or match.group("killed") else None


def _last(match: re.Match[str], told: Sequence[Answer]) -> PointKind | None:
    before = [one for one in told if one.span.start < match.start()]
    return max(before, key=lambda one: one.span.start).kind if before else None


def _worth(number: str) -> int:
    if number[0].isdecimal():
        return int(number.replace(",", ""))
    return sum(_WORTH[one] for one in number.split("-"))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")
