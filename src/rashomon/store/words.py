"""Words as search knows them, and what a person may type, as words.

Letters lose case and accents, everything that is no letter or digit separates; the databases are
handed words with spaces between and nothing else, so that both search the same.
"""

import re
import unicodedata
from dataclasses import dataclass

from rashomon.model.spans import Span

LONGEST = 100
"""Characters of a word; longer ones are known by their beginning."""

_LEAST_BEGINNING = 3  # characters; what begins with fewer is too much to look at
_MOST_TERMS = 64
_MOST_WORDS = 32
_QUOTES = re.compile('["“”„«»]')
_TYPED = re.compile(r"[^\s*]+\*?")


class _Folding(dict[int, str]):
    """What each character becomes; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.combining(character):
            folded = ""
        elif unicodedata.category(character)[0] in "LNM":
            plain = unicodedata.normalize("NFKD", character).casefold()
            parts = unicodedata.normalize("NFKD", plain)
            folded = "".join(one for one in parts if one.isalnum() or _is_vowel_sign(one))
        else:
            folded = " "
        self[code] = folded
        return folded


def _is_vowel_sign(character: str) -> bool:
    return unicodedata.category(character) in ("Mc", "Mn") and not unicodedata.combining(character)


_FOLDING = _Folding()


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is searched for.

    Attributes:
        words: folded words that follow each other.
        is_prefix: whether the last of them may go on.
    """

    words: tuple[str, ...]
    is_prefix: bool


def fold(text: str) -> str:
    """Return the words of a text in small letters without accents, spaces between them."""
    return text.translate(_FOLDING)


def name_key(text: str) -> str:
    """Return a name as names are compared: its folded words, one space between them."""
    return " ".join(fold(text).split())


def spans_of_words(text: str, within: Span) -> list[tuple[str, Span]]:
    """Return the folded words of a stretch of a text, and where each stands in the text."""
    found: list[tuple[str, Span]] = []
    start, letters = within.start, ""
    for at in range(within.start, within.end + 1):
        folded = _FOLDING[ord(text[at])] if at < within.end else " "
        if folded == " ":
            if letters:
                found.append((letters, Span(start, at)))
            letters = ""
        else:
            start = at if not letters else start
            letters += folded
    return found


def parse(typed: str) -> tuple[Term, ...]:
    """Return what a person searches for: words, ``"phrases"``, ``beginnings*``.

    Anything can be typed; what holds no letter or digit is left out. A beginning of fewer than
    three letters is a word. A quotation mark that is
    never closed holds to the end. A word with a hyphen or the like is a phrase.
    """
    terms: list[Term] = []
    for number, part in enumerate(_QUOTES.split(typed)):
        if number % 2:
            terms.append(_term(part, part.rstrip().endswith("*")))
        else:
            terms += [_term(one, one.endswith("*")) for one in _TYPED.findall(part)]
    return tuple(one for one in terms if one.words)[:_MOST_TERMS]


def _term(typed: str, is_prefix: bool) -> Term:
    words = fold(typed).split()[:_MOST_WORDS]
    length = len(words[-1]) if words else 0
    goes_on = length > LONGEST or (is_prefix and length >= _LEAST_BEGINNING)
    return Term(tuple(word[:LONGEST] for word in words), goes_on)
