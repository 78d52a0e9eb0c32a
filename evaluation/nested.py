"""Attributions within contents, against 240 contents marked for this project.

Two passes marked them by one guide (``docs/evaluation.md``). What both marked must be found;
what only one marked may be. Training tunes on the contents of half of the articles; the figures
are of the other half.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.corpora import polnear, quotation_of, rows
from evaluation.matching import HALF, Count, Quotation, jaccard, quotation
from evaluation.reading import readings
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

GOLD = Path(__file__).parent / "gold" / "nested.jsonl"


@dataclass(frozen=True, slots=True)
class Marked:
    """One content and the attributions within it.

    Attributes:
        document: the name of its article.
        content: its first and last character.
        must: the attributions that both passes marked.
        may: those that one pass marked.
    """

    document: str
    content: Span
    must: tuple[Quotation, ...]
    may: tuple[Quotation, ...]

    def holds(self, one: Quotation) -> bool:
        """Whether an attribution stands within the content."""
        return all(self.content.holds(span) for span in (*one.cue, *one.content))

    def judge(self, text: str, found: Sequence[Quotation]) -> list[Quotation | None]:
        """Return which marked attribution each found one is, or ``None`` for none."""
        left = list(self.must)
        judged: list[Quotation | None] = []
        for one in found:
            fitting = next((marked for marked in left if _fits(text, marked, one)), None)
            if fitting:
                left.remove(fitting)
            judged.append(fitting)
        return judged

    def allows(self, one: Quotation) -> bool:
        """Whether finding an attribution is no fault, though nothing is gained by it."""
        return any(_cues_meet(one.cue, other.cue) for other in self.may)


@dataclass(slots=True)
class Figures:
    """What was found of the marked ones.

    Attributes:
        found: attributions whose content matches (Jaccard 0.5) and whose cues overlap.
        sources: of these, whose source matches too.
        placed: of these, those said to stand within the attribution that holds them.
    """

    found: Count = field(default_factory=Count)
    sources: int = 0
    placed: int = 0


def marked(*, tuned: bool) -> list[Marked]:
    """Return the marked contents of the half that training tunes on, or of the other."""
    return [
        Marked(
            row["document"],
            Span(*row["content"]),
            tuple(map(quotation_of, row["nested"])),
            tuple(map(quotation_of, row["possible"])),
        )
        for row in rows(GOLD)
        if (hashlib.sha256(row["document"].encode()).digest()[0] % 2 == 1) is tuned
    ]


def measure() -> Figures:
    """Return the figures of the package on the half of the contents that nothing was tuned on."""
    contents = marked(tuned=False)
    articles = {one.id: one for one in polnear("dev")}
    needed = [articles[name] for name in sorted({one.document for one in contents})]
    read = {article.id: reading for article, reading in zip(needed, readings(needed), strict=True)}
    figures = Figures()
    for content in contents:
        _add(figures, content, articles[content.document].text, read[content.document])
    return figures


def _add(figures: Figures, content: Marked, text: str, reading: Reading) -> None:
    inside = [one for one in reading.attributions if content.holds(quotation(one))]
    found = [quotation(one) for one in inside]
    allowed = right = 0
    for one, spans, wanted in zip(inside, found, content.judge(text, found), strict=True):
        if wanted:
            right += 1
            figures.sources += jaccard(text, wanted.source, spans.source) >= HALF
            figures.placed += one.within is not None
        else:
            allowed += content.allows(spans)
    figures.found.add(right, len(content.must), len(found) - allowed)


def _fits(text: str, wanted: Quotation, found: Quotation) -> bool:
    return (
        _cues_meet(wanted.cue, found.cue) and jaccard(text, wanted.content, found.content) >= HALF
    )


def _cues_meet(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in a for other in b)
