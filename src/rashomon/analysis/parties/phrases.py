"""What the words of a phrase say of whom it means: its head, country, side, kind.

A phrase is looked at up to its head ("Syrian officials", not "in Damascus"); what follows is asked
only for whom it belongs to ("officials in Damascus", "a statement by the army").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.analysis.parties.tables import Known, PartyTables, Words, small
from rashomon.model.reading import PartyKind

_WORD = re.compile(r"\w+(?:[-'’.&/]\w+)*\.?|,")
_ENDING = re.compile(r"(?:'s?|\.)$")
_LONGEST_NAME = 10
_LONGEST_NOUN = 3
_US = ("us",)

Definiteness: TypeAlias = Literal["definite", "indefinite", "bare"]


@dataclass(frozen=True, slots=True)
class Belonging:
    """A country or a known party that is named among words.

    Attributes:
        start: the number of its first word.
        end: the number of the word after its last.
        country: the country, if it is one.
        known: the party, if it is one.
        is_whole: whether its words name it as they stand ("US", not "US-backed").
        is_apart: whether they say that somebody is not of it ("US-backed", "anti-Assad").
    """

    start: int
    end: int
    country: str | None = None
    known: Known | None = None
    is_whole: bool = True
    is_apart: bool = False

    @property
    def side(self) -> str | None:
        """The state or movement."""
        return self.country or (self.known.side if self.known else None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says.

    Attributes:
        words: its words up to its head, without determiners.
        definiteness: "the army" or "his army", "an army", "army".
        head: the noun that it ends in.
        belonging: the country or known party that it names, or whose it is; ``None`` for none.
        is_it: whether it names nothing but that ("Moscow", "the Taliban movement").
        side: the state or movement of those who are meant.
        kind: what they are.
        rest: the words after its head.
        is_plural: whether there are several of them.
    """

    words: Words
    definiteness: Definiteness
    head: str
    belonging: Belonging | None
    is_it: bool
    side: str | None
    kind: PartyKind | None
    rest: Words
    is_plural: bool


def describe(phrase: str, tables: PartyTables) -> Phrase:
    """Return what a phrase says of whom it means.

    Args:
        phrase: the words of a mention, as the text has them.
        tables: the word tables.
    """
    whole, rest = _parted(phrase, tables)
    words, definiteness = _without_determiners(whole, tables)
    head = _head(words, tables)
    named = find_belonging(words, tables, is_lead=True)
    is_it = named is not None and _names_only(words, named, tables)
    belonging = named or find_belonging(rest, tables)
    kind = _kind(words, head, belonging if is_it else None, tables)
    return Phrase(
        words=words,
        definiteness=definiteness,
        head=head,
        belonging=belonging,
        is_it=is_it,
        side=_side(words, head, kind, belonging, tables) if belonging else None,
        kind=kind,
        rest=rest,
        is_plural=_is_plural(whole, head, tables),
    )


def phrase_words(phrase: str) -> Words:
    """Return the words of a phrase in small letters, commas among them, without endings."""
    found = []
    for word in _WORD.findall(phrase):
        low = small(word)
        # "u.s." keeps its full stops, "corp." loses its one
        bare = low if low.count(".") > 1 else _ENDING.sub("", low)
        if bare:
            found.append(bare)
    return tuple(found)


def find_belonging(words: Words, tables: PartyTables, *, is_lead: bool = False) -> Belonging | None:
    """Return the first country or known party among words; at one place the longest name.

    Args:
        words: words in small letters.
        tables: the word tables.
        is_lead: whether they begin a phrase, where "us" is the country; elsewhere it is so after
            "the", and else the pronoun.
    """
    for start in range(len(words)):
        for end in range(min(len(words), start + _LONGEST_NAME), start, -1):
            found = _named(words[start:end], tables)
            is_us = is_lead or words[start - 1 : start] == ("the",)
            if found and (is_us or words[start:end] != _US):
                return Belonging(start, end, *found)
        bare, is_apart = _without_affixes(words[start], tables)
        found = _named((bare,), tables) if bare != words[start] else None
        if found:
            return Belonging(start, start + 1, *found, is_whole=False, is_apart=is_apart)
    return None


