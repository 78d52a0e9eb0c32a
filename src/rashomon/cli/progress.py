"""How far the work is: a bar where standard error is a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

_SECONDS_BETWEEN_LINES = 10
_ENOUGH_TO_TELL = 10


T = TypeVar("T")


def shown(results: Iterator[T], count: Callable[[], int | None]) -> Iterator[T]:
    """Yield the results, showing on standard error how many there are.

    One document shows no progress; nor does a terminal that the readings themselves fill.

    Args:
        results: what is on its way.
        count: returns how many there will be, where that is known; asked only where it is shown.
    """
    if sys.stdout.isatty() and sys.stderr.isatty():
        return results
    total = count()
    return results if total == 1 else followed(results, "reading", total)


def followed(
    results: Iterator[T],
    words: str,
    total: int | None,
    *,
    beside: Callable[[], int] = lambda: 0,
    things: str = "documents",
) -> Iterator[T]:
    """Yield the results, showing on standard error how many there are, how fast, how long still.

    A bar on a terminal, a line every ten seconds elsewhere.

    Args:
        results: what is on its way.
        words: what is being done.
        total: how many there will be, where that is known.
        beside: how many were done without a result.
        things: what the results are of.
    """
    if sys.stderr.isatty():
        return _bar(results, words, total, beside)
    return _lines(results, words, total, beside, things)


@contextmanager
def bytes_shown(words: str, *, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Give what takes how many bytes are read, of how many, and shows it on standard error.

    A bar on a terminal, a line every ten seconds elsewhere; nothing where ``quiet``.
    """
    if quiet:
        yield None
    elif sys.stderr.isatty():
        columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(words)
            yield lambda done, of: progress.update(task, completed=done, total=of)
    else:
        last = time.monotonic()

        def tell(done: int, of: int) -> None:
            nonlocal last
            if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
                last = time.monotonic()
                typer.echo(f"rashomon: {words}, {done / max(of, 1):.0%}", err=True)

        yield tell


def _bar(
    results: Iterator[T], words: str, total: int | None, beside: Callable[[], int]
) -> Iterator[T]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=total, rate="")
        start = time.monotonic()
        for done, result in enumerate(results, start=1):
            progress.update(task, completed=done + beside(), rate=_rate(done, start))
            yield result


def _lines(
    results: Iterator[T], words: str, total: int | None, beside: Callable[[], int], things: str
) -> Iterator[T]:
    start = last = time.monotonic()
    for done, result in enumerate(results, start=1):
        now = time.monotonic()
        if now - last >= _SECONDS_BETWEEN_LINES:
            last = now
            all_done = done + beside()
            of = f" of {total:,}" if total else ""
            left = _time_left(all_done, total, done / (now - start))
            rate = _rate(done, start)
            typer.echo(f"rashomon: {words}, {all_done:,}{of} {things}, {rate}{left}", err=True)
        yield result


def _rate(done: int, start: float) -> str:
    seconds = time.monotonic() - start
    return f"{done / seconds:.1f} a second" if seconds > 0 else ""


def _time_left(done: int, total: int | None, rate: float) -> str:
    if not total or not rate or done < _ENOUGH_TO_TELL:
        return ""
    minutes, seconds = divmod(round(max(total - done, 0) / rate), 60)
    return f", {minutes} min {seconds} s left" if minutes else f", {seconds} s left"
