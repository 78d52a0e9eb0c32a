"""Comparing with all processors of the machine."""

import os
from dataclasses import replace

from rashomon.compare.comparing import Comparer
from rashomon.pipeline.resources import load_comparer
from rashomon.runner.copies import share


def load_sharing_comparer() -> Comparer:
    """Return what compares accounts; documents and pairs of claims are shared among processors.

    Raises:
        ModelError: a file of the relation model is missing or damaged.
    """
    return replace(load_comparer(threads=os.cpu_count() or 1), of_each=share)
