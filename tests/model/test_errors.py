import pickle

import pytest

from rashomon.model import errors
from rashomon.model.errors import BrokenRowError, RashomonError


def subclasses(kind):
    return {kind}.union(*(subclasses(child) for child in kind.__subclasses__()))


def test_every_error_is_in_the_drawn_tree_and_has_a_code_of_its_own():
    tree = subclasses(RashomonError)
    assert all(kind.__name__ in errors.__doc__ for kind in tree)
    assert len({kind.code for kind in tree}) == len(tree)


def test_the_message_says_what_where_and_what_to_do():
    error = BrokenRowError("not JSON", where="a.jsonl:3", remedy="mend the row")
    assert str(error) == "a.jsonl:3: not JSON; mend the row"
    assert error.message == "not JSON; mend the row"


@pytest.mark.parametrize("kind", sorted(subclasses(RashomonError), key=lambda kind: kind.code))
def test_errors_pass_between_processes_whole(kind):
    error = pickle.loads(pickle.dumps(kind("what", where="where", remedy="remedy")))
    assert type(error) is kind
    assert (error.what, error.where, error.remedy) == ("what", "where", "remedy")
