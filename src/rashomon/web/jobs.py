"""Jobs: what takes too long for an answer is done one after another, and anyone can look on."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from rashomon.model.errors import RashomonError, ReadingError, UnknownItemError
from rashomon.runner.filling import Event
from rashomon.web.job import Job, Kind, State

_LINKING: tuple[Kind, ...] = ("linking", "rereading")
_KEPT = 50

log = logging.getLogger(__name__)


class Work(Protocol):
    """What a job does; ``rashomon.runner.apart.Apart`` is one."""

    def events(self) -> Iterator[Event]:
        """Do it, and yield what happens; raises a ``RashomonError`` where it cannot be done."""
        ...

    def stop(self) -> None:
        """Let it end as soon as it can; from any thread."""
        ...

    @property
    def is_stopped(self) -> bool:
        """Whether it ended before it was done."""
        ...


@dataclass(slots=True)
class _Put:
    """A job that waits or runs: its work, and what is to be done after it."""

    number: int
    work: Work
    then: Callable[[], None]


def _nothing() -> None: ...


class Jobs:
    """The jobs of a desk: one runs at a time, the others wait for it; safe to ask from any thread.

    What a job has stored stays, whatever ends it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ended = threading.Condition(self._lock)
        self._jobs: dict[int, Job] = {}
        self._waiting: deque[_Put] = deque()
        self._running: _Put | None = None
        self._thread: threading.Thread | None = None

    def start(self, kind: Kind, about: str, work: Work, then: Callable[[], None] = _nothing) -> Job:
        """Put a job at the end of those that wait; return it.

        What is done with all that the case holds by then (reading again what is to be, finding
        origins and incidents) is not put there twice where it waits already.

        Args:
            kind: what it does.
            about: what it does that with, for people.
            work: does it.
            then: is called when it is over, however it ended.
        """
        with self._lock:
            if same := self._waiting_as(kind):
                self._jobs[same.number] = replace(same, about=about or same.about)
                return self._jobs[same.number]
            number = max(self._jobs, default=0) + 1
            self._jobs[number] = Job(number, kind, about, asked_at=_now())
            self._waiting.append(_Put(number, work, then))
            for old in list(self._jobs)[:-_KEPT]:
                if self._jobs[old].is_over:
                    del self._jobs[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work_through, daemon=True)
                self._thread.start()
            return self._jobs[number]

    def _waiting_as(self, kind: Kind) -> Job | None:
        """Return the job that waits and does all that another of a kind would do."""
        does: Mapping[Kind, Sequence[Kind]] = {"rereading": ("rereading",), "linking": _LINKING}
        waiting = (self._jobs[one.number] for one in self._waiting)
        return next((one for one in waiting if one.kind in does.get(kind, ())), None)

    def current(self) -> Job | None:
        """Return the job that runs, or the first that waits; ``None`` where there is none."""
        with self._lock:
            return next((one for one in self._jobs.values() if not one.is_over), None)

    def all(self) -> tuple[Job, ...]:
        """Return the jobs of this desk that are remembered, the last first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def job(self, number: int) -> Job:
        """Return a job as it stands.

        Raises:
            UnknownItemError: there is no such job, or it is long over.
        """
        with self._lock:
            return self._job(number)

    def stop(self, number: int) -> Job:
        """Let a job end as soon as it can; return it as it stands then. One that is over stays.

        Raises:
            UnknownItemError: there is no such job.
        """
        after = _nothing
        with self._lock:
            job = self._job(number)
            if job.state == "waiting":
                put = next(one for one in self._waiting if one.number == number)
                self._waiting.remove(put)
                self._end(number, "stopped")
                after = put.then
            elif not job.is_over and self._running:
                self._jobs[number] = replace(job, state="stopping")
                after = self._running.work.stop
        after()
        return self.job(number)

    def wait(self, number: int, seconds: float) -> Job:
        """Return a job once it is over, or as it stands when the time is.

        Raises:
            UnknownItemError: there is no such job.
        """
        with self._lock:
            self._ended.wait_for(lambda: self._job(number).is_over, seconds)
            return self._job(number)

    def close(self) -> None:
        """Stop all jobs, and wait until they have put in order what they did."""
        for job in self.all():
            if not job.is_over:
                self.stop(job.number)
        thread = self._thread
        if thread:
            thread.join()

    def _job(self, number: int) -> Job:
        if number not in self._jobs:
            raise UnknownItemError(
                f"there is no job {number}", remedy="it may be of a desk that was closed since"
            )
        return self._jobs[number]

    def _work_through(self) -> None:
        """Do one job after another until none waits."""
        while True:
            with self._lock:
                self._running = self._waiting.popleft() if self._waiting else None
                if self._running is None:
                    self._thread = None
                    return
                put = self._running
                self._jobs[put.number] = replace(self._jobs[put.number], state="running")
            state, error = self._do(put)
            put.then()
            with self._lock:
                self._end(put.number, state, error)

    def _do(self, put: _Put) -> tuple[State, RashomonError | None]:
        try:
            for event in put.work.events():
                with self._lock:
                    job = self._jobs[put.number]
                    self._jobs[put.number] = job.after(event)
                    is_stopping = job.state == "stopping"
                if is_stopping:  # it may have been asked before the work had begun
                    put.work.stop()
        except RashomonError as error:
            return "failed", error
        except Exception as error:
            log.exception("a job broke off")
            what = f"the job broke off ({type(error).__name__}: {error})"
            return "failed", ReadingError(what, remedy="this is a fault of Rashomon: report it")
        return ("stopped" if put.work.is_stopped else "done"), None

    def _end(self, number: int, state: State, error: RashomonError | None = None) -> None:
        ended = replace(self._jobs[number], state=state, step="", error=error, ended_at=_now())
        self._jobs[number] = ended
        self._ended.notify_all()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
