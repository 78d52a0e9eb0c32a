"""How harm is told: as a fact, as denied, as possible, as that of other events."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.analysis.casualties.chunks import PEOPLE, Chunks
from rashomon.analysis.casualties.clauses import VerbGroup
from rashomon.analysis.casualties.lines import Line
from rashomon.analysis.casualties.phrases import Phrases, pattern

_REACH = 30
"""Chunks back to the word that opens a clause."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHEN = "when"
_LONGEST_TIME = 6
"""Words of a time, and of the opening of a clause that tells what happened then."""
_LONGEST_COMPARED = 8
"""Words between "the deadliest" and a time."""
_BEFORE_YEARS = frozenset(("in", "since", "during", "of", "from", "between"))


@dataclass(frozen=True, slots=True)
class MannerTable:
    """The part ``manner`` of ``casualties.toml``.

    Attributes:
        came_to: words before an infinitive that say that it came to that.
        taken_to_be: participles before "to be" that say that it is so.
        unreal: modal verbs after which "have" tells of what did not come to be.
        not_real: words before a participle or a noun that say that it did not come to be.
        conditional: words that open a clause that tells of no event.
        articles: words between these and a noun.
        grave: words that say how badly it went, or would have gone.
        superlatives: words that compare an event with all others of a time.
        habitual: phrases around what is a habit.
        background: phrases around what is told of other events.
    """

    came_to: frozenset[str]
    taken_to_be: frozenset[str]
    unreal: frozenset[str]
    not_real: frozenset[str]
    conditional: frozenset[str]
    articles: frozenset[str]
    grave: frozenset[str]
    superlatives: frozenset[str]
    habitual: Phrases[None]
    background: Phrases[None]


def build_manner(table: Mapping[str, Sequence[str]]) -> MannerTable:
    """Return the part ``manner`` of ``casualties.toml``."""
    sets = (
        "came_to",
        "taken_to_be",
        "unreal",
        "not_real",
        "conditional",
        "articles",
        "grave",
        "superlatives",
    )
    return MannerTable(
        **{name: frozenset(table[name]) for name in sets},
        habitual=Phrases((pattern(entry), None) for entry in table["habitual"]),
        background=Phrases((pattern(entry), None) for entry in table["background"]),
    )


def is_denied(verb: VerbGroup) -> bool:
    """Return whether the verb is negated: "were not hurt"."""
    return "-" in verb.letters


def is_hypothetical(chunks: Chunks, verb: VerbGroup, table: MannerTable) -> bool:
    """Return whether a verb or noun tells of what has not come to be."""
    words = [chunks.line.words[one.first] for one in chunks.chunks[verb.start : verb.at]]
    before = _word_before(chunks, verb.start, table)
    if "t" in verb.letters and verb.start and chunks.letters[verb.start - 1] == PEOPLE:
        before = _word_before(chunks, verb.start - 1, table)  # "forced thousands to flee"
    if "m" in verb.letters and not _is_perfect(words, verb.letters, table):
        return True
    is_infinitive = "t" in verb.letters and chunks.letters[verb.at] != "I"
    if is_infinitive and not _came_to_be(words, verb.letters, before, table):
        return True
    return before in table.not_real or _is_conditional(chunks, verb.start, table)


def _word_before(chunks: Chunks, start: int, table: MannerTable) -> str:
    """Return the word before a verb or noun, but for articles."""
    first = chunks.chunks[start].first - 1
    words = chunks.line.words
    return words[first - (words[first] in table.articles)] if first > 0 else words[max(first, 0)]


def _is_perfect(words: Sequence[str], letters: str, table: MannerTable) -> bool:
    """Return whether a modal verb tells of the past: "may have died", not "could have died"."""
    modal = letters.index("m")
    return "h" in letters[modal:] and words[modal] not in table.unreal


def _came_to_be(words: Sequence[str], letters: str, before: str, table: MannerTable) -> bool:
    """Return whether an infinitive tells of what has happened: "said to have died"."""
    to = letters.rindex("t")
    if "h" in letters[to:]:
        return True
    if any(word in table.taken_to_be for word in words[:to]):
        return "b" in letters[to:]
    return (words[to - 1] if to else before) in table.came_to


def _is_conditional(chunks: Chunks, start: int, table: MannerTable) -> bool:
    """Return whether the clause before a verb is opened by a word like "if"."""
    for at in range(start - 1, max(start - _REACH, -1), -1):
        if chunks.letters[at] == "s":
            return chunks.line.words[chunks.chunks[at].first] in table.conditional
        if chunks.letters[at] in ".wy":
            break
    return False


def is_background(line: Line, table: MannerTable) -> bool:
    """Return whether a sentence tells of other events than its own, or of a habit."""
    words = line.words
    if any(True for _ in table.habitual.all_in(words)):
        return True
    places = [at for at, _, _ in table.background.all_in(words)]
    places += [
        at
        for at, (before, word) in enumerate(pairwise(words))
        if _YEAR.fullmatch(word) and before in _BEFORE_YEARS
    ]
    return not all(_is_compared(words, at, table) for at in places)


def _is_compared(words: Sequence[str], at: int, table: MannerTable) -> bool:
    """Return whether other events are only compared with: "the deadliest attack since 2005"."""
    is_told_of = _WHEN in words[at : at + _LONGEST_TIME]
    return not is_told_of and any(
        word in table.superlatives for word in words[max(at - _LONGEST_COMPARED, 0) : at]
    )
