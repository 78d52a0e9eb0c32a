import threading
from dataclasses import replace

import pytest

from rashomon.model.case import Addition
from rashomon.model.errors import CaseError, InputError, UnknownItemError
from rashomon.model.failure import Failure
from rashomon.runner.filling import Awaited, LeftOut, Linked, ReadAgain, Step
from rashomon.web.job import Job
from rashomon.web.jobs import Jobs

SOON = 20.0


class Played:
    """Work that plays a list of events, and waits before the last until it may go on."""

    def __init__(self, *events, error=None, is_held=False):
        self._events = events
        self._error = error
        self.may_go_on = threading.Event()
        self.begun = threading.Event()
        self.is_stopped = False
        if not is_held:
            self.may_go_on.set()

    def events(self):
        yield from self._events
        self.begun.set()
        self.may_go_on.wait(SOON)
        if self._error:
            raise self._error

    def stop(self):
        self.is_stopped = True
        self.may_go_on.set()


@pytest.fixture
def jobs():
    made = Jobs()
    yield made
    made.close()


def addition(name, outcome="new", version=1):
    return Addition(f"sha256:{name}", outcome, version)


def test_a_job_says_how_far_it_is_and_what_came_of_it(jobs):
    failure = Failure("b.txt", InputError("there is no text in it"))
    work = Played(
        Step("reading"), Awaited(5), LeftOut(1), addition("a"), failure,
        addition("c", "version", 2), Step("finding incidents"), is_held=True,
    )  # fmt: skip
    number = jobs.start("adding", "5 files", work).number
    work.begun.wait(SOON)
    job = jobs.current()
    assert (job.number, job.state, job.step) == (number, "running", "finding incidents")
    assert (job.total, job.done, job.new, job.versions, job.known, job.failed) == (5, 4, 2, 1, 1, 1)
    assert job.failures == (failure,)
    assert job.documents == ("sha256:a", "sha256:c")
    work.may_go_on.set()
    ended = jobs.wait(number, SOON)
    assert (ended.state, ended.step, ended.error) == ("done", "", None)
    assert ended.ended_at >= ended.asked_at
    assert jobs.current() is None


def test_a_job_says_how_long_reading_will_take_once_that_can_be_told():
    job = Job(1, "adding", "", total=40, reading_since=100.0)
    assert job.seconds_left(110.0) is None
    job = replace(job, new=8, failed=2, known=10)
    assert job.seconds_left(110.0) == 20.0
    assert replace(job, total=None).seconds_left(110.0) is None
    assert replace(job, total=5).seconds_left(110.0) == 0.0


def test_a_job_that_reads_again_is_called_by_that_and_says_what_it_came_to(jobs):
    events = Awaited(2), Step("reading 2 documents again"), ReadAgain(1), ReadAgain(2), Linked(3)
    number = jobs.start("rereading", "2 documents", Played(*events)).number
    job = jobs.wait(number, SOON)
    assert job.name == "Reading 2 documents again, and linking"
    assert (job.total, job.done, job.again, job.incidents) == (2, 2, 2, 3)


def test_the_same_bytes_twice_among_what_is_handed_over_are_known(jobs):
    job = jobs.start("adding", "", Played(addition("a"), addition("a", "known")))
    job = jobs.wait(job.number, SOON)
    assert (job.new, job.known, job.documents) == (1, 1, ("sha256:a",))


def test_jobs_wait_for_each_other_and_those_that_wait_can_be_taken_away(jobs):
    first, second, third = Played(is_held=True), Played(addition("b")), Played(addition("c"))
    over = []
    numbers = [
        jobs.start("adding", name, work, lambda name=name: over.append(name)).number
        for name, work in (("first", first), ("second", second), ("third", third))
    ]
    first.begun.wait(SOON)
    assert jobs.stop(numbers[1]).state == "stopped"
    assert over == ["second"]
    assert jobs.job(numbers[2]).state == "waiting"
    first.may_go_on.set()
    assert jobs.wait(numbers[2], SOON).new == 1
    assert over == ["second", "first", "third"]
    assert [job.about for job in jobs.all()] == ["third", "second", "first"]
    assert not second.begun.is_set()


def test_a_job_that_is_stopped_keeps_what_it_came_to(jobs):
    work = Played(addition("a"), is_held=True)
    number = jobs.start("adding", "", work).number
    work.begun.wait(SOON)
    assert jobs.stop(number).state in ("stopping", "stopped")
    job = jobs.wait(number, SOON)
    assert (job.state, job.new) == ("stopped", 1)
    assert jobs.stop(number).state == "stopped"


def test_what_goes_wrong_is_said_and_the_next_job_runs(jobs):
    refused = CaseError("it is in use", where="a.case", remedy="wait")
    first = jobs.start("adding", "", Played(addition("a"), error=refused))
    second = jobs.start("adding", "", Played(error=ZeroDivisionError("nobody foresaw this")))
    third = jobs.start("adding", "", Played())
    assert jobs.wait(first.number, SOON).error is refused
    assert "nobody foresaw this" in jobs.wait(second.number, SOON).error.what
    assert [jobs.job(one.number).state for one in (first, second)] == ["failed", "failed"]
    assert jobs.wait(third.number, SOON).state == "done"


def test_linking_that_waits_already_is_not_asked_for_twice(jobs):
    running = Played(is_held=True)
    jobs.start("linking", "", running)
    running.begun.wait(SOON)
    waiting = jobs.start("linking", "", Played())
    assert jobs.start("linking", "", Played()).number == waiting.number
    assert len(jobs.all()) == 2
    running.may_go_on.set()


def test_closing_stops_all(jobs):
    works = [Played(is_held=True), Played(is_held=True)]
    for work in works:
        jobs.start("adding", "", work)
    jobs.close()
    assert [job.state for job in jobs.all()] == ["stopped", "stopped"]


def test_only_the_last_jobs_are_remembered(jobs):
    for _ in range(60):
        last = jobs.start("adding", "", Played())
        jobs.wait(last.number, SOON)
    assert len(jobs.all()) == 50
    with pytest.raises(UnknownItemError, match="there is no job 1"):
        jobs.job(1)
