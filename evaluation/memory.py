"""How much memory the command needs: its processes together, at their peak (Linux)."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS_BETWEEN = 0.1
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a run of the command needed.

    Attributes:
        peak: bytes resident in all its processes at once, at the most. What processes share
            (the libraries) counts in each.
        seconds: how long it took.
        cpu: seconds of processor time of all its processes: other work on the machine slows the
            clock, and this hardly.
        status: its exit status.
    """

    peak: int
    seconds: float
    cpu: float
    status: int


def measure(arguments: Sequence[str]) -> Usage:
    """Run ``rashomon`` with ``arguments`` and return what it needed."""
    start, before = time.monotonic(), seconds_of_ended()
    with subprocess.Popen(
        [sys.executable, "-m", "rashomon", *arguments], stdout=subprocess.DEVNULL
    ) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(_SECONDS_BETWEEN)
    cpu = seconds_of_ended() - before
    return Usage(peak, time.monotonic() - start, cpu, process.returncode)


def seconds_of_ended() -> float:
    """Return the processor time of all processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def processor_seconds(number: int) -> float:
    """Return the processor time that a running process has taken until now."""
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def resident(root: int) -> int:
    """Return the resident bytes of a process and all its descendants."""
    parents: dict[int, int] = {}
    resident: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
            pages = int((folder / "statm").read_text().split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        number = int(folder.name)
        parents[number] = int(stat.rpartition(")")[2].split()[1])
        resident[number] = pages * _PAGE
    family = {root}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    return sum(resident.get(number, 0) for number in family)
