"""Many documents on one machine: batches over processes, results in the order of the inputs."""

import logging
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent import futures
from functools import cache
from itertools import chain, islice
from typing import TypeAlias

from pebble import ProcessExpired, ProcessPool

from rashomon.analysis.analyser import Analyser
from rashomon.model.errors import ReadingError
from rashomon.model.failure import Failure
from rashomon.pipeline.reading import Input, Result, broken_off, name_of, read_input
from rashomon.pipeline.resources import load_analyser
from rashomon.runner.memory import return_large_blocks
from rashomon.settings import Settings

BATCH = 16
"""Inputs that one process reads at once."""

_AHEAD = 2

log = logging.getLogger(__name__)

Batch: TypeAlias = list[Input]
Future: TypeAlias = futures.Future[list[Result]]


def read_all(inputs: Iterable[Input], settings: Settings) -> Iterator[Result]:
    """Yield the reading of every document behind ``inputs``, or its failure, in order.

    One batch is read in this process. More are spread over ``settings.runner.jobs`` processes;
    there, one that dies or takes longer than ``settings.runner.timeout`` costs only the document
    that it was reading.

    Raises:
        ModelError: the package's model cannot be loaded.
    """
    batches = _batches(inputs)
    ahead = list(islice(batches, 2))
    jobs = settings.runner.jobs or _cores()
    if len(ahead) > 1 and jobs > 1:
        yield from _spread(chain(ahead, batches), settings, jobs)
        return
    analyser = load_analyser(settings.analysis, threads=jobs)
    for batch in chain(ahead, batches):
        yield from _read(batch, settings, analyser)


def _cores() -> int:
    """Return the processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _batches(inputs: Iterable[Input]) -> Iterator[Batch]:
    iterator = iter(inputs)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _spread(batches: Iterator[Batch], settings: Settings, jobs: int) -> Iterator[Result]:
    pending: deque[tuple[Batch, Future]] = deque()
    with ProcessPool(max_workers=jobs, context=multiprocessing.get_context("spawn")) as pool:
        try:
            for batch in batches:
                pending.append((batch, _schedule(pool, batch, settings)))
                if len(pending) > jobs * _AHEAD:
                    yield from _collect(pool, *pending.popleft(), settings)
            while pending:
                yield from _collect(pool, *pending.popleft(), settings)
        finally:
            # interrupted, or nobody wants the rest: what is being read is not waited for
            for _, future in pending:
                future.cancel()


def _schedule(pool: ProcessPool, batch: Batch, settings: Settings) -> Future:
    timeout = settings.runner.timeout * len(batch) or None
    return pool.schedule(_read_in_worker, args=[batch, settings], timeout=timeout)


def _collect(
    pool: ProcessPool, batch: Batch, future: Future, settings: Settings
) -> Iterator[Result]:
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
            yield from _collect(pool, [item], _schedule(pool, [item], settings), settings)
        return
    yield from results


@cache
def _worker_analyser(settings: Settings) -> Analyser:
    return_large_blocks()
    return load_analyser(settings.analysis, threads=1)


def _read_in_worker(batch: Batch, settings: Settings) -> list[Result]:
    return list(_read(batch, settings, _worker_analyser(settings)))


def _read(batch: Batch, settings: Settings, analyser: Analyser) -> Iterator[Result]:
    for item in batch:
        try:
            yield from read_input(item, settings, analyser)
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
