"""Results kept for whoever asks next."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from rashomon.web.keeping import Kept


def test_a_result_is_made_once_for_all_who_ask_at_a_time():
    kept, made, gate = Kept(4), [], threading.Event()

    def make():
        gate.wait(10)
        made.append(1)
        return "result"

    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(kept.get, "key", make) for _ in range(8)]
        gate.set()
        assert {one.result(10) for one in asked} == {"result"}
    assert made == [1]


def test_what_is_made_for_one_key_does_not_wait_for_another():
    kept, gate = Kept(4), threading.Event()
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(kept.get, "slow", lambda: gate.wait(10))
        assert threads.submit(kept.get, "quick", lambda: 1).result(10) == 1
        gate.set()
        assert slow.result(10)


def test_the_results_that_were_asked_for_last_are_kept():
    kept, made = Kept(2), []

    def make(key):
        return lambda: made.append(key) or key

    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.get(key, make(key)) == key
    assert made == ["a", "b", "c", "b"]


def test_what_fails_is_tried_again():
    kept = Kept(2)

    def fail():
        raise ValueError("not now")

    with pytest.raises(ValueError, match="not now"):
        kept.get("key", fail)
    assert kept.get("key", lambda: 1) == 1
