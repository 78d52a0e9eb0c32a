"""All stretches of a text that may be times, each with how much its words alone show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rashomon.analysis.times.grammar import Item, parse
from rashomon.analysis.times.lengths import Length, Repeated
from rashomon.analysis.times.lexer import DIGITS, lex
from rashomon.analysis.times.meaning import DateMeaning
from rashomon.analysis.times.table import Condition, TimeTable, Trust
from rashomon.analysis.times.tokens import Token
from rashomon.model.spans import Span

Meaning: TypeAlias = DateMeaning | Length | Repeated
"""What words for a time may mean."""

_NO_TIME = "NOTHING"
"""The class of what only looks like a time."""

_REACH = 8
"""How many words before the first and after the last signal a time may begin and end."""

_SENTENCE_ENDS = frozenset('.!?:"“')
_LONG_NUMBER = 4
_FEW, _MOST = 0.02, 0.8
"""Which share of the words begins with a capital where capitals tell words apart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of text that may be a time.

    Attributes:
        span: where it stands.
        first: the number of its first token.
        end: the number of the token after its last.
        meaning: what it means; ``None`` for what only looks like a time.
        trust: how much the words alone show that it is one.
        rank: its place among those as long; the lower goes first.
    """

    span: Span
    first: int
    end: int
    meaning: Meaning | None
    trust: Trust
    rank: int


def find_candidates(text: str, tokens: Sequence[Token], table: TimeTable) -> Iterator[Candidate]:
    """Yield all stretches of a text that may be times; they overlap."""
    has_capitals = _tells_by_capitals(tokens)
    for start, end in _islands(text, tokens, table):
        items = lex(tokens[start:end], table.words, has_capitals)
        for ends in parse(items, table.grammar):
            for symbol in table.tops:
                for item in ends.get(symbol, {}).values():
                    yield from _candidate(tokens, start, item, has_capitals, table)


def _tells_by_capitals(tokens: Sequence[Token]) -> bool:
    """Return whether capitals tell words apart: not in small letters, nor in capitals alone."""
    letters = sum(token.word[0].isalpha() for token in tokens)
    capitals = sum(token.is_capital for token in tokens)
    return _FEW * letters < capitals < _MOST * letters


def _islands(text: str, tokens: Sequence[Token], table: TimeTable) -> Iterator[tuple[int, int]]:
    """Yield the stretches of known words, first and end, around those that signal a time."""
    start = 0
    signals: list[int] = []
    for at, token in enumerate(tokens):
        is_number = token.word[0] in DIGITS
        is_known = is_number or token.word in table.known
        if not is_known or (at > start and _is_parted(text, tokens[at - 1], token)):
            yield from _around(start, at, signals)
            start = at if is_known else at + 1
            signals = []
        if token.word in table.signals or (is_number and _may_be_date(tokens, at)):
            signals.append(at)
    yield from _around(start, len(tokens), signals)


def _may_be_date(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number may be a year or a date: 1997, 13/6/2017, '98."""
    return len(tokens[at].word) >= _LONG_NUMBER or (at > 0 and tokens[at - 1].word == "'")


def _around(start: int, end: int, signals: Sequence[int]) -> Iterator[tuple[int, int]]:
    if signals:
        yield max(start, signals[0] - _REACH), min(end, signals[-1] + _REACH + 1)


def _is_parted(text: str, token: Token, after: Token) -> bool:
    """Return whether an empty line stands between two tokens."""
    return after.start - token.end > 1 and text.count("\n", token.end, after.start) > 1


def _candidate(
    tokens: Sequence[Token], offset: int, item: Item, has_capitals: bool, table: TimeTable
) -> Iterator[Candidate]:
    first, end = item.start + offset, item.end + offset
    trust = _trust(tokens, first, end, table.conditions[item.group], has_capitals)
    if trust:
        yield Candidate(
            span=Span(tokens[first].start, tokens[end - 1].end),
            first=first,
            end=end,
            meaning=None if item.symbol == _NO_TIME else item.meaning,
            trust=trust,
            rank=item.rank,
        )


def _trust(
    tokens: Sequence[Token], first: int, end: int, condition: Condition, has_capitals: bool
) -> Trust | None:
    """Return how much a stretch shows that it is a time, ``None`` where it is none."""
    before = tokens[first - 1].word if first else ""
    after = tokens[end].word if end < len(tokens) else ""
    if before in condition.not_after or after in condition.not_before:
        return None
    if before in condition.after or after in condition.before:
        return "sure"
    is_capital = has_capitals and tokens[first].is_capital and before not in _SENTENCE_ENDS
    if condition.capital and is_capital and before:
        return "sure"
    return condition.trust
