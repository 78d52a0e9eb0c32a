"""Other processes that have a case open."""

import subprocess
import sys

_HEAD = """
import sys
from rashomon.store import open_case
from tests.store.making import DAM, BRIDGE, entry
path = sys.argv[1]
"""


def run(path, script):
    """Run a script with the address of a case, as ``path``, in another process."""
    return subprocess.Popen(
        [sys.executable, "-c", _HEAD + script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