def _named(words: Words, tables: PartyTables) -> tuple[str | None, Known | None] | None:
    country = tables.nations.names.get(words) or tables.nations.seats.get(words)
    known = tables.known.get(words)
    if known and known.kind == "person" and len(words) > 1:
        return None  # a whole name is a person's, not whose somebody is
    return (country, known) if country or known else None


def _without_affixes(word: str, tables: PartyTables) -> tuple[str, bool]:
    """Return a word without ``-led``, ``pro-`` and the like, and whether they set apart."""
    actors = tables.actors
    for endings, is_apart in ((actors.belongs, False), (actors.does_not, True)):
        for ending in endings:
            if word.endswith(ending):
                return word.removesuffix(ending), is_apart
    for beginnings, is_apart in ((actors.pros, False), (actors.antis, True)):
        for beginning in beginnings:
            if word.startswith(beginning):
                return word.removeprefix(beginning), is_apart
    return word, False


def _parted(phrase: str, tables: PartyTables) -> tuple[Words, Words]:
    """Return the words up to the head, and those after it."""
    # what stands in brackets is another name, or says of whom: "(R., Calif.)"
    words = phrase_words(phrase.partition(" (")[0] or phrase)
    for at, word in enumerate(words):
        is_after = at > 0 and word in tables.sources.describing and not _is_named(words, at, tables)
        if word == "," or is_after or (at > 0 and _is_participle(words, at, tables)):
            return words[:at], tuple(other for other in words[at + 1 :] if other != ",")
    return words, ()


def _is_participle(words: Words, at: int, tables: PartyTables) -> bool:
    """Return whether a word describes the document named before it: "a statement released by"."""
    return words[at].endswith("ed") and words[at - 1] in tables.actors.documents


def _is_named(words: Words, at: int, tables: PartyTables) -> bool:
    """Return whether a name of the tables goes over word ``at``: "Save the Children", "of"."""
    return any(
        _named(words[start:end], tables)
        for start in range(max(0, at - _LONGEST_NAME), at)
        for end in range(at + 2, min(len(words), start + _LONGEST_NAME) + 1)
    )


def _without_determiners(words: Words, tables: PartyTables) -> tuple[Words, Definiteness]:
    definiteness: Definiteness = "bare"
    while len(words) > 1 and words[0] in tables.sources.determiners:
        definiteness = "indefinite" if words[0] in tables.actors.indefinite else "definite"
        words = words[1:]
    return words, definiteness


def _head(words: Words, tables: PartyTables) -> str:
    """Return the longest noun of the tables in which words end, else the last word."""
    actors = tables.actors
    for size in range(min(_LONGEST_NOUN, len(words)), 1, -1):
        noun = " ".join(words[-size:])
        if any(noun in nouns for nouns in (actors.kinds, actors.persons, actors.empty)):
            return noun
    return words[-1] if words else ""


def _names_only(words: Words, named: Belonging, tables: PartyTables) -> bool:
    """Return whether words name a country or party, and nobody of it."""
    if not named.is_whole or named.start > 0:
        return False
    after = " ".join(words[named.end :])
    return not after or (named.known is not None and after in tables.actors.empty)


def _kind(
    words: Words, head: str, named: Belonging | None, tables: PartyTables
) -> PartyKind | None:
    if named:
        return named.known.kind if named.known else "government"
    kind = tables.actors.kinds.get(head)
    if head in tables.sources.generic and kind in (None, "group"):
        return "unnamed"
    is_backed = any(word.endswith(tables.actors.does_not) for word in words)
    return "armed_group" if is_backed and kind == "military" else kind


def _side(
    words: Words, head: str, kind: PartyKind | None, belonging: Belonging, tables: PartyTables
) -> str | None:
    """Return the side of those who belong to a country or party: not all people of it are of it."""
    if belonging.is_apart:
        return None
    is_all = belonging.known is not None or len(words) == belonging.end - belonging.start
    is_its_own = kind in ("government", "military") or not belonging.is_whole
    actors = tables.actors
    speaks_for = any(head in nouns for nouns in (actors.official, actors.persons, actors.documents))
    is_state_media = kind == "media" and "state" in words
    return belonging.side if is_all or is_its_own or speaks_for or is_state_media else None


def _is_plural(whole: Sequence[str], head: str, tables: PartyTables) -> bool:
    if whole and whole[0] in tables.actors.plurals:
        return True
    is_plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return is_plural or head in tables.actors.plurals
