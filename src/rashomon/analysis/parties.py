"""Who the sources are: mentions of one name made into one party, unnamed ones told apart.

Names are matched by their words alone: the same words, or a later surname. Pronouns are not
resolved, and nothing is made up: a party's kind is ``None`` where the words do not show it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.model.document import Document
from rashomon.model.reading import Party, PartyKind
from rashomon.model.spans import Span, Spans

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_MARKS = " ,;:"
_LONGEST_SURNAME = 2


@dataclass(frozen=True, slots=True)
class SourceTable:
    """The words of ``sources.toml``.

    Attributes:
        pronouns: sources that refer to somebody named elsewhere.
        determiners: words before a name that are no part of it.
        titles: words before a surname that are no part of it.
        generic: heads of sources that are not named.
        describing: words after which a source is described, no longer named.
    """

    pronouns: frozenset[str]
    determiners: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    describing: frozenset[str]


def build_sources(table: Mapping[str, Sequence[str]]) -> SourceTable:
    """Return what ``sources.toml`` holds."""
    return SourceTable(**{name: frozenset(words) for name, words in table.items()})


@dataclass(slots=True)
class _Group:
    name: str
    words: tuple[str, ...]
    kind: PartyKind | None
    mentions: set[Span] = field(default_factory=set)


def find_parties(
    document: Document, sources: Sequence[Spans], table: SourceTable
) -> tuple[tuple[Party, ...], list[str | None]]:
    """Return the parties that speak, and which of them each source is.

    Args:
        document: what the sources stand in.
        sources: the source of each attribution, in the order of the text; empty where none is
            given.
        table: the words by which sources are named.

    Returns:
        The parties in the order in which they first speak; for each source the ``id`` of its
        party, or ``None`` where it is left out or a pronoun.
    """
    groups: list[_Group] = []
    member: list[int | None] = []
    for spans in sources:
        name = document.quote(spans)
        words = _name_words(name, table)
        if not words or " ".join(words) in table.pronouns:
            member.append(None)
            continue
        index = _known(words, groups, table)
        if index is None:
            index = len(groups)
            groups.append(_Group(name.strip(_MARKS), words, _kind(words, document, table)))
        groups[index].mentions.update(spans)
        member.append(index)
    parties = tuple(
        Party(
            id=f"p{number}",
            name=group.name,
            kind=group.kind,
            side=None,
            mentions=tuple(sorted(group.mentions)),
        )
        for number, group in enumerate(groups, start=1)
    )
    return parties, [None if index is None else parties[index].id for index in member]


def _name_words(name: str, table: SourceTable) -> tuple[str, ...]:
    """Return the words that name a source, in lower case: up to the first comma, no determiner."""
    lead = name.split(",", maxsplit=1)[0]
    words = [_POSSESSIVE.sub("", word.lower()) for word in _WORD.findall(lead)]
    while len(words) > 1 and words[0] in table.determiners:
        words = words[1:]
    return tuple(words)


def _known(words: tuple[str, ...], groups: Sequence[_Group], table: SourceTable) -> int | None:
    """Return which group a name belongs to: the one of the same words, or the one surname."""
    for index, group in enumerate(groups):
        if group.words == words:
            return index
    surname = _without_titles(words, table)
    if len(surname) > _LONGEST_SURNAME or surname[-1] in table.generic:
        return None
    fitting = [
        index
        for index, group in enumerate(groups)
        if _ends_with(_without_titles(group.words, table), surname)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _without_titles(words: tuple[str, ...], table: SourceTable) -> tuple[str, ...]:
    while len(words) > 1 and words[0].rstrip(".") in table.titles:
        words = words[1:]
    return words


def _ends_with(words: tuple[str, ...], ending: tuple[str, ...]) -> bool:
    return len(words) >= len(ending) and words[-len(ending) :] == ending


def _kind(words: tuple[str, ...], document: Document, table: SourceTable) -> PartyKind | None:
    if document.publisher and words == _name_words(document.publisher, table):
        return "publisher"
    stop = next((i for i, word in enumerate(words) if word in table.describing and i), len(words))
    return "unnamed" if words[stop - 1] in table.generic else None
