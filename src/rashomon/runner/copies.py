"""Work on many things that copies of this process share: they have what it has, at no cost."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from rashomon.runner.interrupts import interrupts_for_this_process

_LEAST = 40
"""Things for which a copy is worth while: it takes some ten milliseconds to make."""

T = TypeVar("T")
R = TypeVar("R")


def _nothing() -> None:
    pass


def share(
    work: Callable[[T], R],
    things: Sequence[T],
    least: int = _LEAST,
    meanwhile: Callable[[], None] = _nothing,
) -> list[R]:
    """Return what work makes of each of some things, in their order.

    Each processor takes as many of them in turn: this process the first, copies of it the others.
    What stands together, and may be of a kind, is so spread over all of them. Where
    there are few things, where it cannot be copied, and where it has threads, which would be
    missing in a copy, it does all the work itself.

    Args:
        work: does it, with no effect but what it returns, which must survive the way between
            processes.
        things: what it is done with.
        least: how many of them are worth a copy.
        meanwhile: what this process does before it waits for copies, which begin after it does.
    """
    processes = min(os.cpu_count() or 1, len(things) // least)
    if processes <= 1 or not _can_be_copied():
        return list(map(work, things))
    copies = [_Copy(work, things[first::processes]) for first in range(1, processes)]
    try:
        own = list(map(work, things[::processes]))
        meanwhile()
        portions = (own, *(copy.result() for copy in copies))
        return [portions[at % processes][at // processes] for at in range(len(things))]
    finally:
        for copy in copies:
            copy.end()


def share_each(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """Return the same of things of which each alone is worth a copy."""
    return share(work, things, least=1)


def _can_be_copied() -> bool:
    is_helper = bool(multiprocessing.current_process().daemon)
    return sys.platform == "linux" and threading.active_count() == 1 and not is_helper


class _Copy(Generic[T, R]):
    """A copy of this process at work.

    Args:
        work: what it does.
        things: with what.
    """

    def __init__(self, work: Callable[[T], R], things: Sequence[T]) -> None:
        context = multiprocessing.get_context("fork")
        self._work, self._things = work, things
        self._made, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, things, sending), daemon=True)
        with interrupts_for_this_process():
            self._process.start()
        sending.close()

    def result(self) -> list[R]:
        """Return what it made; of one that was lost, the same made here."""
        try:
            made: list[R] = self._made.recv()
        except EOFError:
            return list(map(self._work, self._things))
        return made

    def end(self) -> None:
        """End it, whether it is done or not."""
        self._process.kill()
        self._process.join()
        self._made.close()


def _do(work: Callable[[T], R], things: Sequence[T], sending: Connection) -> None:
    with suppress(Exception):  # what goes wrong here goes wrong where the work is done again
        sending.send(list(map(work, things)))
