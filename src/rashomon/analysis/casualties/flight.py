"""Whether those who fled are displaced, or only ran from where something happened."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.cues import Cue
from rashomon.analysis.casualties.groups import Group

_CLAUSE = "s"
_AFTER_ALL = ".,&+" + _CLAUSE


@dataclass(frozen=True, slots=True)
class FlightTable:
    """The part ``displaced.flight`` of ``casualties.toml``.

    Attributes:
        never: who is never displaced ("soldiers").
        never_nouns: nouns for such people whose class does not say so ("suspects").
        residents: nouns for people of whom even a few who fled have left their homes.
        many: how many others must have fled, where it is not said what they left.
        most: how many, where only the moment at which they fled is said.
        goes_on: words that may follow "fled" then: whereto, and not what or how.
    """

    never: AbstractSet[str]
    never_nouns: AbstractSet[str]
    residents: AbstractSet[str]
    many: int
    most: int
    goes_on: AbstractSet[str]


def build_flight(table: Mapping[str, Any]) -> FlightTable:
    """Return the part ``displaced.flight`` of ``casualties.toml``."""
    return FlightTable(
        many=table["many"],
        most=table["most"],
        **{
            name: frozenset(table[name])
            for name in ("never", "never_nouns", "residents", "goes_on")
        },
    )


def is_displaced(
    chunks: Chunks, at: int, groups: Sequence[Group], cue: Cue, table: FlightTable
) -> bool:
    """Return whether people have left where they live.

    Args:
        chunks: the sentence.
        at: the chunk of the cue.
        groups: the people.
        cue: what it says of them.
        table: who may be displaced.
    """
    words = {word for one in groups for word in chunks.line.words[one.first : one.end]}
    if not words.isdisjoint(table.never_nouns) or any(one.who in table.never for one in groups):
        return False
    if not cue.is_of_many:
        return True
    if all(one.sort != "number" for one in groups):
        return False
    number = sum(one.count.min for one in groups)
    if number < table.many and words.isdisjoint(table.residents):
        return False
    return not _is_alone(chunks, at) or _goes_on(chunks, at, number, table)


def _is_alone(chunks: Chunks, at: int) -> bool:
    """Return whether the verb is said without what they left."""
    return chunks.chunks[at].end == chunks.chunks[at].first + 1


def _goes_on(chunks: Chunks, at: int, number: int, table: FlightTable) -> bool:
    """Return whether what follows "fled" leaves it open that they left where they live."""
    after = chunks.after_adverbs(at + 1)
    if chunks.letter(after) == _CLAUSE:
        return number >= table.most
    if chunks.letter(after) in _AFTER_ALL or chunks.word(after) in table.goes_on:
        return True
    return (
        chunks.line.is_cased
        and chunks.line.has_capital(chunks.chunks[after].first)
        and (
            chunks.letter(after) in ("n", PEOPLE)  # "fled Calder"
        )
    )
