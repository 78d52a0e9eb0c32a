"""Words that say what happened to people: "killed", "lost their lives", "dead", "death toll".

Each has a letter by the place of the people in its clause, beside the letters of
:mod:`rashomon.analysis.casualties.classes`:

=====  ==================================================================================
``K``  a verb with an object: present or base form ("kills")
``E``  the same, past or participle ("killed"): active, passive, or straight after a noun
``I``  the same in *-ing* ("killing")
``D``  a verb with a subject alone ("died", "lost their lives")
``d``  the same in its base form ("die")
``J``  the same in *-ing* ("dying")
``X``  said of a subject after *be*, or straight after a noun ("dead", "in critical condition")
``T``  ends before the people ("the deaths of", "claimed the lives of")
``O``  a number follows ("death toll")
``S``  all to whom it happened ("the dead")
``F``  says of an injury that it was deadly ("fatally")
``v``  looks like one of the others, and says nothing of people ("shot down")
=====  ==================================================================================
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, get_args

from rashomon.analysis.casualties.phrases import Pattern, Phrases, forms_of, pattern, verb_pattern
from rashomon.model.reading import CasualtyKind

Fate: TypeAlias = Literal["told", "open", "living"]
"""What words say of what became of people: that it happened ("wounded"); that they may have died of
it ("shot"); how those are who live ("in critical condition"), often some of the injured."""

KINDS: tuple[CasualtyKind, ...] = get_args(CasualtyKind)

NOTHING = "v"
BASE = "d"
_VERBS: Mapping[str, tuple[str, Fate]] = {
    "transitive": ("KEI", "told"),
    "open_transitive": ("KEI", "open"),
    "living_transitive": ("KEI", "living"),
    "intransitive": ("dDJ", "told"),
    "open_intransitive": ("dDJ", "open"),
    "living_intransitive": ("dDJ", "living"),
    "many_intransitive": ("dDJ", "told"),
}
_OF_MANY = "many_intransitive"
_ROLES: Mapping[str, tuple[str, Fate]] = {
    "predicates": ("X", "told"),
    "open_predicates": ("X", "open"),
    "living_predicates": ("X", "living"),
    "takes": ("T", "told"),
    "open_takes": ("T", "open"),
    "tolls": ("O", "told"),
    "sets": ("S", "told"),
    "fatally": ("F", "told"),
}


@dataclass(frozen=True, slots=True)
class Cue:
    """What some words say happened to people.

    Attributes:
        kind: what happened.
        letter: where the people stand.
        fate: what the words say of what became of them.
        is_strong: whether they are said of people alone.
        is_weak: whether they are said of places as well.
        is_of_many: whether they are said of some who are not harmed as well, of few people.
        after: forms of verbs whose object they are said of; none where any verb will do.
    """

    kind: CasualtyKind
    letter: str
    fate: Fate = "told"
    is_strong: bool = False
    is_weak: bool = False
    is_of_many: bool = False
    after: frozenset[str] = frozenset()


def build_cues(table: Mapping[str, Any]) -> Phrases[Cue]:
    """Return the phrases of ``casualties.toml`` that say what happened to people."""
    entries = [entry for kind in KINDS for entry in _entries(kind, table[kind])]
    return Phrases([*_nothing(table["nothing"]), *entries])


def _nothing(table: Mapping[str, Sequence[str]]) -> Iterator[tuple[Pattern, Cue]]:
    """Yield the phrases that look like others and say nothing of people."""
    nothing = Cue(KINDS[0], NOTHING)
    for entry in table["verbs"]:
        yield verb_pattern(entry), nothing
    for entry in table["phrases"]:
        yield pattern(entry), nothing


def _entries(kind: CasualtyKind, table: Mapping[str, Any]) -> Iterator[tuple[Pattern, Cue]]:
    """Yield the phrases of one kind; a verb is entered under each of its forms."""
    strong, weak = (frozenset(table.get(name, ())) for name in ("strong", "weak"))

    def cue(entry: str, letter: str, fate: Fate) -> Cue:
        verb = entry.partition("+")[0].partition(":")[0].strip()
        return Cue(kind, letter, fate, verb in strong, verb in weak)

    for role, (letters, fate) in _VERBS.items():
        for entry in table.get(role, ()):
            verb, *rest = verb_pattern(entry)
            for form in verb:
                said = cue(entry, _letter(form, entry, *letters), fate)
                yield (frozenset((form,)), *rest), replace(said, is_of_many=role == _OF_MANY)
    for role, (letter, fate) in _ROLES.items():
        for entry in table.get(role, ()):
            words = verb_pattern(entry) if " + " in entry else pattern(entry)
            yield words, cue(entry, letter, fate)
    if driven := table.get("driven"):
        said = Cue(kind, "X", driven["fate"], after=forms_of(driven["after"]))
        for entry in driven["words"]:
            yield pattern(entry), said


def _letter(form: str, entry: str, present: str, past: str, participle: str) -> str:
    """Return the letter of a form of a verb."""
    verb, _, irregular = entry.partition("+")[0].partition(":")
    if form.endswith("ing"):
        return participle
    if form in irregular.replace(",", " ").split():
        return past
    if form == verb.strip():
        return present
    return (past if present == BASE else present) if form.endswith("s") else past
