"""Who is the subject and who the object of a verb: a shallow reading of a sentence's letters.

There is no parser: verbs, boundaries and phrases for people are told by the letters of
:mod:`rashomon.analysis.casualties.classes`, and the search goes on step by step from the verb,
over a limited number of chunks. People are given as the numbers of their chunks, those that are
joined by commas and *and* together, in text order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks

People: TypeAlias = tuple[int, ...]

_REACH = 40
"""Chunks between a verb and its subject."""
_PARENTHESIS = 20
"""Chunks between two commas."""
_TAIL = 8
"""Chunks that may follow people within their phrase: "three people from the same village"."""
_LONGEST_NAME = 4
"""Chunks of the longest name."""
_MOST_JOINED = 30
"""People who may be joined together."""
_MOST_VERBS = 4
"""Verbs that may share a subject."""

_AUXILIARIES = "bhmt-ayF"
_FINITE = "bhmvyzKEDd"
_OBJECT_TAKING = "vKEIiT"
_TRANSITIVE = "KEI"
_PREPOSITIONS = "ptc"
_NEXT_VERB = "bhmvyzEKDdX"
_WITHIN_PHRASE = "npa"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries.

    Attributes:
        start: its first chunk.
        at: the chunk of the verb itself.
        letters: the letters of what stands before the verb.
    """

    start: int
    at: int
    letters: str

    @property
    def first(self) -> int:
        """Its first chunk that is no adverb."""
        return self.at - len(self.letters.lstrip("a"))

    @property
    def has_be(self) -> bool:
        """Whether a form of *be* makes a participle passive; "feared dead" is as good."""
        return "b" in self._own or "y" in self._own

    @property
    def is_passive(self) -> bool:
        """Whether a form of *be* itself does."""
        return "b" in self._own

    @property
    def _own(self) -> str:
        """The letters of the verb's own auxiliaries: not those of "is said to"."""
        return self.letters.rpartition("t")[2]


