"""A job of a desk as it stands: what it does, how far it is, and what came of it."""

import time
from dataclasses import dataclass, field, replace
from typing import Literal

from rashomon.model.case import Addition
from rashomon.model.errors import RashomonError
from rashomon.model.failure import Failure
from rashomon.runner.filling import Awaited, Event, LeftOut, Linked, ReadAgain, Step

Kind = Literal["adding", "rereading", "linking"]
"""What a job does: it adds documents, reads some again, or finds origins and incidents anew.

Who adds documents or reads them again finds origins and incidents anew as well.
"""

State = Literal["waiting", "running", "stopping", "done", "stopped", "failed"]
"""How far a job is; the last three are ends."""

_ENDED = ("done", "stopped", "failed")
_ENOUGH_TO_TELL = 10  # documents
_MOST_HELD = 500


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
        again: how many documents were read again.
        incidents: how many incidents there are after it, where they were found.
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
    again: int = 0
    incidents: int | None = None
    failures: tuple[Failure, ...] = ()
    documents: tuple[str, ...] = field(default=(), repr=False)
    error: RashomonError | None = None
    reading_since: float | None = None
    asked_at: str = ""
    ended_at: str | None = None

    @property
    def done(self) -> int:
        """How many documents were dealt with."""
        return self.new + self.known + self.failed + self.again

    @property
    def name(self) -> str:
        """What it does, with what, as its page is called: ``Adding 3 files``."""
        if self.kind == "adding":
            return f"Adding {self.about}".rstrip()
        if self.kind == "rereading":
            return f"Reading {self.about} again, and linking"
        return "Finding incidents and origins"

    def seconds_left(self, now: float) -> float | None:
        """Return how long reading will take, about; ``None`` where that cannot be told.

        Args:
            now: what the clock of ``reading_since`` says.
        """
        read = self.new + self.failed + self.again
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
            case ReadAgain(number):
                return replace(self, again=number)
            case Linked(incidents):
                return replace(self, incidents=incidents)
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
