"""Filling a case: how fast, how large, how much memory, and how fast it is searched afterwards."""

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from evaluation.corpora import corpus
from evaluation.generated import write
from evaluation.memory import measure
from evaluation.show import table
from evaluation.unpacked import unpacked
from rashomon.model.case import Query
from rashomon.model.geometry import Circle
from rashomon.store import open_case
from rashomon.store.case import Case

_ROUNDS = 20
_MS = 1000.0
_KB = 1e3
_MB = 1e6

QUERIES = {
    "a word": Query(words="hospital"),
    "a phrase": Query(words='"opened fire"'),
    "two words and a stance": Query(words="forces been", stance="denies"),
    "a speaker": Query(speaker="mayor"),
    "a month": Query(words="people", since="2023-05-01", until="2023-05-31"),
    "a circle": Query(words="killed", near=Circle(36.2, 37.15, 100)),
    "documents with a word": Query(words="market", what="documents"),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """What filling a case came to.

    Attributes:
        documents: how many it holds.
        seconds: how long the command took, linking and all.
        cpu: seconds of processor time that all its processes took together.
        bytes: the size of the case.
        peak: the memory of all its processes at their peak, in bytes.
        status: the exit status of the command.
        again: seconds for the same command once more, when all is known.
        one_more: seconds for one further document, linking and all.
        searches: for each kind of search the median and the slowest of some rounds, in ms.
    """

    documents: int
    seconds: float
    cpu: float
    bytes: int
    peak: int
    status: int
    again: float
    one_more: float
    searches: dict[str, tuple[float, float]]


def fill(path: Path, case: Path) -> Filled:
    """Fill a case from an input with the command line, as a user would, and measure it."""
    usage = measure(["add", str(case), str(path), "--quiet"])
    again = measure(["add", str(case), str(path), "--quiet"])
    more = path.with_name("more.jsonl")
    write(1, more, seed=-1)
    one_more = measure(["add", str(case), str(more), "--quiet"])
    held = open_case(str(case), read_only=True)
    try:
        documents = sum(1 for _ in held.documents()) - 1
        searches = {name: _timed(held, query) for name, query in QUERIES.items()}
    finally:
        held.close()
    return Filled(
        documents,
        usage.seconds,
        usage.cpu,
        case.stat().st_size,
        usage.peak,
        usage.status,
        again.seconds,
        one_more.seconds,
        searches,
    )


def _timed(held: Case, query: Query) -> tuple[float, float]:
    taken = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        held.search(query)
        taken.append((time.perf_counter() - start) * _MS)
    return statistics.median(taken), max(taken)


def command(
    documents: Annotated[
        int, typer.Option(help="How many generated ones; 0 for the articles of AllSides.")
    ] = 0,
) -> None:
    """Fill a case and search it: documents a second, size, memory, latency."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "documents.jsonl")
        if documents:
            write(documents, path)
        else:
            unpacked(corpus("news/allsides_conflict.jsonl.gz"), path)
        found = fill(path, Path(folder, "measured.case"))
    table("Filling a case", ("", ""), _lines(found))


def _lines(found: Filled) -> list[tuple[str, str]]:
    return [
        ("documents", f"{found.documents:,}"),
        ("exit status", str(found.status)),
        ("documents a second, end to end", f"{found.documents / found.seconds:.1f}"),
        ("seconds", f"{found.seconds:,.0f}"),
        ("seconds of processor time", f"{found.cpu:,.0f}"),
        ("size of the case", f"{found.bytes / _MB:,.0f} MB"),
        ("a document", f"{found.bytes / max(found.documents, 1) / _KB:.1f} kB"),
        ("memory at the peak, all processes", f"{found.peak / _MB:,.0f} MB"),
        ("the same command again", f"{found.again:.1f} s"),
        ("one further document", f"{found.one_more:.1f} s"),
        *(
            (f"search for {name}: median, slowest", f"{median:.1f} ms, {slowest:.1f} ms")
            for name, (median, slowest) in found.searches.items()
        ),
    ]
