"""Which people each cue of a sentence is about."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.clauses import Clauses, People, VerbGroup
from rashomon.analysis.casualties.cues import Cue, Fate
from rashomon.analysis.casualties.groups import ONE, Group
from rashomon.model.reading import CasualtyKind

_TOLL_REACH = 25
"""Chunks between the words for a toll and its number."""
_SINGULAR = frozenset(("was", "is"))
_BEING, _BY = "being", "by"
_SUBJECTS = frozenset(("he", "i", "she", "they", "we"))
_BEFORE_TOLLS = frozenset(("at", "of", "above", "past", "with"))
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
    """

    def __init__(self, chunks: Chunks, clauses: Clauses) -> None:
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
            "O": self._number_of_toll,
            "F": self._of_adverb,
        }

    def told(self) -> Iterator[Told]:
        """Yield what each cue tells, and what the words for people tell by themselves."""
        for at, chunk in enumerate(self._chunks.chunks):
            if chunk.group is not None and chunk.group.harm is not None:
                yield self._of_noun(at, chunk.group, chunk.group.harm)
            if chunk.cue is not None and chunk.cue.letter in self._by_letter:
                yield from self._of_cue(at, chunk.cue)

    def _of_noun(self, at: int, group: Group, harm: CasualtyKind) -> Told:
        """Return what a phrase for people tells by itself: "12 deaths", "his murder"."""
        kind: CasualtyKind = "killed" if self._letter(at - 1) == "F" else harm
        is_definite = group.sort == "one" and group.who is None
        verb = VerbGroup(at, at, "") if is_definite else self._clauses.governing(at)
        return Told(kind, (at, at), verb, (at,))

    def _of_cue(self, at: int, cue: Cue) -> Iterator[Told]:
        verb = self._clauses.verb_group(at)
        people = self._agreeing(self._by_letter[cue.letter](verb), verb)
        groups = [self._chunks.group(one) for one in people]
        if people and all(_fits(one, cue) for one in groups):
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

    def _is_either(self, at: int, kind: CasualtyKind) -> bool:
        """Return whether a cue is joined to one of another kind by *or*: "killed or wounded"."""
        for step in (1, -1):
            other = self._chunks.cue(at + 2 * step)
            is_joined = self._chunks.word(at + step) == "or" and other is not None
            if is_joined and other is not None and other.kind != kind:
                return True
        return False

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
        return self._before(verb) or self._clauses.subject(verb.start)

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
        is_passive = verb.is_passive and self._chunks.word(verb.start) != _BEING
        is_after_people = self._letter(verb.start - 1) == PEOPLE and not is_passive
        if is_after_people and self._chunks.group(verb.start - 1).is_number_alone:
            return self._before(verb)  # "3 hurt", whatever follows
        if not verb.has_be:
            people = self._clauses.object(verb.at)
            if people or "h" in verb.letters or self._letter(verb.at + 1) == "n":
                return () if self._is_shot(verb.at) and self._chunks.is_number(people) else people
        if is_after_people:
            return self._before(verb)
        if not verb.has_be and self._is_apposition(verb):
            return self._clauses.joined_before(verb.start - 2, barred="KEI")
        return self._clauses.subject(verb.start) + self._added(verb.at)

    def _is_apposition(self, verb: VerbGroup) -> bool:
        """Return whether a participle describes people before a comma: "12 nuns, held in Brinn"."""
        is_after = self._letter(verb.start - 1) == "," and self._letter(verb.start - 2) == PEOPLE
        return is_after and self._letter(verb.at + 1) == "p"

    def _is_shot(self, at: int) -> bool:
        """Return whether a cue may be a noun after an adjective: "a single shot"."""
        cue = self._chunks.cue(at)
        return cue is not None and cue.fate == "open" and self._letter(at - 1) == "n"

    def _before(self, verb: VerbGroup) -> People:
        """Return the people straight before a verb group, of whom it is said without *be*.

        Pronouns that are subjects and places that look like names are none.
        """
        before = verb.start - 1
        if self._letter(before) != PEOPLE or self._chunks.word(before) in _SUBJECTS:
            return ()
        if self._chunks.word(before - 1) == _BY:
            return ()  # those who did it
        if self._chunks.group(before).part_of == "them" and self._letter(before - 1) == PEOPLE:
            before -= 1  # "ten civilians, some of them children, killed": a comma is lost
        is_place = self._chunks.group(before).sort == "name" and self._clauses.is_within(before)
        return () if is_place else self._clauses.joined_before(before, barred="ptcKEI")

    def _of_adverb(self, verb: VerbGroup) -> People:
        """Return the people of whom it is said without a verb: "one fatally"."""
        return self._before(verb) if self._letter(verb.at + 1) not in "KEI" else ()

    def _added(self, at: int) -> People:
        """Return people added to the subject after the verb: "... as well as a child"."""
        end = self._clauses.tail(at + 1, may_hold_people=True)
        is_joined = self._letter(end) == "+" and self._letter(end + 1) == PEOPLE
        if not is_joined or self._clauses.is_subject(end + 1):
            return ()
        return self._clauses.joined_after(end + 1)

    def _of_predicate(self, verb: VerbGroup) -> People:
        """Return the subject of what is said after *be*, or the people before it ("12 dead")."""
        people = () if verb.is_passive else self._before(verb)
        if people or verb.has_be:
            return people or self._clauses.subject(verb.start)
        first = self._chunks.line.words[self._chunks.chunks[verb.at].first]
        if first not in _OPEN_PREDICATES:
            return ()
        return self._clauses.subject(verb.start) or self._clauses.shared(verb.start)

    def _after(self, verb: VerbGroup) -> People:
        """Return the people straight after a cue."""
        after = verb.at + 1
        if self._letter(after) != PEOPLE:
            return ()
        return self._clauses.joined_after(after, is_object=False)

    def _number_of_toll(self, verb: VerbGroup) -> People:
        """Return the number that a toll is given as: "the toll from the blast rose to 12"."""
        for at in range(verb.at + 1, verb.at + _TOLL_REACH):
            is_next = self._letter(at) in "yz" and self._letter(at - 1) == "&"
            if self._letter(at) in "sw." or is_next:
                break
            if self._is_number(at) and self._is_said_of_toll(at):
                return (at,)
        return self._number_before(verb.at)

    def _is_number(self, at: int) -> bool:
        """Return whether a chunk is a number of people, or may be."""
        if self._letter(at) != PEOPLE:
            return False
        group = self._chunks.group(at)
        is_one_of = group.count == ONE and self._chunks.word(at + 1) == "of"
        return group.sort == "number" and group.is_known and not is_one_of

    def _is_said_of_toll(self, at: int) -> bool:
        """Return whether a number after a toll does not belong to another phrase."""
        if self._letter(at - 1) != "p":
            return True
        before = self._chunks.line.words[self._chunks.chunks[at].first - 1]
        return before in _BEFORE_TOLLS

    def _number_before(self, toll: int) -> People:
        """Return the number before a toll: "brought to 12 the number of dead"."""
        before = toll - 1 - (self._letter(toll - 1) == "n")
        return (before,) if self._is_number(before) and self._letter(before - 1) == "t" else ()


def _fits(group: Group, cue: Cue) -> bool:
    """Return whether what a cue tells can be told of a group: whether it is people."""
    if cue.is_weak and group.sort == "name":
        return False
    return group.is_known or cue.is_strong
