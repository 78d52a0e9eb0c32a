"""A PostgreSQL server of the tests' own: a temporary folder, a socket in it, no network."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

ROOT = 0


def programs():
    """Return the folder of the server's programs, or ``None``."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: one.parent.name)
    found = shutil.which("pg_ctl")
    folders = [Path(found).resolve().parent] if found else []
    for folder in [*reversed(known), *folders]:
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    return None


@contextmanager
def running(folder):
    """Run a server and yield the address of its database.

    Args:
        folder: that of its programs.
    """
    # the path of a socket may be no longer than 107 bytes, and anyone must be able to go there
    home = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    user = "nobody" if os.geteuid() == ROOT else None  # the server refuses to run as root
    if user:
        shutil.chown(home, user)

    def run(*command):
        subprocess.run(command, cwd=home, user=user, check=True, capture_output=True, timeout=120)

    data = home / "data"
    try:
        run(folder / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "-N",
            "--locale=C")  # fmt: skip
        options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync=off"
        run(folder / "pg_ctl", "-D", data, "-w", "-s", "-l", home / "log", "-o", options, "start")
        try:
            yield f"postgresql:///postgres?host={home}&user=tester"
        finally:
            run(folder / "pg_ctl", "-D", data, "-m", "immediate", "-s", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
