"""What several processes do to one case, whatever holds it."""

import os
import signal

import pytest

from rashomon.store import open_case

from .making import BRIDGE, DAM
from .processes import run


@pytest.fixture
def address(new_location):
    """The address of a case that holds a document."""
    address = new_location()
    with open_case(address, create=True) as case:
        case.add([DAM])
    return address


ADDER = """
with open_case(path) as case:
    for number in range(10**6):
        case.add([entry(f"{number} {one} " + "The gates stayed shut. " * 50) for one in range(20)])
        print(number, flush=True)
"""


def test_a_reader_reads_while_another_process_adds(address):
    with run(address, ADDER) as writer, open_case(address, read_only=True) as case:
        seen = 0
        for _ in range(5):
            writer.stdout.readline()
            now = len(list(case.documents()))
            assert now > seen
            assert (now - 1) % 20 == 0
            seen = now
        writer.kill()


@pytest.mark.parametrize("batches", [1, 3, 6])
def test_a_process_that_is_killed_leaves_whole_batches(address, batches):
    with run(address, ADDER) as writer:
        for _ in range(batches):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
    with open_case(address) as case:
        rows = list(case.documents())
        assert len(rows) >= 1 + 20 * batches
        assert (len(rows) - 1) % 20 == 0
        assert case.verify().breaks == ()
        case.add([BRIDGE])
        assert case.reading(rows[-1].id).document.text.startswith(str((len(rows) - 2) // 20))


def test_processes_that_make_one_case_at_the_same_time_make_one(new_location):
    address = new_location()
    script = (
        "with open_case(path, create=True) as case:\n"
        " print(case.add([DAM, entry(sys.stdin.readline())])[1].outcome)\n"
    )
    makers = [run(address, script) for _ in range(3)]
    said = [maker.communicate(f"report {at}\n")[0] for at, maker in enumerate(makers)]
    assert said == ["new\n"] * 3
    with open_case(address, read_only=True) as case:
        assert len(list(case.documents())) == 4
        assert case.verify().breaks == ()
