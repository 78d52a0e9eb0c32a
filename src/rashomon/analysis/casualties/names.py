"""Names of single people, by their capitals, or by the age that follows them."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rashomon.analysis.casualties.lines import Line

_LONGEST = 5
"""Words of the longest name."""
_LONGEST_BEFORE_AGE = 3
"""Words of the longest name that is known by the age after it alone."""
_OLDEST = 120
_NO_PERSON = frozenset(("the", "so-called"))
"""Words before the name of what is no person: "the Pentagon"."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """The words of ``casualties.toml`` by which names are told.

    Attributes:
        titles: words before a name.
        particles: small words within one.
        others: words, with a capital or not, that are part of no name.
        organisations: words that are part of names of organisations and places alone.
    """

    titles: AbstractSet[str]
    particles: AbstractSet[str]
    others: AbstractSet[str]
    organisations: AbstractSet[str]


def find_name(line: Line, at: int, table: NameTable) -> int | None:
    """Return the word after the name that begins with word ``at``, or ``None``.

    In lines without capitals, or with nothing else, names are told by an age alone: "mira tolan,
    34,".
    """
    words = line.words
    start = at
    while start < len(words) and words[start] in table.titles:
        start += 2 if words[start + 1 : start + 2] == (".",) else 1
    if at and words[at - 1] in _NO_PERSON and start == at:
        return None
    end = start
    if line.is_cased:
        end = _with_capitals(line, start, table)
    if end == start:
        end = _before_age(line, start, table)
    if end == start or not table.organisations.isdisjoint(words[start:end]):
        return None
    return end


def _with_capitals(line: Line, start: int, table: NameTable) -> int:
    """Return the word after a name in words with capitals; ``start`` where there is none."""
    words = line.words
    end = start
    while end < len(words) and end - start < _LONGEST:
        if _is_part(line, end, table):
            end += 1
        elif end == start:
            break
        elif words[end] in table.particles and _is_part(line, end + 1, table):
            end += 2
        elif words[end] == "." and (len(words[end - 1]) == 1 or words[end - 1] in ("jr", "sr")):
            end += 1
        else:
            break
    return end


def _is_part(line: Line, at: int, table: NameTable) -> bool:
    """Return whether a word may be part of a name: one with a capital that has no other use."""
    if at >= len(line.words) or line.words[at] in table.others:
        return False
    word = line.text[line.starts[at] : line.ends[at]]
    return word[0].isupper() and (len(word) == 1 or not word.isupper())


def _before_age(line: Line, start: int, table: NameTable) -> int:
    """Return the word after a name that an age follows; ``start`` where there is none."""
    words = line.words
    for end in range(start + 1, min(start + _LONGEST_BEFORE_AGE, len(words)) + 1):
        word = words[end - 1]
        if word in table.others or not word[0].isalpha():
            return start
        if age_after(line, end) is not None:
            return end
    return start


def age_after(line: Line, at: int) -> int | None:
    """Return the word after an age in commas or brackets that begins with word ``at``."""
    words = line.words
    if at + 1 >= len(words) or words[at] not in (",", "("):
        return None
    if not is_years(words[at + 1]):
        return None
    if at + 2 == len(words):
        return at + 2
    if words[at + 2] in (",", ")"):
        return at + 3
    return at + 2 if words[at + 2] in (".", ";", "and") else None


def name_of(line: Line, start: int, end: int, table: NameTable) -> str:
    """Return a name in small letters, without the titles before it."""
    words = [word for word in line.words[start:end] if word not in table.titles and word != "."]
    return " ".join(words) or line.words[end - 1]


def is_years(word: str) -> bool:
    """Return whether a word may be the age of somebody."""
    return word.isdecimal() and len(word) <= len(str(_OLDEST)) and int(word) <= _OLDEST
