"""Several who decide on one case at the same time, and programs that are killed while they do."""

import os
import signal

import pytest

from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reviewing import conflicts, refresh, reviewed
from rashomon.pipeline.verifying import check_corrections
from rashomon.settings import Settings
from rashomon.store import open_case
from tests.store.making import BRIDGE, DAM
from tests.store.processes import run

DAM_ID = DAM.reading.document.id
STANCES = ("asserts", "denies", "doubts", "alleges", "demands", "asks", "predicts")

DECIDER = """
from rashomon.pipeline.linking import load_linkers
from rashomon.pipeline.reviewing import claim_decision, put, remake
from rashomon.settings import Settings
linkers = load_linkers(Settings().linking)
who, stances, rounds = sys.stdin.readline().split()
document = DAM.reading.document.id
with open_case(path, wait=60) as case:
    for number in range(int(rounds)):
        claim = f"a{number % 2 + 1}"
        now = next(one.stance for one in case.reading(document).attributions if one.id == claim)
        stance = next(one for one in stances.split(",")[number % 2 :] if one != now)
        decision = claim_decision(
            case.reading(document), claim, "correct", stance=stance, reviewer=who
        )
        print(put(case, decision).number, flush=True)
        remake(case, linkers)
"""


@pytest.fixture(scope="module")
def linkers():
    return load_linkers(Settings().linking)


@pytest.fixture
def address(new_location, linkers):
    """The address of a case of two reports that is linked."""
    address = new_location()
    with open_case(address, create=True) as case:
        case.add([DAM, BRIDGE])
        refresh(case, linkers)
    return address


def follows_from_decisions(case):
    """Return whether all that is shown is what the decisions come to, and the case is whole."""
    wrong = [broken for one in check_corrections(case) for broken in one.breaks]
    shown = reviewed(case, DAM_ID).reading
    return (wrong, case.verify().breaks) == ([], ()) and case.reading(DAM_ID) == shown


def test_two_who_decide_at_once_lose_nothing(address, linkers):
    both = [("Mira", ",".join(STANCES), 12), ("Jorun", ",".join(STANCES[::-1]), 12)]
    with run(address, DECIDER) as one, run(address, DECIDER) as other:
        for process, (who, stances, rounds) in zip((one, other), both, strict=True):
            process.stdin.write(f"{who} {stances} {rounds}\n")
            process.stdin.flush()
        said = [process.communicate()[0].split() for process in (one, other)]
    assert [len(each) for each in said] == [12, 12]
    assert sorted(int(number) for each in said for number in each) == list(range(1, 25))
    with open_case(address) as case:
        refresh(case, linkers)
        assert [one.decision.reviewer for one in case.decisions()].count("Mira") == 12
        assert follows_from_decisions(case)
        claims = {one.id: one for one in reviewed(case, DAM_ID).items if one.what == "claim"}
        for conflict in conflicts(case):
            assert {one.reviewer for one in conflict.sides} == {"Mira", "Jorun"}
            assert conflict.holds == max(claims["a1"].decisions) or (
                conflict.holds == max(claims["a2"].decisions)
            )


@pytest.mark.parametrize("lines", [1, 4])
def test_who_is_killed_while_deciding_leaves_what_was_decided(address, linkers, lines):
    with run(address, DECIDER) as process:
        process.stdin.write(f"Mira {','.join(STANCES)} 100000\n")
        process.stdin.flush()
        for _ in range(lines):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with open_case(address) as case:
        assert len(list(case.decisions())) >= lines
        assert case.verify().breaks == ()
        refresh(case, linkers)
        assert follows_from_decisions(case)


def test_one_who_reads_again_and_one_who_decides_end_with_the_same(address, linkers):
    with run(address, DECIDER) as decider, open_case(address, wait=60) as case:
        decider.stdin.write(f"Mira {','.join(STANCES)} 10\n")
        decider.stdin.flush()
        while decider.stdout.readline():
            case.read_again([DAM])
        decider.wait()
        refresh(case, linkers)
        assert len(list(case.decisions())) == 10
        assert follows_from_decisions(case)
