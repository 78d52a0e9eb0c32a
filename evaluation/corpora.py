"""The corpora that the project is measured on: in ``../shared``, never in the repository."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from evaluation.matching import Quotation
from rashomon.model.spans import Span, Spans

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "corpora"

RESERVED = 60


class CorpusMissingError(Exception):
    """A corpus is not there; the message says which and where it was looked for."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its marked attributions."""

    id: str
    text: str
    quotations: tuple[Quotation, ...]


def corpus(name: str) -> Path:
    """Return the path of a corpus under ``corpora/``.

    Raises:
        CorpusMissingError: it is not there.
    """
    path = CORPORA / name
    if not path.exists():
        raise CorpusMissingError(
            f"{path} is not there: the shared corpora are not part of the repository"
        )
    return path


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, as hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a JSONL file, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def polnear(split: Literal["train", "reserved", "dev"]) -> tuple[Article, ...]:
    """Return articles of PolNeAR.

    Args:
        split: ``train``: the train split, less 60 articles that no step of training sees;
            ``reserved``: these; ``dev``: the dev split, by which models are chosen.
    """
    name = "dev" if split == "dev" else "train"
    articles = tuple(map(article, rows(corpus(f"attribution/polnear.{name}.jsonl.gz"))))
    if split == "dev":
        return articles
    drawn = sorted(articles, key=lambda one: hashlib.sha256(one.id.encode()).digest())
    return tuple(drawn[:RESERVED] if split == "reserved" else drawn[RESERVED:])


def article(row: dict[str, Any]) -> Article:
    """Return the article that a row with ``text`` and ``attributions`` holds."""
    return Article(row["id"], row["text"], tuple(map(quotation_of, row["attributions"])))


def quotation_of(row: dict[str, Any]) -> Quotation:
    """Return the attribution that a row with ``source``, ``cue`` and ``content`` holds."""
    return Quotation(_spans(row["source"]), _spans(row["cue"]), _spans(row["content"]))


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
