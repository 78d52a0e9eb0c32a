"""Who is the subject and who the object of a verb: a shallow reading of a sentence's letters.

There is no parser: verbs, boundaries and phrases for people are told by the letters of
:mod:`rashomon.analysis.casualties.classes`, and the search goes on step by step from the verb,
over a limited number of chunks. People are given as the numbers of their chunks, those that are
joined together in text order.
"""

from dataclasses import dataclass

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.joined import OBJECT_TAKING, PREPOSITIONS, Joined, People

_REACH = 40
"""Chunks between a verb and its subject."""
_PARENTHESIS = 20
"""Chunks between two commas."""
_NOUN_REACH = 8
"""Chunks between a noun for what happened and the verb before it."""
_LONGEST_NAME = 4
"""Chunks of the longest name."""
_MOST_VERBS = 4
"""Verbs that may share a subject."""

_AUXILIARIES = "bhmt-ayF"
_FINITE = "bhmvyzKEDd"
_TRANSITIVE = "KEI"
_DETERMINERS = frozenset(("a", "an", "her", "his", "its", "the", "their"))
_THEM = frozenset(("them", "whom"))
_AT_PLACES = frozenset(("at", "from", "in", "near", "outside"))


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

    Attributes:
        joined: who is joined to whom in it.
    """

    def __init__(self, chunks: Chunks) -> None:
        self.joined = Joined(chunks)
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
        for before in range(at - 1, max(at - _NOUN_REACH, -1), -1):
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
            return self.phrase(before)
        return self._around(before) or self.phrase(before - 1) or self.shared(before, verbs)

    def _around(self, closing: int) -> People:
        """Return the people before the parenthesis that the comma at a chunk closes."""
        for at in range(closing - 1, max(closing - _PARENTHESIS, 0), -1):
            if self._letters[at] == ".":
                break
            if self._letters[at] == "," and (people := self.phrase(at - 1)):
                return people
        return ()

    def _antecedent(self, relative: int) -> People:
        """Return the people whom the relative clause is about that a chunk opens."""
        at = self._before_relative(relative)
        is_people = self._letter(at) == PEOPLE
        # the brother of Weiss, who was killed, but the man from Brinn who was
        is_place = is_people and self._chunks.word(at - 1) in _AT_PLACES and self._is_name(at)
        if is_people and not is_place:
            return self.joined.before(at, barred=OBJECT_TAKING)
        return self.phrase(at)

    def _is_name(self, at: int) -> bool:
        return self._chunks.group(at).sort == "name"

    def _before_relative(self, relative: int) -> int:
        return relative - 1 - (self._letter(relative - 1) == ",")

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

    def phrase(self, end: int, clauses: int = 1) -> People:
        """Return the people whose phrase ends with a chunk: "three men from the village".

        Args:
            end: the chunk.
            clauses: how many clauses have been passed that are part of the phrase.
        """
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
                if relative is None:
                    return self.joined.before(at)
                return self._around_relative(relative, clauses)
            if letter == "w":
                # "denials that the plane was hit"
                is_other = self._chunks.word(at + 1) in _DETERMINERS
                return () if is_other else self._around_relative(at, clauses)
            if letter in _FINITE and not self._is_participle(at):
                return self._around_relative(self._relative(at), clauses)
            if letter in ".,S" or self._is_share(at):
                return ()
            at -= 1
        return ()

    def _is_share(self, at: int) -> bool:
        """Return whether a word takes a share of others: "more than half the population"."""
        return self._chunks.is_share(at) and self._chunks.word(at + 2) not in _THEM

    def _around_relative(self, relative: int | None, clauses: int) -> People:
        """Return the people whose phrase holds the relative clause that a chunk opens."""
        if relative is None or clauses > _MOST_VERBS:
            return ()
        return self.phrase(self._before_relative(relative), clauses + 1)

    def is_within(self, at: int) -> bool:
        """Return whether the people at a chunk are part of another phrase: "a man from Brinn"."""
        return self._within(at) is not None

    def _within(self, at: int) -> int | None:
        """Return the preposition of which the people at a chunk are part, or ``None``."""
        first = at
        if self._letter(at - 1) == "&" and self._letter(at - 2) == PEOPLE:
            first = at - 2  # "from Brinn and Calder", "including women and children"
        if self._is_name(first):
            while first > at - _LONGEST_NAME and self._letter(first - 1) in "na":
                first -= 1  # "of the Lakes Ministry"
        letter = self._letter(first - 1)
        is_list = first < at and not self._is_name(at)
        return first - 1 if letter in ("c" if is_list else PREPOSITIONS) else None

    def _is_participle(self, at: int) -> bool:
        """Return whether a verb belongs to the noun before it: "a man armed with a knife"."""
        return self._letters[at] in "vE" and self._letter(at - 1) in "Gn"

    def _relative(self, at: int) -> int | None:
        """Return the relative pronoun that is the subject of the verb at a chunk, or ``None``."""
        if self._letter(at) not in _FINITE:
            return None
        before = self.verb_group(at).start - 1
        return before if self._letter(before) == "w" else None

    def object(self, at: int, verbs: int = 1) -> People:
        """Return the object of the verb at a chunk, or of the next one that shares it.

        Args:
            at: the chunk.
            verbs: how many verbs have been followed that share it.
        """
        after = self._chunks.after_adverbs(at + 1)
        letter = self._letters[after]
        if letter == PEOPLE:
            return () if self._is_next_subject(at, after) else self.joined.after(after)
        # "3 killed, 5 hurt" are no verbs that share an object; "police shot and wounded him" are
        may_share = letter == "&" or self._letters[at] != "E" or self._letter(at - 1) != PEOPLE
        if letter in "&," and may_share:
            after = self._chunks.after_adverbs(after + 1)
            letter = self._letters[after]
        is_alike = letter in _TRANSITIVE and letter == self._letters[at]
        return self.object(after, verbs + 1) if is_alike and verbs < _MOST_VERBS else ()

    def _is_next_subject(self, verb: int, at: int) -> bool:
        """Return whether people after a verb are the subject of the next: "9 killed 12 wounded"."""
        if not self._chunks.group(at).is_number_alone:
            return False
        return self._letter(verb - 1) == PEOPLE and self._letters[at + 1] in "EXbh"
