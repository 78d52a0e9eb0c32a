"""The nouns that end phrases for people, and what the words before them say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.analysis.casualties.marks import Marks, Noun
from rashomon.model.reading import CasualtyKind

_LICENSE = 5
"""Words back to the one that some nouns need before them."""
_OF_ANY_AGE = (None, "men", "women")


@dataclass(frozen=True, slots=True)
class Head:
    """The noun of a phrase for people.

    Attributes:
        first: its first word.
        end: the word after it.
        noun: the noun.
        who: who the people are, by the noun or by the words before it.
        harm: what happened to them, by the noun or by an adjective before it.
        harm_at: the word that says so.
        is_collective: whether the noun stands for several people together.
    """

    first: int
    end: int
    noun: Noun
    who: str | None
    harm: CasualtyKind | None
    harm_at: int
    is_collective: bool


@dataclass(frozen=True, slots=True)
class HeadTable:
    """Words that stand in phrases for people.

    Attributes:
        who_before: words before a noun that say who the people are, where it does not itself.
        collective: nouns for several people together.
        things: nouns for what is no people, of which those may only say whose it is.
    """

    who_before: Mapping[str, str]
    collective: frozenset[str]
    things: frozenset[str]


def find_head(marks: Marks, start: int, most: int, table: HeadTable) -> Head | None:
    """Return the noun that ends a phrase for people, or ``None``.

    Args:
        marks: the sentence.
        start: the first word that may belong to the phrase.
        most: how many words may stand before the noun.
        table: the words of such phrases.
    """
    aged: Head | None = None
    at = marks.next_noun[start] if start < len(marks.next_noun) else -1
    while 0 <= at <= start + most:
        found = marks.nouns[at]
        if found is None:
            noun, end = marks.ages[at]
            aged = Head(at, end, noun, noun.who, None, start, is_collective=False)
        else:
            head = _whole(marks, start, at, aged.who if aged else None, table)
            if head is not None or found[0].is_plural:
                return head
            end = found[1]  # it only describes what follows: "Syrian and Kurdish soldiers"
            if found[0].is_origin and marks.letter(end) == "&" and marks.nouns[end + 1]:
                end += 1
        at = marks.next_noun[end]
    return aged


def _whole(marks: Marks, start: int, at: int, aged: str | None, table: HeadTable) -> Head | None:
    """Return the noun at a word with those that follow it ("police" + "officer").

    ``None`` where it is no noun for people here: "the police station", "Syrian and Russian".
    """
    found = first = marks.nouns[at]
    if found is None or first is None:
        return None
    while (more := marks.nouns[found[1]]) is not None:
        if found[0].is_plural and marks.cues[found[1]] is not None:
            break  # "took 30 schoolgirls hostage"
        found = more
    noun, end = found
    is_collective = marks.word(end - 1) in table.collective
    is_of_thing = is_collective and marks.word(end) in table.things  # "the family dogs"
    is_noun = is_collective or _is_noun(marks, noun, end)
    if is_of_thing or not is_noun or not _is_said(marks, start, noun):
        return None
    harm_at = next((place for place in range(start, at) if place in marks.harms), at)
    return Head(
        first=at,
        end=end,
        noun=noun,
        who=_who(noun, first[0], marks.line.words[start:at], aged, table),
        harm=noun.harm or marks.harms.get(harm_at),
        harm_at=end - 1 if noun.harm else harm_at,
        is_collective=is_collective,
    )


def _is_said(marks: Marks, start: int, noun: Noun) -> bool:
    """Return whether a noun follows the words that it needs before it."""
    before = marks.line.words[max(start - _LICENSE, 0) : start]
    return not noun.after or not noun.after.isdisjoint(before)


def _is_noun(marks: Marks, noun: Noun, end: int) -> bool:
    """Return whether a noun does not merely describe what follows, and is no rate."""
    after, letter = marks.word(end), marks.letter(end)
    if noun.is_plural:
        return not noun.harm or after != "per"
    if noun.is_origin and letter in "&,":
        return False
    is_lower = end < len(marks.line.words) and not marks.line.has_capital(end)
    is_lower |= noun.is_origin
    return not (is_lower and letter == "n" and marks.plain[end] and end not in marks.harms)


def _who(
    noun: Noun, first: Noun, before: Sequence[str], aged: str | None, table: HeadTable
) -> str | None:
    """Return who people are: by their noun, the words before it, or their age."""
    if aged is not None and noun.who in _OF_ANY_AGE:
        return aged
    described = next((table.who_before[word] for word in before if word in table.who_before), None)
    return noun.who or described or first.who
