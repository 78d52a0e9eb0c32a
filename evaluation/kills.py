"""Whether a case stays whole when what fills it is killed, again and again, at random moments."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from evaluation.generated import write
from evaluation.show import console
from rashomon.model.case import Verified
from rashomon.store import open_case

FAILED = 1
_LEAST_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of killing.

    Attributes:
        kills: how often the command was killed while it ran.
        broken: after how many of these the case did not verify.
        is_same: whether the case holds, at the end, what an uninterrupted run gives.
        cases: how many cases were filled from nothing for it.
    """

    kills: int
    broken: int
    is_same: bool
    cases: int


def kill_often(folder: Path, documents: int, times: int, seed: int = 0) -> Killed:
    """Fill cases with ``documents`` generated reports, killing the command ``times`` times.

    About half of the time its worker processes are killed with it, else the command alone. After
    each kill the case is verified, and the same command goes on. A case that is full is compared
    with one that was filled without interruption, and the next is begun.
    """
    reports = folder / "reports.jsonl"
    write(documents, reports, seed)
    whole = folder / "whole.case"
    start = time.monotonic()
    subprocess.run(_command(whole, reports), check=True)
    longest = time.monotonic() - start
    wanted = _verified(whole).digest
    chance = random.Random(seed)
    kills = broken = cases = 0
    is_same = True
    while kills < times:
        cases += 1
        case = folder / f"killed{cases}.case"
        is_full = False
        while not is_full and kills < times:
            is_full = not _run_and_kill(case, reports, chance.uniform(_LEAST_SECONDS, longest))
            kills += not is_full
            broken += case.exists() and bool(_verified(case).breaks)
        subprocess.run(_command(case, reports), check=True)
        is_same = is_same and _verified(case).digest == wanted
    return Killed(kills, broken, is_same, cases)


def _command(case: Path, reports: Path) -> list[str]:
    return [sys.executable, "-m", "rashomon", "add", str(case), str(reports), "--quiet"]


def _run_and_kill(case: Path, reports: Path, after: float) -> bool:
    """Run the command and kill it; return whether it still ran then."""
    process = subprocess.Popen(
        _command(case, reports), stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(after)
        return False
    except subprocess.TimeoutExpired:
        if random.Random(after).random() < 1 / 2:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        return True


def _verified(case: Path) -> Verified:
    held = open_case(str(case), read_only=True)
    try:
        return held.verify()
    finally:
        held.close()


def command(
    times: Annotated[int, typer.Option(help="How often the command is killed.")] = 50,
    documents: Annotated[int, typer.Option(help="How many reports are added.")] = 400,
    seed: Annotated[int, typer.Option(help="What the moments depend on.")] = 0,
) -> None:
    """Kill an ingest at random moments, and check that nothing is lost or broken."""
    with tempfile.TemporaryDirectory() as folder:
        found = kill_often(Path(folder), documents, times, seed)
    console.print(
        f"{found.kills} kills while {found.cases} cases were filled: "
        f"{found.broken} left a case that does not verify; in the end "
        f"{'all hold' if found.is_same else 'NOT all hold'} what an uninterrupted run gives"
    )
    if found.broken or not found.is_same:
        raise typer.Exit(FAILED)
