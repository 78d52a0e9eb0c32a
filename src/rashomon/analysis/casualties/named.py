"""People by their noun, with the name or number that belongs to it, and people by their name."""

from dataclasses import dataclass, replace

from rashomon.analysis.casualties.counts import Count
from rashomon.analysis.casualties.groups import NOBODY, ONE, SOME, Group, PeopleTable, Sort
from rashomon.analysis.casualties.heads import Head, find_head
from rashomon.analysis.casualties.marks import Marks
from rashomon.analysis.casualties.names import find_name, name_of
from rashomon.analysis.casualties.numbers import Number, find_number

_MEMBERS = frozenset(("member", "members"))
_MOST_BEFORE = 5
"""Words between a determiner or a number and its noun."""
_MOST_BEFORE_FATE = 2
"""Words between *his* and the noun for what happened to him."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence, and what the tables say of them.

    Attributes:
        marks: the sentence.
        table: the words for people.
    """

    marks: Marks
    table: PeopleTable

    def head(self, start: int, most: int = _MOST_BEFORE) -> Head | None:
        """Return the noun that ends the phrase that begins with a word, or ``None``."""
        return find_head(self.marks, start, most, self.table.heads)

    def number(self, at: int) -> Number | None:
        """Return the number that begins with a word, or ``None``."""
        number = find_number(self.marks.line, at, self.table.marks.counts)
        if number is None or not self.marks.unread.isdisjoint(range(at, number.end)):
            return None
        return number

    def is_noun(self, at: int) -> bool:
        """Return whether a word may be a noun of no people."""
        return self.marks.letter(at) == "n" and self.marks.cue_letter(at) == "."


def unnumbered(head: Head) -> tuple[Count, Sort]:
    """Return how many people are and how they are told of, where no number is said."""
    return (SOME, "some") if head.noun.is_plural or head.is_collective else (ONE, "one")


def headed(words: Words, group: Group, head: Head) -> Group | None:
    """Return people with their noun, and with the name or the number that follows it.

    ``None`` where they are not meant themselves: "President Veld's campaign".
    """
    made = replace(
        group,
        end=head.end,
        who=head.who or _who_of_members(words, head),
        harm=head.harm,
        harm_at=head.harm_at,
        is_either=head.noun.is_either,
    )
    together = words.table.marks.counts.numerals.small.get(words.marks.word(head.end - 1))
    if together is not None and group.count == ONE:
        return replace(made, count=Count(together, together))  # "a married couple"
    if head.is_collective and group.count != NOBODY:
        count, end = _members(words, group.count, head.end)
        return replace(made, count=count, end=end)
    line, names = words.marks.line, words.table.names
    if group.count != ONE or head.noun.harm or not line.is_cased:
        return made
    after = find_name(line, head.end, names)
    if after is None:
        return made
    if line.words[after - 1].endswith("'s"):
        return possessed(words, group.first, after)
    return replace(made, end=after, sort="name", name=name_of(line, head.end, after, names))


def _who_of_members(words: Words, head: Head) -> str | None:
    """Return who "members of the police" are."""
    marks = words.marks
    if marks.word(head.end - 1) not in _MEMBERS or marks.word(head.end) != "of":
        return None
    others = words.head(head.end + 1 + (marks.word(head.end + 1) in words.table.definite))
    return others.who if others else None


def _members(words: Words, count: Count, end: int) -> tuple[Count, int]:
    """Return how many "a family" or "two groups" are, and the word after them."""
    if words.marks.word(end) == "of":
        members = words.number(end + 1)
        head = words.head(members.end if members else end + 1)
        if members is not None:
            return members.count, head.end if head else members.end
        end = head.end if head else end
    return Count(max(count.min, SOME.min), None), end


def named(words: Words, start: int) -> Group | None:
    """Return a person with a name, or one told of by that of another ("Brandt's wife")."""
    line, names = words.marks.line, words.table.names
    end = find_name(line, start, names)
    if end is None:
        return None
    if line.words[end - 1].endswith("'s") or words.marks.word(end) == "'s":
        return possessed(words, start, end)
    return Group(start, end, ONE, "name", name=name_of(line, start, end, names))


def possessed(words: Words, start: int, end: int) -> Group | None:
    """Return whom a name with *'s* is followed by: "Brandt's wife", "Brandt's brutal murder".

    Args:
        words: the sentence.
        start: the first word of the name.
        end: the word after it.
    """
    fate = fate_of_one(words, start, end)
    if fate is not None:
        return fate
    head = words.head(end)
    if head is None or head.noun.harm == "injured":
        return None
    return headed(words, Group(start, start, *unnumbered(head)), head)


def fate_of_one(words: Words, start: int, end: int) -> Group | None:
    """Return the one of whose death a noun tells after *his* or a name ("his brutal murder").

    Args:
        words: the sentence.
        start: the first word that says whose.
        end: the word after these.
    """
    marks, at = words.marks, end
    while at < end + _MOST_BEFORE_FATE and marks.word(at) not in words.table.fates:
        at += 1
    is_fate = marks.word(at) in words.table.fates and all(marks.plain[end:at])
    if not is_fate or marks.word(at + 1) == "of" or words.is_noun(at + 1):
        return None  # "his murder of two guards", "his murder conviction"
    return Group(start, at + 1, ONE, "one", harm="killed", harm_at=at)
