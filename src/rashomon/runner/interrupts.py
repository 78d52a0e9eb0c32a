"""Whom Ctrl-C reaches."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def interrupts_for_this_process() -> Iterator[None]:
    """Let processes that are started meanwhile not be reached by Ctrl-C: it is for this one alone.

    They would break off amid their imports, with a traceback; this process ends them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
