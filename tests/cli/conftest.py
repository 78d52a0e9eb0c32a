import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rashomon.render.schemas import schema

EXAMPLES = Path(__file__).parents[2] / "examples" / "sarn-bridge"


@dataclass
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def environment(tmp_path):
    """The environment of a user who has nothing in his home, and asks for no width."""
    home = str(tmp_path / "home")
    known = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return {**known, "HOME": home, "XDG_CONFIG_HOME": home}


@pytest.fixture
def rashomon(tmp_path, environment):
    """Run the command in an empty folder."""

    def run(*arguments, stdin=None, env=None):
        done = subprocess.run(
            [sys.executable, "-m", "rashomon", *map(str, arguments)],
            cwd=tmp_path,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            timeout=300,
            check=False,
            env=env or environment,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def examples():
    return EXAMPLES


def record(ran, name):
    """Return what a command wrote, held against the schema of its format."""
    assert (ran.status, ran.err) == (0, "")
    value = json.loads(ran.out)
    Draft202012Validator(schema(name)).validate(value)
    return value


@pytest.fixture(scope="session")
def example_case(tmp_path_factory):
    """A case with the reports of the example, made once."""
    folder = tmp_path_factory.mktemp("example")
    command = [sys.executable, "-m", "rashomon", "add", "sarn.case", str(EXAMPLES), "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    assert b"13 documents added" in done.stdout
    return folder / "sarn.case"


@pytest.fixture
def on_case(rashomon, example_case, tmp_path):
    """Run a command on a copy of that case."""
    shutil.copy(example_case, tmp_path / "sarn.case")
    return lambda command, *arguments: rashomon(command, "sarn.case", *arguments)
