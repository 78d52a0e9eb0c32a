"""People's names: their titles, what may be a later form of them, and whether of a man or woman."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rashomon.analysis.parties.tables import PartyTables, Words

Gender: TypeAlias = Literal["he", "she"]

_LONGEST_SURNAME = 3


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name.

    Attributes:
        titles: the titles before it.
        words: the name itself, in small letters.
    """

    titles: frozenset[str]
    words: Words


def person_name(words: Words, tables: PartyTables) -> PersonName:
    """Return words as titles and a name; where all are titles, they are the name."""
    titles = tables.sources.titles
    stripped = tuple(word.rstrip(".") for word in words)
    count = next((i for i, word in enumerate(stripped) if word not in titles), 0)
    return PersonName(frozenset(stripped[:count]), words[count:])


def is_same_person(some: PersonName, other: PersonName, tables: PartyTables) -> bool:
    """Return whether one name may be a form of the other: the same, or its last or first word."""
    short, long = sorted((some.words, other.words), key=len)
    if not short or not _go_together(some.titles, other.titles, tables):
        return False
    if len(short) > _LONGEST_SURNAME and short != long:
        return False
    return long[-len(short) :] == short or (len(short) == 1 and long[0] == short[0])


def gender(
    titles: frozenset[str], words: Words, roles: Words, tables: PartyTables
) -> Gender | None:
    """Return whether a person is a "he" or a "she", as far as words tell.

    Args:
        titles: titles before the name.
        words: the name.
        roles: other words for the person ("spokeswoman").
        tables: the word tables.
    """
    called = titles | frozenset(roles)
    given = words[0] if len(words) > 1 else ""
    if called & tables.sources.hers or given in tables.women:
        return "she"
    if called & tables.sources.his or given in tables.men:
        return "he"
    return None


def _go_together(some: frozenset[str], others: frozenset[str], tables: PartyTables) -> bool:
    """Return whether one person may bear both titles: not Mr and Mrs, not king and prince."""
    sources = tables.sources
    both = some | others
    if both & sources.hers and both & sources.his:
        return False
    ranks, other_ranks = some - sources.courtesy, others - sources.courtesy
    return not ranks or not other_ranks or bool(ranks & other_ranks)
