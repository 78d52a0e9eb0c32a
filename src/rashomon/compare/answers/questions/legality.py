"""Answers to whether it was lawful."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.compare.answers.questions.precise import first_of_each
from rashomon.compare.answers.questions.telling import Telling
from rashomon.compare.answers.questions.wording import Finder, any_of, compiled, finder
from rashomon.model.comparison import Answer
from rashomon.model.spans import Span

_IS = r"(?<!\w)(?:is|was|are|were|be|been|being|as)(?!\w)\s{1,3}(?:[\w-]{1,20}\s{1,3}){0,2}"
_ON = r"(?:and|as|because|but|by|for|in|or|since|under|when)(?!\w)"
_GAP = r"\s{1,3}(?:[\w.'’-]{1,20}\s{1,3}){0,3}"


@dataclass(frozen=True, slots=True)
class LegalityWords:
    """What calls an act lawful or not.

    Attributes:
        finders: what finds the words, with the answer that they give.
        act: finds words that are themselves a name for the act.
    """

    finders: Sequence[tuple[str, Finder]]
    act: re.Pattern[str]


def build_legality(table: Mapping[str, Any]) -> LegalityWords:
    """Return what calls an act lawful or not, of the table ``legality`` of ``questions.toml``."""
    finders = [(row["value"], one) for row in table["words"] for one in _finders(row, table["of"])]
    return LegalityWords(finders, compiled(r"(?<!\w)acts?\s{1,3}of\s"))


def _finders(row: Mapping[str, Any], of: Mapping[str, Sequence[str]]) -> Iterator[Finder]:
    phrases, predicates, adjectives = row["phrases"], row["predicates"], row["adjectives"]
    predicate, adjective = any_of(predicates), any_of(adjectives)
    breaks, act = row["breaks"], any_of(of["acts"])
    yield finder(rf"{any_of(phrases)}(?!\s{{1,3}}{any_of(of['not_of'])})", phrases)
    yield finder(rf"{_IS}{predicate}(?!\s{{1,3}}(?!{_ON})[\w-])", predicates)
    yield finder(rf"{adjective}\s{{1,3}}(?:(?!the)[\w-]{{1,20}}\s{{1,3}})?{act}", adjectives)
    yield finder(rf"{any_of(breaks)}{_GAP}{any_of(of['law'])}", breaks)


def legality(telling: Telling, words: LegalityWords) -> Iterator[Answer]:
    """Yield whether it was lawful: of each who says so in a document, the first time.

    Args:
        telling: what in it tells of the incident.
        words: what calls an act lawful or not.
    """
    found = [
        answer
        for value, finder in words.finders
        for match in telling.found(finder)
        for answer in _answer(value, Span(*match.span()), telling, words)
    ]
    yield from first_of_each(found)


def _answer(value: str, said: Span, telling: Telling, words: LegalityWords) -> Iterator[Answer]:
    is_act = words.act.search(said.of(telling.text)) and telling.event_of(said)
    if is_act or telling.is_about(said):
        yield from telling.told("legality", value, said, is_inside=True)
