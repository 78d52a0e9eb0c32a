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
        meanwhile: what this process may do while it would wait for others; or nothing.

    Raises:
        ModelError: a file of the relation model is missing or damaged.
    """
    of_each = partial(share, meanwhile=meanwhile) if meanwhile else share
    return replace(load_comparer(threads=os.cpu_count() or 1), of_each=of_each)
