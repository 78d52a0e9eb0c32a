import os
import signal
import subprocess
import sys
import time

import pytest

from rashomon.model.errors import CaseError, ReadingError
from rashomon.runner.apart import Apart
from tests.runner import works


def test_what_is_told_comes_in_order_until_the_work_is_done():
    work = Apart(works.count, 3)
    assert list(work.events()) == [0, 1, 2]
    assert not work.is_stopped


def test_work_that_is_stopped_puts_in_order_what_it_did(tmp_path):
    work = Apart(works.linger, str(tmp_path / "file"))
    told = []
    for event in work.events():
        told.append(event)
        work.stop()
    assert told == ["begun"]
    assert work.is_stopped
    assert (tmp_path / "file").read_text() == "in order"


def test_work_that_nobody_looks_at_any_longer_ends(tmp_path):
    events = Apart(works.linger, str(tmp_path / "file")).events()
    assert next(events) == "begun"
    events.close()
    assert (tmp_path / "file").exists()


def test_errors_of_the_work_come_through():
    with pytest.raises(CaseError, match=r"a\.case: it is in use; wait"):
        list(Apart(works.refuse).events())
    with pytest.raises(ReadingError, match="ZeroDivisionError: nobody foresaw this"):
        list(Apart(works.stumble).events())
    with pytest.raises(ReadingError, match="was lost"):
        list(Apart(works.die).events())


_STARTER = """
import sys
from rashomon.runner.apart import Apart
from tests.runner import works
if __name__ == "__main__":
    for told in Apart(works.linger, sys.argv[1]).events():
        print(told, flush=True)
"""


def test_work_ends_with_the_process_that_started_it(tmp_path):
    script, file = tmp_path / "starter.py", tmp_path / "file"
    script.write_text(_STARTER)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, script, file], stdout=subprocess.PIPE, env=environment
    ) as starter:
        assert starter.stdout.readline() == b"begun\n"
        starter.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert file.exists()


_STOPPED_AT_ONCE = """
import threading
from rashomon.runner.apart import Apart
from tests.runner import works
if __name__ == "__main__":
    work = Apart(works.count, 3)
    def stop():
        while not work.is_stopped:
            work.stop()
    threading.Thread(target=stop).start()
    print(list(work.events()), work.is_stopped)
"""


def test_work_that_is_stopped_before_it_has_begun_says_nothing(tmp_path):
    script = tmp_path / "starter.py"
    script.write_text(_STOPPED_AT_ONCE)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, env=environment, check=True
    )
    assert (done.stdout, done.stderr) == ("[] True\n", "")
