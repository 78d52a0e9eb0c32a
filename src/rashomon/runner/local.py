"""Many documents on one machine: batches over processes, results in the order of the inputs."""

import logging
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from functools import cache
from itertools import chain, islice
from typing import TypeAlias, TypeVar

from pebble import ProcessExpired, ProcessPool

from rashomon.model.errors import ReadingError
from rashomon.model.failure import Failure
from rashomon.pipeline.reading import (
    Input,
    Result,
    broken_off,
    bytes_at_hand,
    load_reader,
    name_of,
)
from rashomon.runner.interrupts import interrupts_for_this_process
from rashomon.runner.memory import return_large_blocks
from rashomon.settings import Settings

BATCH = 4
"""Inputs that one process works on at once: few, so that little is lost by breaking off."""

_FEW = 4
"""Batches that one process works through: for so few, starting others would take longer."""

BATCH_BYTES = 4_000_000
"""A batch whose inputs hold as many bytes is full: what waits for the processes is in memory."""

_AHEAD = 2

log = logging.getLogger(__name__)

T = TypeVar("T")

Work: TypeAlias = Callable[[Input], list[T | Failure]]
"""What is done with one input: it may hold several documents."""

Maker: TypeAlias = Callable[[Settings, int], Work[T]]
"""Makes ready for the work, on so many threads: a function of a module, for processes."""

Batch: TypeAlias = list[Input]
Future: TypeAlias = futures.Future[list[T | Failure]]


def read_all(inputs: Iterable[Input], settings: Settings) -> Iterator[Result]:
    """Yield the reading of every document behind ``inputs``, or its failure, in order.

    Raises:
        ModelError: the package's model cannot be loaded.
    """
    return work_through(inputs, load_reader, settings)


def work_through(
    inputs: Iterable[Input], make: Maker[T], settings: Settings
) -> Iterator[T | Failure]:
    """Yield what the work makes of every document behind ``inputs``, or its failure, in order.

    A few batches are worked on in this process. More are spread over ``settings.runner.jobs``
    processes; there, one that dies or takes longer than ``settings.runner.timeout`` costs only the
    document that it was at.

    Args:
        inputs: what there is to read.
        make: makes ready for the work, once in each process.
        settings: how it is done.

    Raises:
        ModelError: the package's model cannot be loaded.
    """
    batches = _batches(inputs)
    ahead = list(islice(batches, _FEW + 1))
    jobs = settings.runner.jobs or _cores()
    if len(ahead) > _FEW and jobs > 1:
        yield from _spread(chain(ahead, batches), make, settings, jobs)
        return
    work = make(settings, jobs)
    for batch in chain(ahead, batches):
        yield from _work(batch, work)


def _cores() -> int:
    """Return the processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(inputs: Iterable[Input]) -> Iterator[Batch]:
    """Yield inputs in batches: as many as one is, or fewer that hold much."""
    batch: Batch = []
    size = 0
    for item in inputs:
        batch.append(item)
        size += bytes_at_hand(item)
        if len(batch) == BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _spread(
    batches: Iterator[Batch], make: Maker[T], settings: Settings, jobs: int
) -> Iterator[T | Failure]:
    pending: deque[tuple[Batch, Future[T]]] = deque()
    with ProcessPool(max_workers=jobs, context=multiprocessing.get_context("spawn")) as pool:
        try:
            for batch in batches:
                pending.append((batch, _schedule(pool, batch, make, settings)))
                if len(pending) > jobs * _AHEAD:
                    yield from _collect(pool, *pending.popleft(), make, settings)
            while pending:
                yield from _collect(pool, *pending.popleft(), make, settings)
        finally:
            # interrupted, or nobody wants the rest: what is being read is not waited for;
            # stopped first, since other processes would take the place of those that are cancelled
            stop: Callable[[], None] = pool.stop
            stop()
            for _, future in pending:
                future.cancel()


def _schedule(pool: ProcessPool, batch: Batch, make: Maker[T], settings: Settings) -> Future[T]:
    timeout = settings.runner.timeout * len(batch) or None
    with interrupts_for_this_process():
        scheduled: Future[T] = pool.schedule(
            _work_in_process, args=[batch, make, settings], timeout=timeout
        )
    return scheduled


def _collect(
    pool: ProcessPool, batch: Batch, future: Future[T], make: Maker[T], settings: Settings
) -> Iterator[T | Failure]:
    """Yield the results of a batch; where its process was lost, those of its inputs one by one."""
    try:
        results = future.result()
    except KeyboardInterrupt:
        future.cancel()
        raise
    except (ProcessExpired, TimeoutError) as error:
        if len(batch) == 1:
            yield _lost(batch[0], error, settings)
            return
        for item in batch:
            again = _schedule(pool, [item], make, settings)
            yield from _collect(pool, [item], again, make, settings)
        return
    yield from results


@cache
def _work_of_process(make: Maker[T], settings: Settings) -> Work[T]:
    return_large_blocks()
    return make(settings, 1)


def _work_in_process(batch: Batch, make: Maker[T], settings: Settings) -> list[T | Failure]:
    return list(_work(batch, _work_of_process(make, settings)))


def _work(batch: Batch, work: Work[T]) -> Iterator[T | Failure]:
    for item in batch:
        try:
            yield from work(item)
        except Exception as error:
            # a fault of ours must not stop the reading of an archive
            log.exception("%s: the reading broke off", name_of(item))
            yield broken_off(name_of(item), error)


def _lost(item: Input, error: Exception, settings: Settings) -> Failure:
    name = name_of(item)
    if isinstance(error, TimeoutError):
        return Failure(
            name,
            ReadingError(
                f"took longer than {settings.runner.timeout:g} seconds",
                where=name,
                remedy="raise [runner] timeout in the settings; 0 is no limit",
            ),
        )
    return Failure(
        name,
        ReadingError(
            "its process died",
            where=name,
            remedy="read it by itself, and report it if it happens again",
        ),
    )
