"""What a dossier costs: time and size, of incidents with more and more documents.

A case is filled with a large incident (``evaluation.large``), and its dossier is made as
``rashomon report`` does once the case is open: what compares is loaded, the accounts are read and
compared, the page is written.
"""

import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from evaluation.large import enlarged, told_accounts, write_case
from evaluation.memory import seconds_of_ended
from evaluation.show import table
from rashomon.pipeline.comparing import accounts_of
from rashomon.pipeline.dossier import prepare, view_of
from rashomon.render.dossier.page import dossier_page
from rashomon.runner.comparing import load_sharing_comparer
from rashomon.runner.copies import share_each
from rashomon.runner.cycles import look_for_cycles_seldom
from rashomon.settings import Settings
from rashomon.store import open_case

_SIZES = (50, 200, 1000)
_MB = 1e6

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """What a step took.

    Attributes:
        name: what is done.
        seconds: on the clock.
        cpu: seconds of processor time, of copies of the process too.
    """

    name: str
    seconds: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Cost:
    """What a dossier cost.

    Attributes:
        documents: of its incident.
        steps: what each step took.
        bytes: the size of the page.
        peak: memory of the process at its peak, in bytes.
    """

    documents: int
    steps: tuple[Step, ...]
    bytes: int
    peak: int


def cost_of(case: Path) -> Cost:
    """Return what the dossier of the incident of a case costs, in this process."""
    look_for_cycles_seldom()
    steps: list[Step] = []

    def timed(name: str, do: Callable[[], T]) -> T:
        start, before = time.perf_counter(), _processor_seconds()
        done = do()
        steps.append(
            Step(name, time.perf_counter() - start, _processor_seconds() - before),
        )
        return done

    with open_case(str(case), read_only=True) as held:
        comparer = timed(
            "load what compares", lambda: load_sharing_comparer(partial(prepare, Settings()))
        )
        accounts = timed("read the accounts", lambda: accounts_of(held, "i1"))
        comparison = timed("compare them", lambda: accounts.compared(comparer))
        view = timed(
            "gather the rest",
            lambda: view_of(held, case.name, accounts, comparison, Settings()),
        )
        page = timed("write the page", lambda: dossier_page(view, share_each))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Cost(len(accounts.readings), tuple(steps), len(page.encode()), peak)


def _cost_apart(case: Path) -> Cost:
    """Return the cost in a process of its own, as the command is, with the modules loaded."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as pool:
        return pool.submit(cost_of, case).result()


def _seconds(cost: Cost) -> float:
    return sum(step.seconds for step in cost.steps)


def _processor_seconds() -> float:
    return time.process_time() + seconds_of_ended()


def command(
    documents: Annotated[int, typer.Option(help="The most documents of an incident.")] = _SIZES[-1],
    rounds: Annotated[
        int, typer.Option(help="The best of so many counts: machines are shared.")
    ] = 3,
) -> None:
    """What the dossier of an incident costs, by its documents."""
    told = told_accounts()
    costs = []
    with tempfile.TemporaryDirectory() as folder:
        for size in (one for one in _SIZES if one <= documents):
            case = Path(folder, f"{size}.case")
            write_case(case, enlarged(told, size))
            costs.append(min((_cost_apart(case) for _ in range(rounds)), key=_seconds))
    names = [step.name for step in costs[0].steps]
    columns = [f"{one.documents:,} documents" for one in costs]
    rows: list[tuple[str, ...]] = [
        (name, *(_both(one.steps[at].seconds, one.steps[at].cpu) for one in costs))
        for at, name in enumerate(names)
    ]
    rows += [
        (
            "together",
            *(
                _both(sum(s.seconds for s in one.steps), sum(s.cpu for s in one.steps))
                for one in costs
            ),
        ),
        ("size of the page", *(f"{one.bytes / _MB:.2f} MB" for one in costs)),
        ("memory at the peak", *(f"{one.peak / _MB:,.0f} MB" for one in costs)),
    ]
    table("A dossier: seconds on the clock (of processor time)", ("", *columns), rows)
    typer.echo(f"load of the machine: {os.getloadavg()[0]:.1f}")


def _both(seconds: float, cpu: float) -> str:
    return f"{seconds:.2f} ({cpu:.2f})"
