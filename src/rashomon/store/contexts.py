"""The words around what was found, and which of them were searched for."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from rashomon.model.spans import Span, Spans
from rashomon.store.words import Term, fold, spans_of_words

AROUND = 200
"""How many characters of context there are about."""

_STRETCH = 20_000  # characters that are looked through at once
_SPACE = re.compile(r"\s")


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


def first_match(
    text: str, terms: Sequence[Term], stems_of: Callable[[Iterable[str]], Mapping[str, str]]
) -> Span:
    """Return where a term stands first: what to show of a document.

    Args:
        text: its text.
        terms: what was searched for.
        stems_of: returns the form under which each of some words is known.

    Returns:
        The first word of it; the beginning of the text where none is found.
    """
    wanted = {word for term in terms for word in term.words}
    start = 0
    while wanted and start < len(text):
        stretch = Span(start, _word_end(text, start + _STRETCH))
        words = set(fold(stretch.of(text)).split())
        stems = stems_of(wanted | words)
        # to look for words without their places is far faster
        if _may_stand(terms, {stems.get(word, word) for word in words}, stems) and (
            found := marks(text, stretch, terms, stems)
        ):
            return found[0]
        # a phrase may begin in one stretch and end in the next
        is_last = stretch.end == len(text)
        start = len(text) if is_last else _word_end(text, stretch.end - AROUND)
    return Span(0, min(len(text), AROUND))


def _may_stand(terms: Sequence[Term], known: Set[str], stems: Mapping[str, str]) -> bool:
    """Return whether all words of a term are among some words."""
    return any(
        all(stems.get(word, word) in known for word in term.words[: -1 if term.is_prefix else None])
        for term in terms
    )


def _word_end(text: str, at: int) -> int:
    """Return where a word ends that may reach beyond a position."""
    found = _SPACE.search(text, min(at, len(text)), at + AROUND)
    return found.start() if found else min(at, len(text))
