"""How the corpora are parted: what is trained on, what choices are made on, what is reported on.

Rows are ordered by the SHA-256 of their id, so that a split depends on nothing but the rows.
"""

import hashlib
from functools import cache
from typing import Annotated, Any, Literal

import typer

from evaluation.corpora import corpus, rows

Split = Literal["train", "dev", "reserved"]
SplitOption = Annotated[Split, typer.Option(help="reserved: texts that no choice was made on.")]
"""A split as an option of a command."""

SIZES = {
    "time/tempeval3.train": (50, 50),
    "time/meantime": (30, 0),
    "place/lgl": (120, 80),
    "place/trnews": (40, 30),
    "entity/re3d.train": (15, 10),
    "entity/gum": (30, 20),
    "event/case2021_task2.dev": (250, 80),
    "event/muc4": (200, 200),
    "linking/ecbplus": (150, 50),
    "linking/gun_violence.documents": (1500, 1500),
}
"""For each corpus how many rows are reserved, and how many are for development."""


_MARKED_SENTENCES = 6
_DEV_FIFTHS = 1


def part(name: str, split: Split) -> list[dict[str, Any]]:
    """Return the rows of a corpus that belong to a split, in the order of their hashes.

    Texts that stand in the train part as well are left out of the others.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    reserved, dev = SIZES[name]
    found = _ordered(name)
    bounds = {"reserved": (0, reserved), "dev": (reserved, reserved + dev)}
    start, end = bounds.get(split, (reserved + dev, len(found)))
    chosen = found[start:end]
    if split != "train":
        # some corpora hold a text twice
        learned = {row["text"] for row in found[reserved + dev :]}
        chosen = [row for row in chosen if row["text"] not in learned]
    return [_marked_part(row) for row in chosen] if name == "time/meantime" else chosen


@cache
def _ordered(name: str) -> list[dict[str, Any]]:
    """Return the rows of a corpus, in the order of their hashes."""
    return sorted(
        rows(corpus(f"{name}.jsonl.gz")),
        key=lambda row: hashlib.sha256(row["id"].encode()).digest(),
    )


def _marked_part(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of MEANTIME without what stands after the sentences that were marked in full.

    Those are the title, the date and four sentences; after them only some entities and events are.
    """
    sentences = row["sentences"][:_MARKED_SENTENCES]
    end = sentences[-1][1]
    markables = [one for one in row["markables"] if one.get("end", 0) <= end]
    return {**row, "text": row["text"][:end], "sentences": sentences, "markables": markables}


def incident_parts(name: str = "linking/gun_violence.documents") -> dict[str, Split]:
    """Return the part that each incident of a corpus belongs to, so that none stands in two.

    Incidents with a document of the reserved part are reserved; of the others a fifth, by the
    hash of their ids, are for choices.

    Raises:
        CorpusMissingError: the corpus is not there.
    """
    kept = {row["incident_id"] for row in _ordered(name)[: SIZES[name][0]]}
    incidents = {row["incident_id"] for row in _ordered(name)}
    return {one: "reserved" if one in kept else _fifths(one) for one in incidents}


def _fifths(incident: str) -> Split:
    return "dev" if hashlib.sha256(incident.encode()).digest()[0] % 5 < _DEV_FIFTHS else "train"
