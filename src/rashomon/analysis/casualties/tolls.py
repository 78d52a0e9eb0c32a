"""The number that a toll is given as: "the death toll rose to 12"."""

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.groups import ONE
from rashomon.analysis.casualties.joined import People

_REACH = 25
"""Chunks between the words for a toll and its number."""
_BEFORE_NUMBERS = frozenset(("at", "of", "above", "past", "with"))


def number_of_toll(chunks: Chunks, toll: int) -> People:
    """Return the number of a toll: "the toll from the blast rose to 12".

    Args:
        chunks: the sentence.
        toll: the chunk of the words for the toll.
    """
    for at in range(toll + 1, toll + _REACH):
        is_next = chunks.letter(at) in "yz" and chunks.letter(at - 1) == "&"
        if chunks.letter(at) in "sw." or is_next:
            break
        if _is_number(chunks, at) and _is_said_of_toll(chunks, at):
            return (at,)
    return _number_before(chunks, toll)


def _is_number(chunks: Chunks, at: int) -> bool:
    """Return whether a chunk is a number of people, or may be."""
    if chunks.letter(at) != PEOPLE:
        return False
    group = chunks.group(at)
    is_one_of = group.count == ONE and chunks.word(at + 1) == "of"
    return group.sort == "number" and group.is_known and not is_one_of


def _is_said_of_toll(chunks: Chunks, at: int) -> bool:
    """Return whether a number after a toll does not belong to another phrase."""
    if chunks.letter(at - 1) != "p":
        return True
    return chunks.line.words[chunks.chunks[at].first - 1] in _BEFORE_NUMBERS


def _number_before(chunks: Chunks, toll: int) -> People:
    """Return the number before a toll: "brought to 12 the number of dead"."""
    before = toll - 1 - (chunks.letter(toll - 1) == "n")
    return (before,) if _is_number(chunks, before) and chunks.letter(before - 1) == "t" else ()
