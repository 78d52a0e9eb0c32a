"""Numbers that are not understood, or that count nobody, as a whole: no part of them is a count."""

import re
from collections.abc import Container, Sequence

from rashomon.analysis.casualties.counts import CountTable
from rashomon.analysis.casualties.lines import Line, is_latin
from rashomon.analysis.casualties.numbers import is_label
from rashomon.analysis.casualties.ranges import find_range
from rashomon.analysis.casualties.values import read_value

_YEAR = re.compile(r"(?:19|20)\d\d")
_OUT, _IN, _OF, _EVERY, _POINT = "out", "in", "of", "every", "point"
_BE_OR_HAVE = "bh"


class Unread:
    """Finds such numbers in a sentence.

    Args:
        line: the sentence.
        letters: the letter of each word, and of a full stop after them.
        nouns: the words that begin a noun for people.
        ages: those that begin an age.
        table: the words of numbers.
    """

    def __init__(
        self,
        line: Line,
        letters: str,
        nouns: Container[int],
        ages: Container[int],
        table: CountTable,
    ) -> None:
        self._line = line
        self._words = line.words
        self._letters = letters
        self._nouns = nouns
        self._ages = ages
        self._table = table
        self._openings = table.openings | {_POINT}  # "point five million"

    def places(self) -> frozenset[int]:
        """Return the words of which such numbers are made."""
        found: set[int] = set()
        done = 0
        for at, word in enumerate(self._words):
            if at >= done and (word in self._openings or word[0].isnumeric() or "-" in word):
                is_read, done = self._at(at)
                if not is_read:
                    found.update(range(at, done))
        return frozenset(found)

    def _at(self, at: int) -> tuple[bool, int]:
        """Return whether there is no such number at a word, and the word to go on with."""
        is_word_alone = self._words[at] == _POINT and (at or not self._is_number(at + 1))
        if at in self._ages or is_word_alone:
            return True, at + 1
        if self._is_number(at) and at and is_label(self._words, at - 1, self._table):
            labelled = find_range(self._line, at, self._table)
            end = at + 1 if labelled is None else labelled.end
            return end == at + 1 and end not in self._nouns, end
        if self._is_year_apart(at):
            return True, at + 1
        if not self._is_number(at) and (vague := self._vague(at)) is not None:
            return True, vague
        read = find_range(self._line, at, self._table)
        is_read = read is not None and (read.count.max or 0) <= self._table.numerals.limit
        end = read.end if read is not None else self._end_of_unknown(at)
        if end == at:
            return True, at + 1
        whole = None if read is None else self._whole_of_ratio(read.count.min, end)
        return self._with_rest(whole is None and is_read, end if whole is None else whole)

    def _with_rest(self, is_read: bool, end: int) -> tuple[bool, int]:
        """Return whether a number is understood in spite of what follows it, and its end."""
        if self._is_unit_apart(end):
            is_read, end = False, end + 1
        while self._is_number(end) and end not in self._ages:
            is_read, end = False, end + 1
        return is_read, end

    def _vague(self, at: int) -> int | None:
        """Return the word after a phrase that leaves a number open, and has no unit: "some"."""
        vague = self._table.vague.at(self._words, at)
        if vague is None:
            return None
        unit = self._words[vague[1]] if vague[1] < len(self._words) else ""
        is_counted = unit in self._table.numerals.units or unit in self._table.open_units
        return None if is_counted else vague[1]

    def _is_unit_apart(self, at: int) -> bool:
        """Return whether what follows a number may be its unit: "1.2 m people", "12 مليون"."""
        word = self._words[at] if at < len(self._words) else "."
        return word in self._table.numerals.short or (word[0].isalpha() and not is_latin(word))

    def _is_number(self, at: int) -> bool:
        return at < len(self._words) and self._table.numerals.is_number(self._words[at])

    def _is_year_apart(self, at: int) -> bool:
        """Return whether a year has nothing to do with the number after it: "in 2016 12 people"."""
        if not _YEAR.fullmatch(self._words[at]) or not self._is_number(at + 1):
            return False
        return self._words[at + 1] not in self._table.numerals.units

    def _end_of_unknown(self, at: int) -> int:
        """Return the word after a number that counts nobody: "two and a half", "two thirds"."""
        read = read_value(self._line, at, self._table.numerals)
        if read is not None:
            return read.end
        is_number = self._is_number(at) or self._words[at] == _POINT
        return at + 1 if is_number or self._is_before_people(at) else at

    def _is_before_people(self, at: int) -> bool:
        return self._words[at][0].isnumeric() and at + 1 in self._nouns

    def _whole_of_ratio(self, number: int, end: int) -> int | None:
        """Return the word after what a number is a share of: "one in ten", "9 out of 10"."""
        words = (*self._words[end : end + 3], "", "", "")
        if words[0] not in (_IN, _OUT, _OF):
            return None
        at = end + 1 + (words[0] == _OUT and words[1] == _OF)
        is_every = words[at - end] == _EVERY
        if (words[0] == _OUT and words[1] != _OF) or (words[0] == _OF and not is_every):
            return None
        whole = find_range(self._line, at + is_every, self._table)
        if whole is None or whole.count.min <= number or whole.count.max is None:
            return None
        is_plain = words[0] == _IN and not is_every
        return whole.end if not is_plain or self._is_of_people(whole.end) else None

    def _is_of_people(self, at: int) -> bool:
        """Return whether people follow a number, or the verb of which it is the subject."""
        is_year = bool(_YEAR.fullmatch(self._words[at - 1]))
        after = self._words[at] if at < len(self._words) else ""
        is_said = self._letters[at] in _BE_OR_HAVE or after == _OF or at in self._nouns
        return is_said and not is_year


def is_numeral(words: Sequence[str], at: int, table: CountTable) -> bool:
    """Return whether a word is a number, if one that is not understood: "5th", "twenty-twenty"."""
    if not 0 <= at < len(words):
        return False
    word = words[at].partition("-")[0]  # "twenty-odd"
    return word[:1].isnumeric() or bool(word and table.numerals.is_number(word))
