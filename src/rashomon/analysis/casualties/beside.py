"""Who stands straight beside what is said of them, without a verb: "12 dead", "Killed: 12"."""

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.clauses import Clauses, VerbGroup
from rashomon.analysis.casualties.joined import People

_BY, _COLON, _THE = "by", ":", "the"
_SUBJECTS = frozenset(("he", "i", "she", "they", "we"))
_BARRED = "ptcKEI"
"""Letters of words of which people straight after them are part or object."""


def listed(chunks: Chunks, clauses: Clauses, verb: VerbGroup) -> People:
    """Return the people whom a heading is followed by: "Killed: 12", "also hurt were two"."""
    after = verb.at + 1
    if chunks.letter(verb.at) not in "EX" or chunks.letter(verb.start - 1) not in ".,":
        return ()
    is_heading = chunks.word(after) == _COLON and chunks.is_number((after + 1,))
    if is_heading or (chunks.letter(after) == "b" and chunks.letter(after + 1) == PEOPLE):
        return clauses.joined.after(after + 1, is_object=False)
    return ()


def people_before(chunks: Chunks, clauses: Clauses, verb: VerbGroup) -> People:
    """Return the people straight before a verb group, of whom it is said without *be*.

    Pronouns that are subjects and places that look like names are none.
    """
    before = verb.start - 1
    if chunks.letter(before) != PEOPLE or chunks.word(before) in _SUBJECTS:
        return ()
    if chunks.word(before - 1) == _BY:
        return ()  # those who did it
    if chunks.group(before).part_of == "them" and chunks.letter(before - 1) == PEOPLE:
        before -= 1  # "ten civilians, some of them children, killed": a comma is lost
    if chunks.group(before).sort == "name" and clauses.is_within(before):
        return ()
    people = clauses.joined.before(before, barred=_BARRED)
    is_all = chunks.letter(people[0] - 1) == "c" and chunks.letter(verb.at) != "F"
    if is_all and chunks.word(people[0]) != _THE:
        return clauses.phrase(people[0] - 2) or people  # "12, including a child, dead"
    return people


def described(chunks: Chunks, clauses: Clauses, verb: VerbGroup) -> People:
    """Return the people whom a participle describes after a comma: "12 nuns, held in Brinn"."""
    before = verb.start - 2
    is_after = chunks.letter(before + 1) == "," and chunks.letter(before) == PEOPLE
    if not is_after or chunks.letter(verb.at + 1) != "p":
        return ()
    return clauses.joined.before(before, barred="KEI")
