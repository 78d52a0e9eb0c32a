"""What the tables say of each word of a sentence, looked up once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.classes import Classes
from rashomon.analysis.casualties.counts import CountTable
from rashomon.analysis.casualties.cues import NOTHING, Cue
from rashomon.analysis.casualties.lines import Line, is_latin
from rashomon.analysis.casualties.phrases import Phrases
from rashomon.analysis.casualties.unread import Unread
from rashomon.model.reading import CasualtyKind

_ADULT = 18
_AGE = re.compile(r"(\d{1,3}|[a-z]+)-(year|month|week|day)s?-old(s?)\b")
_OLD = "old"
_LONGEST_AGE = 5
"""Words of the longest age: "15 - year - old"."""
CHILDREN = "children"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for people, or one for what happened to them that is counted ("deaths").

    Attributes:
        who: who they are, or ``None``.
        is_plural: whether it stands for more than one.
        harm: what it says happened to them.
        after: words one of which must stand before it ("claimed 12 lives"); any where it is empty.
        is_origin: whether it says where they come from, as an adjective may ("Syrian").
        is_either: whether it leaves it open whether they are dead or injured ("casualties").
    """

    who: str | None
    is_plural: bool
    harm: CasualtyKind | None = None
    after: frozenset[str] = frozenset()
    is_origin: bool = False
    is_either: bool = False


@dataclass(frozen=True, slots=True)
class MarkTable:
    """What words are.

    Attributes:
        classes: the parts that words have in a sentence.
        counts: numbers.
        cues: phrases for what happened to people.
        nouns: nouns for people, and for what happened to them.
        harms_before: adjectives that say what happened to the people of the noun after them.
        alleged: participles that may stand there all the same ("12 suspected rebels").
        stops: words that cannot stand between a number or a determiner and its noun.
    """

    classes: Classes
    counts: CountTable
    cues: Phrases[Cue]
    nouns: Phrases[Noun]
    harms_before: Mapping[str, CasualtyKind]
    alleged: frozenset[str]
    stops: frozenset[str]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of the words of a sentence; one more than there are, the last a full stop.

    Attributes:
        line: the sentence.
        letters: the letter of each word (:mod:`rashomon.analysis.casualties.classes`).
        cues: what each word begins to say happened to people, with the word after it.
        nouns: the noun for people that begins with each word, with the word after it.
        ages: the age that begins with each word, as a noun, with the word after it.
        harms: what the words say that are adjectives for what happened to people.
        plain: whether each word may stand between a number or a determiner and its noun.
        next_noun: the first word from each on, over plain ones, that begins a noun or an age;
            -1 where there is none.
        unread: the words of numbers that are not understood or count nobody: no part of them is
            a count.
    """

    line: Line
    letters: str
    cues: Sequence[tuple[Cue, int] | None]
    nouns: Sequence[tuple[Noun, int] | None]
    ages: Mapping[int, tuple[Noun, int]]
    harms: Mapping[int, CasualtyKind]
    plain: Sequence[bool]
    next_noun: Sequence[int]
    unread: frozenset[int]

    def word(self, at: int) -> str:
        """Return a word; an empty one outside the sentence."""
        return self.line.words[at] if 0 <= at < len(self.line.words) else ""

    def tells(self) -> bool:
        """Return whether the sentence may tell of harm at all."""
        return (
            any(one is not None and one[0].letter != NOTHING for one in self.cues)
            or any(one is not None and one[0].harm is not None for one in self.nouns)
            or bool(self.harms)
        )

    def cue_letter(self, at: int) -> str:
        """Return the letter of the cue that begins with a word; a full stop where there is none."""
        cue = self.cues[at] if 0 <= at < len(self.cues) else None
        return "." if cue is None else cue[0].letter

    def letter(self, at: int) -> str:
        """Return the letter of a word; that of a full stop outside the sentence."""
        return self.letters[at] if 0 <= at < len(self.letters) else "."


def mark(line: Line, table: MarkTable) -> Marks:
    """Return what the tables say of the words of a sentence."""
    words = line.words
    letters = "".join(map(table.classes.of, words)) + "."
    cues: list[tuple[Cue, int] | None] = [None] * (len(words) + 1)
    for at, cue, end in table.cues.all_in(words):
        cues[at] = cue, end
    nouns: list[tuple[Noun, int] | None] = [None] * (len(words) + 1)
    for at, noun, end in table.nouns.all_in(words):
        nouns[at] = None if _is_toll(cues[at]) else (noun, end)
    ages = _ages(words, table.counts)
    plain = [_is_plain(word, cues[at], table) for at, word in enumerate(words)]
    next_noun = [-1] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        if nouns[at] is not None or at in ages:
            next_noun[at] = at
        elif plain[at]:
            next_noun[at] = next_noun[at + 1]
    people = [noun is not None and noun[0].harm is None for noun in nouns]
    people_at = {at for at, is_people in enumerate(people) if is_people}
    unread = Unread(line, letters, people_at, ages, table.counts).places()
    harms = {
        at: table.harms_before[word] for at, word in enumerate(words) if word in table.harms_before
    }
    return Marks(line, letters, cues, nouns, ages, harms, (*plain, False), next_noun, unread)


def _is_toll(cue: tuple[Cue, int] | None) -> bool:
    """Return whether a cue is one for a toll, whose words may look like nouns: "death toll"."""
    return cue is not None and cue[0].letter == "O"


def _is_plain(word: str, cue: tuple[Cue, int] | None, table: MarkTable) -> bool:
    if word in table.harms_before or word in table.alleged or word == "'s":
        return True
    if cue is not None or word in table.stops or not word[0].isalpha():
        return False
    if not is_latin(word):
        return False  # it may be part of a number
    if "-" in word and table.counts.numerals.is_number(word):
        return False
    return table.classes.letters.get(word, "a") == "a"


def _ages(words: Sequence[str], counts: CountTable) -> dict[int, tuple[Noun, int]]:
    """Return the ages in a sentence: "15-year-old", "15 years old"."""
    found: dict[int, tuple[Noun, int]] = {}
    for last, word in enumerate(words):
        if _OLD not in word:
            continue
        for first in range(last, max(last - _LONGEST_AGE, -1), -1):
            joined = "-".join(part for part in words[first : last + 1] if part != "-")
            age = _AGE.fullmatch(joined)
            if age is not None:
                number, unit, plural = age.groups()
                is_child = unit != "year" or _years(number, counts) < _ADULT
                noun = Noun(CHILDREN if is_child else None, is_plural=bool(plural))
                found[first] = noun, last + 1
                break
    return found


def _years(number: str, counts: CountTable) -> int:
    return int(number) if number.isdecimal() else counts.numerals.small.get(number, 0)
