"""The words around what was found, and which of them were searched for."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.model.spans import Span, Spans
from rashomon.store.words import Term, spans_of_words

AROUND = 200
"""How many characters of context there are about."""


def window(text: str, middle: Span) -> Span:
    """Return the stretch of a text around a stretch of it, cut at words.

    Args:
        text: the text.
        middle: what must stand in it, as far as that is no longer than the context.
    """
    length = max(AROUND - (middle.end - middle.start), 0) // 2
    start = max(middle.start - length, 0)
    end = min(max(middle.end, middle.start) + length, start + 2 * AROUND, len(text))
    if start and not text[start - 1].isspace():
        start = next((at for at in range(start, middle.start) if text[at].isspace()), middle.start)
    if end < len(text) and not text[end].isspace():
        least = min(middle.end, end)
        back = (at for at in range(end, max(least, start + 1) - 1, -1) if text[at].isspace())
        end = next(back, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def marks(text: str, within: Span, terms: Sequence[Term], stems: Mapping[str, str]) -> Spans:
    """Return the words of a stretch that were searched for, in the order of the text.

    Args:
        text: the text.
        within: the stretch.
        terms: what was searched for.
        stems: the form under which each word of both is known.
    """
    words = [(stems.get(word, word), span) for word, span in spans_of_words(text, within)]
    found = {
        span
        for term in terms
        for at in _places(term, [word for word, _ in words], stems)
        for _, span in words[at : at + len(term.words)]
    }
    return tuple(sorted(found))


def _places(term: Term, words: Sequence[str], stems: Mapping[str, str]) -> Iterator[int]:
    """Yield where the words of a term stand."""
    *firsts, last = (stems.get(word, word) for word in term.words)
    size = len(term.words)
    for at in range(len(words) - size + 1):
        end = words[at + size - 1]
        fits = end.startswith(last) if term.is_prefix else end == last
        if fits and list(words[at : at + size - 1]) == firsts:
            yield at


def first_match(text: str, terms: Sequence[Term], stems: Mapping[str, str]) -> Span:
    """Return where the terms of a query stand first: the stretch to show of a document."""
    wanted = {stems.get(word, word) for term in terms for word in term.words}
    beginnings = tuple(stems.get(one.words[-1], one.words[-1]) for one in terms if one.is_prefix)
    for word, span in spans_of_words(text, Span(0, len(text))):
        known = stems.get(word, word)
        if known in wanted or (beginnings and known.startswith(beginnings)):
            return span
    return Span(0, min(len(text), AROUND))
