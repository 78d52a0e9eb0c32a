import os
import threading

import pytest

from rashomon.runner.copies import share, share_each


def of_itself(number):
    return number * number, os.getpid()


def test_the_work_of_copies_comes_back_in_order():
    made = share(of_itself, range(200))
    assert [one for one, _ in made] == [number * number for number in range(200)]


def test_few_things_stay_in_this_process():
    assert {process for _, process in share(of_itself, range(10))} == {os.getpid()}


def test_where_there_are_threads_nothing_is_copied():
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert {process for _, process in share(of_itself, range(200))} == {os.getpid()}
    finally:
        done.set()
        waiting.join()


def test_what_a_lost_copy_should_have_done_is_done_here():
    here = os.getpid()

    def lost_elsewhere(number):
        if os.getpid() != here:
            os._exit(1)
        return number

    assert share(lost_elsewhere, range(200)) == list(range(200))


def test_what_a_copy_had_not_done_when_it_was_lost_is_done_here():
    here, done = os.getpid(), []

    def lost_on_its_way(number):
        done.append(number)
        if os.getpid() != here and len(done) > 5:
            os._exit(1)
        return number

    assert share(lost_on_its_way, range(200)) == list(range(200))


def test_what_is_larger_than_a_pipe_comes_back_whole():
    made = share_each(lambda number: str(number) * 1_000_000, range(6))
    assert [(one[0], len(one)) for one in made] == [(str(number), 1_000_000) for number in range(6)]


def test_nothing_is_done_twice(tmp_path):
    log = tmp_path / "done"

    def told(number):
        with log.open("a") as file:
            file.write(f"{number}\n")
        return number

    share(told, range(300))
    assert sorted(map(int, log.read_text().split())) == list(range(300))


def test_an_error_is_raised_as_it_would_be_without_copies():
    def refuse(number):
        if number == 199:
            raise ValueError("the last one")
        return number

    with pytest.raises(ValueError, match="the last one"):
        share(refuse, range(200))


def test_each_of_few_large_things_may_have_a_copy():
    made = share_each(of_itself, range(2))
    assert [one for one, _ in made] == [0, 1]
    if (os.cpu_count() or 1) > 1:
        assert len({process for _, process in made}) == 2


def test_what_is_done_meanwhile_is_done_once_and_here():
    done = []
    made = share(of_itself, range(200), meanwhile=lambda: done.append(os.getpid()))
    assert [one for one, _ in made] == [number * number for number in range(200)]
    assert set(done) <= {os.getpid()}
    is_shared = len({process for _, process in made}) > 1
    assert len(done) == int(is_shared)
