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
        institutions: nouns that name nobody by themselves: "the government".
        courtesy: titles that go with any other one.
        hers: those of them, and others, that no man has; ``his``: that no woman has.
    """

    pronouns: frozenset[str]
    determiners: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    describing: frozenset[str]
    institutions: frozenset[str]
    courtesy: frozenset[str]
    hers: frozenset[str]
    his: frozenset[str]


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
        index = _known(words, groups, table, _may_be_surname(name, document))
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


def _may_be_surname(name: str, document: Document) -> bool:
    """Return whether the last word is written as a name; where nothing has capitals, any may be."""
    last = _WORD.findall(name.split(",", maxsplit=1)[0])[-1]
    return not last.islower() or document.text.islower()


def _known(
    words: tuple[str, ...], groups: Sequence[_Group], table: SourceTable, may_be_surname: bool
) -> int | None:
    """Return which group a name belongs to: the one of the same words, or the one surname."""
    for index, group in enumerate(groups):
        if group.words == words:
            return index
    titles, surname = _parted(words, table)
    no_names = table.generic | table.titles | table.institutions
    if not may_be_surname or len(surname) > _LONGEST_SURNAME or surname[-1] in no_names:
        return None
    fitting = []
    for index, group in enumerate(groups):
        others, name = _parted(group.words, table)
        if _ends_with(name, surname) and _go_together(titles, others, table):
            fitting.append(index)
    return fitting[0] if len(fitting) == 1 else None


def _parted(words: tuple[str, ...], table: SourceTable) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the titles at the start of a name, and what is left; all titles are a name."""
    bare = [word.rstrip(".") for word in words]
    count = next((i for i, word in enumerate(bare) if word not in table.titles), 0)
    return frozenset(bare[:count]), words[count:]


def _go_together(some: frozenset[str], others: frozenset[str], table: SourceTable) -> bool:
    """Return whether one person may bear both titles: not Mr and Mrs, not king and prince."""
    both = some | others
    if both & table.hers and both & table.his:
        return False
    ranks, other_ranks = some - table.courtesy, others - table.courtesy
    return not ranks or not other_ranks or bool(ranks & other_ranks)


def _ends_with(words: tuple[str, ...], ending: tuple[str, ...]) -> bool:
    return len(words) >= len(ending) and words[-len(ending) :] == ending


def _kind(words: tuple[str, ...], document: Document, table: SourceTable) -> PartyKind | None:
    if document.publisher and words == _name_words(document.publisher, table):
        return "publisher"
    stop = next((i for i, word in enumerate(words) if word in table.describing and i), len(words))
    return "unnamed" if words[stop - 1] in table.generic else None
