"""Work in a process of its own, which tells what it does and can be stopped at any time."""

import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from pickle import UnpicklingError
from typing import Any, Generic, TypeVar

from rashomon.model.errors import RashomonError, ReadingError
from rashomon.runner.cycles import look_for_cycles_seldom
from rashomon.runner.interrupts import interrupts_for_this_process

_GRACE = 10.0
"""Seconds in which work that is stopped may put in order what it has done."""

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Ended:
    """The last thing that a process tells: how its work ended.

    Attributes:
        error: what it ended with, or ``None``.
        is_broken_off: whether it was interrupted before it was done.
    """

    error: RashomonError | None = None
    is_broken_off: bool = False


class Apart(Generic[T]):
    """Work that is done in a process of its own.

    The process is interrupted as by Ctrl-C where it is to stop, and where the process that started
    it is gone; what does not end then is killed.

    Args:
        work: does it: a function of a module. It takes what to call with each thing that is to be
            told, after ``args``.
        args: what else it is called with; it must survive the way between processes.
    """

    def __init__(self, work: Callable[..., None], *args: object) -> None:
        context = multiprocessing.get_context("spawn")
        self._told, telling = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(work, args, telling))
        self._telling = telling
        self._is_broken_off = False
        self._until: float | None = None
        self._stopping = threading.Lock()

    def events(self) -> Iterator[T]:
        """Start the process, and yield what it tells until it ends.

        Raises:
            RashomonError: what the work ended with; ``ReadingError`` where its process was lost.
        """
        if os.name == "posix":
            # it would be started with the first process, and lets interrupts through after that
            resource_tracker.ensure_running()
        with interrupts_for_this_process():
            self._process.start()
        self._telling.close()
        ended = _Ended(_lost())
        try:
            for told in self._received():
                if isinstance(told, _Ended):
                    ended = told
                    break
                yield told
        except GeneratorExit:  # nobody wants the rest
            self.stop()
            raise
        finally:
            self._end()
        self._is_broken_off = ended.is_broken_off
        if ended.error and not self.is_stopped:
            raise ended.error

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to stop before it was done."""
        return self._is_broken_off or self._until is not None

    def stop(self) -> None:
        """Let the work end as soon as it can; from any thread, as often as one likes."""
        with self._stopping:
            if self._until is None and self._process.is_alive():
                self._until = time.monotonic() + _GRACE
                _interrupt(self._process.pid)

    def _received(self) -> Iterator[Any]:
        while True:
            left = None if self._until is None else self._until - time.monotonic()
            if left is not None and left <= 0:
                return
            ready = wait([self._told, self._process.sentinel], 0.5 if left is None else left)
            if self._told in ready:
                try:
                    yield self._told.recv()
                # an interrupt in the middle of a message leaves half of it
                except (EOFError, OSError, UnpicklingError):
                    return
            elif ready and not self._told.poll():  # it told nothing more before it ended
                return

    def _end(self) -> None:
        """Wait for the process, not for ever, and give back what it held."""
        left = (self._until or 0.0) - time.monotonic()
        self._process.join(max(left, 0.0) if self._until else None)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._told.close()


def _lost() -> RashomonError:
    what = "the process that did the work was lost"
    return ReadingError(what, remedy="try again, with fewer documents at once if memory is short")


def _interrupt(process: int | None) -> None:
    if process is not None:
        with suppress(ProcessLookupError):  # it has just ended
            os.kill(process, signal.SIGINT)


def _do(work: Callable[..., None], args: tuple[object, ...], telling: Connection) -> None:
    """Do the work in its process, and tell how it ended."""
    look_for_cycles_seldom()
    threading.Thread(target=_watch, daemon=True).start()
    try:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
        work(*args, telling.send)
        ended = _Ended()
    except (KeyboardInterrupt, BrokenPipeError):
        ended = _Ended(is_broken_off=True)
    except RashomonError as error:
        ended = _Ended(error)
    except Exception as error:
        log.exception("the work broke off")
        ended = _Ended(_unforeseen(error))
    with suppress(BrokenPipeError):
        telling.send(ended)


def _unforeseen(error: Exception) -> RashomonError:
    what = f"the work broke off ({type(error).__name__}: {error})"
    return ReadingError(what, remedy="this is a fault of Rashomon: please report it")


def _watch() -> None:
    """Interrupt this process when the one that started it is gone, and end it for certain."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(_GRACE)
        os._exit(1)
