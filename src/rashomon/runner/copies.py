"""Work on many things that copies of this process share: they have what it has, at no cost."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from rashomon.runner.interrupts import interrupts_for_this_process

_LEAST = 40
"""Things for which a copy is worth while: it takes some ten milliseconds to make."""
_PORTIONS_EACH = 40
_MOST_PORTIONS = 256
"""How many the numbers of one byte tell apart."""

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

    This process and copies of it take them in portions, each the next when it is done with one, so
    that all are busy to the end whatever a thing costs and whatever else runs. Where
    there are few things, where it cannot be copied, and where it has threads, which would be
    missing in a copy, it does all the work itself.

    Args:
        work: does it, with no effect but what it returns, which must survive the way between
            processes.
        things: what it is done with.
        least: how many of them are worth a copy.
        meanwhile: what this process does first while copies begin.
    """
    processes = min(os.cpu_count() or 1, len(things) // least, _MOST_PORTIONS)
    if processes <= 1 or not _can_be_copied():
        return list(map(work, things))
    portions = _Portions(work, things, processes)
    copies: list[_Copy[R]] = []
    try:
        copies += (_Copy(portions, first) for first in range(1, processes))
        meanwhile()
        made: dict[int, list[R]] = {}
        for number, some in portions.taken(0):
            made[number] = some
            for copy in copies:
                made.update(copy.made(is_awaited=False))
        for copy in copies:
            made.update(copy.made(is_awaited=True))
        return list(chain.from_iterable(portions.whole(made)))
    finally:
        for copy in copies:
            copy.end()
        portions.close()


def share_each(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """Return the same of things of which each alone is worth a copy."""
    return share(work, things, least=1)


def _can_be_copied() -> bool:
    is_helper = bool(multiprocessing.current_process().daemon)
    return sys.platform == "linux" and threading.active_count() == 1 and not is_helper


class _Portions(Generic[T, R]):
    """Portions of work that processes take, none of them twice.

    Their numbers stand in a pipe that this process and its copies read from, a byte for each: who
    reads one takes the portion.

    Args:
        work: what is done.
        things: with what.
        processes: how many do it.
    """

    def __init__(self, work: Callable[[T], R], things: Sequence[T], processes: int) -> None:
        self._work, self._things = work, things
        self._number = min(len(things), processes * _PORTIONS_EACH, _MOST_PORTIONS)
        self._taking, giving = os.pipe()
        os.write(giving, bytes(range(processes, self._number)))
        os.close(giving)

    def taken(self, first: int) -> Iterator[tuple[int, list[R]]]:
        """Do a portion, and others until none is left; yield the number of each, and what it made.

        Args:
            first: the number of the one that nobody else takes.
        """
        yield first, self._of(first)
        while number := os.read(self._taking, 1):
            yield number[0], self._of(number[0])

    def whole(self, made: Mapping[int, list[R]]) -> Iterator[list[R]]:
        """Yield what all portions made, in order; what was lost is made here."""
        for number in range(self._number):
            yield made[number] if number in made else self._of(number)

    def close(self) -> None:
        """Let go of the pipe."""
        os.close(self._taking)

    def _of(self, number: int) -> list[R]:
        start, end = (at * len(self._things) // self._number for at in (number, number + 1))
        return list(map(self._work, self._things[start:end]))


class _Copy(Generic[R]):
    """A copy of this process at work.

    Args:
        portions: what it takes from.
        first: the number of the portion that it begins with.
    """

    def __init__(self, portions: _Portions[Any, R], first: int) -> None:
        context = multiprocessing.get_context("fork")
        self._made, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(portions, first, sending), daemon=True)
        with interrupts_for_this_process():
            self._process.start()
        sending.close()

    def made(self, *, is_awaited: bool) -> Iterator[tuple[int, list[R]]]:
        """Yield the portions that came from it since, with their numbers.

        Args:
            is_awaited: whether to wait for what it still does. One that was lost sends no more.
        """
        with suppress(EOFError, OSError):
            while is_awaited or self._made.poll():
                yield self._made.recv()

    def end(self) -> None:
        """End it, whether it is done or not."""
        self._process.kill()
        self._process.join()
        self._made.close()


def _do(portions: _Portions[Any, R], first: int, sending: Connection) -> None:
    # what goes wrong here goes wrong where the work is done again
    with suppress(Exception), ThreadPoolExecutor(1) as beside:
        for one in portions.taken(first):
            beside.submit(sending.send, one)  # which waits where the reader is busy
