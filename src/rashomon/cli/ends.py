"""How a command ends: its status, and what it says on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
"""Something could not be read; the command makes no sense as given; Ctrl-C."""


def complain(message: str) -> None:
    """Say on standard error what went wrong, without characters that steer a terminal."""
    from rashomon.render.plain import plain

    typer.echo(f"rashomon: {plain(message)}", err=True)


def tell(step: str) -> None:
    """Say on standard error which step of long work begins, where a person may be looking."""
    if sys.stderr.isatty():
        complain(step)


@contextmanager
def interruptible(what_stays: str) -> Iterator[None]:
    """End the command where Ctrl-C breaks its work off, and say what stays of it."""
    try:
        yield
    except KeyboardInterrupt:
        complain(f"interrupted; {what_stays}")
        raise typer.Exit(INTERRUPTED) from None
