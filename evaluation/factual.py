"""Sentences with words that name events, and how certain people were that these took place.

From UDS-IH2 (Rudinger et al. 2018), MegaVeridicality (White et al. 2018) and Ross & Pavlick (2019):
judgements from -3 (certainly not) to 3 (certainly).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.corpora import corpus, rows
from evaluation.splits import Split
from rashomon.model.spans import Span

_FILES = ("uds", "mv2", "rp")
_SPLITS: Mapping[Split, str] = {"train": "train", "dev": "dev", "reserved": "test"}


@dataclass(frozen=True, slots=True)
class FactualText:
    """A sentence with judged words.

    Attributes:
        id: the corpus and the number of the sentence in it.
        text: the sentence, its words parted by spaces.
        judged: words and the mean judgement of each, -3 to 3.
    """

    id: str
    text: str
    judged: tuple[tuple[Span, float], ...]


def texts(split: Split) -> list[FactualText]:
    """Return the sentences of a split, in the corpora's own parting (UDS has no test part here).

    Raises:
        CorpusMissingError: a corpus is not there.
    """
    found: dict[tuple[str, str], list[tuple[Span, float]]] = {}
    for name in _FILES:
        for row in rows(corpus(f"stance/factuality_{name}.jsonl.gz")):
            if row["split"] == _SPLITS[split]:
                span = _span(row["tokens"].split(" "), row["start"], row["end"])
                found.setdefault((name, row["tokens"]), []).append((span, row["value"]))
    return [
        FactualText(f"{name}/{number}", text, tuple(sorted(set(judged))))
        for number, ((name, text), judged) in enumerate(found.items())
    ]


def _span(words: list[str], start: int, end: int) -> Span:
    """Return where words ``start`` to ``end`` (exclusive) stand in their sentence."""
    before = sum(len(word) + 1 for word in words[:start])
    return Span(before, before + len(" ".join(words[start:end])))
