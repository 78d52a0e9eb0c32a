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
        anywhere: matches anywhere in one.
        whole: sentences that are boilerplate as they stand.
    """

    openings: re.Pattern[str]
    anywhere: re.Pattern[str]
    whole: frozenset[str]


def build_boilerplate(table: Mapping[str, Sequence[str]]) -> BoilerplateTable:
    """Return what ``boilerplate.toml`` holds, ready to match."""
    return BoilerplateTable(
        openings=_phrases(table["openings"]),
        anywhere=_phrases(table["anywhere"]),
        whole=frozenset(table["whole"]),
    )


def find_boilerplate(text: str, sentences: Sequence[Span], table: BoilerplateTable) -> Spans:
    """Return the boilerplate among ``sentences``; neighbours are one stretch.

    Sentences in quotation marks are somebody's words and never boilerplate.
    """
    found: list[Span] = []
    previous = False
    for sentence in sentences:
        is_boilerplate = _is_boilerplate(sentence.of(text), table)
        if is_boilerplate and previous:
            found[-1] = Span(found[-1].start, sentence.end)
        elif is_boilerplate:
            found.append(sentence)
        previous = is_boilerplate
    return tuple(found)


def _is_boilerplate(sentence: str, table: BoilerplateTable) -> bool:
    if sentence.lstrip()[:1] in ("“", '"') or len(_WORD.findall(sentence)) > LONGEST:
        return False
    words = sentence.lower()
    bare = _FRAME.sub("", words)
    if bare in table.whole or table.openings.match(bare):
        return True
    return table.anywhere.search(words) is not None


def _phrases(entries: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``entries``, whole words, any white space between them."""
    spaced = (r"\s+".join(map(re.escape, entry.split())) for entry in sorted(entries, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")
