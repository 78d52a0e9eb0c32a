import multiprocessing

import pytest

from rashomon.model.document import Document
from rashomon.model.failure import Failure
from rashomon.readers import Source
from rashomon.runner import local
from rashomon.settings import from_dict
from tests.runner.sources import Deadly, Endless, Faulty


def documents(count):
    return [
        Document(id=f"sha256:{i}", text=f"Minister {i} said no.", path=f"{i}") for i in range(count)
    ]


def outcomes(results):
    return [
        (one.path, one.error.message.partition(";")[0])
        if isinstance(one, Failure)
        else (one.document.path, len(one.attributions))
        for one in results
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs(jobs):
    results = local.read_all(documents(70), from_dict({"runner": {"jobs": jobs}}))
    assert outcomes(results) == [(str(i), 1) for i in range(70)]


def test_nothing_to_read_gives_nothing():
    assert list(local.read_all([], from_dict({}))) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_ours_costs_only_its_document(jobs):
    inputs = [*documents(3), Faulty("faulty"), *documents(40)]
    found = outcomes(local.read_all(inputs, from_dict({"runner": {"jobs": jobs}})))
    assert found.pop(3) == (
        "faulty",
        "the reading broke off (ZeroDivisionError: nobody foresaw this)",
    )
    assert all(count == 1 for _, count in found)
    assert len(found) == 43


def test_inputs_that_hold_much_go_in_small_batches(monkeypatch):
    monkeypatch.setattr(local, "BATCH_BYTES", 30)
    sizes = []
    monkeypatch.setattr(local, "_work", lambda batch, _: sizes.append(len(batch)) or [])
    inputs = [*documents(4), Source("big", raw=b"x" * 100), *documents(3), Source("file")]
    assert list(local.read_all(inputs, from_dict({"runner": {"jobs": 1}}))) == []
    assert sizes == [2, 2, 1, 2, 2]


def test_a_process_that_dies_or_hangs_costs_only_its_document(monkeypatch):
    monkeypatch.setattr(local, "BATCH", 2)
    inputs = [*documents(3), Deadly("deadly"), *documents(2), Endless("endless"), *documents(3)]
    settings = from_dict({"runner": {"jobs": 2, "timeout": 5}})
    found = outcomes(local.read_all(inputs, settings))
    assert found.pop(6) == ("endless", "took longer than 5 seconds")
    assert found.pop(3) == ("deadly", "its process died")
    assert all(count == 1 for _, count in found)
    assert len(found) == 8


def test_work_that_is_broken_off_leaves_no_process_behind():
    results = local.read_all(documents(200), from_dict({"runner": {"jobs": 2}}))
    assert next(results).document.path == "0"
    results.close()
    assert multiprocessing.active_children() == []
