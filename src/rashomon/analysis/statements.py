"""What a document asserts in its own voice: the sentences, or parts, that nobody is cited for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model.spans import Span, Spans, merge, subtract

LEAST_WORDS = 3
"""Words of the shortest sentence that is a statement."""

LEAST_WORDS_OF_PART = 6
"""Words of the shortest part of a sentence that is one; it must also hold a finite verb."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_JOINS = " \t\r\n\xa0,;:.!?)]–—-"
_CONJUNCTION = re.compile(r"(?:and|but|or|so)\s+", re.IGNORECASE)
_PAST = "ed"


def find_statements(
    text: str,
    sentences: Sequence[Span],
    attributed: Iterable[Span],
    boilerplate: Spans,
    finite: frozenset[str],
) -> Spans:
    """Return the stretches that the document asserts in nobody's name, in text order.

    Args:
        text: the document's text.
        sentences: its sentences.
        attributed: the spans of all attributions.
        boilerplate: stretches that are no part of the report.
        finite: words that show that a part of a sentence holds a clause.
    """
    taken = merge((*attributed, *boilerplate))
    return tuple(_statements(text, sentences, taken, finite))


def _statements(
    text: str, sentences: Sequence[Span], taken: Spans, finite: frozenset[str]
) -> Iterator[Span]:
    passed = 0
    for sentence in sentences:
        while passed < len(taken) and taken[passed].end <= sentence.start:
            passed += 1
        near = _until(taken, passed, sentence.end)
        if not near:
            if len(_WORD.findall(sentence.of(text))) >= LEAST_WORDS:
                yield sentence
            continue
        for part in subtract(sentence, near):
            clause = _framed(part, text)
            if clause and _is_clause(clause.of(text), finite):
                yield clause


def _framed(part: Span, text: str) -> Span | None:
    """Return a part without the marks and the conjunction that joined it to the rest."""
    words = part.of(text)
    start = len(words) - len(words.lstrip(_JOINS))
    conjunction = _CONJUNCTION.match(words, start)
    start = conjunction.end() if conjunction else start
    end = len(words.rstrip(_JOINS))
    return Span(part.start + start, part.start + end) if start < end else None


def _is_clause(words: str, finite: frozenset[str]) -> bool:
    found = [word.lower().replace("’", "'") for word in _WORD.findall(words)]
    if len(found) < LEAST_WORDS_OF_PART:
        return False
    return any(word in finite or (word.endswith(_PAST) and len(word) > 3) for word in found)


def _until(spans: Spans, first: int, end: int) -> list[Span]:
    """Return the spans from number ``first`` on that begin before ``end``."""
    last = first
    while last < len(spans) and spans[last].start < end:
        last += 1
    return list(spans[first:last])
