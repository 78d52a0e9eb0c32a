"""What belongs to the page and not to the report: calls to subscribe, share, read more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.spans import Span, Spans

LONGEST = 40
"""Words of the longest sentence that is taken for boilerplate."""

_FRAME = re.compile(r"^[\W_]+|[\W_]+$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class BoilerplateTable:
    """The phrases of ``boilerplate.toml``.

    Attributes:
        openings: matches at the start of a sentence.
        credits: the same, but only of a sentence without a finite verb.
        anywhere: matches anywhere in one.
        whole: sentences that are boilerplate as they stand.
    """

    openings: re.Pattern[str]
    credits: re.Pattern[str]
    anywhere: re.Pattern[str]
    whole: frozenset[str]


def build_boilerplate(table: Mapping[str, Sequence[str]]) -> BoilerplateTable:
    """Return what ``boilerplate.toml`` holds, ready to match."""
    return BoilerplateTable(
        openings=_phrases(table["openings"]),
        credits=_phrases(table["credits"]),
        anywhere=_phrases(table["anywhere"]),
        whole=frozenset(table["whole"]),
    )


def find_boilerplate(
    text: str, sentences: Sequence[Span], finite: frozenset[str], table: BoilerplateTable
) -> Spans:
    """Return the boilerplate among ``sentences``; neighbours are one stretch.

    Sentences in quotation marks are somebody's words and never boilerplate.

    Args:
        text: the document's text.
        sentences: where its sentences stand.
        finite: words that show that a sentence holds a clause.
        table: the phrases.
    """
    found: list[Span] = []
    previous = False
    for sentence in sentences:
        is_boilerplate = _is_boilerplate(sentence.of(text), finite, table)
        if is_boilerplate and previous:
            found[-1] = Span(found[-1].start, sentence.end)
        elif is_boilerplate:
            found.append(sentence)
        previous = is_boilerplate
    return tuple(found)


def _is_boilerplate(sentence: str, finite: frozenset[str], table: BoilerplateTable) -> bool:
    words = _WORD.findall(sentence)
    if sentence.lstrip()[:1] in ("“", '"') or len(words) > LONGEST:
        return False
    lower = sentence.lower().replace("’", "'")
    bare = _FRAME.sub("", lower)
    if bare in table.whole or table.openings.match(bare) or table.anywhere.search(lower):
        return True
    return table.credits.match(bare) is not None and not any(_is_finite(w, finite) for w in words)


def _is_finite(word: str, finite: frozenset[str]) -> bool:
    return word.lower() in finite or (word.islower() and word.endswith("ed"))


def _phrases(entries: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``entries``, whole words, any white space between them."""
    # a mark at the end of an entry ("©", "follow @") may stand before a word
    spaced = (
        r"\s+".join(map(re.escape, entry.split())) + (r"(?!\w)" if entry[-1].isalnum() else "")
        for entry in sorted(entries, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})")
