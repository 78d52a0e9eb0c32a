"""Phrases for people in a sentence: how many they are, and who.

"At least 20 civilians", "a man", "his two children", "Anna Brandt", "three of them", "dozens".
"""

from collections.abc import Mapping
from dataclasses import replace

from rashomon.analysis.casualties.groups import NOBODY, ONE, SOME, Actor, Group, PeopleTable
from rashomon.analysis.casualties.marks import Marks
from rashomon.analysis.casualties.named import Words, headed, named, unnumbered
from rashomon.analysis.casualties.names import age_after, is_years, name_of
from rashomon.analysis.casualties.numbered import determined, is_plural, numbered
from rashomon.analysis.casualties.numbers import may_begin_number
from rashomon.analysis.casualties.unread import is_numeral

_VERBS = frozenset("iy")
"""Letters of words that may be verbs or belong to a noun."""
_MOST_BEFORE_BARE = 3
"""Words between the start of a phrase without determiner or number, and its noun."""


class PeopleReader:
    """Reads the phrases for people of one sentence.

    Args:
        marks: the sentence.
        actors: what the encoder marks in it, by the first word.
        table: the words for people.
    """

    def __init__(self, marks: Marks, actors: Mapping[int, Actor], table: PeopleTable) -> None:
        self._marks = marks
        self._line = marks.line
        self._words = Words(marks, table)
        self._actors = actors
        self._table = table
        self._has_age = any(age_after(marks.line, at) for at in range(len(marks.line.words)))

    def at(self, start: int) -> Group | None:
        """Return the phrase for people that begins with a word, or ``None``."""
        if start in self._marks.unread:
            return None
        actor = self._actors.get(start)
        found = self._read(start) if actor or self._may_begin(start) else None
        if actor is not None:
            found = self._as_marked(start, found, actor)
        if found is None or self._is_counted_otherwise(found):
            return None
        if found.count != ONE:
            return found
        after_age = age_after(self._line, found.end)
        if after_age is None and found.sort == "name":
            after_age = self._after_bare_age(found.end)
        return found if after_age is None else replace(found, end=after_age)

    def _is_counted_otherwise(self, group: Group) -> bool:
        """Return whether a number that is none of people stands before a noun or a name."""
        if group.first - 1 in self._marks.unread:
            return group.is_bare or group.sort == "name"
        words, counts = self._line.words, self._table.marks.counts
        is_name = group.sort == "name" and group.is_alone
        is_several = is_plural(words[group.first]) if is_name else group.is_bare
        if not is_several or (group.is_bare and group.count == ONE):
            return False  # but "3:2 Halvarians", "twenty-odd people"
        places = set(range(group.first - 1, group.end)) - self._marks.ages.keys()
        return any(is_numeral(words, at, counts) for at in places)

    def toll_at(self, start: int) -> Group | None:
        """Return the number of a toll that begins with a word, whatever follows it."""
        number = self._words.number(start)
        if number is None:
            return None
        return Group(start, number.end, number.count, "number", is_more=number.is_more)

    def organisation_at(self, start: int) -> int | None:
        """Return the word after what the encoder takes for an organisation, or ``None``."""
        actor = self._actors.get(start)
        return None if actor is None or actor.is_person else actor.end

    def _may_begin(self, start: int) -> bool:
        """Return whether a phrase for people may begin with a word: a quick look."""
        word = self._line.words[start]
        counts = self._table.marks.counts
        if word in self._table.openings or may_begin_number(word, counts) or self._has_age:
            return True
        if self._marks.next_noun[start] >= 0:
            return True
        return self._line.is_cased and self._line.has_capital(start)

    def _read(self, start: int) -> Group | None:
        found = numbered(self._words, start)
        if found is not None or self._line.words[start] in self._table.shares:
            return found
        return (
            determined(self._words, start)
            or self._bare(start)
            or self._named(start)
            or self._word(start)
        )

    def _named(self, start: int) -> Group | None:
        """Return one with a name, or nobody: "no Halvarians", "no Halvarian or allied troops"."""
        found = named(self._words, start)
        if found is None or self._marks.word(start - 1) != "no":
            return found
        is_several = is_plural(self._marks.word(found.end - 1))
        if is_several or self._marks.word(found.end) == "or":
            return Group(start, found.end, NOBODY, "nobody")
        return found

    def _bare(self, start: int) -> Group | None:
        """Return people without a determiner or a number: "civilians", headlines' "man"."""
        head = self._words.head(start, _MOST_BEFORE_BARE)
        if head is not None and self._is_negated_with_others(start):
            return headed(self._words, Group(start, start, NOBODY, "nobody"), head)
        if head is None or head.noun.harm:
            return None
        if not _VERBS.isdisjoint(self._marks.letters[start : head.first]):
            return None  # "carrying civilians", "suspected rebels"
        group = Group(start, start, *unnumbered(head), is_bare=True)
        return headed(self._words, group, head)

    def _is_negated_with_others(self, start: int) -> bool:
        """Return whether a noun is joined to one denied: "no Halvarian or allied troops"."""
        before = self._line.words[max(start - _MOST_BEFORE_BARE - 1, 0) : start]
        return before[-1:] in (("or",), ("nor",)) and "no" in before

    def _word(self, start: int) -> Group | None:
        """Return people told of by other words: "he", "others", "nobody"."""
        found = self._table.words.at(self._line.words, start)
        if found is None:
            return None
        (sort, count), end = found
        is_before_noun = self._words.is_noun(end)
        if is_before_noun and self._line.words[start] in self._table.definite:
            return None  # "her phone"
        if sort == "number" and (is_before_noun or self._marks.word(end) == "of"):
            return None  # "a third of them", "a second bomb"
        is_more = sort == "number" or self._line.words[start] in self._table.marks.counts.more
        if self._marks.word(end) == "else":
            end, is_more = end + 1, True
        return Group(start, end, count, sort, is_more=is_more)

    def _as_marked(self, start: int, found: Group | None, actor: Actor) -> Group | None:
        """Return the people at a word as the encoder marks them.

        What it takes for an organisation is no person's name; what it takes for people is people,
        if the tables do not know the noun.
        """
        if not actor.is_person:
            return None if found is None or found.sort == "name" or not found.is_known else found
        if found is not None:
            return replace(found, is_known=True)
        if self._is_number_or_share(start, actor.end):
            return None
        first, last = self._line.words[start], self._line.words[actor.end - 1]
        is_name = start + 1 < actor.end and first not in self._table.definite
        if is_plural(last) and not is_name:
            return Group(start, actor.end, SOME, "some")
        is_name &= first not in self._table.indefinite
        name = name_of(self._line, start, actor.end, self._table.names) if is_name else None
        return Group(start, actor.end, ONE, "name" if is_name else "one", name=name)

    def _is_number_or_share(self, start: int, end: int) -> bool:
        """Return whether words that name nobody are a number, or a share of others."""
        words = self._line.words[start:end]
        numerals = self._table.marks.counts.numerals
        is_number = words[0] in numerals.small or numerals.is_number(words[0])
        return is_number or not self._table.shares.isdisjoint(words)

    def _after_bare_age(self, at: int) -> int | None:
        """Return the word after an age of which the commas are lost: "Tolan 34 was hurt"."""
        cue = self._marks.cue_letter(at + 1)
        is_verb = cue == "D" or (cue == "." and self._marks.letter(at + 1) in "bhmvyw")
        return at + 1 if is_years(self._marks.word(at)) and is_verb else None
