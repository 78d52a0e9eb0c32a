"""How long it takes to decide on the words of a report in all documents that print it."""

import tempfile
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from evaluation.large import LargeIncident, enlarged, told_accounts, write_case
from evaluation.show import table
from rashomon.model.document import Provenance, identity
from rashomon.model.incidents import IncidentDocument
from rashomon.model.origins import Origin, Origins
from rashomon.model.reading import Reading
from rashomon.model.spans import Span
from rashomon.pipeline.copying import decide_copies, find_copies
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reviewing import item_decision, put, remake, reviewed
from rashomon.settings import LinkingSettings
from rashomon.store import open_case

Made = TypeVar("Made")


def command(
    documents: Annotated[int, typer.Option(help="Documents of the incident.", min=3)] = 200,
    copies: Annotated[int, typer.Option(help="Of these, print one report.", min=2)] = 60,
    characters: Annotated[int, typer.Option(help="About how long that report is.")] = 3_000,
) -> None:
    """Print how long the copies of a claim take to be found, decided on, and read anew."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copied.case"
        report = _write(path, documents, copies, characters)
        title = f"{copies} of {documents} documents print {len(report.document.text):,} characters"
        table(title, ("", "seconds", "of processor"), _measured(path, report.document.id))


def _measured(path: Path, document: str) -> list[tuple[str, str, str]]:
    rows: list[tuple[str, str, str]] = []

    def timed(what: str, make: Callable[[], Made]) -> Made:
        wall, cpu = time.perf_counter(), time.process_time()
        made = make()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        rows.append((what, f"{wall:.2f}", f"{cpu:.2f}"))
        return made

    linkers = load_linkers(LinkingSettings())
    with open_case(str(path)) as case:
        origins = case.origins()
        seen = reviewed(case, document)
        item = next(one for one in seen.items if one.what == "claim")
        timed("find them", lambda: find_copies(case, document, item, origins))
        values = {"stance": "doubts", "framing": "distancing"}
        decision = item_decision(
            seen.reading, item.what, item.id, "correct", values, reviewer="Mira"
        )
        made = timed("decide on them", lambda: decide_copies(case, decision, origins))
        timed("put that on record", lambda: put(case, decision, copies=made))
        timed("read them anew", lambda: remake(case, linkers))
        timed("find them again", lambda: find_copies(case, document, item, origins))
    return rows


def _write(path: Path, documents: int, copies: int, characters: int) -> Reading:
    """Write a case of an incident, in which many documents print one report; return that."""
    told = told_accounts()
    large = enlarged(told, documents - copies)
    report, events = min(told, key=lambda one: abs(len(one[0].document.text) - characters))
    printed = [_printed(report, number) for number in range(copies)]
    ids = tuple(one.document.id for one in printed)
    named = (*large.incident.documents, *(IncidentDocument(one, "main", events) for one in ids))
    wire = Origin("o0", "agency", "Wire", ids[0], ids)
    write_case(
        path,
        LargeIncident(
            replace(large.incident, documents=named),
            {**large.readings, **{one.document.id: one for one in printed}},
            Origins((wire, *large.origins.origins), large.origins.derivations),
        ),
    )
    return printed[0]


def _printed(report: Reading, number: int) -> Reading:
    """Return the reading of a document that prints a report under a headline of its own."""
    before = f"Paper {number}\n\n"
    text = before + report.document.text
    raw = text.encode("utf-8", "surrogatepass")
    document = replace(
        report.document,
        id=identity(raw),
        text=text,
        publisher=f"Printer {number}",
        url=f"https://printer{number}.example/report",
        provenance=Provenance(raw, "text/plain", "plain/1"),
    )
    read = {one.name: _moved(getattr(report, one.name), len(before)) for one in fields(report)}
    return Reading(**{**read, "document": document})


def _moved(value: Any, shift: int) -> Any:
    if isinstance(value, Span):
        return Span(value.start + shift, value.end + shift)
    if isinstance(value, tuple):
        return tuple(_moved(one, shift) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        moved = {one.name: _moved(getattr(value, one.name), shift) for one in fields(value)}
        return replace(value, **moved)
    return value
