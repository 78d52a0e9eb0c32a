"""The corpora that the project is measured on: in ``../shared``, never in the repository."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.matching import Quotation
from rashomon.model.spans import Span, Spans

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPORA = SHARED / "corpora"


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


def polnear(split: str) -> tuple[Article, ...]:
    """Return the articles of PolNeAR's ``train`` or ``dev`` split."""
    return tuple(article(row) for row in rows(corpus(f"attribution/polnear.{split}.jsonl.gz")))


def article(row: dict[str, Any]) -> Article:
    """Return the article that a row with ``text`` and ``attributions`` holds."""
    quotations = tuple(
        Quotation(_spans(one["source"]), _spans(one["cue"]), _spans(one["content"]))
        for one in row["attributions"]
    )
    return Article(row["id"], row["text"], quotations)


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
