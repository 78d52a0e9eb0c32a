"""Attributions within contents, against 240 contents marked for this project.

Two passes marked them by one guide (``docs/evaluation.md``). What both marked must be found;
what only one marked may be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.corpora import Article, polnear, quotation_of, rows
from evaluation.matching import HALF, Count, Quotation, jaccard, quotation
from evaluation.reading import readings
from rashomon.model.reading import Reading
from rashomon.model.spans import Span

GOLD = Path(__file__).parent / "gold" / "nested.jsonl"


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


def measure() -> Figures:
    """Return the figures of the package on the marked contents of PolNeAR's dev split."""
    marked = list(rows(GOLD))
    articles = {one.id: one for one in polnear("dev")}
    needed = [articles[name] for name in sorted({row["document"] for row in marked})]
    read = {article.id: reading for article, reading in zip(needed, readings(needed), strict=True)}
    figures = Figures()
    for row in marked:
        _add(figures, row, articles[row["document"]], read[row["document"]])
    return figures


def _add(figures: Figures, row: dict[str, Any], article: Article, reading: Reading) -> None:
    content = Span(*row["content"])
    must = [quotation_of(one) for one in row["nested"]]
    may = [quotation_of(one) for one in row["possible"]]
    inside = [
        one
        for one in reading.attributions
        if content.holds(one.cue[0]) and all(content.holds(span) for span in one.content)
    ]
    left = list(inside)
    right = 0
    for wanted in must:
        fitting = [one for one in left if _fits(article.text, wanted, quotation(one))]
        if fitting:
            left.remove(fitting[0])
            right += 1
            found = quotation(fitting[0])
            figures.sources += jaccard(article.text, wanted.source, found.source) >= HALF
            figures.placed += fitting[0].within is not None
    allowed = [one for one in left if any(_cues_meet(one.cue, other.cue) for other in may)]
    figures.found.add(right, len(must), right + len(left) - len(allowed))


def _fits(text: str, wanted: Quotation, found: Quotation) -> bool:
    return (
        _cues_meet(wanted.cue, found.cue) and jaccard(text, wanted.content, found.content) >= HALF
    )


def _cues_meet(a: Sequence[Span], b: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in a for other in b)
