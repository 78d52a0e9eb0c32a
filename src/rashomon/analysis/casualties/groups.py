"""What a phrase for people says: how many they are, who, and how they are told of."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.analysis.casualties.counts import Count
from rashomon.analysis.casualties.heads import HeadTable
from rashomon.analysis.casualties.marks import MarkTable
from rashomon.analysis.casualties.names import NameTable
from rashomon.analysis.casualties.phrases import Phrases
from rashomon.model.reading import CasualtyKind

Sort: TypeAlias = Literal["number", "one", "name", "pronoun", "self", "some", "nobody", "any"]
"""How people are told of.

``number``: a number is said, if a vague one; ``one``: one person, described; ``name``: one, named;
``pronoun``: told of before; ``self``: the one who did it; ``some``: people without a number;
``nobody``; ``any``: whoever.
"""

ONE = Count(1, 1)
SOME = Count(2, None)
NOBODY = Count(0, 0)


@dataclass(frozen=True, slots=True)
class Group:
    """People as a sentence names them.

    Attributes:
        first: the first word of the phrase.
        end: the word after its last.
        count: how many they are.
        sort: how they are told of.
        who: who they are, or ``None``.
        is_more: whether they are others than those told of before.
        is_bare: whether they have neither a determiner nor a number nor a name.
        is_known: whether their noun is one for people, or no noun is needed.
        part_of: what they are some of: ``them``, or what happened to all of these; ``None`` where
            they are told of by themselves.
        name: the name of one who is named, in small letters.
        harm: what their own words say happened to them ("three wounded soldiers", "12 deaths").
        harm_at: the word that says so.
        is_either: whether these leave it open whether they are dead or injured ("casualties").
        is_number_alone: whether it is a number without a noun: "12", "12 others".
    """

    first: int
    end: int
    count: Count
    sort: Sort
    who: str | None = None
    is_more: bool = False
    is_bare: bool = False
    is_known: bool = True
    part_of: CasualtyKind | Literal["them"] | None = None
    name: str | None = None
    harm: CasualtyKind | None = None
    harm_at: int = 0
    is_either: bool = False
    is_number_alone: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether it is a single word: "12", "Brandt"."""
        return self.end == self.first + 1


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The parts of ``casualties.toml`` that say who people are.

    Attributes:
        marks: what single words and nouns are.
        heads: the words of phrases for people.
        names: how names are told.
        sets: names of all to whom something happened ("the dead").
        words: words for people beside nouns and names.
        definite: determiners of people who were told of before.
        indefinite: determiners of one person.
        negative: determiners of nobody, of one word or several.
        shares: words for a share of people, which is no count.
        fates: nouns for the death of one ("his murder").
        things: nouns for what is counted and is no people.
        openings: words with which a phrase without a noun may begin, but for names and digits.
    """

    marks: MarkTable
    heads: HeadTable
    names: NameTable
    sets: Phrases[CasualtyKind]
    words: Phrases[tuple[Sort, Count]]
    definite: frozenset[str]
    indefinite: frozenset[str]
    negative: Phrases[None]
    shares: frozenset[str]
    fates: frozenset[str]
    things: frozenset[str]
    openings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase that the encoder takes for people or an organisation.

    Attributes:
        end: the word after its last.
        is_person: whether it is taken for people.
    """

    end: int
    is_person: bool
