"""Which people each cue of a sentence is about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.beside import described, listed, people_before
from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.clauses import Clauses, VerbGroup
from rashomon.analysis.casualties.cues import Cue, Fate
from rashomon.analysis.casualties.flight import FlightTable, is_displaced
from rashomon.analysis.casualties.groups import ONE, Group
from rashomon.analysis.casualties.joined import People
from rashomon.analysis.casualties.tolls import number_of_toll
from rashomon.model.reading import CasualtyKind

_SINGULAR = frozenset(("was", "is"))
_BEING = "being"
_AT, _OR = "at", "or"
_FROM = frozenset(("by", "from"))
_OPEN_PREDICATES = frozenset(("in", "with", "on", "under", "behind"))
"""Words with which predicates begin that may stand away from their people."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of some people in a sentence.

    Attributes:
        kind: what happened to them.
        cue: the first and the last chunk of the words that say so.
        verb: the verb by which it is told, with its auxiliaries.
        people: the chunks of the people.
        fate: what the words say of what became of them.
        is_part: whether they are among others of whom the same is told.
        described: the chunk of people by whom it is said who they are ("two of them were nurses"),
            or ``None``.
        is_either: whether they are only some of the people ("killed or wounded").
    """

    kind: CasualtyKind
    cue: tuple[int, int]
    verb: VerbGroup
    people: People
    fate: Fate = "told"
    is_part: bool = False
    described: int | None = None
    is_either: bool = False


class Teller:
    """Tells who is harmed in one sentence.

    Args:
        chunks: the sentence.
        clauses: its subjects and objects.
        flight: who may be displaced.
    """

    def __init__(self, chunks: Chunks, clauses: Clauses, flight: FlightTable) -> None:
        self._flight = flight
        self._chunks = chunks
        self._letter = chunks.letter
        self._clauses = clauses
        self._by_letter: Mapping[str, Callable[[VerbGroup], People]] = {
            "K": self._of_present,
            "I": self._of_gerund,
            "E": self._of_participle,
            "D": lambda verb: clauses.subject(verb.start),
            "d": self._of_base,
            "J": self._of_going_on,
            "X": self._of_predicate,
            "T": self._after,
            "O": lambda verb: number_of_toll(chunks, verb.at),
            "F": self._of_adverb,
        }

    def told(self) -> Iterator[Told]:
        """Yield what each cue tells, and what the words for people tell by themselves."""
        for at, chunk in enumerate(self._chunks.chunks):
            if chunk.group is not None and chunk.group.harm is not None:
                yield from self._of_noun(at, chunk.group, chunk.group.harm)
            if chunk.cue is not None and chunk.cue.letter in self._by_letter:
                yield from self._of_cue(at, chunk.cue)

    def _of_noun(self, at: int, group: Group, harm: CasualtyKind) -> Iterator[Told]:
        """Yield what a phrase for people tells by itself: "12 deaths", "his murder"."""
        kind: CasualtyKind = "killed" if self._letter(at - 1) == "F" else harm
        is_definite = group.sort == "one" and group.harm_at == group.end - 1
        verb = VerbGroup(at, at, "") if is_definite else self._clauses.governing(at)
        kinds: tuple[CasualtyKind, ...] = ("killed", "injured") if group.is_either else (kind,)
        for one in kinds:
            yield Told(one, (at, at), verb, (at,), is_either=group.is_either)

    def _of_cue(self, at: int, cue: Cue) -> Iterator[Told]:
        verb = self._clauses.verb_group(at)
        people = listed(self._chunks, self._clauses, verb) or self._by_letter[cue.letter](verb)
        people = self._agreeing(people, verb)
        groups = [self._chunks.group(one) for one in people]
        if people and self._fit(groups, cue, at):
            is_deadly = cue.kind == "injured" and self._is_deadly(verb, people)
            kind = "killed" if is_deadly else cue.kind
            is_reduced = people[-1] == verb.start - 1 and not verb.has_be and cue.letter in "EX"
            yield Told(
                kind=kind,
                cue=(verb.first, at),
                verb=self._clauses.governing(people[0]) if is_reduced else verb,
                people=people,
                fate="told" if is_deadly else cue.fate,
                is_part=groups[0].part_of == kind,
                is_either=self._is_either(at, cue.kind),
            )

    def _fit(self, groups: Sequence[Group], cue: Cue, at: int) -> bool:
        """Return whether what a cue tells can be told of some people."""
        if not all(_fits(one, cue) for one in groups):
            return False
        is_flight = cue.kind == "displaced"
        return not is_flight or is_displaced(self._chunks, at, groups, cue, self._flight)

    def _is_either(self, at: int, kind: CasualtyKind) -> bool:
        """Return whether a cue is joined to one of another kind by *or*: "killed or wounded"."""
        sides = [step for step in (1, -1) if self._chunks.word(at + step) == _OR]
        others = [self._chunks.cue(at + 2 * step) for step in sides]
        return any(other is not None and other.kind != kind for other in others)

    def _agreeing(self, people: People, verb: VerbGroup) -> People:
        """Return those of some people who can be the subject of a verb in the singular."""
        words = {self._chunks.word(at) for at in range(verb.start, verb.at)}
        if not people or words.isdisjoint(_SINGULAR):
            return people
        last = self._chunks.group(people[-1])
        return () if last.is_alone and last.count.min > 1 else people[-1:]

    def _is_deadly(self, verb: VerbGroup, people: People) -> bool:
        """Return whether the words beside an injury say that it was deadly: "stabbed to death"."""
        if "F" in verb.letters or self._letter(verb.at + 1) == "F":
            return True
        end = self._chunks.group(people[-1]).end
        return self._chunks.line.words[end : end + 2] == ("to", "death")

    def _of_present(self, verb: VerbGroup) -> People:
        """Return the object of a verb, unless that is a noun: "the two murder victims"."""
        people = self._clauses.object(verb.at)
        is_base = not self._chunks.word(verb.at).endswith("s")
        before = verb.start - 1
        is_counted = self._letter(before) == PEOPLE and self._chunks.group(before).is_number_alone
        is_helped = not set("mth").isdisjoint(verb.letters)
        may_be_verb = (is_helped or self._letter(before) in "Gw&,") and not is_counted
        is_noun = is_base and not may_be_verb and people and self._chunks.group(people[0]).is_bare
        return () if is_noun else people

    def _of_base(self, verb: VerbGroup) -> People:
        """Return the subject of a base form; one person alone is none: "let her die"."""
        people = self._clauses.subject(verb.start)
        is_helped = any(letter in verb.letters for letter in "mth")
        is_one = len(people) == 1 and self._chunks.group(people[0]).count == ONE
        return () if is_one and not is_helped else people

    def _of_going_on(self, verb: VerbGroup) -> People:
        """Return the people of whom a participle tells: "with thousands fleeing their homes"."""
        cue = self._chunks.cue(verb.at)
        is_to_come = verb.has_be and cue is not None and cue.kind == "killed"
        if is_to_come or self._letter(verb.start - 1) in ".n":
            return ()  # who is dying is not dead
        return people_before(self._chunks, self._clauses, verb) or self._clauses.subject(verb.start)

    def _of_gerund(self, verb: VerbGroup) -> People:
        """Return the object of a verb in *-ing*, unless that is a noun: "the shooting victims"."""
        people = self._clauses.object(verb.at)
        before = self._letter(verb.at - 1)
        if not people or before not in "nvG":
            return people
        group = self._chunks.group(people[0])
        cue = self._chunks.cue(verb.at)
        if cue is not None and cue.fate == "open" and before in "nG":
            is_named = before == PEOPLE and self._chunks.group(verb.at - 1).sort == "name"
            if group.is_alone or group.sort == "name" or is_named:
                return ()  # a title: "Mall Shooting Updates"
        is_noun = group.is_bare and (before != PEOPLE or group.sort != "some")
        return () if is_noun else people

    def _of_participle(self, verb: VerbGroup) -> People:
        """Return the object of an active verb, the subject of a passive one, or the noun before."""
        if self._is_aimed(verb):
            return ()
        is_passive = verb.is_passive and self._chunks.word(verb.start) != _BEING
        is_after_people = self._letter(verb.start - 1) == PEOPLE and not is_passive
        if is_after_people and self._chunks.group(verb.start - 1).is_number_alone:
            return people_before(self._chunks, self._clauses, verb)  # "3 hurt", whatever follows
        if not verb.has_be:
            people = self._clauses.object(verb.at)
            if people or "h" in verb.letters or self._letter(verb.at + 1) == "n":
                return () if self._is_shot(verb.at) and self._chunks.is_number(people) else people
        if is_after_people:
            return people_before(self._chunks, self._clauses, verb)
        if not verb.has_be and (people := described(self._chunks, self._clauses, verb)):
            return people
        return self._clauses.subject(verb.start) + self._added(verb.at)

    def _is_aimed(self, verb: VerbGroup) -> bool:
        """Return whether a shot may have hit nobody: "shot at a car", "was shot at by police"."""
        cue, at = self._chunks.cue(verb.at), verb.at + 1
        if cue is None or cue.fate != "open" or self._chunks.word(at) != _AT:
            return False
        is_all = self._letter(at + 1) in ".,s&" or self._chunks.word(at + 1) in _FROM
        return is_all or not verb.is_passive

    def _is_shot(self, at: int) -> bool:
        """Return whether a cue may be a noun after an adjective: "a single shot"."""
        cue = self._chunks.cue(at)
        return cue is not None and cue.fate == "open" and self._letter(at - 1) == "n"

    def _of_adverb(self, verb: VerbGroup) -> People:
        """Return the people of whom it is said without a verb: "one fatally"."""
        return (
            people_before(self._chunks, self._clauses, verb)
            if self._letter(verb.at + 1) not in "KEI"
            else ()
        )

    def _added(self, at: int) -> People:
        """Return people added to the subject after the verb: "... as well as a child"."""
        end = self._clauses.joined.tail(at + 1, may_hold_people=True)
        is_joined = self._letter(end) == "+" and self._letter(end + 1) == PEOPLE
        if not is_joined or self._clauses.joined.is_subject(end + 1):
            return ()
        return self._clauses.joined.after(end + 1)

    def _of_predicate(self, verb: VerbGroup) -> People:
        """Return the subject of what is said after *be*, or the people before it ("12 dead")."""
        people = () if verb.is_passive else people_before(self._chunks, self._clauses, verb)
        cue = self._chunks.cue(verb.at)
        if cue is not None and cue.after:
            is_object = people and self._chunks.word(people[0] - 1) in cue.after
            return people if is_object else ()
        if people or verb.has_be:
            return people or self._clauses.subject(verb.start)
        first = self._chunks.line.words[self._chunks.chunks[verb.at].first]
        if first not in _OPEN_PREDICATES:
            return ()
        return self._clauses.subject(verb.start) or self._clauses.shared(verb.start)

    def _after(self, verb: VerbGroup) -> People:
        """Return the people straight after a cue."""
        cue, after = self._chunks.cue(verb.at), verb.at + 1
        is_number = self._chunks.is_number((after,))
        if self._letter(after) != PEOPLE or (is_number and cue and cue.fate == "open"):
            return ()  # "bullets hit at least one parked car"
        return self._clauses.joined.after(after, is_object=False)


def _fits(group: Group, cue: Cue) -> bool:
    """Return whether what a cue tells can be told of a group: whether it is people."""
    if cue.is_weak and group.sort == "name":
        return False
    return group.is_known or cue.is_strong
