"""Names of agencies and publishers in a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.linking.origins.tables import House, Named, OriginTables
from rashomon.linking.origins.words import Word
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A house named in a text.

    Attributes:
        house: who.
        first: the number of its first word.
        last: the number of the word behind its last.
        span: where it stands.
        is_short: whether it means the house only in marks, credits and after words that cite.
        is_common: whether it may be anything's (``the hill``): those words must stand right
            before it.
    """

    house: House
    first: int
    last: int
    span: Span
    is_short: bool
    is_common: bool = False


def find_names(text: str, words: Sequence[Word], tables: OriginTables) -> Iterator[Mention]:
    """Yield the houses of the tables that a text names, in order.

    Names must begin with a capital, and short forms be written in capitals; in a text without
    capitals neither counts. A name that is a word behind an article (*The Hill*) must have it, and
    not be part of a longer one (*Capitol Hill*, *the Hill Country*).

    Args:
        text: the text.
        words: its words.
        tables: the names.
    """
    has_capitals = text != text.lower()
    behind = 0
    for first, word in enumerate(words):
        if first < behind or word.plain not in tables.names:
            continue
        named = _longest(words, first, tables.names[word.plain])
        if named is None:
            continue
        last = first + len(named.words)
        span = Span(word.start, words[last - 1].end)
        is_named = not has_capitals or _is_capital(span.of(text), named)
        if is_named and not (named.is_common and _is_part(text, words, first, tables)):
            behind = last
            is_short = named.is_short and text[max(0, word.start - 4) : word.start] != "The "
            is_common = is_short and named.is_common
            yield Mention(named.house, first, last, span, is_short, is_common)


def _longest(words: Sequence[Word], first: int, known: Sequence[Named]) -> Named | None:
    for named in known:
        here = words[first : first + len(named.words)]
        if tuple(one.plain for one in here) == named.words:
            return named
    return None


def _is_part(text: str, words: Sequence[Word], at: int, tables: OriginTables) -> bool:
    """Return whether a word has no article before it, or another part of a name behind it."""
    if at == 0 or words[at - 1].plain != "the":
        return True
    if at + 1 == len(words) or text[words[at].end : words[at + 1].start].strip(" "):
        return False
    return words[at + 1].is_name and words[at + 1].plain not in tables.days


def _is_capital(found: str, named: Named) -> bool:
    if named.is_capital and len(named.words) == 1:
        return found.isupper() or (len(found) > 4 and found[0].isupper())
    return any(letter.isupper() for letter in found)