class Clauses:
    """Finds the subjects and objects in one sentence.

    Args:
        chunks: the sentence.
    """

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._letter = chunks.letter
        self._words = chunks.line.words
        # a full stop before and after, so that every chunk has neighbours
        self._letters = chunks.letters + "."

    def verb_group(self, at: int) -> VerbGroup:
        """Return the group of the verb at a chunk: "were believed to have been killed"."""
        start = at
        while start and self._letters[start - 1] in _AUXILIARIES:
            start -= 1
        return VerbGroup(start, at, self._letters[start:at])

    def governing(self, at: int) -> VerbGroup:
        """Return the group of the verb before a chunk in its clause, or else that of the chunk."""
        for before in range(at - 1, max(at - _TAIL, -1), -1):
            if self._letters[before] in "s.w":
                break
            if self._letters[before] in _FINITE:
                start = self.verb_group(before).start
                return VerbGroup(start, at, self._letters[start : before + 1])
        return VerbGroup(at, at, "")

    def subject(self, start: int, verbs: int = 1) -> People:
        """Return the subject of the verb group that begins with a chunk.

        Args:
            start: the first chunk of the verb group.
            verbs: how many verbs have been followed that share it.
        """
        before = start - 1
        letter = self._letter(before)
        if letter == "w":
            return () if self._letter(before - 1) == "p" else self._antecedent(before)
        if letter == "&":
            return self.shared(before, verbs)
        if letter != ",":
            return self._phrase(before)
        return self._around(before) or self._phrase(before - 1) or self.shared(before, verbs)

    def _around(self, closing: int) -> People:
        """Return the people before the parenthesis that the comma at a chunk closes."""
        for at in range(closing - 1, max(closing - _PARENTHESIS, 0), -1):
            if self._letters[at] == ".":
                break
            if self._letters[at] == "," and (people := self._phrase(at - 1)):
                return people
        return ()

    def _antecedent(self, relative: int, clauses: int = 1) -> People:
        """Return the people whom a relative clause is about.

        Args:
            relative: the chunk of its pronoun.
            clauses: how many clauses have been followed that hang on each other.
        """
        if clauses > _MOST_VERBS:
            return ()
        at = relative - 1 - (self._letter(relative - 1) == ",")
        if self._letter(at) == PEOPLE:
            return self.joined_before(at, barred=_OBJECT_TAKING)
        return self._phrase(at, clauses + 1)

    def shared(self, end: int, verbs: int = 1) -> People:
        """Return the subject of the verb before chunk ``end``, which the next one shares."""
        if verbs > _MOST_VERBS:
            return ()
        for at in range(end - 1, max(end - _REACH, -1), -1):
            if self._letters[at] in "s.":
                break
            if self._letters[at] in _FINITE + "X":
                return self.subject(self.verb_group(at).start, verbs + 1)
        return ()

    def _phrase(self, end: int, clauses: int = 1) -> People:
        """Return the people whose phrase ends with a chunk: "three men from the village"."""
        at = end
        while at > end - _REACH:
            letter = self._letter(at)
            if letter == PEOPLE:
                inner = self._within(at)
                if inner is not None:
                    at = inner - 1
                    continue
                if self._chunks.group(at).part_of == "them" and self._letter(at - 1) == PEOPLE:
                    at -= 1  # "58 people, 11 of them children": a comma is lost
                    continue
                relative = self._relative(at - 1)
                return (
                    self.joined_before(at)
                    if relative is None
                    else self._antecedent(relative, clauses)
                )
            if letter == "w":
                return self._antecedent(at, clauses)
            if letter in _FINITE and not self._is_participle(at):
                relative = self._relative(at)
                return () if relative is None else self._antecedent(relative, clauses)
            if letter in ".,S":
                return ()
            at -= 1
        return ()

    def is_within(self, at: int) -> bool:
        """Return whether the people at a chunk are part of another phrase: "a man from Brinn"."""
        return self._within(at) is not None

    def _within(self, at: int) -> int | None:
        """Return the preposition of which the people at a chunk are part, or ``None``."""
        first = at
        if self._letter(at - 1) == "&" and self._letter(at - 2) == PEOPLE:
            first = at - 2  # "from Brinn and Calder", "including women and children"
        if self._chunks.group(first).sort == "name":
            while first > at - _LONGEST_NAME and self._letter(first - 1) in "na":
                first -= 1  # "of the Lakes Ministry"
        letter = self._letter(first - 1)
        is_list = first < at and self._chunks.group(at).sort != "name"
        return first - 1 if letter in ("c" if is_list else _PREPOSITIONS) else None

    def _is_participle(self, at: int) -> bool:
        """Return whether a verb belongs to the noun before it: "a man armed with a knife"."""
        return self._letters[at] in "vE" and self._letter(at - 1) in "Gn"

    def _relative(self, at: int) -> int | None:
        """Return the relative pronoun that is the subject of the verb at a chunk, or ``None``."""
        if self._letter(at) not in _FINITE:
            return None
        before = self.verb_group(at).start - 1
        return before if self._letter(before) == "w" else None

    def joined_before(self, at: int, barred: str = _PREPOSITIONS + _OBJECT_TAKING) -> People:
        """Return the people at a chunk and those that are joined to them before it.

        Args:
            at: the chunk.
            barred: letters before the first of them that show that it is part of something else.
        """
        found = [at]
        while len(found) < _MOST_JOINED:
            before = self._conjunct_before(found[-1], is_list=len(found) > 1)
            if before is None or self._letter(before - 1) in barred:
                break
            found.append(before)
        return self._without_appositions(found[::-1])

    def _conjunct_before(self, at: int, *, is_list: bool) -> int | None:
        """Return the people that are joined to those at a chunk straight before, or ``None``."""
        letter = self._letter(at - 1)
        end = at - 2
        if letter in "&+":
            end -= self._letter(end) == ","
        elif letter == PEOPLE and (is_list or self._ends_with_comma(at - 1)):
            end = at - 1
        elif letter != "," or not is_list:
            return None
        start = end
        while start > end - _TAIL and self._letter(start) in _WITHIN_PHRASE:
            start -= 1
        return start if self._letter(start) == PEOPLE else None

    def _ends_with_comma(self, at: int) -> bool:
        """Return whether the people at a chunk end with an age in commas."""
        return self._words[self._chunks.chunks[at].end - 1] in (",", ")")

    def object(self, at: int, verbs: int = 1) -> People:
        """Return the object of the verb at a chunk, or of the next one that shares it.

        Args:
            at: the chunk.
            verbs: how many verbs have been followed that share it.
        """
        after = self._after_adverbs(at + 1)
        letter = self._letters[after]
        if letter == PEOPLE:
            return () if self._is_next_subject(at, after) else self.joined_after(after)
        may_share = self._letters[at] != "E" or self._letter(at - 1) != PEOPLE
        if letter in "&," and may_share:
            after = self._after_adverbs(after + 1)
            letter = self._letters[after]
        is_alike = letter in _TRANSITIVE and letter == self._letters[at]
        return self.object(after, verbs + 1) if is_alike and verbs < _MOST_VERBS else ()

    def _after_adverbs(self, at: int) -> int:
        while self._letters[at] == "a":
            at += 1
        return at

    def _is_next_subject(self, verb: int, at: int) -> bool:
        """Return whether people after a verb are the subject of the next: "9 killed 12 wounded"."""
        if not self._chunks.group(at).is_number_alone:
            return False
        return self._letter(verb - 1) == PEOPLE and self._letters[at + 1] in "EXbh"

    def joined_after(self, at: int, *, is_object: bool = True) -> People:
        """Return the people at a chunk and those that are joined to them after it.

        Args:
            at: the chunk.
            is_object: whether people before the next verb are its subject, and not joined.
        """
        found = [at]
        sure = 1
        while len(found) < _MOST_JOINED:
            after = self._conjunct_after(found[-1])
            if after is None or (is_object and self.is_subject(after)):
                break
            found.append(after)
            if not {"&", "+"}.isdisjoint(self._letters[after - 2 : after]):
                sure = len(found)  # only an "and" shows that what commas part is a list
        return self._without_appositions(found[:sure])

    def _without_appositions(self, people: Sequence[int]) -> People:
        """Return people without those who are the one before: "Mira Tolan, a nurse and mother"."""
        kept = [people[0]]
        is_described = False
        for before, at in pairwise(people):
            group = self._chunks.group(at)
            is_beside = before in kept and self._letters[before + 1 : at] in ("", ",")
            is_named = self._chunks.group(before).sort == "name"
            is_described = group.sort == "one" and (
                (is_named and is_beside) or (is_described and group.is_bare)
            )
            if not is_described:
                kept.append(at)
        return tuple(kept)

    def _conjunct_after(self, at: int) -> int | None:
        """Return the people that follow those at a chunk after a comma or *and*, or ``None``."""
        end = at + 1
        if not self._ends_with_comma(at):
            end = self.tail(end)
            is_comma_lost = end == at + 1 and self._letters[end] == PEOPLE
            if self._letters[end] not in ",&+" and not is_comma_lost:
                return None
            end += not is_comma_lost
        end += self._letters[end] in "&+"
        end = self._after_adverbs(end)
        if self._letters[end] != PEOPLE:
            return None
        group = self._chunks.group(end)
        # "a girl in Brinn and Calder": a name that ends a phrase of the people before
        is_place = group.sort == "name" and "p" in self._letters[at + 1 : end]
        return None if group.part_of or is_place else end

    def is_subject(self, at: int) -> bool:
        """Return whether a verb follows the phrase of the people at a chunk."""
        return self._letters[self.tail(at + 1)] in _NEXT_VERB

    def tail(self, at: int, *, may_hold_people: bool = False) -> int:
        """Return the chunk after what may follow people within their phrase.

        Args:
            at: the chunk after them.
            may_hold_people: whether others may stand in it, after a preposition.
        """
        end = at
        while end < at + _TAIL:
            is_complement = self._letters[end] == PEOPLE and self._letters[end - 1] == "p"
            if self._letters[end] in _WITHIN_PHRASE or (may_hold_people and is_complement):
                end += 1
            else:
                break
        return end
