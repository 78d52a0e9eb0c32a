"""Stance and framing, against 300 attributions of PolNeAR's dev split labelled for this project.

Two passes labelled them by one guide (``docs/evaluation.md``); those on which they agree count.
The tables were mended by looking at the first half; figures are of the second.
"""

from collections import Counter
from pathlib import Path

from evaluation.corpora import polnear, rows
from evaluation.matching import Count
from rashomon.analysis.stance import manner
from rashomon.model.spans import Span
from rashomon.pipeline.resources import load_tables

GOLD = Path(__file__).parent / "gold" / "stance.jsonl"


def measure() -> dict[str, tuple[Count, Counter[tuple[str, str]]]]:
    """Return for ``stance`` and ``framing`` how many are right, and which are taken for which."""
    labelled = list(rows(GOLD))
    unseen = labelled[len(labelled) // 2 :]
    articles = {one.id: one for one in polnear("dev")}
    lexicon = load_tables().lexicon
    results: dict[str, tuple[Count, Counter[tuple[str, str]]]] = {
        name: (Count(), Counter()) for name in ("stance", "framing")
    }
    for row in unseen:
        article = articles[row["document"]]
        cue = tuple(Span(*pair) for pair in row["cue"])
        one = next(quotation for quotation in article.quotations if quotation.cue == cue)
        how = manner(article.text, one.cue, one.content, one.source, lexicon)
        for name, said in (("stance", how.stance), ("framing", how.framing)):
            if row[name] is not None:
                count, confused = results[name]
                count.add(said == row[name], 1, 1)
                confused[row[name], said] += 1
    return results
