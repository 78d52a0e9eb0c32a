"""Answers to whether it happened."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.compare.answers.questions.precise import first_of_each
from rashomon.compare.answers.questions.telling import Telling
from rashomon.compare.answers.questions.wording import Finder, any_of, compiled, finder
from rashomon.model.comparison import Answer, PointKind
from rashomon.model.reading import Event
from rashomon.model.spans import Span

_KIND: PointKind = "occurrence"
HAPPENED = "happened"
STAGED = "staged"

_FAR = 80
"""Characters between an act and the words that say that it took place."""
_DOING = 20
"""Characters behind a weapon in which stands what it did."""
_OF_PICTURES = 160
"""Characters before words that call something staged in which pictures of it may be named."""
_BEFORE = 80
"""Characters before an act that are looked at."""
_OF_OTHER = re.compile(
    r"[;:!?]|(?<!\w)(?:and|are|had|has|have|is|that|was|were|which|who)(?!\w)", re.I
)
"""What stands between an act and words that call something else staged."""
_WHEN = re.compile(
    r"(?<!\w)(?:how|what|when|where|whether|why)\s{1,3}(?:an?\s|the\s|this\s)?(?:\w{1,20}\s){0,2}$",
    re.I,
)
"""Words that ask, just before what is asked of."""
_THERE = re.compile(
    r"\s{1,3}(?:at|because|by|for|in|inside|near|on|outside|to|until|without)(?!\w)", re.I
)
"""What follows where something is said not to have happened there, or so."""
_RARE = 4
"""Of so many mentions one of a kind is enough for the incident to be of that kind."""
_CLAIMED = re.compile(
    r"[\"”’']?\s{1,3}(?:accusation|allegation|claim|hoax|report|rumou?r)s?\b", re.I
)
_OTHER = re.compile(r"[;:.!?]|(?<!\w)(?:how|nothing|something|what|when|who)(?!\w)", re.I)
"""What stands between an act and words that say that something else took place."""
_NO = ("never", "did", "didn", "nothing")
"""Words of which some stand in whatever says that it did not take place."""
_GAP = r"(?:[\w-]{1,20}\s{1,3}){0,2}"
_BE = (
    r"(?<!\w)(?:(?:had|has|have)\s{1,3})?(?:is|was|are|were|be|been|being|as)(?!\w)\s{1,3}"
    r"(?:(?:\w{1,16}ly|all|just|nothing\sbut|not|pure|part\sof|an?|another)\s{1,3}){0,4}"
)
_NOT_FROM = r"(?!\s{1,3}(?:against|at|from|in|inside|near|on|outside)(?!\w))"
"""An attack that was staged from somewhere, or on something, was carried out."""


@dataclass(frozen=True, slots=True)
class OccurrenceWords:
    """What says whether something happened.

    Attributes:
        harm: finds words that tell what came of an act.
        things: finds words for what it was done with.
        doubted: finds words before an act that say that it need not be one.
        took_place: finds words for taking place.
        did_not: finds words that say that it did not, and name no act.
        perceived: finds words for hearing or seeing, before the act.
        none: finds words before an act that say that there was none.
        no: finds those that do so where words for taking place follow.
        staged: finds words behind an act that say that it was not real.
        flagged: finds words for an act that was not.
        sham: finds words before an act that say so.
        to_blame: finds words before an act, and for the end it is to serve.
        claims: finds what is said, and is called untrue where it is called staged.
        pictures: finds what shows an act, and may be staged where the act was not.
    """

    harm: re.Pattern[str]
    things: re.Pattern[str]
    doubted: re.Pattern[str]
    took_place: Finder
    did_not: Finder
    perceived: re.Pattern[str]
    none: re.Pattern[str]
    no: re.Pattern[str]
    staged: Finder
    flagged: Finder
    sham: re.Pattern[str]
    to_blame: Finder
    claims: re.Pattern[str]
    pictures: re.Pattern[str]


def build_occurrence(table: Mapping[str, Any]) -> OccurrenceWords:
    """Return what says whether something happened, of ``occurrence`` in ``questions.toml``."""
    kinds = rf"(?:{any_of(table['kinds'])}\s{{1,3}}){{0,3}}"
    staged = rf"(?<!\w)(?:an?|the|this|that)\s{{1,3}}{any_of(table['after_article'])}"
    sham = rf"(?:{any_of(table['sham'])}|{staged})\s{{1,3}}{_GAP}"
    took_place, take_place = any_of(table["took_place"]), any_of(table["take_place"])
    did_not = r"(?<!\w)(?:never|did(?:\snot|n['’]t)(?:\s(?:actually|ever|even|really))?)\s{1,3}"
    return OccurrenceWords(
        harm=compiled(any_of(table["harm"])),
        things=compiled(rf"{any_of(table['things'])}(?!\s{{1,3}}{any_of(table['doing'])})"),
        doubted=compiled(rf"{any_of(table['doubted'])}\s{{1,3}}{_GAP}$"),
        took_place=finder(
            rf"{took_place}|{did_not}{take_place}", (*table["took_place"], *table["take_place"])
        ),
        did_not=finder(
            rf"(?<!\w)(?:it|this)\s{{1,3}}(?:simply\s|just\s)?(?:never\s{{1,3}}{took_place}"
            rf"|{did_not}{take_place})|(?<!\w)nothing\sof\sthe\s(?:kind|sort)\s{{1,3}}{took_place}",
            [
                f"{no} {place}"
                for no in _NO
                for place in (*table["took_place"], *table["take_place"])
            ],
        ),
        perceived=compiled(rf"{any_of(table['perceived'])}\s{{1,3}}(?:an?\s|the\s)?{_GAP}$"),
        none=compiled(
            rf"(?<!\w)(?:there\s(?:was|were|(?:has|have|had)\sbeen)\s(?:no|not\s(?:any|an?)"
            rf"|never\s(?:any|an?))|no\s(?:evidence|indication|proof)s?\sof\s(?:any|an?|the))"
            rf"\s{{1,3}}{kinds}$"
        ),
        no=compiled(rf"(?<!\w)no\s{{1,3}}{kinds}$"),
        staged=finder(
            rf"{_BE}(?:{any_of(table['called'])}|{any_of(table['made'])}{_NOT_FROM})",
            (*table["called"], *table["made"]),
        ),
        flagged=finder(
            rf"{sham}{any_of(table['acts'])}|(?<!\w)false[\s-]flags?(?!\w)",
            (*table["sham"], *table["after_article"]),
        ),
        sham=compiled(rf"{sham}$"),
        to_blame=finder(
            rf"{any_of(table['arranged'])}[^.!?\n]{{0,120}}(?<!\w)to\s{{1,3}}{any_of(table['blame'])}",
            table["arranged"],
        ),
        pictures=compiled(any_of(table["pictures"])),
        claims=compiled(rf"{any_of(table['claims'])}\s{{1,3}}(?:\w{{1,12}}\s{{1,3}}){{0,2}}$"),
    )


def occurrence(telling: Telling, words: OccurrenceWords) -> Iterator[Answer]:
    """Yield whether it happened: of each who says so in a document, the first time.

    That something did not happen is ``happened``, denied. Who says so, or that it was staged, may
    mention it all the same, and does not hold that it happened.

    Args:
        telling: what in it tells of the incident.
        words: what says whether something happened.
    """
    staged = list(_staged(telling, words))
    found = list(_took_place(telling, words))
    kinds = Counter(one.type for one in telling.mentions)
    is_of_arrests = all(map(_is_arrest, telling.mentions))
    for event in telling.mentions:
        # a mention of a kind that others are not of tells of what went with it
        is_common = kinds[event.type] * _RARE >= len(telling.mentions)
        if is_common and (is_of_arrests or not _is_arrest(event)):
            found += _told(event, telling, words)
    against = {one.voice.party for one in found if one.is_denied}
    against |= {one.voice.party for one in staged if not one.is_denied}
    held = [one for one in found if one.is_denied or one.voice.party not in against]
    yield from first_of_each((*held, *staged))


def _is_arrest(event: Event) -> bool:
    """Return whether a mention tells who was detained: after an attack that is no attack."""
    return any(one.kind == "detained" and one.span.holds(event.trigger) for one in event.casualties)


def _told(event: Event, telling: Telling, words: OccurrenceWords) -> Iterator[Answer]:
    """Yield that it happened where a mention tells it, and that it did not where there was none."""
    text, trigger = telling.text, event.trigger
    first = max(telling.sentence(trigger.start).start, trigger.start - _BEFORE)
    if words.harm.search(trigger.of(text)) or _is_thing(trigger, text, words):
        return
    if none := words.none.search(text, first, trigger.start):
        whole = Span(none.start(), trigger.end)
        yield from telling.told(_KIND, HAPPENED, whole, is_not=True)
        return
    is_told = event.polarity == "asserted" and not event.is_background
    if is_told and not _is_doubted(event, first, telling, words):
        yield from _mentioned(event, first, telling, words)


def _is_thing(trigger: Span, text: str, words: OccurrenceWords) -> bool:
    """Return whether words that name an event name what it was done with: *a car bomb*."""
    found = [one.end() for one in words.things.finditer(text, trigger.start, trigger.end + _DOING)]
    return trigger.end in found


def _is_doubted(event: Event, first: int, telling: Telling, words: OccurrenceWords) -> bool:
    """Return whether words beside an act say that it need not have been one."""
    text, trigger = telling.text, event.trigger
    return bool(
        words.sham.search(text, first, trigger.start)
        or words.doubted.search(text, first, trigger.start)
        or _CLAIMED.match(text, trigger.end)
    )


def _mentioned(
    event: Event, first: int, telling: Telling, words: OccurrenceWords
) -> Iterator[Answer]:
    heard = words.perceived.search(telling.text, first, event.trigger.start)
    whole = Span(heard.start(), event.trigger.end) if heard else telling.clause(event)
    for one in telling.told(_KIND, HAPPENED, whole, at=event.trigger.start):
        is_own = one.voice.attribution is None
        if not one.is_denied and not (is_own and event.modality == "alleged"):
            yield one


def _took_place(telling: Telling, words: OccurrenceWords) -> Iterator[Answer]:
    """Yield what words for taking place say: *the attack never took place*, *it did not happen*."""
    text = telling.text
    for match in telling.found(words.took_place):
        event = telling.in_sentence(Span(*match.span()))
        if event and event.trigger.end <= match.start() <= event.trigger.end + _FAR:
            whole = Span(event.trigger.start, match.end())
            first = max(telling.sentence(whole.start).start, whole.start - _BEFORE)
            if not _is_asked(whole, first, match.start(), telling):
                is_none = bool(words.no.search(text, first, whole.start))
                is_not = telling.wording.is_negated(text, event.trigger.end, match.end())
                if is_not and _THERE.match(text, match.end()):
                    continue
                yield from telling.told(_KIND, HAPPENED, whole, is_not=is_none or is_not)
    for match in telling.found(words.did_not):
        whole = Span(*match.span())
        if telling.event_of(whole) and not _THERE.match(text, whole.end):
            yield from telling.told(_KIND, HAPPENED, whole, is_not=True)


def _is_asked(whole: Span, first: int, end: int, telling: Telling) -> bool:
    """Return whether words before an act, or behind it, leave open what took place."""
    return bool(
        _WHEN.search(telling.text, first, whole.start)
        or _OTHER.search(telling.text, whole.start, end)
        or telling.wording.is_open(telling.text, whole.start, end)
    )


def _staged(telling: Telling, words: OccurrenceWords) -> Iterator[Answer]:
    """Yield what calls it staged; not where what others say or show of it is called so."""
    text = telling.text
    for match in telling.found(words.staged):
        said = Span(*match.span())
        first = max(telling.sentence(said.start).start, said.start - _BEFORE)
        act = telling.last_act(said)
        is_of_act = act is not None and not _OF_OTHER.search(text, act, said.start)
        if is_of_act and not (
            words.claims.search(text, first, said.start)
            or words.pictures.search(text, max(0, said.start - _OF_PICTURES), said.start)
        ):
            yield from telling.told(_KIND, STAGED, said, at=said.end)
    for of_name in (words.flagged, words.to_blame):
        for match in telling.found(of_name):
            said = Span(*match.span())
            if telling.is_about(said) or telling.holds_mention(said):
                yield from telling.told(_KIND, STAGED, said)
    for event in telling.mentions:
        first = max(0, event.trigger.start - _BEFORE)
        if sham := words.sham.search(text, first, event.trigger.start):
            yield from telling.told(_KIND, STAGED, Span(sham.start(), event.trigger.end))
