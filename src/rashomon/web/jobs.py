"""Jobs: what takes too long for an answer is done one after another, and anyone can look on."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal, Protocol

from rashomon.model.case import Addition
from rashomon.model.errors import RashomonError, ReadingError, UnknownItemError
from rashomon.model.failure import Failure
from rashomon.runner.filling import Awaited, Event, LeftOut, Step

Kind = Literal["adding", "linking"]
"""What a job does: it adds documents, or finds origins and incidents anew."""

State = Literal["waiting", "running", "stopping", "done", "stopped", "failed"]
"""How far a job is; the last three are ends."""

_ENDED = ("done", "stopped", "failed")
_KEPT = 50
_ENOUGH_TO_TELL = 10  # documents
_MOST_HELD = 500

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


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands.

    Attributes:
        number: its number, from 1.
        kind: what it does.
        about: what it does that with, for people: ``3 files``.
        state: how far it is.
        step: what is being done right now, as a clause; empty before and after.
        total: how many documents are to be read, where that is known.
        new: how many documents were added.
        versions: how many of them are new versions of articles.
        known: how many were in the case already.
        failed: how many could not be read.
        failures: the first of these.
        documents: the ``id`` of the first documents that were added.
        error: what it ended with, where it failed.
        reading_since: when reading began, in seconds of a clock that only runs on.
        asked_at: when it was asked for, ISO 8601 in UTC.
        ended_at: when it ended.
    """

    number: int
    kind: Kind
    about: str
    state: State = "waiting"
    step: str = ""
    total: int | None = None
    new: int = 0
    versions: int = 0
    known: int = 0
    failed: int = 0
    failures: tuple[Failure, ...] = ()
    documents: tuple[str, ...] = field(default=(), repr=False)
    error: RashomonError | None = None
    reading_since: float | None = None
    asked_at: str = ""
    ended_at: str | None = None

    @property
    def done(self) -> int:
        """How many documents were dealt with."""
        return self.new + self.known + self.failed

    def seconds_left(self, now: float) -> float | None:
        """Return how long reading will take, about; ``None`` where that cannot be told.

        Args:
            now: what the clock of ``reading_since`` says.
        """
        read = self.new + self.failed
        if self.total is None or self.reading_since is None or read < _ENOUGH_TO_TELL:
            return None
        left = max(self.total - self.done, 0)
        return (now - self.reading_since) / read * left

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.state in _ENDED

    def after(self, event: Event) -> "Job":
        """Return the job as it stands after something happened."""
        match event:
            case Step(name):
                return replace(self, step=name)
            case Awaited(number):
                return replace(self, total=number, reading_since=time.monotonic())
            case LeftOut(number):
                return replace(self, known=number)
            case Addition():
                return self._added(event)
            case Failure():
                kept = (*self.failures, event)[:_MOST_HELD]
                return replace(self, failed=self.failed + 1, failures=kept)

    def _added(self, one: Addition) -> "Job":
        if one.outcome == "known":  # the same bytes twice among what was handed over
            return replace(self, known=self.known + 1)
        return replace(
            self,
            new=self.new + 1,
            versions=self.versions + (one.outcome == "version"),
            documents=(*self.documents, one.document)[:_MOST_HELD],
        )


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

        Where finding origins and incidents waits already, it is not put there twice.

        Args:
            kind: what it does.
            about: what it does that with, for people.
            work: does it.
            then: is called when it is over, however it ended.
        """
        with self._lock:
            waiting = (self._jobs[one.number] for one in self._waiting)
            if kind == "linking" and (same := next((w for w in waiting if w.kind == kind), None)):
                return same
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
