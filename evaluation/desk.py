"""How long the desk takes to answer: a case is served for real, and its pages are asked for."""

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import httpx
import typer

from evaluation.generated import write
from evaluation.memory import measure, processor_seconds, resident
from evaluation.show import table
from rashomon.model.case import Decision
from rashomon.pipeline.linking import link_with, load_linkers
from rashomon.runner.cycles import look_for_cycles_seldom
from rashomon.settings import LinkingSettings
from rashomon.store import open_case

_MS = 1000.0
_MB = 1e6
_FIRST = 200
"""Requests for the first page; for each other page there are fewer."""
_OTHERS = 40
_AT_ONCE = 8
_PATIENCE = 300.0
_ADDRESS = re.compile(r"http://\S+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking for a page some times came to.

    Attributes:
        page: which.
        status: of the last answer.
        bytes: of the last answer.
        first: milliseconds of the first time.
        median: of the times after it.
        p95: what 95 % of these stay below.
        cpu: milliseconds of processor time of the desk for each of these.
    """

    page: str
    status: int
    bytes: int
    first: float
    median: float
    p95: float
    cpu: float


@contextmanager
def served(case: Path) -> Iterator[tuple[str, int]]:
    """Serve a case; give the address that opens it, and the number of the process."""
    command = [sys.executable, "-m", "rashomon", "serve", str(case), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if not (found := _ADDRESS.search(line)):
                raise RuntimeError(f"the desk did not open: {line!r}")
            yield found.group(), process.pid
        finally:
            process.send_signal(signal.SIGINT)


def pages_of(case: Path) -> dict[str, str]:
    """Return addresses of pages to ask for, by what they are called, the first page first."""
    with open_case(str(case), read_only=True) as held:
        largest = max(held.incidents(), key=lambda one: len(one.documents))
        document = largest.documents[0].document
        total = sum(1 for _ in held.documents())
    return {
        "incidents (the first page)": "/incidents",
        "incidents, by documents": "/incidents?sort=documents",
        "incidents, with a word": "/incidents?words=market",
        "the largest incident": f"/incidents/{largest.id}",
        "documents": "/documents",
        f"documents, the last of {total:,}": f"/documents?page={total // 50}",
        "a document": f"/documents/{document}",
        "search for a word": "/search?words=hospital",
        "search for a phrase, documents": "/search?words=%22opened+fire%22&what=documents",
        "parties": "/parties",
        "origins": "/origins",
        "decisions": "/decisions",
        "log": "/log",
        "about": "/about",
        "queue": "/queue",
        "incidents, as JSON": "/api/v1/incidents",
        "documents, as JSON": "/api/v1/documents",
    }


def ask(client: httpx.Client, page: str, address: str, times: int, process: int) -> Asked:
    """Return what asking for a page some times comes to, one request after the other."""
    first, answer = _timed(client, address)
    before = processor_seconds(process)
    taken = []
    for _ in range(times):
        seconds, answer = _timed(client, address)
        taken.append(seconds * _MS)
    cpu = (processor_seconds(process) - before) * _MS / times
    return Asked(
        page,
        answer.status_code,
        len(answer.content),
        first * _MS,
        statistics.median(taken),
        _p95(taken),
        cpu,
    )


def ask_at_once(client: httpx.Client, addresses: Mapping[str, str], times: int) -> list[float]:
    """Return milliseconds of requests for all of some pages, several at the same time."""
    wanted = list(addresses.values()) * times
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return [seconds * _MS for seconds, _ in pool.map(lambda one: _timed(client, one), wanted)]


def linking_anew(case: Path) -> tuple[float, float]:
    """Return what linking costs after one decision: seconds on the clock, and of a processor."""
    look_for_cycles_seldom()
    linkers = load_linkers(LinkingSettings())
    with open_case(str(case)) as held:
        several = next(one for one in held.incidents() if len(one.documents) > 1)
        first, second = (one.document for one in several.documents[:2])
        held.decide(Decision("other_incident", first, None, {"with": second}, "a reviewer", ""))
        start, before = time.perf_counter(), time.process_time()
        link_with(held, linkers)
        return time.perf_counter() - start, time.process_time() - before


def _timed(client: httpx.Client, address: str) -> tuple[float, httpx.Response]:
    start = time.perf_counter()
    answer = client.get(address)
    return time.perf_counter() - start, answer


def _p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20, method="inclusive")[-1]


def command(
    documents: Annotated[int, typer.Option(help="How many generated ones fill the case.")] = 5000,
    case: Annotated[
        Path | None, typer.Option(help="A case that is there, to be copied and served instead.")
    ] = None,
) -> None:
    """How long the desk takes to answer, page by page, and how much memory it takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "served.case")
        _fill(path, documents, case)
        start = time.perf_counter()
        with served(path) as (address, process):
            opened = time.perf_counter() - start
            with httpx.Client(timeout=_PATIENCE, follow_redirects=True) as client:
                cold, _ = _timed(client, address)
                client.base_url = httpx.URL(address).join("/")
                _show(client, pages_of(path), process, (opened, cold))
        seconds, cpu = linking_anew(path)
    typer.echo(f"linking anew after one decision: {seconds:.1f} s, {cpu:.1f} s of one processor")


def _fill(path: Path, documents: int, case: Path | None) -> None:
    if case is not None:
        shutil.copyfile(case, path)
        return
    reports = path.with_name("reports.jsonl")
    write(documents, reports)
    measure(["add", str(path), str(reports), "--quiet"])


def _show(
    client: httpx.Client, pages: Mapping[str, str], process: int, opening: tuple[float, float]
) -> None:
    asked = [
        ask(client, page, address, _OTHERS if number else _FIRST, process)
        for number, (page, address) in enumerate(pages.items())
    ]
    table(
        "What the desk answers, one request at a time",
        ("page", "status", "kB", "first, ms", "median, ms", "95 %, ms", "processor, ms"),
        [
            (one.page, one.status, one.bytes / _MS, one.first, one.median, one.p95, one.cpu)
            for one in asked
        ],
    )
    there = {one.page for one in asked if one.status == httpx.codes.OK}
    few = {page: address for page, address in pages.items() if page in there}
    taken = ask_at_once(client, few, 5)
    table(
        "The desk",
        ("", ""),
        [
            ("seconds until it listens", f"{opening[0]:.1f}"),
            ("milliseconds of the very first page, with the secret", f"{opening[1] * _MS:.0f}"),
            (
                f"{len(taken)} requests, {_AT_ONCE} at once: median, 95 %",
                f"{statistics.median(taken):.0f} ms, {_p95(taken):.0f} ms",
            ),
            ("memory", f"{resident(process) / _MB:,.0f} MB"),
            ("load of the machine", f"{os.getloadavg()[0]:.1f}"),
        ],
    )
