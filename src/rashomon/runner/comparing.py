"""Comparing with all processors of the machine."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rashomon.compare.comparing import Comparer
from rashomon.pipeline.resources import load_comparer
from rashomon.runner.copies import share


def load_sharing_comparer(meanwhile: Callable[[], None] | None = None) -> Comparer:
    """Return what compares accounts; documents and pairs of claims are shared among processors.

    Args:
        meanwhile: what this process may do while others begin; or nothing.
    """
    comparer = load_comparer(threads=os.cpu_count() or 1)

    def first() -> None:
        if comparer.load_relater:
            comparer.load_relater()
        if meanwhile:
            meanwhile()

    return replace(comparer, of_each=partial(share, meanwhile=first))
