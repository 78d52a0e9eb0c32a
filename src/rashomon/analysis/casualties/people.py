"""Phrases for people in a sentence: how many they are, and who.

"At least 20 civilians", "a man", "his two children", "Anna Brandt", "three of them", "dozens".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rashomon.analysis.casualties.counts import Count, Number, find_number
from rashomon.analysis.casualties.heads import Head, HeadTable, find_head
from rashomon.analysis.casualties.marks import Marks, MarkTable
from rashomon.analysis.casualties.names import NameTable, age_after, find_name, is_years, name_of
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

_MOST_BEFORE = 5
"""Words between a determiner or a number and its noun."""
_MOST_BEFORE_BARE = 3
"""Words between the start of a phrase without either and its noun."""
_YEARS = range(1900, 2100)
_BEFORE_DATES = frozenset(("in", "since", "until", "by", "before", "after", "during"))
_SHORTEST_PLURAL = 4
_OTHERS = "others"
_THEM = frozenset(("them", "whom", "us", "you", "which"))


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
        negative: determiners of nobody.
        shares: words for a share of people, which is no count.
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
    negative: frozenset[str]
    shares: frozenset[str]
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


def _is_plural(noun: str) -> bool:
    """Return whether a noun looks like a plural."""
    is_long = len(noun) >= _SHORTEST_PLURAL
    return is_long and noun.endswith("s") and not noun.endswith(("ss", "'s"))


class PeopleReader:
    """Reads the phrases for people of one sentence.

    Args:
        marks: the sentence.
        actors: what the encoder marks in it, by the first word.
        table: the words for people.
    """

    def __init__(self, marks: Marks, actors: Mapping[int, Actor], table: PeopleTable) -> None:
        self._marks = marks
        self._actors = actors
        self._line = marks.line
        self._words = marks.line.words
        self._table = table
        self._counts = table.marks.counts
        self._openings = table.openings
        self._has_age = any(age_after(marks.line, at) for at in range(len(self._words)))

    def at(self, start: int) -> Group | None:
        """Return the phrase for people that begins with a word, or ``None``."""
        actor = self._actors.get(start)
        found = self._read(start) if actor or self._may_begin(start) else None
        if actor is not None:
            found = self._as_marked(start, found, actor)
        if found is None or found.count != ONE:
            return found
        after_age = age_after(self._line, found.end)
        if after_age is None and found.sort == "name":
            after_age = self._after_bare_age(found.end)
        return found if after_age is None else replace(found, end=after_age)

    def _after_bare_age(self, at: int) -> int | None:
        """Return the word after an age of which the commas are lost: "Tolan 34 was hurt"."""
        is_age = is_years(self._marks.word(at))
        cue = self._marks.cue_letter(at + 1)
        is_verb = cue == "D" or (cue == "." and self._marks.letter(at + 1) in "bhmvyw")
        return at + 1 if is_age and is_verb else None

    def organisation_at(self, start: int) -> int | None:
        """Return the word after what the encoder takes for an organisation, or ``None``."""
        actor = self._actors.get(start)
        return None if actor is None or actor.is_person else actor.end

    def _read(self, start: int) -> Group | None:
        found = self._numbered(start)
        if found is not None or self._words[start] in self._table.shares:
            return found
        return (
            self._determined(start) or self._bare(start) or self._named(start) or self._word(start)
        )

    def _may_begin(self, start: int) -> bool:
        """Return whether a phrase for people may begin with a word: a quick look."""
        word = self._words[start]
        if word in self._table.openings or word[0].isdecimal():
            return True
        return self._marks.next_noun[start] >= 0 or self._may_be_name(start)

    def _as_marked(self, start: int, found: Group | None, actor: Actor) -> Group | None:
        """Return the people at a word as the encoder marks them.

        What it takes for an organisation is no person's name; what it takes for people is people,
        if the tables do not know the noun.
        """
        if not actor.is_person:
            return None if found is None or found.sort == "name" or not found.is_known else found
        if found is not None:
            return replace(found, is_known=True)
        first, last = self._words[start], self._words[actor.end - 1]
        is_plural = _is_plural(last) and first not in self._table.indefinite
        is_name = start + 1 < actor.end and first not in self._table.definite
        if is_plural and not is_name:
            return Group(start, actor.end, SOME, "some")
        name = name_of(self._line, start, actor.end, self._table.names) if is_name else None
        return Group(start, actor.end, ONE, "name" if is_name else "one", name=name)

    def _may_be_name(self, start: int) -> bool:
        """Return whether a name may begin with a word: a quick look."""
        return self._has_age or (self._line.is_cased and self._line.has_capital(start))

    def toll_at(self, start: int) -> Group | None:
        """Return the number of a toll that begins with a word, whatever follows it."""
        number = find_number(self._line, start, self._counts)
        if number is None:
            return None
        return Group(start, number.end, number.count, "number", is_more=number.is_more)

    def _head(self, start: int, most: int = _MOST_BEFORE) -> Head | None:
        return find_head(self._marks, start, most, self._table.heads)

    def _numbered(self, start: int) -> Group | None:
        """Return people of whom a number is said: "12 people", "12 of them", "12"."""
        number = find_number(self._line, start, self._counts)
        if number is None:
            return None
        end, is_more = number.end, number.is_more
        while self._marks.word(end) in self._counts.more:
            end, is_more = end + 1, True
        group = Group(start, end, number.count, "number", is_more=is_more)
        if self._marks.word(end) == "of":
            return self._some_of(group)
        head = self._head(end)
        if head is None:
            if self._words[end - 1] == _OTHERS:
                return replace(group, is_number_alone=True)
            return self._unknown(group) or self._alone(group, number)
        return self._headed(group, head) if self._goes_with(group, head) else None

    def _goes_with(self, group: Group, head: Head) -> bool:
        """Return whether a number counts the people of a noun.

        Not that of "image 44 of 44 Boy hurt", and not the injuries of somebody.
        """
        is_several = group.count.min > 1 and not head.is_collective
        if is_several and not head.noun.is_plural:
            return False
        is_open = group.count.max is None or self._marks.letter(group.first - 1) == "p"
        return head.noun.harm != "injured" or not is_open

    def _some_of(self, group: Group) -> Group | None:
        """Return people who are some of others ("three of them"), or a number of ("dozens of")."""
        at = group.end + 1
        if self._marks.word(at) in _THEM:
            part = replace(group, end=at + 1, part_of="them")
            head = self._head(at + 1)
            return self._headed(part, head) if head else part
        found = self._table.sets.at(self._words, at)
        if found is not None:
            return replace(group, part_of=found[0], end=found[1])
        if self._marks.word(at) in self._table.definite:
            others = self._determined(at)
            if others is None or others.sort == "number":
                return group
            return replace(group, end=others.end, who=others.who)
        head = self._head(at)
        if head is None or (head.noun.harm and group.count == ONE):
            return None  # "one of the bodies" may be a council
        return self._headed(group, head)

    def _determined(self, start: int) -> Group | None:
        """Return people with a determiner: "the 12 passengers", "his wife", "a man", "no one"."""
        word, table = self._words[start], self._table
        if word in table.definite:
            return self._definite(start)
        if word not in table.indefinite and word not in table.negative:
            return None
        head = self._head(start + 1)
        if head is None:
            return None
        if word in table.negative:
            is_of_one = head.noun.harm and self._marks.letter(start - 1) == "p"
            is_more = self._marks.word(start + 1) in self._counts.more
            group = Group(start, start, NOBODY, "nobody", is_more=is_more)
            return None if is_of_one else self._headed(group, head)  # "a man with no injuries"
        if word == "any":
            return self._headed(Group(start, start, ONE, "any"), head)
        if head.noun.is_plural or head.noun.harm not in (None, "killed"):
            return None  # "an arrest" may be to come
        is_more = word in self._counts.more
        count, sort = self._unnumbered(head)
        return self._headed(Group(start, start, count, sort, is_more=is_more), head)

    def _definite(self, start: int) -> Group | None:
        """Return people who were told of before: "the 12 passengers", "his wife"."""
        if start + 1 < len(self._words):
            found = self._numbered(start + 1)
            if found is not None and found.part_of is None:
                return replace(found, first=start, is_number_alone=False)
        head = self._head(start + 1)
        if head is None or head.noun.harm:
            return None  # "the deaths", "their injuries": no number
        count, sort = self._unnumbered(head)
        return self._headed(Group(start, start, count, sort), head)

    def _unnumbered(self, head: Head) -> tuple[Count, Sort]:
        """Return how many people are and how they are told of, where no number is said."""
        return (SOME, "some") if head.noun.is_plural or head.is_collective else (ONE, "one")

    def _bare(self, start: int) -> Group | None:
        """Return people without a determiner or a number: "civilians", headlines' "man"."""
        head = self._head(start, _MOST_BEFORE_BARE)
        if head is None or head.noun.harm or "i" in self._marks.letters[start : head.first]:
            return None  # a word in -ing may be a verb: "carrying civilians"
        count, sort = self._unnumbered(head)
        return self._headed(Group(start, start, count, sort, is_bare=True), head)

    def _headed(self, group: Group, head: Head) -> Group:
        """Return people with their noun, and with the name or the number that follows it."""
        made = replace(group, end=head.end, who=head.who, harm=head.harm, harm_at=head.harm_at)
        if head.is_collective:
            count, end = self._members(group.count, head.end)
            return replace(made, count=count, end=end)
        if group.count != ONE or head.noun.harm or not self._line.is_cased:
            return made
        end_of_name = find_name(self._line, head.end, self._table.names)
        if end_of_name is None:
            return made
        name = name_of(self._line, head.end, end_of_name, self._table.names)
        return replace(made, end=end_of_name, sort="name", name=name)

    def _members(self, count: Count, end: int) -> tuple[Count, int]:
        """Return how many "a family" or "two groups" are, and the word after them."""
        if self._marks.word(end) == "of":
            members = find_number(self._line, end + 1, self._counts)
            head = self._head(members.end if members else end + 1)
            if members is not None:
                return members.count, head.end if head else members.end
            end = head.end if head else end
        return Count(max(count.min, SOME.min), None), end

    def _unknown(self, group: Group) -> Group | None:
        """Return people whose noun is not known, by its plural: "12 florists"."""
        end = group.end
        while end - group.end < _MOST_BEFORE and end < len(self._words) and self._marks.plain[end]:
            end += 1
        last = self._words[end - 1]
        if group.count == ONE or end == group.end or last in self._table.things:
            return None
        return replace(group, end=end, is_known=False) if _is_plural(last) else None

    def _alone(self, group: Group, number: Number) -> Group | None:
        """Return people of whom there is nothing but a number: "killing 12"."""
        after = self._marks.word(group.end)
        if self._is_noun(group.end) and after not in self._table.definite | self._table.indefinite:
            return None
        if number.is_digits and self._marks.word(group.first - 1) in _BEFORE_DATES:
            return None
        if number.is_digits and number.count.min in _YEARS:
            return None
        return replace(group, is_number_alone=True)

    def _is_noun(self, at: int) -> bool:
        """Return whether a word may be a noun, of no people."""
        return self._marks.letter(at) == "n" and self._marks.cue_letter(at) == "."

    def _named(self, start: int) -> Group | None:
        """Return a person with a name, or one told of by that of another ("Brandt's wife")."""
        end = find_name(self._line, start, self._table.names)
        if end is None:
            return None
        if self._words[end - 1].endswith("'s") or self._marks.word(end) == "'s":
            head = self._head(end)
            if head is None or head.noun.harm == "injured":
                return None
            return self._headed(Group(start, start, *self._unnumbered(head)), head)
        name = name_of(self._line, start, end, self._table.names)
        return Group(start, end, ONE, "name", name=name)

    def _word(self, start: int) -> Group | None:
        """Return people told of by other words: "he", "others", "nobody"."""
        found = self._table.words.at(self._words, start)
        if found is None:
            return None
        (sort, count), end = found
        if self._is_noun(end) and self._words[start] in self._table.definite:
            return None  # "her phone"
        if sort == "number" and (self._is_noun(end) or self._marks.word(end) == "of"):
            return None  # "a third of them", "a second bomb"
        is_more = sort == "number" or self._words[start] in self._counts.more
        if self._marks.word(end) == "else":
            end, is_more = end + 1, True
        return Group(start, end, count, sort, is_more=is_more)
