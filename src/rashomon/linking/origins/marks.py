"""Marks of agencies: "(AP)", "Source: Reuters", "AFP contributed to this report"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.linking.origins.datelines import find_unknown
from rashomon.linking.origins.names import Mention
from rashomon.linking.origins.tables import House, NameWords, OriginTables
from rashomon.linking.origins.words import Word, normal
from rashomon.model.spans import Span

HEAD = 80
"""Words at the head of a text in which a mark says where the whole comes from."""

TAIL = 60
"""Words at its end."""

_CREDITS = 200
_NEAR = 80
_LINE = 120


@dataclass(frozen=True, slots=True)
class Mark:
    """What a text says of where it comes from.

    Attributes:
        house: whose mark it is; ``None`` for agencies that are not named.
        is_whole: whether the whole text comes from there, and not a part that is not told.
        span: its words.
    """

    house: House | None
    is_whole: bool
    span: Span


def find_marks(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], tables: OriginTables
) -> Iterator[Mark]:
    """Yield the marks of a text.

    Args:
        text: the text.
        words: its words.
        mentions: the houses that it names.
        tables: the words of marks.
    """
    patterns = _patterns(tuple(sorted(tables.marks.items())))
    for one in mentions:
        around = _Around.of(text, words, one)
        if span := patterns.whole(around):
            yield Mark(one.house, True, span)
        elif span := patterns.part(around):
            yield Mark(one.house, False, span)
    if unknown := find_unknown(text, tables):
        yield Mark(unknown[0], True, unknown[1])
    yield from _unnamed(words, tables.unnamed)


@dataclass(frozen=True, slots=True)
class _Around:
    """A mention and the text before and behind it."""

    span: Span
    before: str
    after: str
    is_head: bool
    is_tail: bool
    is_credit: bool
    is_agency: bool
    names_itself: bool

    @classmethod
    def of(cls, text: str, words: Sequence[Word], one: Mention) -> "_Around":
        left = len(words) - one.last
        previous = words[one.first - 1] if one.first else None
        return cls(
            span=one.span,
            before=text[max(0, one.span.start - _NEAR) : one.span.start],
            after=text[one.span.end : one.span.end + _LINE],
            is_head=one.first < HEAD,
            is_tail=left < TAIL,
            is_credit=left < _CREDITS,
            is_agency=one.house.kind == "agency",
            names_itself=previous is not None and _is_of(previous.plain, one.house),
        )

    def widened(self, before: int, after: int) -> Span:
        return Span(self.span.start - before, self.span.end + after)


@dataclass(frozen=True, slots=True)
class _Patterns:
    dated: re.Pattern[str]
    whole_date: re.Pattern[str]
    sourced: re.Pattern[str]
    copied: re.Pattern[str]
    pictures: frozenset[str]
    staff: re.Pattern[str]
    contributed: re.Pattern[str]
    assisted: re.Pattern[str]

    def whole(self, at: _Around) -> Span | None:
        """Return the words by which the whole text comes from the house, or ``None``."""
        if copied := self._copied(at.before):
            return at.widened(len(copied), 0)
        if staff := self.staff.match(at.after):
            return at.widened(0, staff.end())
        if not (at.is_head or at.is_tail):
            return None
        return _bracketed(at) or _line(at) or _dash(at) or self._dated(at)

    def _copied(self, before: str) -> str | None:
        """Return the words of a copyright before a name: of the text, not of a picture."""
        copied = self.copied.search(before)
        if copied is None or (copied[1] or "").strip().lower() in self.pictures:
            return None
        words = copied.group().removeprefix(copied[1] or "")
        return words if any(letter.isalnum() for letter in words) else None

    def _dated(self, at: _Around) -> Span | None:
        if sourced := self.sourced.search(at.before):
            return at.widened(len(sourced.group()), 0)
        dated = self.dated.match(at.after) if at.is_agency and at.is_head else None
        # behind a lower-cased headline a whole date is needed: "told AFP Friday" is none
        is_head = self.whole_date.match(at.after) or not _LOWER_BEFORE.search(at.before)
        return at.widened(0, dated.end()) if dated and is_head else None

    def part(self, at: _Around) -> Span | None:
        """Return the words by which a part of the text comes from the house, or ``None``."""
        if assisted := self.assisted.search(at.before):
            return at.widened(len(assisted.group()), 0)
        contributed = self.contributed.match(at.after) if at.is_credit else None
        return at.widened(0, contributed.end()) if contributed else None


_LOWER_BEFORE = re.compile(r"[a-z][,;:]?\s+$|[“\"]$")
_OPEN = re.compile(r"[(\[]\s*(?:the\s+)?$", re.IGNORECASE)
_CLOSE = re.compile(r"\s*(?:/[^()\[\]\n]{1,30})?[)\]]")
_DASHED = re.compile(r"\s*[-–—:]")
_DATELINE = 5
"""Words before a mark in brackets that may be those of a place."""

_ENDS = '.!?”"’)'
_LINE_BEFORE = re.compile(
    r"(?:^|\n)[^\S\n]*(?:by\b[^\n.]{0,60}[,|/][^\S\n]*|by[^\S\n]+)?(?:the[^\S\n]+)?$", re.IGNORECASE
)
_LINE_AFTER = re.compile(r"[^\S\n]*[|.,]?[^\S\n]*(?:\n|$)")
_DASH_BEFORE = re.compile(r"(?:[.”\"’)]\s*|\n\s*)[-–—]{1,2}\s*(?:the\s+)?$", re.IGNORECASE)
_DASH_AFTER = re.compile(r"[^\S\n]+(?:[-–—]{1,2})[^\S\n]+[A-Z“\"]")


def _bracketed(at: _Around) -> Span | None:
    """Return a mark in brackets: in a dateline or behind the last sentence, not of a picture."""
    opened, closed = _OPEN.search(at.before), _CLOSE.match(at.after)
    if not (opened and closed) or at.names_itself:
        return None
    before = at.before[: opened.start()].rstrip(" \t")
    line = before.rpartition("\n")[2]
    is_dashed = _DASHED.match(at.after, closed.end()) is not None
    if "/" in closed.group() and not is_dashed:
        return None
    is_dateline = is_dashed or (len(line) < _NEAR - 20 and len(line.split()) <= _DATELINE)
    if (at.is_head and is_dateline) or (at.is_tail and (not line or line[-1] in _ENDS)):
        return at.widened(len(opened.group()), closed.end())
    return None


def _line(at: _Around) -> Span | None:
    before = _LINE_BEFORE.search(at.before)
    if before and (before.start() > 0 or len(at.before) < _NEAR) and _LINE_AFTER.match(at.after):
        return at.widened(len(before.group().lstrip()), 0)
    return None


def _dash(at: _Around) -> Span | None:
    if at.is_tail and (before := _DASH_BEFORE.search(at.before)) and _LINE_AFTER.match(at.after):
        return at.widened(len(before.group().lstrip('.”"’)\n ')), 0)
    if at.is_head and not _LOWER_BEFORE.search(at.before) and _DASH_AFTER.match(at.after):
        return at.span
    return None


@lru_cache(maxsize=8)
def _patterns(marks: tuple[tuple[str, tuple[str, ...]], ...]) -> _Patterns:
    pictures = dict(marks)["pictures"]
    of = {name: "|".join(map(re.escape, sorted(words, key=len)[::-1])) for name, words in marks}
    days = rf"(?:{of['days']}|\d{{1,2}}\.?\s+(?:{of['months']})|(?:{of['months']})\s+\d{{1,2}})\b"
    by = r"(?:by\s+)?(?:the\s+)?"
    return _Patterns(
        dated=re.compile(rf"\s*[,|]?\s+{days}"),
        whole_date=re.compile(
            rf"\s*[,|]?\s+(?:(?:{of['days']}),?\s+)?\d{{1,2}}\s+(?:{of['months']})\s+\d{{4}}\b"
        ),
        sourced=re.compile(rf"\b(?:{of['source']})\s*[:/]?\s*(?:the\s+)?$", re.IGNORECASE),
        copied=re.compile(
            rf"(\w+\s+)?(?:{of['copyright']})\s*(?:\(c\)|©)?[\s\d,–-]{{0,14}}{by}$", re.IGNORECASE
        ),
        pictures=frozenset(pictures),
        staff=re.compile(rf"\s+(?:{of['staff']})\b", re.IGNORECASE),
        contributed=re.compile(rf"(?:['’]s?)?[^.\n]{{0,100}}\b(?:{of['contributed']})\b"),
        assisted=re.compile(rf"\b(?:{of['with']})\s+(?:the\s+)?$", re.IGNORECASE),
    )


def _unnamed(words: Sequence[Word], phrases: frozenset[NameWords]) -> Iterator[Mark]:
    plain = tuple(one.plain for one in words)
    starts = {phrase[0] for phrase in phrases}
    for first, word in enumerate(plain):
        if word in starts and (first < HEAD or first >= len(plain) - _CREDITS):
            for phrase in phrases:
                if plain[first : first + len(phrase)] == phrase:
                    yield Mark(
                        None, False, Span(words[first].start, words[first + len(phrase) - 1].end)
                    )
                    return


def _is_of(word: str, house: House) -> bool:
    return len(word) > 2 and word in normal(house.name).split()
