from dataclasses import replace

import pytest

from rashomon.model.failure import Failure
from rashomon.readers import Source, kinds, open_source, read_source
from rashomon.settings import ReaderSettings


@pytest.fixture
def nests(monkeypatch):
    """Know a kind whose inputs hold themselves."""

    def read_nest(source, _):
        yield replace(source, path=f"{source.path}:within", raw=b"x")

    made = {**kinds.KINDS, "nest": kinds.Kind("nest", (), read_nest, rows=True)}
    monkeypatch.setattr(kinds, "KINDS", made)


@pytest.mark.usefixtures("nests")
def test_archives_within_archives_end():
    [found] = open_source(Source("a", kind="nest", raw=b"x"), ReaderSettings())
    assert isinstance(found, Failure)
    assert found.error.code == "input.unsupported"
    assert found.path.count("within") < 9


def test_what_holds_one_document_is_left_unread():
    source = Source("none.txt", kind="text")
    assert list(open_source(source, ReaderSettings())) == [source]
    [found] = read_source(source, ReaderSettings())
    assert found.error.code == "input.missing"
