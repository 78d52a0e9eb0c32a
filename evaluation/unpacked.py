"""A corpus as a file that the command line reads."""

import gzip
import shutil
from pathlib import Path


def unpacked(source: Path, target: Path) -> None:
    """Write the JSON lines of a corpus to ``target``."""
    with gzip.open(source) as packed, target.open("wb") as plain:
        shutil.copyfileobj(packed, plain)
