"""Answers to why it was done."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.compare.answers.questions.precise import first_of_each
from rashomon.compare.answers.questions.telling import Telling
from rashomon.compare.answers.questions.wording import Finder, any_of, compiled, finder
from rashomon.model.comparison import Answer, PointKind
from rashomon.model.spans import Span

_KIND: PointKind = "purpose"
_LONGEST = 9
"""Words of what was to be reached or answered that are taken."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
_SHORT = re.compile(
    r"[A-Z](?:\.[A-Z]){0,3}|Capt|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Rep|Sen|Sgt|St"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
)
"""What a full stop shortens."""
_LEADING = re.compile(r"(?:\b(?:against|at|for|of|over|to|with)|\baveng(?:e|ing))$", re.I)
"""The end of words behind which stands what is answered."""
_FURTHER = 160
"""Characters between a word for an act and *in retaliation*."""
_FIRST = 3
"""Words of what is answered in which one may say that it is no act."""
_BESIDE = 30
"""Characters between a word for an act and one that says how it was meant."""
_IS = re.compile(
    r"(?<!\w)(?:is|was|were|be|been|being|as)(?!\w)\s+(?:\w{1,20}ly\s+|not\s+){0,2}$", re.I
)
_FAR = 140
"""Characters between a word for an act and *in an attempt to* with what it was for."""
_TO = re.compile(r"(?<!\w)to\s{1,3}$", re.I)
_NEAR = 60
"""Characters between a word for an act and *to* with what it was for."""
_SELF = re.compile(r"\b(?:him|her|them)sel(?:f|ves)\b", re.I)
_MARK = re.compile(r"[,;:()!?]|[.](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Cause:
    """What an act answers: *retaliation*, with what stands behind it.

    Attributes:
        name: what it is called.
        of: the word between it and what it answers.
        words: finds the words, up to what is answered.
        before: finds words that stand before a word for the act.
    """

    name: str
    of: str
    words: Finder
    before: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PurposeWords:
    """What says why.

    Attributes:
        causes: what an act answers.
        plain: by answer, what finds the words for it.
        beside: those of these answers whose words stand beside words for an act.
        acts: finds words for an act beside which these stand.
        goals: finds words behind which stands what was to be reached.
        done: finds *to* where a verb follows that says what is done for something.
        verbs: by their forms in *-ing*, verbs.
        takes_to: finds words with which *to* goes.
        not_causes: finds what nobody answers by an act.
        ends: matches words that end a thing.
        tail: words that none ends with.
    """

    causes: Sequence[Cause]
    plain: Sequence[tuple[str, Finder]]
    beside: frozenset[str]
    acts: re.Pattern[str]
    goals: Finder
    done: Finder
    verbs: Mapping[str, str]
    takes_to: re.Pattern[str]
    not_causes: re.Pattern[str]
    ends: re.Pattern[str]
    tail: frozenset[str]


def build_purpose(table: Mapping[str, Any]) -> PurposeWords:
    """Return what says why, of the table ``purpose`` of ``questions.toml``."""
    goals, phrase = table["goals"], table["phrase"]
    # begun with its letters it is found several times as fast
    to = rf"to(?<!\wto)\s{{1,3}}(?!{any_of(goals['no_more'])})(?={any_of(goals['verbs'])})"
    return PurposeWords(
        causes=[_cause(row) for row in table["causes"]],
        plain=[(row["name"], finder(any_of(row["words"]), row["words"])) for row in table["plain"]],
        beside=frozenset(row["name"] for row in table["plain"] if row.get("beside")),
        acts=compiled(any_of(table["beside"]["acts"])),
        goals=finder(
            rf"{any_of(goals['to'])}\s{{1,3}}(?=[^\W\d_])"
            rf"|{any_of(goals['of'])}\s{{1,3}}(?=[^\W\d_]{{2,20}}ing(?!\w))",
            (*goals["to"], *goals["of"]),
        ),
        done=finder(to, goals["verbs"]),
        verbs={form: verb for verb in goals["verbs"] for form in _in_ing(verb)},
        takes_to=compiled(any_of(goals["takes_to"])),
        not_causes=compiled(any_of(goals["not_causes"])),
        ends=compiled(rf"{any_of(phrase['ends'])}|as(?!\s+(?:many|much|possible)(?!\w)|\w)"),
        tail=frozenset(phrase["tail"]),
    )


def _cause(row: Mapping[str, Any]) -> Cause:
    joined = r"(?:\s{1,3}(?:against|at|for|of|over|to|with)(?!\w))?"
    return Cause(
        row["name"],
        row["of"],
        finder(rf"{any_of(row['words'])}{joined}", row["words"]),
        compiled(rf"{any_of(row['before'])}\s{{1,3}}(?:[\w-]{{1,20}}\s{{1,3}}){{0,2}}$"),
    )


def _in_ing(verb: str) -> tuple[str, ...]:
    """Return what the form in *-ing* of a verb may be."""
    return (f"{verb}ing", f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")


def purpose(telling: Telling, words: PurposeWords) -> Iterator[Answer]:
    """Yield why it was done: of each who says so in a document, each reason once.

    Args:
        telling: what in it tells of the incident.
        words: what says why.
    """
    found = [
        *_causes(telling, words),
        *_plain(telling, words),
        *_goals(telling, words),
        *_done(telling, words),
    ]
    yield from first_of_each(found)


def _causes(telling: Telling, words: PurposeWords) -> Iterator[Answer]:
    """Yield what it answers: *in retaliation for the raid on Oro*."""
    for cause in words.causes:
        for match in telling.found(cause.words):
            said = Span(*match.span())
            if telling.follows(said, _FURTHER) or telling.leads(said):
                yield from _caused(cause, said, telling, words)
        for event in telling.mentions:
            first = max(0, event.trigger.start - _NEAR)
            if before := cause.before.search(telling.text, first, event.trigger.start):
                whole = Span(before.start(), event.trigger.end)
                yield from telling.told(_KIND, cause.name, whole)


def _caused(cause: Cause, said: Span, telling: Telling, words: PurposeWords) -> Iterator[Answer]:
    """Yield the answer of words behind which what is answered may stand."""
    text = telling.text
    thing = _phrase(telling, said.end, words) if _LEADING.search(said.of(text)) else None
    whole = Span(said.start, thing.end) if thing else said
    first = " ".join(thing.of(text).split()[:_FIRST]) if thing else ""
    # what answers the incident is another act
    if not telling.holds_mention(whole) and not words.not_causes.search(first):
        value = f"{cause.name} {cause.of} {thing.of(text)}" if thing else cause.name
        yield from telling.told(_KIND, value, whole)


def _plain(telling: Telling, words: PurposeWords) -> Iterator[Answer]:
    """Yield what one word tells: *deliberate*, *in self-defence*."""
    for name, words_for in words.plain:
        for match in telling.found(words_for):
            said = Span(*match.span())
            if _TO.search(telling.text, max(0, said.start - _BESIDE), said.start):
                continue
            is_meant = name not in words.beside or _is_beside(said, telling, words)
            if is_meant and telling.is_about(said):
                yield from telling.told(_KIND, name, said)


def _is_beside(said: Span, telling: Telling, words: PurposeWords) -> bool:
    """Return whether words that say how it was meant say it of an act."""
    text, first = telling.text, max(0, said.start - _BESIDE)
    return (
        telling.is_beside(said, _BESIDE)
        or bool(_IS.search(text, first, said.start) and telling.follows(said, _FAR))
        or bool(words.acts.search(text, first, said.end + _BESIDE))
    )


def _goals(telling: Telling, words: PurposeWords) -> Iterator[Answer]:
    """Yield what was to be reached: *in an attempt to free hostages*, *aimed at killing*."""
    for match in telling.found(words.goals):
        said = Span(*match.span())
        thing = _phrase(telling, said.end, words)
        if thing and telling.follows(said, _FAR) and not _is_against(thing, telling):
            value = _goal(thing.of(telling.text), words)
            yield from telling.told(_KIND, value, Span(said.start, thing.end))


def _done(telling: Telling, words: PurposeWords) -> Iterator[Answer]:
    """Yield the same behind a word for the act: *the raid to free hostages*."""
    text = telling.text
    for match in telling.found(words.done):
        said = Span(*match.span())
        event = telling.in_sentence(said)
        if event is None or not event.trigger.end <= said.start <= event.trigger.end + _NEAR:
            continue
        thing = _phrase(telling, said.end, words)
        between = text[event.trigger.end : said.start]
        is_free = not words.takes_to.search(between) and not _MARK.search(between)
        if thing and is_free and not _is_against(thing, telling):
            value = _goal(thing.of(text), words)
            whole = Span(event.trigger.start, thing.end)
            yield from telling.told(_KIND, value, whole, at=said.start)


def _is_against(thing: Span, telling: Telling) -> bool:
    """Return whether what was to be reached is to stop the incident, or to do it: no purpose."""
    first = _WORD.match(telling.text, thing.start)
    if _SELF.search(thing.of(telling.text)):
        return True
    return telling.holds_mention(Span(first.end() if first else thing.start, thing.end))


def _goal(thing: str, words: PurposeWords) -> str:
    """Return what was to be reached with *to*: *killing people* as *to kill people*."""
    first, _, rest = thing.partition(" ")
    verb = words.verbs.get(first.casefold(), first)
    return (f"{verb} {rest}" if verb.casefold().endswith("ing") else f"to {verb} {rest}").strip()


def _phrase(telling: Telling, start: int, words: PurposeWords) -> Span | None:
    """Return the words of a thing that begin here, up to a mark or what ends one."""
    text, end = telling.text, telling.sentence(start).end
    kept: list[re.Match[str]] = []
    for one in _WORD.finditer(text, start, end):
        between = text[kept[-1].end() if kept else start : one.start()]
        if (
            len(kept) >= _LONGEST
            or not _goes_on(between, kept)
            or words.ends.match(text, one.start())
        ):
            break
        kept.append(one)
    while kept and kept[-1].group().casefold() in words.tail:
        kept.pop()
    if not kept:
        return None
    return Span(kept[0].start(), kept[-1].end())


def _goes_on(between: str, kept: Sequence[re.Match[str]]) -> bool:
    """Return whether what stands behind a word parts it from none that belongs with it."""
    mark = between.strip(" '‘“\"")
    return not mark or (mark == "." and bool(kept) and bool(_SHORT.fullmatch(kept[-1].group())))
