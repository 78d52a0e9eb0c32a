"""The words that tell of events, as ``events.toml`` holds them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from rashomon.analysis.inflection import verb_forms

Pattern: TypeAlias = tuple[frozenset[str], ...]
"""Words in a row, each in any of some forms."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of events.

    Attributes:
        words: the words, each in any of its forms.
        slack: how many other words may stand after the first.
        types: what it may tell, the likeliest first.
        needs: one of these must stand in its sentence; empty for none.
        unless: none of these may.
        is_weak: whether it has other senses too.
        is_verb: whether it is a verb, which has a subject and an object.
    """

    words: Pattern
    slack: int
    types: tuple[str, ...]
    needs: frozenset[str]
    unless: frozenset[str]
    is_weak: bool
    is_verb: bool


@dataclass(frozen=True, slots=True)
class ModalityTable:
    """Words before a trigger that say how it is told.

    ``ends`` end their reach; ``neutral`` are phrases of them that say nothing of the kind.
    ``untrue`` deny all that follows them in a sentence; ``cancelled`` stand behind a trigger.
    """

    alleged: frozenset[str]
    planned: frozenset[str]
    hypothetical: frozenset[str]
    negating: frozenset[str]
    ends: frozenset[str]
    neutral: frozenset[str]
    untrue: frozenset[str]
    cancelled: frozenset[str]


@dataclass(frozen=True, slots=True)
class EventTable:
    """What ``events.toml`` holds.

    Attributes:
        triggers: for each first word the triggers that begin with it, the longest first.
        instruments: what acts are done with, in words.
        undergone: forms of verbs and nouns of which the subject is who suffers: "died", "death".
        violent: forms of verbs and nouns by which harm is told that somebody does.
        modality: the words that say how an event is told.
        background: phrases of sentences that look back.
    """

    triggers: Mapping[str, Sequence[Trigger]]
    instruments: frozenset[tuple[str, ...]]
    undergone: frozenset[str]
    violent: frozenset[str]
    modality: ModalityTable
    background: frozenset[str]


_SLACK = 3


def build_events(table: Mapping[str, Any]) -> EventTable:
    """Return what ``events.toml`` holds, with every form of its words."""
    triggers: dict[str, list[Trigger]] = {}
    for group in table["triggers"]:
        for trigger in _triggers(group):
            for first in trigger.words[0]:
                triggers.setdefault(first, []).append(trigger)
    for found in triggers.values():
        found.sort(key=lambda one: -len(one.words))
    return EventTable(
        triggers=triggers,
        instruments=frozenset(
            tuple(form.split())
            for words in table["instruments"]["words"]
            for form in (words, _plural(words))
        ),
        undergone=_forms(table["undergone"]),
        violent=_forms(table["violent"]),
        modality=ModalityTable(
            **{name: frozenset(words) for name, words in table["modality"].items()}
        ),
        background=frozenset(table["background"]["words"]),
    )


def _forms(table: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return every form of some verbs and nouns."""
    nouns = (form for noun in table["nouns"] for form in (noun, _plural(noun)))
    return frozenset(nouns).union(*map(verb_forms, table["verbs"]))


def _triggers(group: Mapping[str, Any]) -> Iterator[Trigger]:
    """Yield the triggers of a group."""

    def trigger(words: Pattern, slack: int, is_verb: bool) -> Trigger:
        return Trigger(
            words=words,
            slack=slack,
            types=tuple(group["types"]),
            needs=frozenset(group.get("needs", ())),
            unless=frozenset(group.get("unless", ())),
            is_weak=group.get("weak", False),
            is_verb=is_verb,
        )

    for entry in group.get("verbs", ()):
        verb, plus, rest = entry.partition(" + ")
        lead = verb.split(":")[0].split()[:-1]
        forms = verb_forms(verb.removeprefix(" ".join(lead)).strip())
        words = (*_as_they_stand(lead), forms, *_as_they_stand(rest.split()))
        yield trigger(words, _SLACK if plus else 0, True)
    for entry in group.get("nouns", ()):
        *lead, head = entry.split()
        yield trigger((*_as_they_stand(lead), frozenset((head, _plural(head)))), 0, False)
    for entry in group.get("fixed", ()):
        yield trigger(_as_they_stand(entry.split()), 0, True)


def _as_they_stand(words: Sequence[str]) -> Pattern:
    return tuple(frozenset((word,)) for word in words)


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
