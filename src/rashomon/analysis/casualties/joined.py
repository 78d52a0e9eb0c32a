"""Which people are joined together by commas and *and*."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.counts import Count

People: TypeAlias = tuple[int, ...]
"""The chunks of people, in text order."""

PREPOSITIONS = "ptc"
"""Letters of what people after it are part of: prepositions, *to* and *including*."""
OBJECT_TAKING = "vKEIiT"
"""Letters of what people after it may be the object of."""

_TAIL = 8
"""Chunks that may follow people within their phrase: "three people from the same village"."""
_MOST_JOINED = 30
"""People who may be joined together."""
_NEXT_VERB = "bhmvyzKEDdX"
_WITHIN_PHRASE = "npa"


class Joined:
    """Finds who is joined to whom in one sentence.

    Args:
        chunks: the sentence.
    """

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._letter = chunks.letter
        self._words = chunks.line.words
        # a full stop after, so that every chunk has a neighbour
        self._letters = chunks.letters + "."

    def before(self, at: int, barred: str = PREPOSITIONS + OBJECT_TAKING) -> People:
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

    def after(self, at: int, *, is_object: bool = True) -> People:
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
        end = self._chunks.after_adverbs(end)
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

    def _ends_with_comma(self, at: int) -> bool:
        """Return whether the people at a chunk end with an age in commas."""
        return self._words[self._chunks.chunks[at].end - 1] in (",", ")")

    def _are_named_behind(self, people: Sequence[int]) -> bool:
        """Return whether people are told of by number, then by name: "two guards, Veld and Rask".

        So many names follow as the number says; or names at once on a noun in the plural
        ("commanders Veld and Rask").
        """
        first, *others = (self._chunks.group(at) for at in people)
        if not others or any(one.sort != "name" for one in others):
            return False
        between = self._letters[people[0] + 1 : people[1]]
        if first.sort == "number":
            return first.count == Count(len(others), len(others)) and "&" not in between
        return first.sort == "some" and first.is_bare and not between

    def _without_appositions(self, people: Sequence[int]) -> People:
        """Return people without those who are the one before: "Mira Tolan, a nurse and mother"."""
        if self._are_named_behind(people):
            return (people[0],)
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
