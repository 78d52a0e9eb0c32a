"""The article that the project grew from: are its attributions found, with the right source?"""

import json
from dataclasses import dataclass

from evaluation.corpora import SHARED, Article, CorpusMissingError, article
from evaluation.matching import HALF, Quotation, jaccard, quotation
from evaluation.reading import readings


@dataclass(frozen=True, slots=True)
class Expected:
    """One expected attribution and what was found for it.

    Attributes:
        id: its name in ``expected.json``.
        marked: what is expected.
        found: the attribution whose content is closest, or ``None``.
        content: the Jaccard of the contents, over words.
        source: whether the sources share half of their words, or one holds the other.
    """

    id: str
    marked: Quotation
    found: Quotation | None
    content: float
    source: bool

    @property
    def is_right(self) -> bool:
        """Whether it was found (content at Jaccard 0.5 or more) with the right source."""
        return self.found is not None and self.content >= HALF and self.source


def seed() -> tuple[Article, tuple[str, ...]]:
    """Return the seed article with its expected attributions, and their names.

    Raises:
        CorpusMissingError: it is not there.
    """
    folder = SHARED / "cases" / "seed"
    if not folder.exists():
        raise CorpusMissingError(f"{folder} is not there")
    text = (folder / "article.txt").read_text("utf-8")
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["attributions"]
    row = {"id": "seed", "text": text, "attributions": expected}
    return article(row), tuple(one["id"] for one in expected)


def measure() -> list[Expected]:
    """Return what the package finds of each expected attribution, nested ones included."""
    read, names = seed()
    [reading] = readings([read])
    found = [quotation(one) for one in reading.attributions]
    results = []
    for name, marked in zip(names, read.quotations, strict=True):
        best = max(
            found, key=lambda one: jaccard(read.text, marked.content, one.content), default=None
        )
        content = jaccard(read.text, marked.content, best.content) if best else 0.0
        source = best is not None and _same_source(read.text, marked, best)
        results.append(Expected(name, marked, best, content, source))
    return results


def _same_source(text: str, a: Quotation, b: Quotation) -> bool:
    if not a.source or not b.source:
        return a.source == b.source
    if jaccard(text, a.source, b.source) >= HALF:
        return True
    return a.source[0].holds(b.source[0]) or b.source[0].holds(a.source[0])
