"""Opening the desk from the outside: the command, as people and programs start it."""

import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

_PATIENCE = 60


@contextmanager
def serving(environment, *arguments):
    """Start the desk; give its process, and the first line that it printed."""
    command = [sys.executable, "-m", "rashomon", "serve", *map(str, arguments)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process, process.stdout.readline()
        finally:
            process.kill()


def ended(process, how=signal.SIGINT):
    """Press Ctrl-C, or kill it; return the status, and what was said on standard error."""
    process.send_signal(how)
    _, said = process.communicate(timeout=_PATIENCE)
    return process.returncode, said


def body_of(address, **headers):
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
        return answer.read().decode()


def test_a_case_is_made_where_there_is_none_and_its_desk_says_how_to_fill_it(environment, tmp_path):
    case = tmp_path / "new.case"
    with serving(environment, case, "--port", 0, "--token", "a-secret-of-this-test") as (
        process,
        line,
    ):
        assert line.startswith("The desk is open at http://127.0.0.1:")
        address, token = line.split()[-1].split("?token=")
        assert token == "a-secret-of-this-test"
        page = body_of(f"{address}incidents", Authorization=f"Bearer {token}")
        assert "This case is empty" in page
        with pytest.raises(urllib.error.HTTPError, match="401"):
            body_of(f"{address}incidents")
        status, said = ended(process)
    assert status == 130
    assert "new.case is empty" in said
    assert "the desk is closed" in said
    assert "Traceback" not in said
    assert case.is_file()


def test_a_desk_that_is_killed_closes_the_case_as_one_that_is_interrupted(environment, tmp_path):
    case = tmp_path / "new.case"
    with serving(environment, case, "--port", 0, "--token", "a-secret-of-this-test") as (
        process,
        line,
    ):
        address, token = line.split()[-1].split("?token=")
        body_of(f"{address}incidents", Authorization=f"Bearer {token}")
        status, said = ended(process, signal.SIGTERM)
    assert status == 130
    assert "the desk is closed" in said
    assert "Traceback" not in said
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["new.case"]


def test_each_start_has_a_token_of_its_own(environment, tmp_path):
    tokens = set()
    for _ in range(2):
        with serving(environment, tmp_path / "new.case", "--port", 0) as (process, line):
            tokens.add(line.rpartition("token=")[2].strip())
            ended(process)
    assert len(tokens) == 2
    assert all(len(one) >= 32 for one in tokens)


def test_a_port_in_use_is_said_with_what_to_do(environment, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(environment, tmp_path / "new.case", "--port", port) as (process, line):
            assert line == ""
            assert process.wait(_PATIENCE) == 2
            said = process.stderr.read()
    assert f"127.0.0.1:{port}" in said
    assert "--port" in said
    assert not (tmp_path / "new.case").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--token", "short"), "5 characters, 16 at least; make it longer"),
        (("--host", "no.such.host.invalid"), "--host"),
        (("--port", "70000"), "65535"),
    ],
)
def test_what_makes_no_sense_is_refused(environment, tmp_path, arguments, said):
    with serving(environment, tmp_path / "new.case", *arguments) as (process, line):
        assert line == ""
        assert process.wait(_PATIENCE) == 2
        assert said in process.stderr.read()


def test_what_is_no_case_is_refused_before_anything_is_opened(environment, tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("no case")
    with serving(environment, other, "--port", 0) as (process, line):
        assert line == ""
        assert process.wait(_PATIENCE) == 2
        assert "no case" in process.stderr.read()
    assert other.read_text() == "no case"
