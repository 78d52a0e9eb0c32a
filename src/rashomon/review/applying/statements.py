"""What the document asserts in its own voice, after decisions on who says what.

Words that are no longer anybody's are the document's; words that are somebody's now are not. Only
the analysis knows sentences: here a stretch between the words of claims counts as one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.model.reading import Attribution, Statement
from rashomon.model.spans import Span, Spans, merge, subtract, trim
from rashomon.review.naming import FIRST

_LEAST_WORDS = 3
_LEAST_WORDS_OF_PART = 6
_JOINS = re.compile(r"[\s\"'“”‘’«»,;:.!?–—-]*")
_ENDS = " \t\r\n\xa0,;:"


def restate(
    statements: Sequence[Statement],
    before: Sequence[Attribution],
    after: Sequence[Attribution],
    boilerplate: Spans,
    text: str,
) -> tuple[Statement, ...]:
    """Return what the document asserts in nobody's name.

    Args:
        statements: what it asserts as the machine reads it.
        before: the claims that the machine reads.
        after: the claims after all decisions on them.
        boilerplate: what belongs to the page.
        text: the text of the document.
    """
    was, now = _words(before), _words(after)
    taken = _without(now, was)
    freed = _without(was, merge((*now, *boilerplate, *(one.span for one in statements))))
    left = [part for one in statements for part in _parts(one, taken, text)]
    left += [Statement("", span, hedged=False, loaded=()) for span in _whole(freed, text)]
    left.sort(key=lambda one: one.span)
    return tuple(
        one if one.id else replace(one, id=f"s{FIRST + number}")
        for number, one in enumerate(left, start=1)
    )


def _words(claims: Iterable[Attribution]) -> Spans:
    return merge(span for one in claims for span in (*one.source, *one.cue, *one.content))


def _without(spans: Spans, others: Spans) -> Spans:
    """Return what of some stretches is in none of the others; both sorted and apart."""
    left: list[Span] = []
    passed = 0
    for span in spans:
        while passed < len(others) and others[passed].end <= span.start:
            passed += 1
        last = passed
        while last < len(others) and others[last].start < span.end:
            last += 1
        left += subtract(span, others[passed:last])
    return tuple(left)


def _parts(one: Statement, taken: Spans, text: str) -> Iterator[Statement]:
    """Yield what of a statement is still nobody's: all of it, or parts long enough for a clause."""
    left = _without((one.span,), taken)
    if left == (one.span,):
        yield one
        return
    parts = [part for part in (trim(span, text) for span in left) if part]
    long = [part for part in parts if len(part.of(text).split()) >= _LEAST_WORDS_OF_PART]
    for number, part in enumerate(long):
        loaded = tuple(span for span in one.loaded if part.holds(span))
        yield replace(one, id="" if number else one.id, span=part, loaded=loaded)


def _whole(freed: Spans, text: str) -> Iterator[Span]:
    """Yield stretches that are nobody's now, those in one that only marks keep apart."""
    joined: list[Span] = []
    for span in freed:
        if joined and _JOINS.fullmatch(text, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    for one in joined:
        words = one.of(text)
        start = one.start + len(words) - len(words.lstrip(_ENDS))
        end = one.end - (len(words) - len(words.rstrip(_ENDS)))
        if start < end and len(text[start:end].split()) >= _LEAST_WORDS:
            yield Span(start, end)
