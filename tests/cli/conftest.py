import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "sarn-bridge"


@dataclass
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def rashomon(tmp_path):
    """Run the command in an empty folder, as a user would who has nothing in his home."""
    home = {**os.environ, "HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "home")}

    def run(*arguments, stdin=None, env=None):
        done = subprocess.run(
            [sys.executable, "-m", "rashomon", *map(str, arguments)],
            cwd=tmp_path,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            timeout=300,
            check=False,
            env=env or home,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def examples():
    return EXAMPLES
