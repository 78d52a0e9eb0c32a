"""A sentence as a line of letters: people, what happened to them, and the words between."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.analysis.casualties.cues import Cue
from rashomon.analysis.casualties.groups import Actor, Group, PeopleTable
from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.marks import Marks
from rashomon.analysis.casualties.people import PeopleReader

PEOPLE = "G"
_BEFORE_TOLLS = ("t", "b", "v", "O")
"""Letters after which the number of a toll may stand."""
_BEFORE_PEOPLE = "OST"
"""Cues that people are no part of, although their words may begin like a phrase for people."""


class Chunk(NamedTuple):
    """A phrase for people, for what happened, or a word between.

    Attributes:
        first: its first word.
        end: the word after its last.
        group: the people.
        cue: what happened.
    """

    first: int
    end: int
    group: Group | None = None
    cue: Cue | None = None


@dataclass(frozen=True, slots=True)
class Chunks:
    """A sentence in chunks.

    Attributes:
        line: the sentence.
        chunks: its chunks, in order.
        letters: the letter of each.
        shares: words for a share of people, which is no count.
    """

    line: Line
    chunks: Sequence[Chunk]
    letters: str
    shares: AbstractSet[str]

    def group(self, at: int) -> Group:
        """Return the people of a chunk that holds some."""
        group = self.chunks[at].group
        if group is None:
            raise ValueError(f"no people in chunk {at}")
        return group

    def cue(self, at: int) -> Cue | None:
        """Return what a chunk says happened, if anything; nothing outside the sentence."""
        return self.chunks[at].cue if 0 <= at < len(self.chunks) else None

    def is_number(self, people: Sequence[int]) -> bool:
        """Return whether some chunks are a single number of people without a noun."""
        if len(people) != 1 or self.letter(people[0]) != PEOPLE:
            return False
        return self.group(people[0]).is_number_alone

    def letter(self, at: int) -> str:
        """Return the letter of a chunk; that of a full stop outside the sentence."""
        return self.letters[at] if 0 <= at < len(self.letters) else "."

    def is_share(self, at: int) -> bool:
        """Return whether a chunk is a word for a share of people."""
        return self.word(at) in self.shares

    def after_adverbs(self, at: int) -> int:
        """Return the first chunk from ``at`` on that is no adverb."""
        while self.letter(at) == "a":
            at += 1
        return at

    def word(self, at: int) -> str:
        """Return the first word of a chunk; an empty one outside the sentence."""
        return self.line.words[self.chunks[at].first] if 0 <= at < len(self.chunks) else ""


def chunk(marks: Marks, actors: Mapping[int, Actor], people: PeopleTable) -> Chunks:
    """Return a sentence in chunks.

    Args:
        marks: its words.
        actors: the actors that the encoder marks in it, by their first word.
        people: the words for people.
    """
    return _Cutter(marks, actors, people).cut()


class _Cutter:
    """Cuts one sentence into chunks, from its first word on."""

    def __init__(self, marks: Marks, actors: Mapping[int, Actor], people: PeopleTable) -> None:
        self._marks = marks
        self._reader = PeopleReader(marks, actors, people)
        self._phrases = people.marks.classes.phrases
        self._shares = people.shares
        self._before = "."
        self._is_after_toll = False

    def cut(self) -> Chunks:
        """Return the sentence in chunks."""
        words = self._marks.line.words
        chunks: list[Chunk] = []
        letters: list[str] = []
        at = 0
        while at < len(words):
            self._before, made = self._next(at)
            self._is_after_toll |= self._before == "O"
            chunks.append(made)
            letters.append(self._before)
            at = made.end
        return Chunks(self._marks.line, tuple(chunks), "".join(letters), self._shares)

    def _next(self, at: int) -> tuple[str, Chunk]:
        """Return the letter and the chunk that begins with a word."""
        cue = self._marks.cues[at]
        phrase = self._phrases.at(self._marks.line.words, at)
        if phrase is not None and (cue is None or phrase[1] > cue[1]):
            return phrase[0], Chunk(at, phrase[1])
        group = self._people(at, cue[0] if cue else None)
        if group is not None:
            return PEOPLE, Chunk(at, group.end, group=group)
        if cue is not None:
            return cue[0].letter, Chunk(at, cue[1], cue=cue[0])
        if (end := self._reader.organisation_at(at)) is not None:
            return "n", Chunk(at, end)
        # a number of people that is not understood parts who stands before it from what follows
        is_barrier = at in self._marks.unread and self._marks.next_noun[at + 1] >= 0
        return "." if is_barrier else self._marks.letters[at], Chunk(at, at + 1)

    def _people(self, at: int, cue: Cue | None) -> Group | None:
        """Return the people that begin with a word, if a cue does not."""
        if self._is_after_toll and self._before in _BEFORE_TOLLS:
            number = self._reader.toll_at(at)
            if number is not None:
                return number
        if cue is not None and cue.letter in _BEFORE_PEOPLE:
            return None
        group = self._reader.at(at)
        # "12 people dead" is no start of "dead people"
        is_said = group is not None and group.is_bare and self._before == PEOPLE
        return None if cue is not None and is_said else group
