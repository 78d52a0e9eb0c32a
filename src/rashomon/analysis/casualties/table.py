"""The words of ``casualties.toml``, ready to be looked up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rashomon.analysis.casualties.classes import build_classes
from rashomon.analysis.casualties.counts import Count, build_counts
from rashomon.analysis.casualties.cues import KINDS, NOTHING, Cue, build_cues
from rashomon.analysis.casualties.flight import FlightTable, build_flight
from rashomon.analysis.casualties.groups import NOBODY, ONE, SOME, PeopleTable, Sort
from rashomon.analysis.casualties.heads import HeadTable
from rashomon.analysis.casualties.manner import MannerTable, build_manner
from rashomon.analysis.casualties.marks import MarkTable, Noun
from rashomon.analysis.casualties.names import NameTable
from rashomon.analysis.casualties.parts import PartTable, build_parts
from rashomon.analysis.casualties.phrases import Pattern, Phrases, forms_of, pattern

_SMALL = frozenset("bhmt-w&+,.spa")
"""Letters of words that are found everywhere."""


@dataclass(frozen=True, slots=True)
class CasualtyTable:
    """What ``casualties.toml`` holds.

    Attributes:
        people: words for people, for their number, and for what happened to them.
        manner: words for how it is told.
        parts: words by which some of the people told of are told.
        flight: who may be displaced.
        keys: words one of which every sentence holds that tells of harm.
    """

    people: PeopleTable
    manner: MannerTable
    parts: PartTable
    flight: FlightTable
    keys: frozenset[str]


def build_casualties(table: Mapping[str, Any]) -> CasualtyTable:
    """Return what ``casualties.toml`` holds."""
    cues = build_cues(table)
    nouns = Phrases(_nouns(table))
    people = _people(table, cues, nouns)
    told = [wanted for wanted, cue in cues.patterns if cue.letter != NOTHING]
    told += [wanted for wanted, noun in nouns.patterns if noun.harm]
    keys = {word for wanted in told for word in _key(wanted, people)} | people.fates
    return CasualtyTable(
        people=people,
        manner=build_manner(table["manner"]),
        parts=build_parts(table["parts"]),
        flight=build_flight(table["displaced"]["flight"]),
        keys=frozenset(keys) | people.marks.harms_before.keys(),
    )


def _key(wanted: Pattern, people: PeopleTable) -> frozenset[str]:
    """Return the forms of a word of a phrase by which sentences are picked: not a small one."""
    small = people.definite | people.indefinite | people.negative.openings()

    def is_small(word: str) -> bool:
        return word in small or people.marks.classes.of(word) in _SMALL

    telling = [forms for forms in wanted if forms and not any(map(is_small, forms))]
    return min(reversed(telling), key=len, default=wanted[-1])


def _people(table: Mapping[str, Any], cues: Phrases[Cue], nouns: Phrases[Noun]) -> PeopleTable:
    groups = {name: frozenset(words) for name, words in table["groups"].items()}
    negative = Phrases((pattern(one), None) for one in groups["negative"])
    determiners = groups["definite"] | groups["indefinite"] | negative.openings()
    words = _words(groups)
    counts = build_counts(table["counting"])
    small = determiners | counts.words
    marks = MarkTable(
        classes=build_classes(table["classes"]),
        counts=counts,
        cues=cues,
        nouns=nouns,
        harms_before={word: kind for kind in KINDS for word in table[kind]["before"]},
        alleged=groups["alleged"],
        stops=small | {word for word in groups["things"] if word.endswith("s")},
    )
    openings = nouns.openings() | cues.openings() | words.openings() | small
    return PeopleTable(
        marks=marks,
        heads=HeadTable(
            who_before={word: who for who, some in table["people_before"].items() for word in some},
            collective=groups["collective"],
            things=groups["things"],
        ),
        names=_names(groups, openings | marks.classes.letters.keys()),
        sets=Phrases((pattern(one), kind) for kind in KINDS for one in table[kind]["sets"]),
        words=words,
        definite=groups["definite"],
        indefinite=groups["indefinite"],
        negative=negative,
        shares=groups["shares"],
        fates=frozenset(table["killed"]["fates"]),
        things=groups["things"],
        openings=determiners | words.openings() | counts.openings | groups["titles"],
    )


def _names(groups: Mapping[str, frozenset[str]], others: frozenset[str]) -> NameTable:
    return NameTable(
        titles=groups["titles"],
        particles=groups["particles"],
        others=others | groups["not_names"],
        organisations=groups["organisations"],
    )


def _words(groups: Mapping[str, frozenset[str]]) -> Phrases[tuple[Sort, Count]]:
    meanings: Mapping[str, tuple[Sort, Count]] = {
        "one": ("pronoun", ONE),
        "another": ("number", ONE),
        "some": ("some", SOME),
        "they": ("pronoun", SOME),
        "self": ("self", ONE),
        "selves": ("self", SOME),
        "nobody": ("nobody", NOBODY),
        "any": ("any", ONE),
    }
    return Phrases(
        (pattern(entry), meaning)
        for name, meaning in meanings.items()
        for entry in sorted(groups[name])
    )


def _nouns(table: Mapping[str, Any]) -> Iterator[tuple[Pattern, Noun]]:
    """Yield the nouns for people, and those for harm that is counted, in both numbers."""
    for who, entries in table["people"].items():
        for entry in entries:
            one, many = _singular_and_plural(entry)
            known = None if who == "none" else who.replace("_", " ")
            yield pattern(many), Noun(known, is_plural=True)
            yield pattern(one), Noun(known, is_plural=False)
    for word in table["origins"]["words"]:
        one, many = _singular_and_plural(word)
        yield pattern(many), Noun(None, is_plural=True, is_origin=True)
        yield pattern(one), Noun(None, is_plural=one == many, is_origin=True)
    for word in table["killed"]["counted_plurals"]:
        yield pattern(word), Noun(None, is_plural=True, harm="killed")
    for word in table["killed"]["counted_either"]:
        yield pattern(word), Noun(None, is_plural=True, harm="killed", is_either=True)
    for kind in KINDS:
        for entry in table[kind]["counted"]:
            one, many = _singular_and_plural(entry)
            yield pattern(many), Noun(None, is_plural=True, harm=kind)
            yield pattern(one), Noun(None, is_plural=False, harm=kind)
    lives = table["killed"]["lives"]
    verbs = forms_of(lives["after"])
    for word in lives["words"]:
        yield pattern(word), Noun(None, is_plural=True, harm="killed", after=verbs)


def _singular_and_plural(entry: str) -> tuple[str, str]:
    """Return both numbers of a noun: "woman: women", "soldier"."""
    one, _, many = (part.strip() for part in entry.partition(":"))
    return one, many or one + "s"
